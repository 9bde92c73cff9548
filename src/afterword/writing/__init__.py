"""What to say: letters made of stored facts, traced and reviewed. Pure; sends nothing."""

from afterword.writing.calling import NO_NAME
from afterword.writing.composing import compose
from afterword.writing.letters import languages
from afterword.writing.limits import LENGTHS
from afterword.writing.matching import match, match_among, topics
from afterword.writing.proving import unproven
from afterword.writing.reviewing import review
from afterword.writing.tracing import retrace

__all__ = [
    "LENGTHS",
    "NO_NAME",
    "compose",
    "languages",
    "match",
    "match_among",
    "retrace",
    "review",
    "topics",
    "unproven",
]
