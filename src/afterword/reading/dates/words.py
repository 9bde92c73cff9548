"""The words of time in seven languages: months, days, numbers, units."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _numbered(rows: tuple[str, ...], start: int) -> dict[str, int]:
    return {word: at for at, words in enumerate(rows, start=start) for word in words.split()}


MONTHS = _numbered(
    (
        "january jan januar jänner januari janvier enero janeiro gennaio",
        "february feb februar feber februari février fevrier febrero fevereiro febbraio",
        "march mar märz maerz maart mars marzo março marco",
        "april apr avril abril aprile",
        "may mai mei mayo maio maggio",
        "june jun juni juin junio junho giugno",
        "july jul juli juillet julio julho luglio",
        "august aug août aout augustus agosto",
        "september sep sept septembre septiembre setembro settembre",
        "october oct oktober okt octobre octubre outubro ottobre",
        "november nov novembre noviembre novembro",
        "december dec dezember dez décembre diciembre dezembro dicembre",
    ),
    1,
)
DAYS = _numbered(
    (
        "monday mon montag lundi lunes segunda-feira segunda maandag lunedì lunedi",
        "tuesday tue tues dienstag mardi martes terça-feira terça dinsdag martedì martedi",
        "wednesday wed mittwoch mercredi miércoles miercoles quarta-feira quarta woensdag "
        "mercoledì mercoledi",
        "thursday thu thur thurs donnerstag jeudi jueves quinta-feira quinta donderdag giovedì "
        "giovedi",
        "friday fri freitag vendredi viernes sexta-feira sexta vrijdag venerdì venerdi",
        "saturday sat samstag sonnabend samedi sábado sabado zaterdag sabato",
        "sunday sun sonntag dimanche domingo zondag domenica",
    ),
    0,
)
NUMBERS = _numbered(
    (
        "a an one ein eine einer einem einen un une una um uma een één uno",
        "two couple zwei deux dos dois duas twee due paio",
        "three few drei trois tres três drie tre einigen einige paar quelques unos unas alguns "
        "algumas enkele algunos qualche pocos poucos",
        "four vier quatre cuatro quatro quattro",
        "five fünf cinq cinco vijf cinque",
        "six sechs seis zes sei",
        "seven sieben sept siete sete zeven sette",
        "eight acht huit ocho oito otto",
        "nine neun neuf nueve nove negen",
        "ten zehn dix diez dez tien dieci",
        "eleven elf onze once undici",
        "twelve zwölf douze doce doze twaalf dodici",
    ),
    1,
) | {
    "fourteen": 14,
    "vierzehn": 14,
    "quatorze": 14,
    "catorce": 14,
    "veertien": 14,
    "quattordici": 14,
    "fifteen": 15,
    "fünfzehn": 15,
    "quinze": 15,
    "quince": 15,
    "vijftien": 15,
    "quindici": 15,
    "twenty": 20,
    "zwanzig": 20,
    "vingt": 20,
    "veinte": 20,
    "vinte": 20,
    "twintig": 20,
    "venti": 20,
    "thirty": 30,
    "dreißig": 30,
    "trente": 30,
    "treinta": 30,
    "trinta": 30,
    "dertig": 30,
    "trenta": 30,
}


def either(words: dict[str, int]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


#: Units of time: how a day of work, a day, a week and a month are written.
WORKDAYS = (
    r"(?:business|working|work|office) days?|werktage?n?|arbeitstage?n?|bankarbeitstage?n?|"
    r"jours? (?:ouvrés|ouvrables|ouvré|ouvrable)|días? (?:hábiles|hábil|laborables|laborable|laborales)|"
    r"dias? (?:úteis|útil)|werkdagen|werkdag|giorni lavorativi|giorno lavorativo"
)
HOURS = r"hours?|stunden|heures|horas|uur|ore"
PLAIN_DAYS = (
    r"(?:calendar )?days?|tage?n?|kalendertage?n?|jours?(?: calendaires)?|días?(?: naturales| corridos)?|"
    r"dias?(?: corridos)?|dagen|dag|giorni(?: di calendario)?|giorno"
)
FORTNIGHTS = r"fortnights?|quinzaine|quincena|quinzena"
WEEKS = r"(?:full )?weeks?|wochen?|semaines?|semanas?|weken|week|settimane?"
LONG = r"months?|monate?n?|mois|mes(?:es)?|mês|maanden|maand|mes[ei]"
UNIT = rf"(?:{WORKDAYS}|{HOURS}|{PLAIN_DAYS}|{FORTNIGHTS}|{WEEKS}|{LONG})"

_DAY_WORDS = frozenset(DAYS)
_MONTH_WORDS = frozenset(MONTHS)
_UNIT_WORDS = _words(
    "day days week weeks month months fortnight fortnights hours "
    "tag tage tagen woche wochen monat monate monaten werktag werktage werktagen arbeitstag "
    "arbeitstage arbeitstagen bankarbeitstage kalendertage kalendertagen stunden "
    "jour jours semaine semaines mois quinzaine heures "
    "día días semana semanas mes meses quincena horas dia dias mês quinzena "
    "dag dagen werkdag werkdagen weken maand maanden uur "
    "giorno giorni settimana settimane mese mesi ore"
)
_WEEK_WORDS = _words(
    "week weeks woche wochen semaine semana settimana kw kalenderwoche wk w/c weekend week-end "
    "weekeinde wochenende fin fim fine"
)
_PART_WORDS = _words(
    "month month's monats monatsende jahresende wochenende quartalsende year year's quarter "
    "quarter's mois mes mês maand mese anno año ano année jahres jaar monat"
)
#: A part of a month joined to its name is one word to the eye: "mid-March", "mi-mars".
_JOINED = frozenset(
    f"{part}-{month}" for part in ("early", "mid", "late", "mi") for month in ("month", *MONTHS)
)
_NEAR_WORDS = _words(
    "day today tonight afternoon evening tomorrow eod cob heute morgen übermorgen demain "
    "après-demain aujourd'hui soir mañana hoy amanhã hoje vandaag overmorgen domani dopodomani "
    "oggi stasera"
)

#: What a kind of phrase cannot do without; lower case.
NEEDS: dict[str, frozenset[str]] = {
    "month": _MONTH_WORDS,
    "part": _PART_WORDS | _MONTH_WORDS | _JOINED,
    "unit": _UNIT_WORDS,
    "week": _WEEK_WORDS,
    "weekday": _DAY_WORDS,
    "near": _NEAR_WORDS,
}
#: A sentence without one of these, and without a digit, names no day.
HINTS = _DAY_WORDS | _MONTH_WORDS | _UNIT_WORDS | _WEEK_WORDS | _PART_WORDS | _JOINED | _NEAR_WORDS
