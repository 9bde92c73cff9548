"""What a mail means: values in, a `Reading` with its evidence out; pure.

Doors: `read` one mail, `link` a reading to a case with a `Shelf`, refuse cheaply
with `is_about_jobs`, find the user's `own_addresses`, print with `to_json`.
"""

from __future__ import annotations

from afterword.reading.cheap import is_about_jobs
from afterword.reading.linking import Shelf, link
from afterword.reading.own import own_addresses
from afterword.reading.reader import read
from afterword.reading.shape import to_json

__all__ = ["Shelf", "is_about_jobs", "link", "own_addresses", "read", "to_json"]
