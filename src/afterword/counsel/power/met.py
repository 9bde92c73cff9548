"""Whom a talk was with, where nobody noted it: who was announced for it, and who spoke of it after.

A page said “no talk is on record” of somebody whom a mail had announced, and who wrote two days
later how much they had enjoyed it. What a mail shows is inferred; a note of the user's stands above it.
"""

from __future__ import annotations

import re

from afterword.counsel.one_line import one_line

#: What stands before a name and is no part of it.
_TITLES = re.compile(
    r"^(?:(?:dr|prof|professor|dipl|ing|mag|mr|mrs|ms|miss|mx|sir|herr|frau|hr|fr|mme|mlle|m|monsieur|madame|"
    r"sr|sra|señor|señora|senhor|senhora|dhr|mevr|mw|dott|dott\.ssa|sig|sig\.ra|avv)\b\.?(?:-ing\.?)?\s+)+",
    re.IGNORECASE,
)  # fmt: skip
_TAILS = re.compile(
    r"(?:,\s*|\s+)(?:ph\.?\s?d|mba|m\.?sc|b\.?sc|cpa|jr|sr|esq|ii|iii)\.?$", re.IGNORECASE
)
#: Words by which the writer says that they and the reader have talked.
_SPOKE = re.compile(
    r"""
    \b(?:enjoy(?:ed|ing)|lovely|great|good|nice|pleasure|pleasant|delighted|glad|thank(?:s|\s+you)(?:\s+(?:again|so\s+much|very\s+much))*\s+for)
      \b[^.!?\n]{0,25}\b(?:talking|speaking|meeting|chatting|talk|conversation|discussion|chat|interview|(?:to|having)\s+(?:talk|speak|me(?:e)?t|spoken|talked))\b
    | \b(?:when|since|as)\s+we\s+(?:spoke|talked|met)\b
    | \bwe\s+(?:spoke|talked|met)\s+(?:on|last|yesterday|this|about)\b
    | \b(?:gespr(?:ä|ae)ch|kennenlernen|austausch)\b[^.!?\n]{0,40}\b(?:gefreut|gefallen|gedankt|danke|dank|angenehm|spannend)\b
    | \b(?:dank\w*|danke|gefreut|freude)\b[^.!?\n]{0,40}\b(?:gespr(?:ä|ae)ch|kennenlernen|kennenzulernen|austausch)\b
    | \b(?:merci|ravie?|plaisir|enchantée?)\b[^.!?\n]{0,40}\b(?:échange|entretien|conversation|rencontre|rencontrée?|parler)\b
    | \b(?:gracias|encantad[oa]|gusto|placer)\b[^.!?\n]{0,40}\b(?:conversación|charla|entrevista|conocer\w*|hablar)\b
    | \b(?:obrigad[oa]|prazer|gostei)\b[^.!?\n]{0,40}\b(?:conversa|entrevista|conhecer|falar)\b
    | \b(?:bedankt|dank|leuk|prettig|fijn)\b[^.!?\n]{0,40}\b(?:gesprek|kennismak\w+|gesproken|ontmoet\w*)\b
    | \b(?:grazie|piacere|piaciuto)\b[^.!?\n]{0,40}\b(?:colloquio|conversazione|incontr\w+|conoscer\w+|parlare)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
#: What is still to come was not had.
_AHEAD = re.compile(
    r"\b(?:look(?:ing)?\s+forward|would|will|could|hope|happy\s+to|like\s+to|let'?s|freuen\s+uns\s+auf|gerne)\b",
    re.IGNORECASE,
)


def bare(name: str) -> str:
    """A name as it is compared: without titles and what stands after it."""
    plain = _TITLES.sub("", one_line(name))
    return _TAILS.sub("", plain).strip(" .,").casefold()


def speaks_of_a_talk(text: str) -> bool:
    """Whether who wrote this says that they have talked with the reader."""
    for found in _SPOKE.finditer(text):
        start = max(text.rfind(sign, 0, found.start()) for sign in ".!?\n")
        if not _AHEAD.search(text, start + 1, found.end()):
            return True
    return False


def is_named(name: str, text: str) -> bool:
    """Whether the whole name of a person stands in a text."""
    words = bare(name).split()
    if len(words) < 2:
        return False
    said = r"\s+".join(map(re.escape, words))
    return re.search(rf"(?<!\w){said}(?!\w)", text, re.IGNORECASE) is not None


def will_be_there(name: str, text: str) -> bool:
    """Whether a mail that sets a talk names this person as one who will be in it, not only below it."""
    body = re.split(r"(?m)^\s*(?:--\s*$|(?:kind|best|warm|many)\b.*regards|regards\b|best wishes|sincerely|"
                    r"mit freundlichen|viele grüße|cordialement|bien à vous|saludos|atenciosamente|"
                    r"met vriendelijke|cordiali)", text, maxsplit=1, flags=re.IGNORECASE)[0]  # fmt: skip
    return is_named(name, body)
