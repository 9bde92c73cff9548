"""Who stands behind an address: a person, an office, a machine, a mail provider, a firm."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from afterword.reading import freemail, senders
from afterword.reading.company.display import firm_in_display, is_person
from afterword.reading.company.spelling import related
from afterword.reading.company.words import DESKS
from afterword.reading.linking.apart import served_house
from afterword.reading.names import company_key
from afterword.reading.schedule import calendar_uids
from afterword.reading.view import one_line
from afterword.terms import Address, Direction, Hand, Mail, Reading

_VIA = re.compile(r"\s(?:via|through|über|par|tramite|através de)\s", re.IGNORECASE)
#: What the box of an office is called, beside what hiring calls itself: nobody's name.
_BOXES = frozenset(
    [
        "sekretariat",
        "secretariat",
        "secretariaat",
        "segreteria",
        "secretaria",
        "secretary",
        "reception",
        "rezeption",
        "empfang",
        "receptie",
        "recepcion",
        "accueil",
        "office",
        "buero",
        "bureau",
        "direktion",
        "direction",
        "direzione",
        "direccion",
        "direcao",
        "verwaltung",
        "administration",
        "amministrazione",
        "administracion",
        "personalabteilung",
        "bewerbung",
        "bewerbungen",
        "feedback",
        "booking",
        "bookings",
        "results",
    ]
)
_NO_WORD = re.compile(r"[^\w]+")


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Under these a department or a firm has its own name one place further left ("dept.vic.gov.au",
#: "firm.uk.com"): states by which governments order their names, countries that are sold as endings.
_PLACES = _listed(
    """
    nsw vic qld tas wa sa act nt
    al ak az ar ca co ct de fl ga ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok
    or pa ri sc sd tn tx ut va vt wi wv wy on qc bc ab mb sk ns nb pe nl
    """
)
_COUNTRIES = _listed("uk us eu de gb nz za br cn ru jp kr au ie ca it fr es")
_STATES_OWN = _listed("gov gob gouv govt example test invalid")
#: Endings that nobody can buy (RFC 2606): "firm.co.nz.example" is written like "firm.co.nz".
_RESERVED = _listed("example test invalid")


#: A letter to more people than this is a notice.
_FEW = 5


def folded(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.replace("ß", "ss"))
    plain = "".join(c for c in bare if not unicodedata.combining(c)).lower().strip(" .'’-")
    return re.sub(r"['’]s$", "", plain)


def plain_of(text: str) -> str:
    """The words alone, folded, one blank between them and one at both ends."""
    words = one_line(_NO_WORD.sub(" ", folded(text)))
    return f" {words} "


@lru_cache(maxsize=4096)
def named(display: str, email: str) -> str:
    """The name in a display: without brackets and the road it came by, first name first.

    "Meares, Lachlan (Policy)" is Lachlan Meares where the address says so too.
    """
    name = _VIA.split(re.sub(r"[(\[].*?[)\]]", " ", display), maxsplit=1)[0]
    name = one_line(name.strip(" \"'"))
    last, comma, first = name.partition(",")
    turned = f"{first.strip()} {last.strip()}"
    if not comma or len(turned.split()) > 4:
        return name
    local = folded(email.partition("@")[0])
    agrees = any(len(word) > 2 and word in local for word in map(folded, last.split()))
    return turned if agrees and is_person(turned, local) else name


def is_somebody(one: Address, hand: Hand = Hand.PERSONAL) -> bool:
    """Whether an address is a person's; a template's sender must show it more plainly."""
    return "@" in one.email and not is_office(one, hand)


def is_machine(one: Address) -> bool:
    return senders.is_role_address(one.email) or senders.vendor_of(one.email) is not None


@lru_cache(maxsize=4096)  # the same few write, and every mail asks
def is_office(one: Address, hand: Hand = Hand.PERSONAL) -> bool:
    """An office, a desk or a machine: by its address, or by a name that is nobody's."""
    local = one.email.partition("@")[0].lower()
    name = named(one.name, one.email)
    box = folded(re.split(r"[._+-]", local)[0]) in _BOXES
    if is_machine(one) or (box and not is_person(name, "")):
        return True
    if not name or "@" in name:
        return False
    # A person's address agrees with their name: a word of it, or its first letters.
    words, bare = [folded(word) for word in name.split()], re.sub(r"[\W\d_]", "", folded(local))
    first = "".join(word[:1] for word in words)
    told = any(len(word) > 1 and (word in bare or bare in word) for word in words)
    if len(words) > 1 and not is_person(name, local):
        return True
    if told or (bare[:1] in first and len(bare) <= 4):
        return False
    return hand is Hand.TEMPLATE or len(words) < 2


def is_provider(address: str) -> bool:
    """Whether anybody can have an address there: such a domain is no house."""
    if senders.vendor_of(address):
        return False
    # "mail.gmail.com", as numbers of mails have it, is of the same house as gmail.com.
    hosts = (senders.domain_of(address), _house(senders.domain_of(address)))
    return any(senders.is_freemail(f"@{one}") or freemail.is_counted_in(one) for one in hosts)


def domain_key(address: str, own: frozenset[str] = frozenset()) -> str:
    """The organisation's own domain, or nothing for mail providers and hiring systems."""
    domain = senders.domain_of(address)
    if not domain or domain in own or senders.vendor_of(address) or is_provider(address):
        return ""
    return _house(domain)


def _house(domain: str) -> str:
    """The part of a domain that somebody registered."""
    labels = domain.split(".")
    if labels[-1] in _RESERVED and len(labels) > 2 and labels[-2] in _COUNTRIES:
        labels = labels[:-1]
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3 else 2
    if len(labels) > keep:
        state = labels[-keep] in _PLACES and bool(_STATES_OWN & set(labels[-keep + 1 :]))
        keep += state or (labels[-keep] in _COUNTRIES and keep == 2)
    return ".".join(labels[-keep:])


def label_of(address: str) -> str:
    return domain_key(address).split(".")[0]


def akin(firm: str, label: str) -> bool:
    """Whether a firm's name and a domain can be one house, though the domain drops its small words.

    "Sucrerie de l'Orme" writes from sucrerie-orme, "Klinikum St. Anna, Personal" from klinikum-anna.
    """
    words = [
        word for one in re.findall(r"[^\W\d_]{4,}", firm) if (word := folded(one)) not in DESKS
    ]
    bare = folded(label).replace("-", "")
    return related(firm, label) or (bool(words) and sum(word in bare for word in words) * 2 > len(words))  # fmt: skip


def is_platform(one: Address) -> bool:
    """Whether an office's name has nothing of its domain: a system many firms write through."""
    if not is_office(one) or not one.name:
        return False
    firm, _ = firm_in_display(one.name, one.email.partition("@")[0], "")
    if not firm and "@" not in one.name and senders.is_no_reply(one.email):
        firm = one.name  # two words look like a person's name; who takes no answer has none
    return bool(firm) and not akin(firm, label_of(one.email))


def relayed_by(one: Address) -> str:
    """Whose words a network carries, where its display says so ("Ann Lee via Network")."""
    halves = _VIA.split(one.name, maxsplit=1)
    name = halves[0].strip(" \"'")
    return name if len(halves) > 1 and is_person(name, "") and len(name.split()) > 1 else ""


def houses_of(mail: Mail, me: frozenset[str] = frozenset()) -> frozenset[str]:
    """The addresses on the other side and, where a person writes for a house, "@" and the house.

    Mail to many has none, nor have friends at a mail provider, hiring systems and the user's own
    house: who writes there writes of everything. An appointment also has what `meetings_of` tells.
    """
    sides, own = _other_sides(mail, me)
    found: set[str] = set()
    for one in sides:
        house = domain_key(one.email.lower(), own)
        if house:
            found.add(one.email.lower())
            if not senders.is_automatic(mail) and is_somebody(one):
                found.add(f"@{house}")
    return frozenset(found) | (meetings_of(mail, me) if mail.calendars else frozenset())


def meetings_of(mail: Mail, me: frozenset[str] = frozenset()) -> frozenset[str]:
    """By what an appointment is known to be of the same people as this mail: the event itself, and the house.

    Whoever sends the user a date from a house they write with about work, an office too, means that work.
    """
    sides, own = _other_sides(mail, me)
    houses = {domain_key(one.email.lower(), own) for one in sides} - {""}
    return frozenset((*(f"%{one}" for one in houses), *(f"%{uid}" for uid in calendar_uids(mail))))


def _other_sides(mail: Mail, me: frozenset[str]) -> tuple[tuple[Address, ...], frozenset[str]]:
    """Those on the other side, unless it went to many, and the domains of the user's own."""
    own = frozenset(senders.domain_of(one) for one in me)
    if senders.is_bulk(mail):
        return (), own
    out = mail.sent or bool(mail.sender and mail.sender.email.lower() in me)
    sides = mail.to if out else tuple(one for one in (mail.sender,) if one)
    return (sides if len(sides) <= _FEW else ()), own


def firms_in(
    reading: Reading, mail: Mail, own: frozenset[str]
) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """The firms a mail speaks for, as keys and as they are called."""
    out = reading.direction is Direction.OUT
    sides = mail.to if out else ((mail.sender,) if mail.sender else ())
    labels = {label_of(a.email) for a in sides if domain_key(a.email, own)}
    foreign = {
        senders.domain_of(a.email).split(".")[0] for a in sides if not domain_key(a.email, own)
    }
    found: list[str] = []
    told: list[str] = []
    clients: list[str] = []
    for one in sides:
        local, _, _ = one.email.partition("@")
        if is_office(one):
            served = served_house(one.name, senders.domain_of(one.email).split(".")[0])
            relayed = is_machine(one) and relayed_by(one)
            firm = served or (not relayed and firm_in_display(one.name, local, "")[0])
            if not firm and not relayed and "@" not in one.name and is_machine(one):
                firm = one.name  # two words look like a person's name; a machine has none
            found += [firm] if firm else []
            told += [firm] if firm and not out and senders.is_no_reply(one.email) else []
            if served or is_platform(one):
                labels.discard(label_of(one.email))
                foreign.add(label_of(one.email))
    said = company_key(reading.company)
    if said and not any(related(reading.company, one) for one in foreign if one):
        # A person's house is told by their address; what their words name may be somebody else.
        guest = labels and not any(related(reading.company, one) for one in labels)
        # A system's display names the house it writes for; what its words name may be the system.
        guest = guest or (bool(told) and not any(akin(one, said) or akin(reading.company, company_key(one)) for one in told))  # fmt: skip
        (clients if guest else found).append(reading.company)
    keys = {company_key(one) for one in found} | {one.replace("-", "") for one in labels}
    names = tuple(
        dict.fromkeys(plain_of(one).strip() for one in (*found, *clients) if len(one) > 3)
    )
    others = {company_key(one) for one in clients}
    return _long(keys), _long(others), names


def _long(keys: set[str]) -> frozenset[str]:
    return frozenset(key for key in keys if len(key) > 2)
