"""Where a text names somebody or something: capitals that no ordinary word explains.

A capital inside a sentence marks a name, at its start only where the word is none of the language's
ordinary ones. German writes every noun with a capital: there a word is a name unless it is a
noun we know, is made of one, has a noun's ending, or follows an article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from afterword.writing.days_said import months_and_days
from afterword.writing.lexicon import words_of

_LISTS = Path(__file__).parent / "ordinary"
WORD = re.compile(r"[^\W\d_](?:[\w’'&-]*\w)?(?:\+\+|#)?")

GREETINGS = words_of(
    """dear hello hi good morning guten tag bonjour buenos buenas días tardes estimada estimado
    estimados estimadas querida querido hola sehr geehrte geehrter liebe lieber hallo madame monsieur
    cher chère messieurs moin grüß gott afternoon evening kia ora tēnā tena koe koutou aloha namaste salaam
    shalom ciao buongiorno gentile egregio olá prezado prezada hej hei hallå dag beste geachte shwmae annwyl
    dia dhuit szanowna szanowny moien grüezi servus salut"""
)
#: What stands before a name and says that one follows; nobody's name itself.
FORMS = words_of(
    """mr mrs ms miss mx dr prof professor doctor sir madam chef sister herr frau herrn mme mlle m
    maître monsieur madame mademoiselle sr sra señor señora don doña srta ingeniero doctora"""
)
_DAYS = frozenset(months_and_days())
_PLAIN_CAPITALS = words_of("ok ps cv pdf dvd usb p.s i o pm am tv it hr n no nr tel a url id faq")
_POLITE = words_of(
    """sie ihnen ihr ihre ihrem ihren ihrer ihres ihrerseits ihretwegen du dir dich dein deine usted
    ustedes ud uds vd"""
)
#: Words that open a sentence of a letter and are rare in mails.
_OPENERS = words_of(
    """ceci cela bravo félicitations enhorabuena felicidades decida acepto acepté anoté lamento celebro
    rechazo geschätzt glückwunsch herzlichen gratulation gratuliere mitgenommen congratulations
    grateful remain should might whatever frankly candidly likewise delighted
    chapeau courage santé hélas tiens voilà ojalá vaya ánimo ánimos suerte menudo menuda respekt hut schade
    prima klasse endlich stimmt"""
)
#: Days everybody keeps or knows; nobody’s name ("Reyes" and "Toussaint" are, and stay out).
FEASTS = words_of(
    """christmas xmas easter whitsun whitsuntide pentecost lent advent epiphany michaelmas candlemas halloween
    hallowe’en thanksgiving hogmanay ramadan eid diwali hanukkah passover purim holi nowruz boxing midsummer
    weihnachten ostern pfingsten silvester fasching karneval advent noël pâques pentecôte
    navidad pascua pascuas cuaresma"""
)
_NEVER = _PLAIN_CAPITALS | _POLITE | FORMS | FEASTS
_NOUN_END = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|nis|nisse|nissen|tum|"
    r"ismus|ment|mente|ling|linge|chen|lein|erei|ereien|enz|anz|ik|age|ier|eur|eure|euren|"
    r"arbeit|leute|stelle|stellen|zeit|zeiten|plan|pläne|gang|gänge|gabe|werk|werke|haus|jahr|jahre)$"
)
_BEFORE_A_NOUN = re.compile(
    r"(?:^|(?<=\W))(?:der|die|das|des|dem|den|ein|eine|einen|einem|einer|eines|kein\w*|mein\w*|dein\w*|"
    r"ihr\w*|unser\w*|sein\w*|dies\w+|jede\w?|alle\w?|viele\w?|einige\w?|mehrere\w?|beide\w?|welche\w?|zum|zur|im|am|vom|"
    r"beim|ins|ans|aufs|fürs|[\d.,]+%?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|elf|zwölf|\w*zehn|\w+[zß]ig|\w*hundert|\w*tausend|"
    r"[a-zäöüß]{3,}(?:en|em|er|es|te|ene|ige|iche|ische|ere)|pro|per|je|kein|viel|wenig|mehr|weniger|genug) $"
)
_NO_ARTICLE = re.compile(
    r"(?:über|unter|hinter|wieder|weiter|aber|oder|immer|einer|außer|nachher|bei|neben|gegen|zwischen|wegen|sagten?|leben|haben|waren|wurden|hatte|arbeite\w*|kenn\w+|sprach\w*|traf\w*|nenn\w+|seiten) $"
)


@lru_cache(maxsize=8)
def ordinary(language: str) -> frozenset[str]:
    """The ordinary words of a language, folded; for German its nouns."""
    path = _LISTS / f"{language}.txt"
    words = path.read_text("utf-8").split() if path.exists() else []
    return frozenset(word.casefold() for word in words)


@lru_cache(maxsize=1)
def _tails() -> frozenset[str]:
    """Nouns long enough to end a compound: "kontrolle" in Wareneingangskontrolle."""
    return frozenset(word for word in ordinary("de") if len(word) > 3)


def names_in(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Each word of a name with its place; days, months, greetings and forms are none."""
    opening, last = True, 0
    for match in WORD.finditer(text):
        between = text[last : match.start()]
        opening = opening or bool(re.search(r"[.!?:…¿¡\n]|[“„«‘(\"]\s*$", between))
        if _is_name(match[0], opening, text, match, language):
            yield match.span()
        opening, last = False, match.end()


def _is_name(word: str, opening: bool, text: str, match: re.Match[str], language: str) -> bool:
    if not word[0].isupper():
        return any(sign.isupper() for sign in word[1:])
    small = word.casefold().replace("'", "’")
    spoken = re.sub(r"’\w{0,4}$", "", small) if language == "en" else small
    if language in ("fr", "es") and re.match(r"^[cdjlmnst]’|^qu’", small):
        _, _, tail = word.replace("'", "’").partition("’")
        return bool(tail) and tail[0].isupper()
    if spoken in _DAYS or spoken.rstrip("s") in _DAYS or spoken in _NEVER:
        return False
    if len(word) == 1:  # an initial: the name after it is what counts
        return False
    if word.isupper() and not opening:
        return True
    if language == "de":
        if opening and _verb_first(small, text[match.end() : match.end() + 8]):
            return False
        return _german(word, small, opening, text[: match.start()])
    if opening:
        return not _ordinary(spoken, language)
    return True


def _ordinary(spoken: str, language: str) -> bool:
    """Whether a language knows this word as an everyday one, also bent."""
    known = ordinary(language)
    if (
        spoken in known
        or spoken in GREETINGS | _OPENERS
        or all(part in known for part in spoken.split("-"))
    ):
        return True
    if language == "fr" and re.search(r"-(?:l[aes]s?|lui|leur|moi|nous|vous|en|y)$", spoken):
        return _ordinary(spoken.rsplit("-", 1)[0], language)  # "Remerciez-la"
    told = {spoken[:-1] + "r", spoken[:-2] + "re", spoken[:-2] + "ir"}  # "Transmettez"
    if language == "fr" and spoken.endswith("ez") and told & known:
        return True
    if language == "es" and re.search(r"(?:se)?(?:l[aeo]s?|me|nos)$", spoken):
        stem = re.sub(r"(?:se)?(?:l[aeo]s?|me|nos)$", "", spoken)
        if len(stem) > 1 and (stem in known or stem + "r" in known):
            return True  # "Dele las gracias"
    if language == "es" and re.search(r"(?:[éóí]|[aei]mos|aron|ieron|ando|iendo)$", spoken):
        return True
    ends = {
        "en": "s ed ing ly er es d",
        "fr": "s e es ent ons ez ait aient",
        "es": "s es n mos ba ban",
    }
    for end in ends.get(language, "s").split():
        if spoken.endswith(end) and len(spoken) - len(end) > 2:
            stem = spoken.removesuffix(end)
            if stem in known or stem + "e" in known:
                return True
    more = {"en": ("s", "d", "ed"), "fr": ("s", "e", "r"), "es": ("s", "r", "n")}
    return any(spoken + end in known for end in more.get(language, ()))


def is_ordinary(word: str, language: str) -> bool:
    """Whether English, French or Spanish has this as an everyday word, bent ones too; accents may
    have been left out."""
    small = word.casefold()
    return _ordinary(small, language) or small in _bare(language)


@lru_cache(maxsize=8)
def _bare(language: str) -> frozenset[str]:
    return frozenset(
        "".join(s for s in unicodedata.normalize("NFD", word) if not unicodedata.combining(s))
        for word in ordinary(language)
    )


def is_german_word(word: str) -> bool:
    """Whether German has this as a noun, made or bent, or as a small word."""
    small = word.casefold()
    return (
        _known_german(small)
        or small in small_german()
        or small in _bare("de")
        or _verb_or_small(small)
        or small in _GERMAN_OPENERS
    )


def _german(word: str, small: str, opening: bool, before: str) -> bool:
    if opening and len(word) < 4:
        return word.isupper()
    folded = before.casefold()
    article = bool(_BEFORE_A_NOUN.search(folded)) and not _NO_ARTICLE.search(folded)
    at_a_firm = bool(re.search(r"(?<!\w)(?:bei|von|wie|nach|aus) $", folded))
    if _known_german(re.split(r"[-&]", small)[-1], strict=at_a_firm):
        return False
    if re.search(r"(?:Herrn?|Frau|Dr\.|Prof\.|Firma) (?:Dr\. )?$", before):
        return True
    if opening:
        return small not in _GERMAN_OPENERS and not _verb_or_small(small)
    return not article


def _verb_first(small: str, after: str) -> bool:
    """ "Reißt die Kruste, …", "Kommen Sie gern": a verb opens, and who or what follows at once."""
    follows = re.match(r" (?:die|der|das|den|dem|ein\w{0,2}|[Ss]ie|er|es|man|ich|wir|du)\b", after)
    return follows is not None and small.endswith(("t", "en", "st"))


def _known_german(small: str, strict: bool = False) -> bool:
    """Whether a German word is a noun we know, bent or made of one. Where a firm's name may stand
    ("bei …") a compound must be known in both its parts: Vattenfall is no "Fall"."""
    known = ordinary("de")
    ends = ("s", "n", "e", "en", "es", "er", "ern", "in", "innen")
    bare = [small, *(small.removesuffix(end) for end in ends)]
    if any(
        one in known or f"{one}e" in known or f"{one}en" in known for one in bare if len(one) > 2
    ):
        return True
    if _NOUN_END.search(small) and len(small) > 5:
        return True
    return any(
        one[i:] in _tails() and (not strict or one[:i].rstrip("sne") in _heads())
        for one in bare
        for i in range(3, len(one) - 3)
    )


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(word.rstrip("sne") for word in ordinary("de") | small_german())


def _verb_or_small(small: str) -> bool:
    """A sentence may open with any small word; names rarely end so."""
    return (
        small in small_german()
        or small in _OPENERS
        or bool(re.search(r"(?:lich|isch|ig|weise|halb|dem|nach|bar)$", small))
    )


@lru_cache(maxsize=1)
def small_german() -> frozenset[str]:
    path = _LISTS / "de_small.txt"
    return frozenset(path.read_text("utf-8").split()) if path.exists() else frozenset()


_GERMAN_OPENERS = words_of("danke bitte gern gerne mein meine unser unsere wenn dass")
