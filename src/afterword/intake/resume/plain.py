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
#: What a way to reach the writer is called; in a deed the same word is a thing ("the phone app").
_LABEL = (
    r"(?:tel(?:efon|efono|ephone|éphone)?|(?:tele)?phone|mobil[e]?|cell|handy|fax|e-?mail|web(?:site)?|address|anschrift|"
    r"adresse|dirección|indirizzo|adres)"
)
#: Ways to reach the writer: they hold digits and prove nothing. Every run is bounded, and an address
#: begins where a word begins: a long token is walked once.
_REACHES = re.compile(
    rf"(?:\b{_LABEL}\b\.?\s{{0,3}}:?\s{{0,3}})?(?:"
    r"(?<![\w.+-])[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}|(?:https?://|www\.)\S+|\b(?:linkedin|github|xing)\.com\S*|"
    r"(?<![\w.,])(?:\+|00|\(0|0)\d[\d\s()/.-]{6,40}\d)",
    re.IGNORECASE,
)
#: A line that begins by saying what it is.
_LABELLED = re.compile(rf"^{_LABEL}\.?\s{{0,3}}:", re.IGNORECASE)
_BORN = re.compile(
    r"^(?:geboren|born|né\(?e?\)?|nato|nata|nacid[oa]|date of birth|birthday|geburtsdatum|geburtstag|date de naissance|"
    r"fecha de nacimiento|data di nascita|geboortedatum)\s{0,3}(?:(?:am|on|in|le|el|il|op)\s{1,3})?:?\s{0,3}\d",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*[,|·•;]\s*")
#: A piece of a line that is a street with a house's number, in the manner of its language; a town
#: with its code.
_STREET = re.compile(
    r"^\d{1,5}[a-z]?(?: (?:bis|ter))? (?:[\w'’.-]{1,20} ){1,4}(?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|ln\.?|drive|close|court|square|terrace|crescent|way|boulevard|blvd\.?)$|"
    r"^\d{1,5}(?: ?(?:bis|ter|[a-z]))?,? (?:rue|avenue|boulevard|bd|place|chemin|allée|quai|impasse|route) [\w'’.-]{1,20}(?: [\w'’.-]{1,20}){0,5}$|"
    r"^(?:[\w'’.-]{1,24} ){0,3}[\w'’.-]{0,30}(?:stra(?:ß|ss)e|str\.|straat|laan|gasse|weg|platz|allee|plein|gracht|kade|dreef) \d{1,4} ?[a-z]?$|"
    r"^(?:calle|c/|avenida|avda\.?|plaza|paseo|via|viale|piazza|corso|rua|travessa|largo) (?:[\w'’.-]{1,20} ){1,5}(?:n[º°.]? ?)?\d{1,4} ?[a-z]?$",
    re.IGNORECASE,
)
#: In some countries a comma stands between the number and the street, before or behind it.
_FIRST = re.compile(
    r"(?<![\w,])(\d{1,4}(?: ?(?:bis|ter|[a-z]))?),\s?(?=(?:rue|avenue|boulevard|bd|place|chemin|allée|quai|impasse|route) )",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^(?:calle|c/|avenida|avda\.?|plaza|paseo|via|viale|piazza|corso|rua|travessa|largo) [\w'’.-]{1,20}(?: [\w'’.-]{1,20}){0,4}$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:n[º°.]? ?)?\d{1,4} ?[a-z]?$", re.IGNORECASE)
_TOWN = re.compile(
    r"^(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? [A-ZÄÖÜÉ][\w'’-]{1,24}(?: [\w'’-]{1,24}){0,3}$"
)
#: What Markdown puts round a heading and round words that stand out.
_MARKUP = re.compile(r"^\s{0,3}#{1,6}\s+|\s#{1,6}\s*$|\*\*|__|`")
_LINKED = re.compile(r"\[([^\[\]\n]{1,400})\]\(([^()\s]{1,2000})\)")
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
        span = _span(bare)
        pointed = bool(_POINT.match(text))
        if not (span and not pointed) and _is_contact(bare, pointed):
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


def _span(bare: str) -> re.Match[str] | None:
    """From when to when; four figures of a telephone number are no year."""
    reached = [found.span() for found in _REACHES.finditer(bare)]
    return next(
        (
            span
            for span in _SPAN.finditer(bare)
            if not any(start <= span.start() < end for start, end in reached)
        ),
        None,
    )


def _is_contact(bare: str, pointed: bool) -> bool:
    """Whether a line says how to reach the writer, or who they are, and nothing else."""
    left, held = _REACHES.subn(" ", bare)
    left = " ".join(left.split()).strip(" ,;|·:–—-")
    if held:
        few = len(left.split()) <= 2 if pointed else len(left) < _SHORTEST * 2
        return few and not figures(left)
    if pointed or len(bare) > 3 * _SHORTEST:
        return False
    if label := _LABELLED.match(bare):
        rest = bare[label.end() :].strip()
        return not figures(rest) or _is_address(rest)
    return bool(_BORN.match(bare)) or _is_address(bare)


def _is_address(text: str) -> bool:
    """Whether all of it is an address: a street with a number or a coded town, beside names."""
    pieces = [piece for piece in _PIECES.split(_FIRST.sub(r"\1 ", text.strip(" ."))) if piece]
    found = False
    for nth, piece in enumerate(pieces):
        number = nth > 0 and bool(_NUMBER.match(piece) and _NAMED.match(pieces[nth - 1]))
        if number or _STREET.match(piece) or _TOWN.match(piece):
            found = True
        elif len(piece.split()) > 4 or figures(piece):
            return False
    return found


def _section(text: str) -> str:
    return (
        next((key for key, words in _KNOWN if words.match(text.strip())), "")
        if len(text) < 60
        else ""
    )


def _whole_points(lines: Sequence[Line]) -> list[Line]:
    """Points that were broken over lines, put together: a line beginning small goes on the one before."""
    found: list[tuple[int, list[str]]] = []
    for number, text in lines:
        follows = bool(found) and text.strip()[:1].islower() and not _POINT.match(text)
        if follows and (_POINT.match(found[-1][1][0]) or text[:1].isspace()):
            found[-1][1].append(text.strip())
        else:
            found.append((number, [text.rstrip()]))
    return [(number, " ".join(parts)) for number, parts in found]
