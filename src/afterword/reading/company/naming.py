"""Which firm the mail is from or about; never the recruiting system itself.

Every place that may show the name casts a vote; equal names add up. A name in
the subject outweighs the rest, because systems serve several brands of a group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from afterword.reading import senders
from afterword.reading.company.agency import Hires, client_named, hires
from afterword.reading.company.cues import (
    NOT_NAMES,
    PATTERNS,
    REPLY_PREFIX,
    ROLE_NOUN,
    TEAM,
    TEAM_WORD,
    TENANT_URL,
)
from afterword.reading.company.display import (
    firm_in_display,
    is_of_a_trade,
    is_person,
    names_a_house,
)
from afterword.reading.company.spelling import Run, cut_apart, fold, related, runs_in, spelled
from afterword.reading.company.words import LEGAL_WORDS, TRADES
from afterword.reading.names import company_key
from afterword.reading.role.title import title_in
from afterword.reading.role.words import is_head
from afterword.reading.senders import NameIn, System
from afterword.reading.view import one_line, rule, view
from afterword.terms import Address, Mail


@dataclass(frozen=True, slots=True)
class Firm:
    """The firm's name as shown, and whether an agency writes for somebody else.

    `search`: the writer's own house hires for others, by its name or as it signs or says; talk of
    "our clients" alone may be of a house that serves them itself.
    """

    name: str
    agency: bool
    search: bool = False


def firm_of(mail: Mail, text: str, signature: str, *, outgoing: bool) -> Firm:
    """The employer the mail speaks of, and whether an agency stands between."""
    other = (mail.to[0] if mail.to else None) if outgoing else mail.sender
    address = other.email if other else ""
    vendor = senders.vendor_of(address) if address else None
    body = text.split("\n\n", 1)[1] if "\n\n" in text else ""
    whole = mail.text[:8000]
    label = _label(address)
    theirs = Hires()
    new = [] if outgoing else [a for a in senders.introduced(mail) if _label(a.email)]
    if len(new) > 1 or (new and len(mail.to) + len(mail.cc) > 2):
        seen = runs_in(f"{signature}\n{whole}")
        found = [n for a in new if (n := spelled(_label(a.email), seen))]
        if found:
            return Firm(found[0], False)
    if not outgoing and mail.sender:
        said = view(whole)
        signed = view(signature)
        house = spelled(label, runs_in(f"{signature}\n{mail.subject}\n{whole}")) if label else ""
        theirs = hires(label, view(f"{mail.subject}\n{body}"), signed, house)
        for client in client_named(said, agency=theirs.agency) if not theirs.own else ():
            name = _tidy(client)
            if _is_name(name) and not (label and related(name, label)):
                return Firm(name, True, True)
    runs = runs_in(f"{other.name if other else ''}\n{mail.subject}\n{signature}\n{whole}")
    ballots = _from_text(mail.subject, body, vendor.name if vendor else "", label, runs)
    if outgoing:
        ballots += _from_labels([a.email for a in mail.to], runs, mail)
    elif mail.sender:
        ballots += _from_sender(mail, vendor, label, runs, agency=theirs.agency or theirs.named)
        ballots += _from_signature(signature, label)
    mine = _addressee(mail, body)
    kept = [(n, v) for n, v in ballots if n and not set(n.lower().split()) <= mine]
    return Firm(_elect(kept, vendor.name if vendor else ""), theirs.agency, theirs.search)


def guessed(name: str, sender: Address, said: str) -> bool:
    """Whether this name is only the sender's host, cut into words: nothing that was `said` writes it."""
    label = _label(sender.email)
    cuts = {cut_apart(label), cut_apart(label, tuple(sender.name.split()))} if label else ()
    return name in cuts and one_line(name).casefold() not in one_line(said).casefold()


def _addressee(mail: Mail, body: str) -> set[str]:
    """The words of the reader's own name: a subject often carries it beside the firm's."""
    words = {w.lower() for a in mail.to for w in a.name.split()}
    greeting = re.match(
        r"\s*(?:dear|hi|hello|hey|hallo|bonjour|hola|olá|beste|ciao|liebe[r]?)?\s*([\w'-]{2,20})(?: ([\w'-]{2,20}))?\s*[,:!\n]",
        body,
        re.IGNORECASE,
    )
    return words | {w.lower() for w in (greeting.groups() if greeting else ()) if w}


def _from_text(
    subject: str, body: str, vendor: str, label: str, runs: list[Run]
) -> list[tuple[str, float]]:
    out: list[tuple[str, float]] = []
    texts = {"subject": REPLY_PREFIX.sub("", subject.strip()), "body": body[:2500]}
    views = {where: view(text) for where, text in texts.items()}
    for vote, where, pattern in PATTERNS:
        text = texts[where]
        for found in rule(pattern).finditer(views[where]):
            name = _tidy(text[found.start("name") : found.end("name")])
            if _is_name(name):
                if label and not related(name, label) and _met(text, found, name):
                    continue
                out.append((name, vote))
                break
    for found in TENANT_URL.finditer(body):
        tenant = next(g for g in found.groups() if g)
        out.append((spelled(tenant, runs) or cut_apart(tenant), 1.5))
        break
    return out


def _met(text: str, found: re.Match[str], name: str) -> bool:
    """Whether the name is of somebody one meets ("interview with Ann Lee") rather than a firm."""
    before = text[max(found.start(), found.start("name") - 24) : found.start("name")]
    if not re.search(r"\b(?:with|con|mit|met|avec|com|by)\s+$", before, re.IGNORECASE):
        return False
    words = [fold(w) for w in name.split()]
    return len(words) < 2 or not any(w in TRADES | LEGAL_WORDS for w in words)


def _from_sender(
    mail: Mail, vendor: senders.Vendor | None, label: str, runs: list[Run], *, agency: bool
) -> list[tuple[str, float]]:
    assert mail.sender is not None
    out: list[tuple[str, float]] = []
    display, address = mail.sender.name, mail.sender.email
    local = address.partition("@")[0]
    shown = False
    if vendor is None or vendor.system in {System.ATS, System.ASSESSMENT}:
        name, telling = firm_in_display(display, local, label)
        if name and _is_name(name[:1].upper() + name[1:]):
            if label and related(name, label):
                out.append((name, 3.0))
            elif vendor is None and names_a_house(name, local, label, display):
                # a trade and its owner, or the mailbox itself, say more than the domain
                out.append((name, 3.4))
                shown = True
            elif telling or (vendor is not None and not is_person(name, local)):
                out.append((name, 2.6 if vendor or senders.is_role_address(address) else 1.2))
    if not address and display and _place_of_a_firm(display).search(mail.text):
        out.append((display, 2.0))
    if vendor is None:
        bare = 0.6 if shown else 1.4 if agency else 2.2
        out += _from_label(label, runs, (display,), shown=2.0 if agency else 4.5, bare=bare)
    elif vendor.name_in is NameIn.LOCAL:
        tenant = re.split(r"[+@]", address)[0]
        if not senders.is_role_address(address):
            out.append((spelled(tenant, runs) or cut_apart(tenant), 1.4))
    elif vendor.name_in is NameIn.SUBDOMAIN:
        labels = senders.domain_of(address).split(".")
        tenant = labels[-2] if labels[0] == "gh-mail" else labels[0]
        out.append((spelled(tenant, runs) or cut_apart(tenant), 1.4))
    return out


def _place_of_a_firm(name: str) -> re.Pattern[str]:
    """The name where a firm's stands: one applies to a firm, and is seen at one."""
    return re.compile(rf"\b(?:to|at|bei|chez|en|presso|bij|na) (?:the )?{re.escape(name)}\b")


def _from_label(
    label: str, runs: list[Run], names: tuple[str, ...], *, shown: float, bare: float
) -> list[tuple[str, float]]:
    """The domain's own firm: as the mail spells it, at last as the label can be cut apart."""
    if not label:
        return []
    name = spelled(label, runs)
    if name:
        return [(name, shown)]
    return [(cut_apart(label, tuple(w for n in names for w in n.split())), bare)]


def _from_labels(addresses: list[str], runs: list[Run], mail: Mail) -> list[tuple[str, float]]:
    names = tuple(a.name for a in mail.to)
    return [
        vote
        for address in addresses
        for vote in _from_label(_label(address), runs, names, shown=3.0, bare=1.5)
    ]


def _label(address: str) -> str:
    """The label of a domain that is the firm's own; empty for systems and private post."""
    if not address or senders.is_freemail(address) or senders.vendor_of(address):
        return ""
    labels = [x for x in senders.domain_of(address).split(".") if x]
    if len(labels) < 2:
        return ""
    second = {"co", "com", "org", "ac", "gov", "net", "edu", "gob", "gouv", "nhs", "sch"}
    if len(labels) >= 3 and labels[-2] in second and len(labels[-1]) == 2:
        return labels[-3]
    return labels[-2]


def _from_signature(signature: str, label: str) -> list[tuple[str, float]]:
    for line in signature.split("\n")[:10]:
        for piece in re.split(r"\s*[|•–—,]\s*", line.strip(" *_-!>")):
            piece = piece.strip(" *_.!")
            if not piece or len(piece) > 60:
                continue
            last = fold(piece.rpartition(" ")[2])
            legal = last in LEGAL_WORDS - {"co", "company", "as", "se", "sa"}
            if legal and _is_name(piece) and piece[:1].isupper():
                return [(piece, 1.6)]
            team = firm_in_display(piece, "", label)
            if team[1] and team[0] != piece and _is_name(team[0]) and re.search(TEAM_WORD, piece):
                return [(_tidy(team[0]), 1.8)]
    return []


def _tidy(name: str) -> str:
    name = one_line(name).strip(" \t\n.,;:!?-–|'\"*")
    name = re.sub(r"(?:\s(?:and|for|of|the|in|&|und|et|y|e|de))+$", "", name)
    name = re.sub(
        r"^(?:the team at|the) (?=[A-Z])", lambda m: m.group() if m.group() == "The " else "", name
    )
    name = re.sub(r"\s*\((?!.*\)).*$", "", name)
    bare = re.sub(rf"(?:\s{TEAM})+$", "", name, flags=re.IGNORECASE)
    name = bare if len(bare) > 1 and not is_of_a_trade(name.split()) else name
    return name.strip(" .,;:!?-–|")


def _is_name(name: str) -> bool:
    words = re.findall(r"[\w'&.+-]+", name)
    if not words or len(words) > 7 or len(name) < 2:
        return False
    if len(name) <= 2 and any(c.isdigit() for c in name):
        return False
    if not (
        name[0].isupper() or name[0].isdigit() or any(c.isupper() for c in name[:4]) or "." in name
    ):
        return False
    if re.fullmatch(r"[A-Z]{0,5}[-_/ ]?[A-Z]?\d[\d/.-]{2,}", name):
        return False
    if all(w.lower() in NOT_NAMES for w in words) or name.isdigit():
        return False
    if words[0].lower() in {
        "tuo",
        "tua",
        "il",
        "su",
        "tu",
        "sua",
        "teu",
        "o",
        "votre",
        "ton",
        "ihre",
        "ihr",
        "dein",
        "deine",
        "je",
        "uw",
        "jouw",
        "our",
        "your",
        "this",
        "a",
        "an",
        "my",
        "no",
        "we",
        "i",
        "thank",
        "dear",
        "hi",
    }:
        return False
    if len(words) <= 3 and is_head(words[-1]) and not any(fold(w) in TRADES for w in words):
        return False
    return not ROLE_NOUN.search(name) and not title_in(name)


def _elect(ballots: list[tuple[str, float]], vendor: str) -> str:
    """The name most places agree on, as its best witness writes it."""
    votes: dict[str, float] = {}
    shown: dict[str, tuple[float, int, str]] = {}
    for name, vote in ballots:
        key = company_key(name)
        if not key or (vendor and key == company_key(vendor) and vote < 4):
            continue
        match = next(
            (
                k
                for k in votes
                if k == key
                or (min(len(k), len(key)) >= 4 and (k.startswith(key) or key.startswith(k)))
            ),
            key,
        )
        votes[match] = votes.get(match, 0.0) + vote
        witness = (min(vote, 2.5), len(name) if len(name) < 45 else 0, name)
        shown[match] = max(shown.get(match, witness), witness)
    if not votes:
        return ""
    return shown[max(votes, key=lambda k: votes[k])][2]
