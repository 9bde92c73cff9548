"""A résumé as lines of text: its sections, its posts, and the lines that tell of something done.

No model and no guess: a line counts when it is marked as a point, or tells a figure, and stands
under experience, projects or achievements. What was not taken is counted, by section.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from afterword.intake.resume.reading import figures, story
from afterword.terms import Brought, Proof, Unread

#: A numbered line; the number is the line of a text, or the paragraph of a document.
Line = tuple[int, str]

_SECTIONS: tuple[tuple[str, str], ...] = (
    ("done", r"(?:(?:professional|work|relevant|career|selected|other)\s+)*(?:experience|employment(?: history)?|history|career(?: history)?|positions?|projects?|achievements?|accomplishments?|highlights|volunteer(?:ing)?(?: experience)?)"
             r"|berufserfahrung|beruflicher werdegang|werdegang|projekte|erfolge|ehrenamt|praxiserfahrung|berufspraxis"
             r"|expériences?(?: professionnelles?)?|parcours professionnel|réalisations|projets"
             r"|experiencia(?: profesional| laboral)?|proyectos|logros|esperienz[ae](?: professional[ei]| lavorativ[ae])?|progetti|werkervaring|projecten|experiência(?: profissional)?"),
    ("other", r"education|skills?|(?:technical|core|key) skills|competenc(?:e|ies)|languages?|interests?|hobbies|references?|publications?|certifi\w+|summary|profile|objective|about(?: me)?|contact|personal (?:details|information)|awards?|training"
              r"|ausbildung|studium|bildung|kenntnisse|fähigkeiten|sprachen|interessen|hobbys|referenzen|weiterbildung\w*|persönliche daten|profil|kontakt|zertifikate"
              r"|formation|compétences|langues|centres d.intérêt|loisirs|formación|educación|habilidades|idiomas|intereses|formazione|competenze|lingue|opleiding|vaardigheden|talen"),
)  # fmt: skip
_KNOWN = tuple((key, re.compile(rf"^(?:{words})\s*:?$", re.IGNORECASE)) for key, words in _SECTIONS)
_POINT = re.compile(r"^\s*(?:[•‣▪◦●○■□–—*·➢✓»§o\uf0b7\u2043-]|\d{1,2}[.)])\s+(?=\S)")
_SPAN = re.compile(
    r"(?:(?:\d{1,2}[./]|[A-Za-zäéûÀ-ÿ]{3,9}\.?\s)?(?:19|20)\d\d)\s*(?:[-–—]|to|bis|à|a|until)+\s*"
    r"(?:(?:(?:\d{1,2}[./]|[A-Za-zäéûÀ-ÿ]{3,9}\.?\s)?(?:19|20)\d\d)|present|now|today|heute|jetzt|aujourd.hui|actualidad|presente|oggi|heden)",
    re.IGNORECASE,
)
_SHORTEST = 25
#: Ways to reach the writer: they hold digits and prove nothing.
_REACHES = re.compile(
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|\b(?:linkedin|github|xing)\.com\S*|"
    r"(?<![\w.,])(?:\+|00|\(0|0)\d[\d\s()/.-]{6,}\d|"
    r"\b(?:tel(?:efon|efono)?|phone|mobil[e]?|cell|fax|e-?mail|address|anschrift|adresse|dirección|"
    r"geboren(?: am)?|born|date of birth|geburtsdatum)\b\.?\s*:?",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"^[^.!?]{0,60}(?:\b(?:street|road|avenue|lane|rue|calle|laan|via)\b|stra(?:ß|ss)e\b|\bstr\.|straat\b)"
    r"[^!?]{0,40}$|^[^.!?]{0,50}\b(?:[A-Z]{1,2}-)?\d{4,5}\s+[A-ZÄÖÜÉ][\w-]+[^.!?\d]{0,20}$"
)
#: What Markdown puts round a heading and round words that stand out.
_MARKUP = re.compile(r"^\s{0,3}#{1,6}\s+|\s+#+\s*$|\*\*|__|`")
_LINKED = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)")
_RULE = re.compile(r"^\s*(?:[-=_*]\s*){3,}$")


def parse(lines: Sequence[Line], name: str, kind: str = "resume") -> Brought:
    """Proposed stories of a résumé, each with its line; and how many lines of it tell of nothing done."""
    section, when = "", ""
    heading: Line | None = None
    passed: Counter[str] = Counter()
    proofs: list[Proof] = []
    joined = _whole_points([(n, text) for n, line in lines if (text := _spelled(line)).strip()])
    sectioned = any(_section(text) == "done" for _, text in joined)
    for number, text in joined:
        bare = " ".join(_POINT.sub("", text).split())
        if not bare:
            continue
        if named := _section(bare):
            section, heading, when = named, None, ""
            continue
        if section == "other" or (sectioned and not section):
            passed["lines outside experience and projects"] += 1
            continue
        span = _SPAN.search(bare)
        pointed = bool(_POINT.match(text))
        if _is_contact(bare, pointed):
            passed["lines that say how to reach you"] += 1
            continue
        if span and not pointed:
            when = span.group()
            left = (bare[: span.start()] + bare[span.end() :]).strip(" ,|·–—-()\t")
            heading = (number, left) if left else heading
            continue
        if pointed or (figures(bare) and len(bare) >= _SHORTEST):
            if len(bare) < _SHORTEST and not figures(bare):
                passed["lines too short to tell something done"] += 1
                continue
            proofs.append(
                story(
                    bare,
                    line=number,
                    employer=heading[1] if heading else "",
                    when=when,
                    heading=heading,
                )
            )
        elif len(bare) <= 90:
            # A line of its own between points: the post or the firm that follows.
            heading = (number, bare)
        else:
            passed["lines that tell nothing that can be proven"] += 1
    unread: tuple[Unread, ...] = ()
    if not proofs:
        why = (
            "No line of this text tells something done: no points, no figures."
            if joined
            else "There is no text in it."
        )
        unread = (Unread(0, why),)
    passed_over = tuple(f"{n} {what}" for what, n in sorted(passed.items()))
    return Brought(kind, name, proofs=tuple(proofs), unread=unread, left=passed_over)


def numbered(text: str) -> list[Line]:
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def looks_like_resume(text: str) -> bool:
    """Whether a text has the sections of a résumé."""
    named = {_section(" ".join(_spelled(line).split())) for line in text.split("\n")[:400]}
    return "done" in named and ("other" in named or bool(_SPAN.search(text)))


def _spelled(line: str) -> str:
    """A line in plain letters, as its writer typed it: no ligatures of a PDF, no marks of Markdown."""
    if _RULE.match(line):
        return ""
    line = "".join(_plain(sign) for sign in line)
    return _MARKUP.sub("", _LINKED.sub(r"\1 \2", line)).rstrip()


def _plain(sign: str) -> str:
    """NFKC of one sign; a fraction or a small raised figure would become another number."""
    return (
        sign if unicodedata.numeric(sign, None) is not None else unicodedata.normalize("NFKC", sign)
    )


def _is_contact(bare: str, pointed: bool) -> bool:
    """Whether a line says how to reach the writer and nothing else."""
    left, held = _REACHES.subn(" ", bare)
    left = " ".join(left.split()).strip(" ,;|·:–—-")
    if held:
        return len(left) < _SHORTEST * 2 and not figures(left)
    return not pointed and bool(_STREET.match(bare)) and not _SPAN.search(bare)


def _section(text: str) -> str:
    return (
        next((key for key, words in _KNOWN if words.match(text.strip())), "")
        if len(text) < 60
        else ""
    )


def _whole_points(lines: Sequence[Line]) -> list[Line]:
    """Points that were broken over lines, put together: a line beginning small goes on the one before."""
    found: list[Line] = []
    for number, text in lines:
        follows = bool(found) and text.strip()[:1].islower() and not _POINT.match(text)
        if follows and (_POINT.match(found[-1][1]) or text[:1].isspace()):
            found[-1] = (found[-1][0], f"{found[-1][1].rstrip()} {text.strip()}")
        else:
            found.append((number, text))
    return found
