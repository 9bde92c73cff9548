"""The name at the top, the names within, the name below: right, or left over from another letter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from afterword.terms import Finding
from afterword.writing import calling, claims, names_said
from afterword.writing.lexicon import words_of
from afterword.writing.names_said import is_ordinary
from afterword.writing.remarks import nearly
from afterword.writing.remarks.sheet import Sheet

HIS = words_of(
    "mr mr. herr herrn monsieur m. m sr sr. señor don lieber geehrter estimado cher querido"
)
HERS = words_of(
    "mrs mrs. ms ms. miss frau madame mme mme. mlle sra sra. srta señora señorita doña liebe estimada chère querida"
)
#: What a first line says that is no name.
FORMS = words_of(
    """mr mrs ms miss mx dr prof professor all team hiring herr herrn frau dr. damen herren doktor professorin
    madame monsieur mesdames messieurs docteur maître m mme mlle señor señora señores señorita don doña sr sra
    srta doctor doctora equipo équipe lieber liebe liebes sehr geehrter geehrte geehrtes guten tag hallo grüß gott
    estimado estimada estimados querido querida cher chère chers hola buenos buenas días tardes muy bonjour
    directrice directeur président présidente presidente presidenta directora director responsable chef cheffe
    everyone both friends manager committee panel and und et y la el le les der die das von van de del zu dear hi
    hello good morning afternoon evening moin servus sir madam salut bonsoir respected esteemed honoured reverend rev
    father fr sister brother pastor rabbi imam captain capt chief judge justice councillor cllr mayor colonel major
    sergeant matron coach chef engr alhaji hajia shri smt sri ji kia ora tēnā koe g’day g'day greetings namaste salaam"""
)
_TITLED = re.compile(
    r"\b(?P<title>Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Madame|Monsieur|Mme|Mlle|M|Sra?|Srta|señora?|Señora?|don|doña|Don|Doña)\.?\s+"
    r"(?:(?:Dr|Prof)\.?\s+)*(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s+[A-ZÀ-ÖØ-Þ][\w’'-]+)?)"
)
_FULL = re.compile(
    r"\b(?P<first>[A-ZÀ-ÖØ-Þ][\w’'-]+)\s+(?:(?:van|von|de|del|der|la|al|el)\s+)*(?P<last>[A-ZÀ-ÖØ-Þ][\w’'-]+)"
)
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]+")
_VOCATIVE = re.compile(r"(?:(?<=[.!?]\s)|(?<=\n)|,\s+)(?P<name>[A-ZÀ-ÖØ-Þ][a-zà-ÿ’'-]+),\s")
#: Endings and words that mark a firm.
FIRM = re.compile(
    r"\b(?:gmbh|ag|kg|se|ltd|limited|inc|llc|plc|corp|corporation|group|gruppe|groupe|grupo|holding|company|& co|sa|s\.a\.|sl|sas|"
    r"partners|bank|energy|foods?|freight|logistics|logistik|labs?|systems|systeme|technolog\w+|media|foundation|"
    r"stiftung|fondation|fundación|verlag|klinik|hospital|clinic|university|institute?|instituto|institut|stadtwerke|werke|studios?|"
    r"software|solutions|industries|marine|waterworks|railways?|mining|minerals|dair(?:y|ies)|estates|housing|textiles|mills|timber|"
    r"haulage|shipping|engineering|construction|builders|brothers|brewer(?:y|ies)|vets|academy|savings|mutual|assurance|theatre|"
    r"gallery|society|association|ferries|airways|steel|chemicals|plastics|printing|publishing|pumps|tools|robotics|travel|tours|coaches|chambers|homes|pharma|consulting|capital|insurance|airlines|motors|press|museum|trust|council|college)\b",
    re.IGNORECASE,
)


def wrong_name(sheet: Sheet) -> Iterator[Finding]:
    """The name at the top must be the reader's, the others those the facts know (guardrail 2)."""
    found: list[Finding] = []
    for rule in (_greeted, _titles, _nearly, _mixed, _signed):
        for one in rule(sheet):
            if not any(a.start < one.end and one.start < a.end for a in found):
                found.append(one)
    yield from found


def _greeted(sheet: Sheet) -> Iterator[Finding]:
    line = sheet.greeting
    if not line.text or sheet.to is None or not sheet.to.name.strip():
        return
    to = sheet.to.name.strip()
    known = claims.name_words(calling.full_name(to) + " " + to)
    names = list(re.finditer(r"[^\W\d_][\w’'-]*", line.text))
    strange = [
        m
        for m in names
        if m[0][0].isupper()
        and m[0].casefold() not in claims.GREETINGS | FORMS
        and not claims.name_words(m[0]) & known
    ]
    if strange:
        first, last = strange[0], strange[-1]
        said = line.text[first.start() : last.end()]
        says = f"This letter goes to {to}, but greets “{said}”."
        place = line.start + first.start(), line.start + last.end()
        meant = _meant(said, to, sheet)
        if meant and meant != to:
            says = (
                f"“{said}” is nearly “{meant}”. Is it the same person? And the letter goes to {to}."
            )
        mend = _put_right(said, meant) if meant else None
        yield Finding(*place, "wrong_name", "stop", says, mend)


def _put_right(said: str, meant: str) -> str:
    """What was said with each slip in it as the name is really spelled."""
    names = [m[0] for m in _CAPITAL.finditer(meant)]

    def right(match: re.Match[str]) -> str:
        word = match[0]
        if any(word.casefold() == name.casefold() for name in names):
            return word
        return next((name for name in names if is_slip(word, name)), word)

    return _CAPITAL.sub(right, said)


def _meant(said: str, to: str, sheet: Sheet) -> str:
    """Whom the name at the top was meant for: somebody it comes close to in spelling, or nobody."""
    words = sorted(claims.name_words(said))
    others = [one for one in sheet.persons if one != to]
    if any(set(words) <= claims.name_words(one) for one in others) or sheet.is_kept(*words):
        return ""  # it is spelled right, and somebody else
    for one in (to, *others):
        theirs = claims.name_words(one)
        apart = [word for word in words if word not in theirs]
        if all(any(is_slip(word, name) for name in theirs) for word in apart):
            return one
    return ""


def is_slip(word: str, name: str) -> bool:
    """Whether one name is the other with a letter or two wrong."""
    return nearly.near(word.casefold(), name.casefold(), wide=False) or one_off(word, name)


def _titles(sheet: Sheet) -> Iterator[Finding]:
    """Mr for a Ms: the facts know how they are called."""
    known: dict[str, str] = {}
    about = sheet.to
    for text in [fact.text for fact in sheet.facts] + ([about.name] if about else []):
        for match in _TITLED.finditer(text):
            known.setdefault(match["name"].split()[-1], match["title"])
    for match in _TITLED.finditer(sheet.text):
        name = match["name"].split()[-1]
        other = known.get(re.sub(r"[’']s$", "", name))
        if other is not None and _sex(other) * _sex(match["title"]) < 0:
            says = f"“{match[0]}”: elsewhere it is {other} {name}."
            mend = match[0].replace(match["title"], other, 1)
            yield Finding(*match.span(), "wrong_name", "stop", says, mend)


def _sex(title: str) -> int:
    small = title.casefold()
    return 1 if small in HIS else -1 if small in HERS else 0


def _nearly(sheet: Sheet) -> Iterator[Finding]:
    """A person's name a few letters off, or with another first or last name to it."""
    if not sheet.checked and not sheet.facts:
        return
    for one in nearly.nearly(sheet):
        if not one.firm:
            says = f"“{one.said}” is nearly “{one.meant}” ({one.whole}). Is it the same person?"
            yield Finding(one.start, one.end, "wrong_name", "stop", says, one.meant)


def _mixed(sheet: Sheet) -> Iterator[Finding]:
    """A known first name with another last name, a name one letter off, or somebody not known."""
    if not sheet.checked and not sheet.facts:
        return
    said = sheet.said
    known = claims.name_words(said)
    own = {
        re.sub(r"[’']s?$", "", m[0])
        for text in (
            sheet.to.name if sheet.to else "",
            sheet.to.company if sheet.to else "",
            sheet.company,
            *(f.text for f in sheet.facts),
        )
        for m in _CAPITAL.finditer(text)
    }
    for pattern in (_TITLED, _VOCATIVE):
        for match in pattern.finditer(sheet.text, sheet.greeting.end, sheet.closing.start):
            # "Herrn Kohls Nebel": in German the noun after a name has a capital too.
            name = match["name"].split()[0 if sheet.language == "de" else -1]
            bare = re.sub(r"[’']s?$", "", name)
            if sheet.language == "de" and bare.removesuffix("s").casefold() in known:
                continue
            if claims.name_words(bare) & known or sheet.is_quoted(*match.span()):
                continue
            small = bare.casefold()
            if pattern is _VOCATIVE and (
                not sheet.checked
                or (
                    match.start() > 0
                    and sheet.text[match.start()] != ","
                    and sheet.language != "en"
                )
            ):
                continue
            if pattern is _VOCATIVE and (
                small in OPENERS
                or small.endswith(("ly", "ment", "mente"))
                or sheet.language == "de"
            ):
                continue
            if sheet.is_kept(bare):
                continue
            says = f"“{bare}” is nobody the facts know. Is it the right name?"
            yield Finding(match.start("name"), match.end("name"), "wrong_name", "stop", says)
    for match in _FULL.finditer(sheet.text, sheet.greeting.end, sheet.closing.start):
        first, last = match["first"], re.sub(r"[’']s?$", "", match["last"])
        knows_first, knows_last = (
            bool(claims.name_words(first) & known),
            bool(claims.name_words(last) & known),
        )
        if first.casefold() in HIS | HERS:
            continue  # _TITLED has looked
        if _is_german_word(sheet, first):
            continue  # "Ihre Entscheidung", "Der Neue": every German noun has a capital
        if knows_first and not knows_last and _person_called(first, said) and not FIRM.search(last):
            says = f"The facts know another “{first}”. Is “{last}” the right name?"
            yield Finding(match.start(), match.end(), "wrong_name", "stop", says)
    close = list(nearly.nearly(sheet))
    for match in _CAPITAL.finditer(sheet.text, sheet.greeting.end, sheet.closing.start):
        word = re.sub(r"[’']s?$", "", match[0])
        if len(word) < 4 or claims.name_words(word) & known:
            continue
        if any(one.start < match.end() and match.start() < one.end for one in close):
            continue  # said already, or a firm's
        if _is_german_word(sheet, word):
            continue  # "Freude" is nearly "Friday", and a word of its own
        if is_ordinary(word, sheet.language) and not _has_a_name_after(sheet, match, known):
            continue  # "There" is nearly "Three"
        if sheet.is_law(*match.span()):
            continue
        near = next(
            (one for one in own if one_off(word, one) and not is_ordinary(one, sheet.language)),
            None,
        )
        if near is not None and not sheet.is_kept(word):
            says = f"“{word}” is nearly “{near}”. Is it the same name?"
            mend = match[0].replace(word, near, 1)
            yield Finding(match.start(), match.end(), "wrong_name", "stop", says, mend)


def _has_a_name_after(sheet: Sheet, match: re.Match[str], known: Collection[str]) -> bool:
    """ "Donna Wills", where Wills is known: then Donna is a name."""
    after = re.match(r"[ \t]+([A-ZÀ-ÖØ-Þ][\w’'-]+)", sheet.text[match.end() :])
    return after is not None and bool(claims.name_words(after[1]) & set(known))


def _is_german_word(sheet: Sheet, word: str) -> bool:
    """Whether German has this as a word: an article, a possessive, an adjective, a common noun."""
    return sheet.language == "de" and names_said.is_german_word(word)


OPENERS = words_of(
    """however therefore still yet then also finally first second third meanwhile instead indeed perhaps again
    today tomorrow yesterday here there now thanks sorry yes no well so and but since afterwards later nevertheless
    nonetheless otherwise besides moreover furthermore additionally unfortunately fortunately frankly honestly
    enfin ensuite puis ainsi donc toutefois cependant aujourd’hui demain hier bref certes aussi alors sinon
    además luego después también entonces así hoy mañana ayer finalmente gracias bien mientras january february
    march april may june july august september october november december monday tuesday wednesday thursday friday
    saturday sunday regards like unlike said late early congratulations welcome please dear all everyone everybody nobody someone quite
    true right good great fine okay next last once twice whatever whoever given granted félicitations merci
    bonjour désormais parfois souvent surtout pourtant certainement évidemment felicidades enhorabuena hola"""
)


def _person_called(first: str, said: str) -> bool:
    return any(m["first"] == first and not FIRM.search(m["last"]) for m in _FULL.finditer(said))


def one_off(word: str, other: str) -> bool:
    """One or two letters apart and not just another form of it."""
    a, b = word.casefold(), other.casefold()
    if a == b or abs(len(a) - len(b)) > 2 or len(b) < 4 or a[0] != b[0]:
        return False
    if a.rstrip("s") == b.rstrip("s") or a in b or b in a:
        return len(a) > 4 and a not in b + "s" and b not in a + "s" and abs(len(a) - len(b)) == 1
    return _sound(a) == _sound(b) or SequenceMatcher(a=a, b=b, autojunk=False).ratio() >= 0.82


def _sound(word: str) -> str:
    """How a name sounds to somebody who only heard it: no doubles, no vowels after the first."""
    small = (
        word.replace("ph", "f")
        .replace("ck", "k")
        .replace("c", "k")
        .replace("y", "i")
        .replace("th", "t")
    )
    small = (
        small.replace("ts", "z")
        .replace("tz", "z")
        .replace("s", "z")
        .replace("dt", "t")
        .replace("h", "")
    )
    small = re.sub(r"(.)\1+", r"\1", small)
    return small[:1] + re.sub(r"[aeiouäöüéèáíóú]", "", small[1:])


def _signed(sheet: Sheet) -> Iterator[Finding]:
    """The letter is signed by somebody else than who writes it."""
    lines = [line for line in re.finditer(r"[^\n]+", sheet.closing.text) if line[0].strip()]
    if not sheet.me or len(lines) < 1 or sheet.me.startswith("["):
        return
    if claims.name_words(sheet.closing.text) & claims.name_words(sheet.me):
        return
    last = lines[-1] if len(lines) < 3 else lines[1]
    name = last[0].strip()
    plain = name[:1].isupper() and len(name.split()) < 5 and not name.endswith((",", ".", "!"))
    if plain and not claims.name_words(name) & claims.name_words(sheet.me):
        if len(lines) == 1:
            return
        at = sheet.closing.start + last.start()
        says = f"You are {sheet.me}, but the letter is signed “{name}”."
        yield Finding(at, at + len(last[0]), "wrong_name", "stop", says, sheet.me)
