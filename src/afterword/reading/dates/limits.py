"""Where a sentence makes a day a limit: a preposition before it, or what is said of it behind.

Between the preposition and the day people put the hour, its zone, a bracket ("by noon (UK time) on
Friday"); none of these makes the day less of a limit, so they do not count as distance.
"""

from __future__ import annotations

import re

from afterword.reading.dates.found import Found
from afterword.reading.dates.telling import UNTIL
from afterword.reading.view import rule

_BRACKET = re.compile(r"\([^()]{0,80}\)")
#: An hour and whose hour it is: they say when within the day.
_HOUR = rule(
    r",? ?\b(?:\d{1,2}(?:[:.h]\d{2})? ?(?:a\.?m\.?|p\.?m\.?|o'clock|uhr|h|heures?|horas?|uur|ore)(?! (?:of|von|de travail))\b|(?:[01]?\d|2[0-3]):[0-5]\d\b|"
    r"(?:12 )?(?:noon|midday)|midnight|mittag(?:s)?|mitternacht|midi|minuit|mediodía|medianoche|meio-dia|meia-noite|mezzogiorno|mezzanotte|"
    r"(?:the )?(?:close|end) of (?:the )?(?:business(?: day)?|play|working day)|(?:büro|geschäfts|dienst)schluss|fin de journée)"
)
_ZONE = rule(
    r",? ?\b(?:(?:in )?(?:(?!(?:by|before|until|till|to|at|bis|vor|op|om|tot|uiterlijk)\b)[\w-]{2,14} ){0,2}(?:time|zeit|ortszeit|tijd)(?: zone)?\b|(?:gmt|utc|bst|ce?s?t|mes?z|e[sd]t|p[sd]t|i?st)\b|"
    r"heure (?:locale|de [\w-]+|française|suisse|belge|anglaise)|hora (?:local|peninsular|de [\w-]+)|ora (?:locale|italiana|di [\w-]+))"
)
_FAR = 60
#: The hour behind a day, which comes before what is said of that day ("Friday at noon is our limit").
_AT = rule(r"[ ,]{0,2}(?:(?:at|um|gegen|à|a las|a|al|às|ao|alle|om) )?")
#: "Para el viernes", "per venerdì": right before a day these make it a limit; of a thing they are for.
_FOR = rule(r"\b(?:para|per)(?: (?:el|la|il|o|a|lo|le))? ?$")

_NEED = (
    r"(?:need|want|require|expect|ask for|wait for|insist on|must have|must know|ha(?:ve|s) to (?:have|know))(?:s|ed)?"
    r"(?! (?:to )?(?:you|see|meet|start|begin|interview)\b)"
)
#: Said right behind a day: it is the one they need, the last, the limit.
SET_BEHIND = rule(
    r"[ ,]{0,2}(?:"
    rf"(?:is|would be|remains|stays)(?: still| really)? (?:(?:the|our|your) (?:[\w-]{{1,12}} )?(?:deadline|cut-?off|limit)\b(?! (?:for|to) (?:appl|enter))|(?:the|our|your) (?:last|latest) (?:date|day|moment|point)\b|(?:the|our) (?:date|day|time) (?:that |which |by which )?(?:[\w']{{1,14}} ){{1,4}}?{_NEED}\b|when (?:[\w']{{1,14}} ){{1,4}}?(?:needs?|must have|must know)\b)|"
    r"(?:ist|wäre|bleibt)(?: [\w-]{1,10}){0,2} (?:(?:der|unser|ihr) (?:letzte[r]? (?:tag|termin)|stichtag)|(?:die|unsere|ihre) (?:letzte )?frist\b(?! für (?:bewerb|ein))|(?:die|unsere) deadline|(?:der|das) (?:tag|termin|datum),? (?:den|das|bis zu (?:dem|welchem)|zu dem|an dem) (?:[\wäöüß]{1,16} ){1,5}?(?:brauch\w+|benötig\w+|wissen (?:muss|müssen)|haben (?:muss|müssen)))|"
    r"(?:est|sera|reste)(?: bien| toujours)? (?:(?:la|notre|votre) date (?:limite|butoir)|(?:le|notre) (?:dernier (?:jour|délai)|délai)\b|notre échéance|(?:la date|le jour) (?:dont|à laquelle|auquel|pour laquelle|pour lequel|qu(?:e|')) ?(?:[\wàâéèêîôûç']{1,16} ){0,4}?(?:(?:a|ont|avons|aurait) besoin|exige\w*|attend\w*|doit savoir|doivent savoir|devons savoir))|"
    r"(?:es|sería|sigue siendo) (?:(?:la|nuestra) fecha (?:límite|tope)|el (?:último día|plazo)\b|nuestro plazo|(?:la fecha|el día) (?:que|para (?:la|el) que|en (?:la|el) que) (?:[\wáéíóúñ]{1,16} ){0,4}?(?:necesit\w+|exig\w+|esper\w+|debe saber))|"
    r"(?:é|seria|continua a ser) (?:(?:a|nossa|a nossa) data[ -]limite|o (?:último dia|(?:nosso )?prazo)\b|(?:a data|o dia) (?:de que|que|em que|até à qual) (?:[\wáâãéêíóôõúç]{1,16} ){0,4}?(?:precis\w+|necessit\w+|exig\w+|esper\w+))|"
    r"(?:is|blijft) (?:(?:de|onze|uw|je) (?:deadline|uiterste (?:datum|dag)|laatste dag|termijn)\b|de (?:datum|dag) (?:die|waarop|waarvoor|dat) (?:[\wëé]{1,16} ){1,4}?(?:nodig (?:heeft|hebben)|verwach\w+|moet(?:en)? weten))|"
    r"(?:è|sarebbe|resta) (?:(?:la|nostra|la nostra) (?:scadenza|data limite)|il (?:nostro )?termine\b|l'ultimo giorno|(?:la data|il giorno) (?:di cui|che|in cui|entro (?:cui|la quale)) (?:[\wàèéìòù]{1,16} ){0,4}?(?:ha(?:nno)? bisogno|abbiamo bisogno|serve|richied\w+|aspett\w+))"
    r")"
)
#: And right before it: "the day our board needs is Friday".
SET_BEFORE = rule(
    rf"\b(?:(?:date|day) (?:that |which |by which )?(?:[\w']{{1,14}} ){{1,4}}?{_NEED}(?: (?:it|this|your \w+))?(?: by| for)? is|"
    r"(?:tag|termin|datum),? (?:den|das|bis zu dem|an dem) (?:[\wäöüß]{1,16} ){1,5}?(?:brauch\w+|benötig\w+),? ist|"
    r"(?:date|jour) (?:dont|à laquelle|auquel) (?:[\wàâéèêîôûç']{1,16} ){1,4}?(?:besoin|exige\w*|attend\w*) est|"
    r"(?:fecha|día|data|dia) (?:que|de que) (?:[\wáâãéêíóôõúñç]{1,16} ){1,4}?(?:necesit\w+|precis\w+|necessit\w+) (?:es|é)|"
    r"(?:datum|dag) (?:die|waarop) (?:[\wëé]{1,16} ){1,4}?(?:nodig (?:heeft|hebben)) is|"
    r"(?:data|giorno) (?:di cui|in cui) (?:[\wàèéìòù]{1,16} ){1,4}?(?:bisogno|serve) è)"
    r"(?: (?:on|at|am|le|el|il|o|op|noon|midday|midi|mittag|the|de|den|der|\w{3,10}(?:day|tag|dag|di|dì))){0,4} ?$"
)


def near(before: str, day: str) -> str:
    """A day with what stands before it, without the hour, its zone and brackets."""
    bare = _ZONE.sub(" ", _HOUR.sub(" ", _BRACKET.sub(" ", before)))
    return bare[-_FAR:] + day


def limited(sentence: str, found: Found) -> bool:
    """Whether a preposition makes this day the last ("by", "bis", "d'ici")."""
    day = sentence[found.start : found.end]
    before = sentence[: found.start]
    if UNTIL.search((before + day)[-_FAR:]) or UNTIL.search(near(before, day)):
        return True
    return _FOR.search(sentence[max(0, found.start - 12) : found.start]) is not None


def set_as_limit(sentence: str, found: Found) -> bool:
    """Whether they say of this day that it is the one they need ("the 27th is our deadline")."""
    after = _AT.match(sentence, found.end)
    hour = _HOUR.match(sentence, after.end()) if after else None
    ends = (found.end, hour.end()) if hour else (found.end,)
    if any(SET_BEHIND.match(sentence, end) for end in ends):
        return True
    return SET_BEFORE.search(sentence[max(0, found.start - 120) : found.start]) is not None
