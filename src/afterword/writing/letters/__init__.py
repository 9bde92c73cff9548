"""The letters themselves, by the moment they belong to (anatomies: method 2b)."""

from afterword.writing.letters.table import WRITERS, languages

__all__ = ["WRITERS", "languages"]
