"""What a mail of theirs gives the answer to it: what it praises, when they will know, when the work begins.

The brief brings the sentences of that mail as facts (`line:` and the mail's id and the place). Only
what stands there in plain words is taken up; of a formula ("do not hesitate to call") nothing is.
"""

from __future__ import annotations

import re
from datetime import date

from afterword.terms import Brief, Fact
from afterword.writing import fragments
from afterword.writing.calling import MONTHS
from afterword.writing.days_said import days_in
from afterword.writing.letters.quoting import LONG_PRAISE, praising

LINE = "line:"


def lines(brief: Brief) -> list[Fact]:
    """The sentences of the mail that is answered, in their order."""
    return [one for one in brief.facts if one.id.startswith(LINE) and fragments.clean(one.text)]


def sentences_of(text: str, subject: str = "") -> list[str]:
    """The sentences of a mail, line breaks inside a paragraph taken out; a short line stays its own."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        if " ".join(block.split()) == " ".join(subject.split()):
            continue
        runs: list[str] = []
        for line in block.splitlines():
            if runs and len(runs[-1].rsplit("\n", 1)[-1]) >= WRAPPED:
                runs[-1] += "\n" + line.strip()
            else:
                runs.append(line.strip())
        for run in runs:
            found += fragments.split(" ".join(run.split()))
    return [one for one in found if len(one.split()) > 1]


#: A line from here on was broken by the mail program, not by its writer.
WRAPPED = 55


def mail_day(brief: Brief, fact: str) -> date | None:
    """The day of the mail that a line stands in; None where it is not known."""
    key = fact.removeprefix(LINE).rpartition(":")[0]
    return next((one.at.date() for one in brief.happenings if one.id == key), None)


# ── what they value, and how they told it ────────────────────────────────────

#: Words that praise and are no courtesy of a form letter.
_WARM = re.compile(
    r"\b(?:best|finest|excellent|outstanding|impress\w+|strong(?:est)?|rare\w*|memorable|remarkable|favourite|favorite|"
    r"enjoyed meeting|preferred|first choice|beeindruck\w+|überzeug\w+|hervorragend\w*|best\w{1,2}|remarquable\w*|"
    r"excellente?|convaincu\w*|impressionn\w+|excelente|magnífic\w+|impresion\w+|mejor\w*)\b",
    re.IGNORECASE,
)
_OF_YOU = re.compile(r"\b(?:you|your|yours|Sie|Ihr\w*|vous|votre|vos|usted|su|le)\b", re.IGNORECASE)
_THEMSELVES = re.compile(
    r"\b(?:write|tell|ring|call|say (?:it|this)|speak)\b[^.;!?]{0,20}\b(?:you )?(?:myself|personally|in person)\b|"
    r"\b(?:persönlich (?:schreiben|mitteilen|sagen)|vous (?:écrire|le dire) (?:moi-même|personnellement)|"
    r"(?:escribirle|decírselo) (?:yo mism[oa]|personalmente))\b",
    re.IGNORECASE,
)


def praise(brief: Brief) -> tuple[str, str]:
    """A clause of the mail that praises the user's own doing, and its fact; two empty words for none."""
    for fact in lines(brief):
        clause = praising(fact.text) if brief.language == "en" else _whole(fact.text)
        if clause and _WARM.search(clause) and _OF_YOU.search(clause):
            return clause, fact.id
    return "", ""


#: What turns a kind sentence of another language into bad news.
_TURNED = re.compile(
    r"\b(?:aber|leider|nicht|jedoch|dennoch|trotz\w*|andere\w*|entschieden|mais|malheureusement|pas|toutefois|cependant|"
    r"autre|pero|lamentablemente|no|sin embargo|aunque|otr[oa]s?)\b",
    re.IGNORECASE,
)


def _whole(text: str) -> str:
    """The sentence where nothing in it turns, and it is short enough to hand back."""
    clause = fragments.clean(text)
    return clause if len(clause.split()) <= LONG_PRAISE and not _TURNED.search(clause) else ""


def themselves(brief: Brief) -> str:
    """The fact of the sentence in which they say that they wanted to write themselves; "" for none."""
    return next((one.id for one in lines(brief) if _THEMSELVES.search(one.text)), "")


# ── when they will know more ─────────────────────────────────────────────────

_MONTH = "|".join(month for months in MONTHS.values() for month in months)
_KNOW = re.compile(
    r"\b(?:expect|hope|know|hear|tell|be in touch|come back|get back|revisit|review|decide|restart|reopen|rechnen|wissen|"
    r"melden|entscheiden|saur\w+|reviendr\w+|savoir|décid\w+|sab[er]\w+|decid\w+|contactar\w*|avisar\w*)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"\b(?:(?:in|by|at|from|until|after|before|around|towards) (?:(?:early|mid|late|the (?:beginning|middle|end|start) of|"
    rf"the (?:first|second|last) (?:week|half|days) of)[ -])?(?:{_MONTH}|the new year|the spring|the summer|the autumn|"
    rf"spring|summer|autumn)|"
    rf"(?:Anfang|Mitte|Ende|im|ab) (?:{_MONTH})|im neuen Jahr|"
    rf"(?:début|mi-|fin|en|courant) ?(?:{_MONTH})|à la rentrée|"
    rf"(?:a (?:principios|mediados|finales) de|en) (?:{_MONTH}))\b",
    re.IGNORECASE,
)


def knows_when(brief: Brief) -> tuple[str, str]:
    """ "in early February" and its fact, where the mail says about when they will know; else empty."""
    for fact in lines(brief):
        found = _ABOUT.search(fact.text)
        if found and _KNOW.search(fact.text):
            return " ".join(found[0].split()), fact.id
    return "", ""


# ── when the work begins ─────────────────────────────────────────────────────

_START = re.compile(
    r"\b(?:start(?:s|ing|ed)?(?: date| day)?|commenc\w+|begin(?:s|ning)?|first day|join(?:ing)?(?: us)?(?: date)?|effective|as of|with effect from|"
    r"beginn\w*|Eintritt\w*|Arbeitsbeginn|Dienstbeginn|Stellenantritt|anfang\w*|starten|zum|"
    r"début|commenc\w+|prise de poste|entrée en fonction|à compter du|"
    r"inicio|incorpora\w+|comenz\w+|empez\w+|a partir del)\b",
    re.IGNORECASE,
)
#: Another day of an offer: by when it wants an answer, or what runs on after the start.
_OTHER_DAY = re.compile(
    r"\b(?:by|before|until|deadline|decision|answer|reply|accept\w*|lapses?|expires?|valid|sign\w*|return|probation|call|meet\w*|talk|"
    r"bis|Frist|Antwort|Rückmeldung|unterschr\w+|Probezeit|Gespräch|avant|jusqu\w*|réponse|signer|signé\w*|période d[’']essai|entretien|"
    r"hasta|antes|respuesta|firm\w+|periodo de prueba|entrevista)\b",
    re.IGNORECASE,
)


def starts_on(brief: Brief) -> tuple[date | None, str]:
    """The day on which the offer says that the work begins, with its line; None where it names no one day."""
    found: dict[date, str] = {}
    for fact in lines(brief):
        if not _START.search(fact.text) or _OTHER_DAY.search(fact.text):
            continue
        for one in days_in(fact.text):
            if one.day and one.month:
                then = _day(one.year, one.month, one.day, brief.today)
                if then is not None and then >= brief.today:
                    found[then] = fact.id
    return next(iter(found.items())) if len(found) == 1 else (None, "")


def _day(year: int | None, month: int, day: int, today: date) -> date | None:
    """The day, in the year said or the next one in which it is still ahead."""
    try:
        then = date(year or today.year, month, day)
        return then if year or then >= today else then.replace(year=today.year + 1)
    except ValueError:
        return None
