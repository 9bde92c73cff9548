"""Feelings named outright, a verdict called a mistake, a plea to decide anew: true, and not for the post.

An ear may hear none of it, for the words are plain. What is said here is never that the writer should
not feel so; it says what becomes of the sentence on the reader's side (S3-12, P10, gate G4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding, LetterKind
from afterword.writing.remarks.sheet import Sheet

FEELING = "“{}” is true, and it is yours: put it on your own pages. Here it asks them to carry it."
MISTAKE = "“{}” tells them that they decided wrong. One fact they did not have says more."
AGAIN = "“{}” asks them to decide anew. One new fact, and ten minutes to show it, is a step they can take."

_STRONG_EN = (
    r"angry|furious|livid|enraged|outraged|incensed|devastated|heartbroken|heart-broken|broken-hearted|crushed|gutted|shattered|"
    r"distraught|hurt|wounded|disgusted|sickened|appalled|betrayed|insulted|humiliated|resentful|bitter|indignant|inconsolable"
)
_EN = (
    rf"I(?:[’']m| am| was| feel| felt| have been|[’']ve been)(?: (?:so|very|really|quite|frankly|honestly|deeply|truly|still|just|"
    rf"absolutely|completely|utterly|rather|bitterly|simply|more than|a little|a bit|both))*(?: \w+ and)? (?:{_STRONG_EN})\b"
    rf"(?=\W*$|\s*[.,;:!?–—)]| (?:that|about|at|by|with|over|to|and|but|because|when|after|for|now|today|still|indeed|enough|beyond|in|"
    rf"as|if|how|what|why|I|you|we|it|this|too|again|since|on)\b)|"
    r"(?:it|this|that|your \w+)(?: has| have)? (?:hurts?(?= me\b| to\b| that\b)|broke my heart|breaks my heart|broken my heart|makes me angry|made me angry|"
    r"devastated me|crushed me|disgusts me|makes me sick)(?: me)?\b(?!(?: me)? to (?:see|watch|hear)\b)|"
    r"my (?:anger|fury|heartbreak)\b(?! management\b)|the (?:anger|fury|heartbreak) (?:I feel|I felt|in me)\b"
)
_DE = (
    r"(?:ich bin|bin ich|ich war)(?: (?:so|sehr|wirklich|ehrlich gesagt|zutiefst|tief|immer noch|einfach|völlig|ganz|ziemlich))* (?:wütend|zornig|"
    r"sauer|verärgert|empört|am Boden zerstört|verletzt|gekränkt|angewidert|erschüttert|entsetzt|verbittert|untröstlich|stinksauer)\b|"
    r"(?:ich fühle mich|fühle ich mich|ich fühlte mich)(?: \w+)? (?:verletzt|verraten|betrogen|hintergangen|gedemütigt|gekränkt|verarscht)\b|"
    r"(?:das|es|Ihre Absage)(?: hat)? (?:mich )?(?:sehr |tief )?(?:verletzt|macht mich wütend|bricht mir das Herz)\b|meine Wut\b"
)
_FR = (
    r"je suis(?: (?:très|vraiment|profondément|encore|tout simplement|complètement|si))* (?:en colère|fâchée?|furieu(?:x|se)|dévastée?|anéantie?|"
    r"effondrée?|blessée?|écœurée?|dégoûtée?|trahie?|outrée?|révoltée?|indignée?|amère?|humiliée?)(?!\w)|"
    r"je me sens(?: \w+)? (?:trahie?|blessée?|humiliée?|anéantie?|insultée?)(?!\w)|(?:cela|ça|votre refus) m[’'](?:a (?:blessée?|brisée?)|anéantit|"
    r"écœure)|ma colère\b"
)
_ES = (
    r"(?:estoy|estaba)(?: (?:muy|tan|realmente|profundamente|todavía|aún|sinceramente))* (?:furios[oa]|enfadad[oa]|enojad[oa]|destrozad[oa]|"
    r"devastad[oa]|dolid[oa]|herid[oa]|indignad[oa]|asquead[oa]|hundid[oa]|rabios[oa]|amargad[oa])\b|"
    r"me siento(?: \w+)? (?:traicionad[oa]|herid[oa]|humillad[oa]|insultad[oa]|engañad[oa])\b|(?:eso|esto|su decisión) me (?:ha )?(?:duele|dolido|"
    r"da rabia|destroza|destrozado|indigna)\b|mi rabia\b"
)
_MISTAKEN = (
    r"you(?:[’']ve| have|[’']re| are| all)*(?: \w+)? (?:made|making|make) (?:a|the|your) (?:\w+ )?(?:mistake|error|wrong (?:choice|decision))\b"
    r"(?! (?:in|with|on) (?:(?:the|my|your|this|that) )?(?:\w+ )?(?:name|date|spelling|address|letter|contract|time|room|title|row|line|sheet|task|"
    r"advert|invoice|figures?|mail|link|subject|paragraph|section|page|form|table|sum|calculation|total)\b)|"
    r"you (?:have )?(?:chose|chosen|picked|hired|took) the wrong (?:person|candidate|one)\b|(?:it|this|that) (?:is|was) a (?:\w+ )?mistake (?=(?:not )?to\b)|"
    r"your (?:decision|choice) (?:is|was) (?:simply |plainly |just )?(?:wrong|a mistake|unfair|absurd)\b|you (?:got|have got) (?:it|this) wrong\b|"
    r"(?:Sie haben|haben Sie)(?: \w+){0,3} (?:einen Fehler|die falsche (?:Wahl|Entscheidung|Person))\b|(?:das|es) (?:war|ist) ein (?:\w+ )?Fehler\b|"
    r"Sie haben sich (?:geirrt|falsch entschieden)\b|Ihre Entscheidung (?:ist|war) (?:falsch|ein Fehler|unfair|ungerecht)\b|"
    r"vous (?:avez|venez de) (?:fait|faire|commis|commettre) une (?:\w+ )?erreur\b|vous vous (?:êtes trompée?s?|trompez)(?!\w)|vous avez fait le mauvais "
    r"choix\b|c[’'](?:est|était) une (?:\w+ )?erreur\b|votre (?:décision|choix) est (?:injuste|une erreur|absurde)|"
    r"(?:ha|han|habéis) cometido un (?:\w+ )?error\b|se (?:ha|han) equivocado\b|(?:es|fue|ha sido) un (?:\w+ )?error\b|su decisión es (?:injusta|un error)"
)
#: What a verdict is called, where it is to be weighed anew; routes and budgets are reconsidered every day.
_VERDICT = r"(?:(?:your|the|this|that) (?:decision|verdict|choice|no|rejection|refusal|outcome|answer|position)|(?:me|us|it|this|that|my (?:\w+ )?\w+)\b)"
_ANEW = (
    rf"(?:please |kindly |could you |would you |can you |I (?:ask|beg|urge) (?:that )?you (?:to )?|(?:ask|asking|beg|begging|urge|urging|want|like|hope|"
    rf"willing|ready|able|invite|for|choose|get) (?:you )?to |will you )(?:please |kindly )?reconsider(?: {_VERDICT}|(?=\s*(?:[.,;:!?–—)]|$)))|"
    r"please (?:think again|change your mind)\b|"
    r"(?<!would )(?:give|grant) me (?:just )?(?:another|a second|one more|a) chance\b|giving me (?:just )?(?:another|a second|one more) chance\b|"
    r"(?:bitte )?(?:überdenken|überlegen) Sie (?:es sich |Ihre Entscheidung |das )?(?:bitte |doch |noch (?:ein)?mal )*|geben Sie mir (?:bitte |doch |noch )*"
    r"eine (?:zweite |weitere )?Chance\b|(?:veuillez |pourriez-vous |je vous (?:prie|demande) de )?(?:reconsidérer|revenir sur votre décision|revoir votre "
    r"décision)(?!\w)|(?:donnez|laissez|accordez)-moi une (?:seconde |deuxième |autre |nouvelle )?chance\b|"
    r"(?:por favor,? |les ruego que |le ruego que )?(?:reconsideren?|recapaciten?)\b|(?:den|denme|dé|deme)(?: me)? (?:otra|una segunda) oportunidad\b"
)


def _row(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE)


_FEELINGS = _row(f"{_EN}|{_DE}|{_FR}|{_ES}")
_MISTAKES = _row(_MISTAKEN)
_PLEAS = _row(_ANEW)
#: Denied, it is not said: "I am not angry" is found by none of these, "no mistake" by this.
_DENIED = re.compile(
    r"\b(?:not|n[’']t|never|no|nicht|kein\w*|ne|pas|sin|without) (?:\w+ )?$", re.IGNORECASE
)
#: Written after a no, or into a silence that may be one.
AFTER_A_NO = frozenset(
    {
        LetterKind.GRACE_NOTE,
        LetterKind.ADVICE_REQUEST,
        LetterKind.CALL_REQUEST,
        LetterKind.REOPEN_LETTER,
        LetterKind.KEEP_IN_TOUCH,
        LetterKind.TRIGGER_NOTE,
        LetterKind.INFLUENCE_LETTER,
        LetterKind.SECOND_INFLUENCE,
        LetterKind.CARD,
        LetterKind.FINAL_NUDGE,
    }
)


#: What hurts the body is told as it was, and asks nobody to carry it.
_BODY = re.compile(
    r"\b(?:accident|crash|collision|injur\w+|knee|ankle|leg|arm|hand|shoulder|spine|surgery|hospital|rehab\w*|deploy\w+|in action|on duty|"
    r"at work|on the job|sick leave|playing|skiing|riding|Unfall\w*|Knie|Fuß|Bein|Hand|Schulter|Rücken|Einsatz|Reha|krankgeschrieben|Sturz|"
    r"genou|jambe|bras|épaule|chute|opération|arrêt maladie|accidente|rodilla|pierna|brazo|hombro|caída|baja médica)\b",
    re.IGNORECASE,
)
_OF_THE_BODY = re.compile(
    r"\b(?:hurt|wounded|crushed|shattered|verletzt|blessée?|herid[oa])(?!\w)", re.IGNORECASE
)
#: What a feeling is about, and whether that is theirs; a love of detail or a loss at home is not.
_ABOUT = re.compile(
    r"^ (?:about|at|over|by|with|when|after|für|über|von|par|de|contre|con|por|cuando|als|wegen)\b (?P<what>[^.,;:!?–—]*)",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:you|your|yours|this|that|it|how|what|being|decision|verdict|choice|rejection|refusal|news|outcome|result|process|answer|silence|"
    r"treat\w*|mail|letter|monday|tuesday|wednesday|thursday|friday|yesterday|today|last week|I (?:read|heard|got|learned|saw|was told)|"
    r"Sie|Ihnen|Ihre\w*|das|dies\w*|Absage|Entscheidung|Umgang|vous|votre|vos|cela|ça|ce|cette|refus|choix|décision|ustedes?|su|sus|esto|eso|decisión|"
    r"respuesta|trato)\b",
    re.IGNORECASE,
)
#: A mistake without a name is theirs where it was done to the user; what was done at work is the user's.
_NAMELESS = re.compile(
    r"^(?:it|this|that|das|es|c[’'](?:est|était)|es|fue|ha sido)\b", re.IGNORECASE
)
_TO_ME = re.compile(
    r"\b(?:me|my|reject\w*|refus\w*|turn(?:ing|ed)? (?:me )?down|pass(?:ing|ed)? (?:me )?over|overlook\w*|say(?:ing)? no|mich|mir|mein\w*|abzulehnen|abzusagen|"
    r"abgelehnt|moi|ma|mon|m[’']\w+|refuser|écarter|mí|rechaz\w*|descart\w*|\w+arme|\w+erme|\w+irme)\b",
    re.IGNORECASE,
)
_MY_OWN = re.compile(
    r"\b(?:my (?:own )?(?:mistake|error|fault|part)|mine|of mine|I (?:learned|learnt|made|own|admit\w*|know now|have learned|have learnt)|I[’']ve learn\w+|"
    r"on my part|taught me|mein(?:e|er)? (?:eigener )?(?:Fehler|Schuld)|von mir|meinerseits|gelernt|mon erreur|ma faute|de ma part|appris|mi error|mi culpa|"
    r"de mi parte|mío|aprend\w+)\b",
    re.IGNORECASE,
)


def feelings(sheet: Sheet) -> Iterator[Finding]:
    """A feeling named in the first person, the verdict called wrong, or a plea to decide anew."""
    yield from _found(sheet, _FEELINGS, "resentment", FEELING)
    yield from _found(sheet, _MISTAKES, "blame", MISTAKE)
    if sheet.kind in AFTER_A_NO:
        yield from _found(sheet, _PLEAS, "entitlement", AGAIN)


def names_one(text: str) -> bool:
    """Whether a sentence names such a feeling, or calls the verdict a mistake."""
    return any(
        _meant(found, text) for table in (_FEELINGS, _MISTAKES) for found in table.finditer(text)
    )


def _meant(found: re.Match[str], text: str) -> bool:
    """Whether it is said of them: not of the body, of one's own trade, or of one's own mistake."""
    sentence, rest = _sentence(found, text)
    if found.re is _FEELINGS:
        if _OF_THE_BODY.search(found[0]) and _BODY.search(sentence):
            return False
        about = _ABOUT.match(rest)
        return about is None or not about["what"].strip() or bool(_THEIRS.search(about["what"]))
    if found.re is _MISTAKES and _NAMELESS.match(found[0]):
        if _MY_OWN.search(sentence):
            return False
        return not rest.strip(" .!,") or bool(_TO_ME.search(rest))
    return True


def _sentence(found: re.Match[str], text: str) -> tuple[str, str]:
    """The sentence it stands in, and what of it comes after."""
    ends = re.search(r"[.!?](?:\s|$)|\n\s*\n", text[found.end() :])
    stop = found.end() + ends.start() if ends else len(text)
    begun = [one.end() for one in re.finditer(r"[.!?]\s|\n\s*\n", text[: found.start()])]
    return text[begun[-1] if begun else 0 : stop], text[found.end() : stop]


def is_named(one: Finding) -> bool:
    """Whether a finding is one of these: who says "I am angry" need not sound so."""
    return any(
        one.message.endswith(says.removeprefix("“{}”")) for says in (FEELING, MISTAKE, AGAIN)
    )


def _found(sheet: Sheet, table: re.Pattern[str], rule: str, says: str) -> Iterator[Finding]:
    for match in table.finditer(sheet.text, sheet.start):
        start, end = match.span()
        if sheet.is_quoted(start, end) or start >= sheet.closing.start:
            continue
        if _DENIED.search(sheet.text[max(0, start - 24) : start]):
            continue
        if _meant(match, sheet.text[: sheet.closing.start]):
            yield Finding(start, end, rule, "stop", says.format(" ".join(match[0].split())))
