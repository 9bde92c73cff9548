"""How a person is addressed, and how a day is spoken of, in four languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from afterword.terms import Tone, Voice
from afterword.writing import habits
from afterword.writing.lexicon import in_order

_TITLES = re.compile(r"^(?:dr|prof|professor|doctor)\.?$", re.IGNORECASE)
_FORMS = re.compile(
    r"^(?:mr|mrs|ms|miss|mx|herr|frau|mme|mlle|monsieur|madame|sr|sra|señor|señora)\.?$",
    re.IGNORECASE,
)
_TAILS = re.compile(r"(?:,\s*|\s+)(?:ph\.?d|mba|msc|cpa|jr|sr|ii|iii|esq)\.?(?=,|\s|$)", re.I)
_NOBODY = re.compile(
    r"\b(?:team|talent|recruit\w*|hr|human resources|careers?|jobs?|hiring|no-?reply|info)\b|@",
    re.IGNORECASE,
)

#: What stands in a letter where its writer's name is not known.
NO_NAME = "[your name]"
MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": in_order(
        "January February March April May June July August September October November December"
    ),
    "de": in_order(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    ),
    "fr": in_order(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
    "es": in_order(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
}
WEEKDAYS = in_order("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


def full_name(name: str) -> str:
    """The name in speaking order on one line, without forms of address and degrees."""
    line = re.sub(r"[\x00-\x1f\x7f\u2028\u2029\s]+", " ", name)
    line = re.sub(r"[\[\]<>\"“”]|\([^)]*\)", "", line).strip(" ,;.-'")
    line = _TAILS.sub("", line)
    if line.count(",") == 1:
        last, first = (part.strip() for part in line.split(","))
        line = f"{first} {last}" if first and last else first or last
    parts = [part for part in line.replace(",", " ").split() if not _FORMS.match(part)]
    line = " ".join(parts)
    return "" if _NOBODY.search(line) or not re.search(r"[^\W\d_]", line) else line


def first_name(name: str) -> str:
    """What to call somebody in English: Dana; Dr. Meyer; the whole where there is no telling."""
    line = full_name(name)
    parts = line.split()
    if len(parts) < 2:
        return line
    if _TITLES.match(parts[0]):
        return f"{parts[0]} {parts[-1]}"
    if len(parts[0].rstrip(".")) == 1 or not re.match(r"^[A-Za-zÀ-ɏ'’.\-]+$", parts[0]):
        return line
    return parts[0]


def greeting(
    name: str,
    language: str,
    country: str = "",
    tone: Tone = Tone.USUAL,
    voice: Voice | None = None,
) -> str:
    """The first line. Formal outside English, and never a guess at Mr or Ms.

    First name and surname behind a French "Bonjour" are the mark of a mailing: without them it is plain.
    """
    whole = full_name(name)
    if language == "de":
        opens = "Hallo" if tone is Tone.PLAIN else "Guten Tag"
        return f"{opens} {whole}," if whole else f"{opens},"
    if language == "fr":
        return "Bonjour,"
    if language == "es":
        opens = "Hola" if tone is Tone.PLAIN else "Buenos días"
        return f"{opens}, {whole}:" if whole else f"{opens}:"
    stiff = tone is Tone.FORMAL or (tone is Tone.USUAL and habits.of(country).whole_name)
    called = whole if stiff else first_name(name)
    own = voice.greeting if voice is not None and tone is not Tone.FORMAL else ""
    opens = own or ("Hello" if tone is Tone.PLAIN else "Dear")
    if not called:
        return "Hello," if opens == "Dear" else f"{opens},"
    return f"{opens} {called},"


def closing(
    me: str,
    language: str,
    country: str = "",
    tone: Tone = Tone.USUAL,
    voice: Voice | None = None,
) -> str:
    """The last lines: a plain form and the writer's name, a hole when it is not known."""
    words = habits.CLOSINGS.get((language, tone)) or habits.of(country).closings[tone]
    if language == "en" and voice is not None and voice.sign_off and tone is not Tone.FORMAL:
        words = voice.sign_off.rstrip(",") + ","
    name = re.sub(r"[\x00-\x1f\x7f\u2028\u2029\s]+", " ", me).strip()
    if name == NO_NAME:  # as a hole, not as a name in round brackets that nothing holds back
        name = ""
    return f"{words}\n{name.replace('[', '(').replace(']', ')') or NO_NAME}"


def day(then: date, language: str = "en") -> str:
    """A date as people write it in a letter, without the year."""
    month = MONTHS.get(language, MONTHS["en"])[then.month - 1]
    if language == "de":
        return f"{then.day}. {month}"
    if language == "fr":
        return f"{'1er' if then.day == 1 else then.day} {month}"
    if language == "es":
        return f"{then.day} de {month}"
    return f"{month} {then.day}" if language == "en-US" else f"{then.day} {month}"


def when(then: date, today: date, language: str = "en") -> str:
    """A day gone by, with its preposition: "on Thursday", "am 26. Februar"; "" if not past."""
    ago = (today - then).days
    if ago < 0 or ago > 300:
        return ""
    if language == "de":
        return f"am {day(then, 'de')}"
    if language == "fr":
        return f"le {day(then, 'fr')}"
    if language == "es":
        return f"el {day(then, 'es')}"
    if ago == 0:
        return "today"
    if ago == 1:
        return "yesterday"
    return f"on {WEEKDAYS[then.weekday()]}" if ago < 7 else f"on {day(then, language)}"
