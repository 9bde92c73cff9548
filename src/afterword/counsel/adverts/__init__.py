"""Adverts the user kept: what changed between two wordings, when, and which case one is about."""

from afterword.counsel.adverts.no_longer import NoLonger, no_longer_asked
from afterword.counsel.adverts.since_talk import SinceTalk, Wording, since_talk
from afterword.counsel.adverts.whose import Known, whose
from afterword.counsel.adverts.wordings import Change, How, What, changes, summary

__all__ = [
    "Change",
    "How",
    "Known",
    "NoLonger",
    "SinceTalk",
    "What",
    "Wording",
    "changes",
    "no_longer_asked",
    "since_talk",
    "summary",
    "whose",
]
