"""Hours asked of the reader: "give me two or three slots in the week of the 23rd".

Whoever asks so waits for an answer, and the week they name is the day of it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from afterword.reading.dates.found import dates_in
from afterword.reading.dates.promised import IMPERATIVE
from afterword.reading.dates.telling import ASKED
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import rule, view
from afterword.terms import MailKind

#: Mail that may ask for hours; of other kinds the words speak of other things.
ASKING_TIMES = frozenset({MailKind.INTERVIEW_INVITATION, MailKind.INTERVIEW_LOGISTICS})

#: Hours that suit somebody.
_HOURS = rule(
    r"\b(?:(?:your |any |some |further )?availabilit(?:y|ies)|(?:time ?|interview )?slots?\b|(?:dates?|times?|days?|hours?)(?: and (?:dates?|times?))? (?:that |which |when )?(?:would |might |you |are )?(?:work|suit|convenient|can make|could make|free)s?|"
    r"(?:(?:two|three|four|a few|some|several|a couple of)(?: (?:or|to) (?:three|four|five))?) (?:\w+ )?(?:times|dates|days|options|windows)\b|when (?:you (?:are|would be|might be|could be)|you're|you'd be|would you be|are you|might you be) (?:\w+ )?(?:available|free)|(?:are|would) you (?:be )?(?:available|free) (?:for|to|on|next|this|in)|what (?:days?|times?|dates?) (?:would |might )?(?:work|suit)s?|when (?:would|does|might) (?:it )?suit|"
    r"verfügbarkeit(?:en)?|terminvorschl\w+|termin(?:e|en|möglichkeiten)\b|zeitfenster\w{0,2}|wann (?:es )?(?:sie|du|ihnen|dir|euch)(?: [\wäöüß]{1,12}){0,4} (?:zeit|passt|passen|verfügbar|könn\w+|hab\w+)|wann (?:passt|passen|hätten|haben|hast) |"
    r"disponibilités?\b|créneaux?\b|quand (?:vous )?(?:êtes|seriez)(?:-vous)? (?:disponible|libre)|(?:êtes|seriez)-vous (?:\w+ )?(?:disponible|libre)|(?:quelques|deux|trois|plusieurs)(?: ou trois)? (?:dates|horaires|plages)|(?:dates?|horaires?|jours?|moments?) qui (?:vous )?(?:convien\w+|arrang\w+)|"
    r"disponibilidad(?:es)?|(?:franjas?|huecos?) (?:horari\w+|en)|horarios? (?:que|en)|(?:dos|tres|algunas|varias|un par de) (?:o tres )?(?:fechas|opciones|horas)|cuándo (?:le|te|os) (?:viene|vendría|va|iría) (?:bien|mejor)|fechas? que (?:le|te) (?:veng\w+|conven\w+)|"
    r"disponibilidades?|(?:duas|três|algumas|alguns)(?: ou três)? (?:datas|opções|horários)|horários? (?:que|em que|disponíve\w+)|quando (?:lhe|te) (?:dá|daria|convém|seria) (?:mais )?(?:jeito|melhor)?|datas? que (?:lhe|te) (?:conv\w+|dêem|sejam)|"
    r"beschikbaarheid|tijdstip(?:pen)?|tijdslot(?:s|en)?|(?:twee|drie|enkele|een paar)(?: of drie)? (?:data|momenten|opties|dagen|voorstellen)|wanneer (?:je|u|het (?:je|u)) (?:\w+ ){0,3}(?:kunt|kan|kun|schikt|uitkomt|beschikbaar|past)|wanneer (?:kunt|kun|schikt|past) |"
    r"disponibilità|fasce? orari[ae]|(?:due|tre|qualche|alcune)(?: o tre)? (?:date|fasce|orari|opzioni)|orari(?:o)? (?:che|in cui)|quando (?:le|ti|vi) (?:andrebbe|va|farebbe|sarebbe) (?:bene|comodo)|date? (?:che|in cui) (?:le|ti) (?:vann\w+|andrebb\w+))"
)
#: Thanks for having found the time, hours of theirs, hours of the job, and what is settled already.
_OTHER = rule(
    r"\b(?:thank(?:s| you) for|(?:merci|remerci\w+) (?:pour|de)|danke für|vielen dank für|gracias por|obrigad[oa] p\w+|bedankt voor|grazie per) (?:la |l'|el |a |il |die |le |your |votre |vos |ihre |deine |su |tu |sua |tua |uw |je |having )|"
    r"\b(?:our|my|his|her|their|mes|nos|ses|leurs|notre|son|sa|unsere\w?|meine\w?|nuestr\w+|nosso\w?|nossa\w?|onze|nostr\w+)(?: [\w-]{1,12})? (?:availabilit\w+|slots?|disponibilit\w+|créneaux?|termine\w?|verfügbarkeit\w*|disponibilidad\w*|beschikbaarheid)|"
    r"\b(?:(?:confirm\w*|move[ds]?|cancel\w*) (?:your|the|this) slot|no (?:more )?slots?|plus de créneaux?|keine termine)\b"
)
#: Asked in other words than those of a deadline.
_ASKS = rule(
    r"(?:\?\s*$)|\b(?:(?:let|tell|send|give|drop) (?:us|me)|share|propose|suggest|offer|indicate|(?:i|we)(?:'d| would) (?:appreciate|need|like)|"
    r"(?:nennen|schicken|senden|mitteilen|teilen|geben|sagen|nenn|schick|gib|sag|schlagen|schlag|vorschlagen)\b|"
    r"(?:indiqu\w+|communiqu\w+|propos\w+|transmett\w+|donn(?:er|ez)|dire|dites)\b|"
    r"(?:indi(?:car|que|carnos|carme|queme|quenos)\w*|propon\w+|env[ií]\w+|facilit\w+|dígan?os|díganme)\b|"
    r"(?:indi(?:car|que)\w*|propor|sugerir|enviar|diga\w*)\b|(?:doorgeven|geef|laat|stuur|noemen|voorstellen)\b|"
    r"(?:indicar\w+|comunicar\w+|propor\w+|mandar\w+|dir\w{0,3}|ci (?:indichi|dica|comunichi))\b)"
)


class Slots(NamedTuple):
    """The sentence that asks for hours, and the day or the week's last one it names, if any."""

    sentence: Span
    day: date | None


def slots_in(text: str, written: date) -> Slots | None:
    """The sentence in which the reader is asked when they have time; None where nobody asks."""
    seen = view(text)
    for span in sentences(seen):
        sentence = seen[span.start : span.end]
        if _HOURS.search(sentence) is None or _OTHER.search(sentence):
            continue
        if not (ASKED.search(sentence) or IMPERATIVE.search(sentence) or _ASKS.search(sentence)):
            continue
        ahead = [one.day for one in dates_in(sentence, written) if one.day >= written]
        return Slots(span, max(ahead, default=None))
    return None
