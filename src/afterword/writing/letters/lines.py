"""What a mail of theirs gives the answer to it: its sentences, and what it praises.

The brief brings the sentences of that mail as facts (`line:` and the mail's id and the place). Only
what stands there in plain words is taken up; of a formula ("do not hesitate to call") nothing is.
"""

from __future__ import annotations

import re
from datetime import date

from afterword.terms import Brief, Fact
from afterword.writing import fragments
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
