"""Bytes of a text file as text, whatever program wrote them."""

from __future__ import annotations

import codecs

import chardet

#: A guess at the letters needs no more than this.
_GLANCE = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> str:
    """The text with LF line ends: by its mark, else UTF-8, else by a guess; nothing is refused."""
    text = _letters(data)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removeprefix("\ufeff")


def _letters(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    if data[1:2] == b"\0" and data[3:4] == b"\0":
        # LinkedIn's files of 2018 and some of Excel's: two bytes a letter, and no mark.
        return data.decode("utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        guess = chardet.detect(data[:_GLANCE])["encoding"] or "cp1252"
    try:
        return data.decode(guess, "replace")
    except LookupError:
        return data.decode("cp1252", "replace")
