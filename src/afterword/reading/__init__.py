"""What a mail means: values in, a `Reading` with its evidence out; pure.

Doors: `read` one mail, `heed` what the user's corrections teach of it, `link` a reading to a case
with a `Shelf` (`link_all` for all mail together, heeding what the user `Told`, going `Onward` from
where it stood), refuse cheaply with `is_about_jobs`, find the user's `own_addresses`, say who is `named` in a
display, whether a firm's name is only `guessed` from a host, which house stands
behind an address (`domain_key`), whether a letter of the user's `applies`, print with `to_json`.
"""

from __future__ import annotations

from afterword.reading.cheap import is_about_jobs, promises
from afterword.reading.company.naming import guessed
from afterword.reading.lessons import Lesson, heed, lesson_of, teacher_of
from afterword.reading.likeness import kin
from afterword.reading.linking.batch import Told, link_all, renamed
from afterword.reading.linking.clues import applies
from afterword.reading.linking.houses import domain_key, houses_of, meetings_of, named
from afterword.reading.linking.onward import Onward
from afterword.reading.linking.placing import Shelf, link
from afterword.reading.own.addresses import own_addresses
from afterword.reading.reader import read
from afterword.reading.served import known_by, served_by, serves_many
from afterword.reading.shape import to_json

__all__ = [
    "Lesson",
    "Onward",
    "Shelf",
    "Told",
    "applies",
    "domain_key",
    "guessed",
    "heed",
    "houses_of",
    "is_about_jobs",
    "kin",
    "known_by",
    "lesson_of",
    "link",
    "link_all",
    "meetings_of",
    "named",
    "own_addresses",
    "promises",
    "read",
    "renamed",
    "served_by",
    "serves_many",
    "teacher_of",
    "to_json",
]
