"""Bytes of a stated or unstated charset as text a person can read.

The ladder: what the mail declares (through `ALIASES`), then UTF-8, then
windows-1252 where that is plausible, then a guess by chardet. Declared names
lie often enough that nothing is believed which does not decode.
"""

from __future__ import annotations

import codecs
from functools import lru_cache

#: Declared name -> the superset that the mail programs of the world really write
#: (WHATWG Encoding Standard, section 4.2, for most rows).
ALIASES = {
    "ansi_x3.110-1983": "cp1252",
    "ansi_x3.4-1968": "ascii",
    "ascii": "ascii",
    "big5": "big5hkscs",
    "cn-gb": "gb18030",
    "cp-850": "cp850",
    "cp1252http-equivcontent-type": "cp1252",
    "dos-874": "cp874",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-1": "cp1252",
    "iso-8859-11": "cp874",
    "iso-8859-8-e": "iso8859_8",
    "iso-8859-8-i": "iso8859_8",
    "iso-8859-9": "cp1254",
    "iso8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "koi8": "koi8_r",
    "ks_c_5601": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "macintosh": "mac_roman",
    "shift-jis": "cp932",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "tis-620": "cp874",
    "unicode-1-1-utf-7": "utf_7",
    "unicode-1-1-utf-8": "utf_8",
    "us-ascii": "ascii",
    "utf8mb4": "utf_8",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "x-gbk": "gb18030",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-roman": "mac_roman",
    "x-sjis": "cp932",
    "x-windows-949": "cp949",
}

#: Python calls these text codecs, but no mail means them.
_NOT_MAIL = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
)
_SAMPLE = 16_384


@lru_cache(maxsize=512)
def codec_name(declared: str) -> str:
    """The codec a declared charset stands for, or "" when it stands for none."""
    name = declared.strip(" \t\"';<>").lower()
    name = ALIASES.get(name, ALIASES.get(name.replace("_", "-"), name))
    try:
        found = codecs.lookup(name).name.replace("-", "_")
    except (LookupError, ValueError, UnicodeError):
        return ""
    if found in _NOT_MAIL or not codecs.lookup(name)._is_text_encoding:
        return ""
    return name


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text, and "" or a plain sentence saying what had to be guessed."""
    if data.isascii() and not _shifts(declared):
        if b"\x1b$" not in data:
            return data.decode("ascii"), ""
        declared = "iso-2022-jp"  # Japanese mail older than the habit of saying so
    name = codec_name(declared) if declared else ""
    if name and name != "ascii":
        try:
            return data.decode(name), ""
        except (UnicodeError, ValueError):
            if name == "cp1252":  # five bytes are undefined there, none in latin-1
                mended = _utf8(data)
                return mended or data.decode("latin-1"), ""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, declared, name)
    said = declared and name != "ascii"
    return text, f"The charset “{declared[:40]}” was wrong; read as UTF-8." if said else ""


def _shifts(declared: str) -> bool:
    """Whether ASCII bytes may mean something else: UTF-7, UTF-16, ISO-2022, HZ."""
    low = declared.lower()
    return "2022" in low or "utf-7" in low or "utf-16" in low or "utf-32" in low or low[:2] == "hz"


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _guess(data: bytes, declared: str, name: str) -> tuple[str, str]:
    """Neither the declared charset nor UTF-8 fits the bytes as they are."""
    for codec in dict.fromkeys((name, "utf-8")):
        if codec and codec != "ascii":
            text = data.decode(codec, "replace")
            # A byte or two lost in transit is no reason to doubt the whole.
            bad = text.count("�")
            if bad and bad * 50 <= sum(c > "\x7f" for c in text) + 50 and bad * 200 <= len(text):
                return text, f"{bad} characters could not be read."
    sample = data[:_SAMPLE]
    high = sum(byte > 0x7F for byte in sample)
    if high * 4 <= len(sample):  # western text: mostly ASCII with a few accents
        try:
            return data.decode("cp1252"), _said(declared, "windows-1252")
        except UnicodeDecodeError:
            pass
    guess = _by_statistics(sample)
    if guess:
        return data.decode(guess, "replace"), _said(declared, guess)
    return data.decode("latin-1"), _said(declared, "latin-1")


def _said(declared: str, used: str) -> str:
    if codec_name(declared) in ("", "ascii"):
        return f"The charset was not stated; read as {used}."
    return f"The charset “{declared[:40]}” was wrong; read as {used}."


def _by_statistics(sample: bytes) -> str:
    import chardet  # 367 guesses a second: only when everything else failed

    found = chardet.detect(sample).get("encoding") or ""
    return codec_name(str(found))
