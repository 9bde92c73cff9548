"""Which firm the mail is from or about; never the recruiting system itself.

Every place that may show the name casts a vote; equal names add up. A name in
the subject outweighs the rest, because systems serve several brands of a group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from afterword.reading import senders
from afterword.reading.company_cues import (
    AGENCY_DOMAIN,
    AGENCY_TEXT,
    CLIENT,
    DISPLAY_NOISE,
    NOT_NAMES,
    PATTERNS,
    REPLY_PREFIX,
    ROLE_NOUN,
    TEAM,
    TENANT_URL,
)
from afterword.reading.names import company_key
from afterword.reading.role import title_in
from afterword.reading.senders import NameIn, System
from afterword.reading.view import view
from afterword.terms import Mail


@dataclass(frozen=True, slots=True)
class Firm:
    """The firm's name as shown, and whether an agency writes for somebody else."""

    name: str
    agency: bool


def firm_of(mail: Mail, text: str, signature: str, *, outgoing: bool) -> Firm:
    """The employer the mail speaks of, and whether an agency stands between."""
    address = mail.sender.email if mail.sender else ""
    vendor = senders.vendor_of(address) if address else None
    body = text.split("\n\n", 1)[1] if "\n\n" in text else ""
    ballots: list[tuple[str, float]] = [
        *_from_text(mail.subject, body, vendor.name if vendor else "")
    ]
    agency = False
    if not outgoing and mail.sender:
        agency = bool(AGENCY_TEXT.search(view(body) + "\n" + view(signature)))
        agency = agency or (
            vendor is None
            and bool(AGENCY_DOMAIN.search(senders.domain_of(address).rpartition(".")[0]))
        )
        client = CLIENT.search(view(body)) if agency else None
        if client and _is_name(client.group("name")):
            return Firm(_tidy(client.group("name")), True)
        ballots += _from_sender(mail, vendor, text + "\n" + signature)
        ballots += _from_signature(signature)
    elif outgoing:
        ballots += [(_from_domain(a.email, text + "\n" + mail.text[:8000]), 1.5) for a in mail.to]
    mine = _addressee(mail, body)
    kept = [(n, v) for n, v in ballots if n and not set(n.lower().split()) <= mine]
    return Firm(_elect(kept, vendor.name if vendor else ""), agency)


def _addressee(mail: Mail, body: str) -> set[str]:
    """The words of the reader's own name: a subject often carries it beside the firm's."""
    words = {w.lower() for a in mail.to for w in a.name.split()}
    greeting = re.match(
        r"\s*(?:dear|hi|hello|hey|hallo|bonjour|hola|olá|beste|ciao|liebe[r]?)?\s*([\w'-]{2,20})(?: ([\w'-]{2,20}))?\s*[,:!\n]",
        body,
        re.IGNORECASE,
    )
    return words | {w.lower() for w in (greeting.groups() if greeting else ()) if w}


def _from_text(subject: str, body: str, vendor: str) -> list[tuple[str, float]]:
    out: list[tuple[str, float]] = []
    texts = {"subject": REPLY_PREFIX.sub("", subject.strip()), "body": body[:2500]}
    for vote, where, pattern in PATTERNS:
        text = texts[where]
        for found in _compiled(pattern).finditer(view(text)):
            name = _tidy(text[found.start("name") : found.end("name")])
            if _is_name(name):
                out.append((name, vote))
                break
    for found in TENANT_URL.finditer(body):
        tenant = next(g for g in found.groups() if g)
        out.append((_cased(tenant, body), 1.5))
        break
    return out


def _compiled(pattern: str) -> re.Pattern[str]:
    from afterword.reading.view import rule

    return rule(pattern)


def _from_sender(mail: Mail, vendor: senders.Vendor | None, text: str) -> list[tuple[str, float]]:
    assert mail.sender is not None
    out: list[tuple[str, float]] = []
    display, address = mail.sender.name, mail.sender.email
    if vendor is None or vendor.system in {System.ATS, System.ASSESSMENT}:
        name, telling = _from_display(display)
        if name and (
            telling or (vendor is not None and _is_name(name)) or senders.is_role_address(address)
        ):
            out.append((name, 2.6))
    if vendor is None:
        out.append((_from_domain(address, text + "\n" + display), 1.6))
    elif vendor.name_in is NameIn.LOCAL:
        tenant = re.split(r"[+@]", address)[0]
        if not senders.is_role_address(address):
            out.append((_cased(tenant, text + "\n" + display), 1.4))
    elif vendor.name_in is NameIn.SUBDOMAIN:
        labels = senders.domain_of(address).split(".")
        out.append(
            (_cased(labels[-2] if labels[0] == "gh-mail" else labels[0], text + display), 1.4)
        )
    return out


def _from_display(display: str) -> tuple[str, bool]:
    """The name in a display name, and whether it carried a telling suffix ("X Hiring Team")."""
    display = display.strip("\"' ")
    display = re.sub(r"^do not reply at ", "", display, flags=re.IGNORECASE)
    mailish = re.match(r"[\w.+-]+@([\w-]+)\.[\w.]+$", display)
    if mailish:
        return mailish.group(1), True
    display = display.replace("_", " ")
    via = re.match(r"(.{2,60}?)\s+(?:via|from|@|through|bei|chez|at)\s+(.{2,60})$", display)
    if via:
        left = DISPLAY_NOISE.sub("", via.group(1)).strip()
        right = DISPLAY_NOISE.sub("", via.group(2)).strip()
        at = re.search(r"\s(?:via|through)\s", display) is not None
        if not at and right:
            return (right, True) if _is_name(right) else ("", False)
        return (left, True) if _is_name(left) else ("", False)
    bare = DISPLAY_NOISE.sub("", display).strip(" -|,@:")
    if not bare or not _is_name(bare[:1].upper() + bare[1:]):
        return "", False
    return bare, bare != display


def _from_domain(address: str, text: str) -> str:
    if not address or senders.is_freemail(address) or senders.vendor_of(address):
        return ""
    labels = [x for x in senders.domain_of(address).split(".") if x]
    if len(labels) < 2:
        return ""
    if (
        len(labels) >= 3
        and labels[-2] in {"co", "com", "org", "ac", "gov", "net", "edu"}
        and len(labels[-1]) == 2
    ):
        return _cased(labels[-3], text)
    return _cased(labels[-2], text)


def _cased(label: str, text: str) -> str:
    """A label as the text writes it ("usbank" -> "U.S. Bank"), else with a capital."""
    plain = re.sub(r"[^a-z0-9]", "", label.lower())
    if len(plain) >= 3:
        spaced = r"[\s.&'-]{0,2}".join(re.escape(c) for c in plain[:30])
        found = [
            m.group()
            for m in re.finditer(rf"(?<![\w@/.]){spaced}(?![\w@])(?!\.\w)", text, re.IGNORECASE)
        ]
        longer = re.findall(
            rf"(?m)(?:^|[|,@•–-]\s?)({spaced}(?: [A-Z][\w&]{{2,20}}){{1,3}})\s*(?:$|[|,•–])", text
        )
        found = longer or [f for f in found if f[:1].isupper()]
        if found:
            return max(found, key=lambda f: (sum(c.isupper() for c in f), -len(f))).strip()
    if label.isupper() or not label:
        return label
    return " ".join(part[:1].upper() + part[1:] for part in re.split(r"[-_]", label))


def _from_signature(signature: str) -> list[tuple[str, float]]:
    for line in signature.split("\n")[:8]:
        line = line.strip(" *_|-–,.!")
        if not line or len(line) > 60:
            continue
        team = re.match(
            rf"(?:the |your |das |l'équipe )?(.{{2,40}}?)'?s? (?:university |global |us |uk )?(?:{TEAM}\s?)+(?:team)?$",
            line,
            re.IGNORECASE,
        )
        if team and _is_name(team.group(1)):
            return [(_tidy(team.group(1)), 1.6)]
        legal = re.match(
            r"(.{2,50}?),? (?:inc|llc|ltd|limited|gmbh|ag|plc|corp|bv|b\.v|sa|s\.a|sas|sarl|srl|s\.r\.l|spa|se|nv|oy|ab)\.?$",
            line,
            re.IGNORECASE,
        )
        if legal and _is_name(legal.group(1)):
            return [(_tidy(line), 1.6)]
    return []


def _tidy(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" \t\n.,;:!?-–|'\"*")
    name = re.sub(r"(?:\s(?:and|for|of|the|in|&|und|et|y|e|de))+$", "", name)
    name = re.sub(
        r"^(?:the team at|the) (?=[A-Z])", lambda m: m.group() if m.group() == "The " else "", name
    )
    name = re.sub(r"\s*\((?!.*\)).*$", "", name)
    bare = re.sub(rf"(?:\s{TEAM})+$", "", name, flags=re.IGNORECASE)
    name = bare if len(bare) > 1 else name
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
    if all(w.lower() in NOT_NAMES for w in words) or name.isdigit():
        return False
    if words[0].lower() in {
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
    return not ROLE_NOUN.search(name) and not title_in(name)


def _elect(ballots: list[tuple[str, float]], vendor: str) -> str:
    votes: dict[str, float] = {}
    shown: dict[str, str] = {}
    for name, vote in ballots:
        key = company_key(name).replace(" ", "")
        if not key or (vendor and key == company_key(vendor).replace(" ", "") and vote < 4):
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
        if match not in shown or (len(name) > len(shown[match]) and vote >= 2 and len(name) < 40):
            shown.setdefault(match, name)
    if not votes:
        return ""
    return shown[max(votes, key=lambda k: votes[k])]
