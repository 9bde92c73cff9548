"""Which firm the mail is from or about; never the recruiting system itself.

Every place that may show the name casts a vote; equal names add up. A name in
the subject outweighs the rest, because systems serve several brands of a group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from afterword.reading import senders
from afterword.reading.names import company_key
from afterword.reading.senders import NameIn, System
from afterword.reading.view import view
from afterword.terms import Mail

# A proper name: starts with a capital or a digit, small joining words inside.
_WORD = r"(?:(?-i:[A-Z]\.){2,4}|(?-i:[A-Z0-9ÄÖÜÉÀ])(?:[\w'&+*°\u2122-]|\.(?=\w)){0,30})"
_LEGAL = r"(?:inc|llc|ltd|limited|gmbh|ag|plc|corp|corporation|bv|sas|sarl|srl|spa|se|nv|oy|ab|co)\b\.?"
_NAME = (
    rf"(?P<name>(?:the )?(?:{_WORD}|[a-z]{{1,3}}(?-i:[A-Z])[\w'&-]{{0,20}}|[a-z0-9]{{1,14}}\.(?:com|ai|io|ly|org))"
    rf"(?:(?: (?:of|and|for|de|der|des|du|von|the|&|und|et|y|e|la|le)){{0,2}} (?:{_WORD}|[(&])){{0,6}}(?:,? {_LEGAL})?)"
)
_END = r"(?=[.,!?;:)|\u2013]|\s-\s|\s\|\s|\s(?:and|for|has|have|is|was|as|in|on|we|team|via|regarding|position|role|to|with|your|where|opportunity|careers?|application|talent|hiring|recruit\w*|here|about|update|which|who|but|at|the|will|this|starting|requires)\b|\s{2,}|\n|$)"

#: Patterns with the name in them: (vote, where, pattern).
_PATTERNS: tuple[tuple[float, str, str], ...] = (
    (5.0, "subject", rf"\b(?:apply(?:ing)?|application|applied|interest(?:ed)?|candidature|candidacy)(?: (?:to join|in joining|in working (?:at|for|with)|in a career (?:at|with)|in employment (?:at|with)|to|with|at|in|from)) (?:the )?{_NAME}{_END}"),
    (5.0, "subject", rf"\b(?:position|role|job|internship|opportunity|intern|application|applying|opportunities|interview|offer|update|follow up|career|careers|employment|assessment|next steps|status|roles?)\b[^\n|]{{0,80}}? (?:at|with|from) {_NAME}{_END}"),
    (4.0, "subject", rf"^(?:re: |fwd?: |aw: |wg: )?{_NAME}(?: careers?| job| talent| recruiting| hiring| university| graduate| employment)*:? (?:- |\u2013 |\| )?(?:job )?(?:your |job )?(?:application|interview|offer|assessment|hiring|recruitment)\b"),
    (4.0, "subject", rf"^(?:re: |fwd?: |aw: )?{_NAME} (?:has received|received|talent acquisition|careers|recruiting)\b"),
    (4.5, "subject", rf"\b(?:your|regarding your|about your|on your|received your) (?:recent )?{_NAME}(?: (?:careers|job|careers job))* (?:application|interview|offer|assessment)\b"),
    (4.5, "subject", rf"^{_NAME} ?(?:-|\u2013|\||:) (?:your|thank|application|update|interview|status|job|regarding|next|we )"),
    (1.8, "subject", rf"(?:-|\u2013|\||:) {_NAME}$"),
    (4.0, "subject", rf"\b(?:bewerbung|gespräch|interview|vorstellungsgespräch|kennenlernen|stelle) (?:als [^\n]{{2,60}} )?(?:bei|bei der|beim|in der) (?:der |dem )?{_NAME}{_END}"),
    (4.0, "subject", rf"\b(?:candidature|entretien|poste) (?:[^\n]{{2,60}} )?chez {_NAME}{_END}"),
    (4.0, "subject", rf"\b(?:solicitud|candidatura|entrevista|puesto|proceso|vaga|processo|colloquio|posizione|sollicitatie|gesprek|vacature) (?:[^\n]{{2,60}} )?(?:en|na|no|em|presso|bij|con|com) {_NAME}{_END}"),
    (2.5, "body", rf"\b(?:thank(?:s| you)|appreciate)(?: [\w',]{{1,14}}){{0,7}} (?:interest in|apply(?:ing)? (?:to|with|at)|application (?:to|with|at)|opportunities (?:at|with)|employment (?:at|with)|career(?:s)? (?:at|with)|join(?:ing)?|working (?:at|for|with)) (?:a career (?:at|with) |joining |working (?:at|for|with) |employment (?:at|with) |employment opportunities (?:at|with) |the team at |opportunities (?:at|with) )?{_NAME}{_END}"),
    (2.0, "body", rf"\b(?:position|role|job|internship|opening|opportunity|opportunities|vacancy|candidate|team|career|careers|interview(?:ing)?|employment|talent acquisition|engineer|manager|intern|developer|analyst|designer|applying|apply|recruiter|applied|application) (?:here )?(?:at|with) {_NAME}{_END}"),
    (1.5, "body", rf"\b(?:my name is|i am|i'm|this is) (?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+){{0,2}},?(?: and)?(?: i am| i'm)?(?: the| a| an)?(?: [\w'&/-]+){{0,5}} (?:at|from|with) {_NAME}{_END}"),
    (2.0, "body", rf"\b(?:bei|beim|bei der|in der|für die) (?:der |dem )?{_NAME} (?:beworben|interesse|haben|gmbh|ag|se)\b"),
    (2.0, "body", rf"\b(?:chez|bij|presso|en nombre de|em nome d[ao]|namens|au nom de|im namen (?:der|von)) (?:la |de |der )?{_NAME}{_END}"),
    (1.5, "body", rf"\b(?:choosing|considering|behalf of|joining|welcome to|join) {_NAME}{_END}"),
    (1.0, "body", rf"\b(?:unfortunately|at this time|at the moment),? {_NAME} (?:has|have|will|did|is)\b"),
)
_TENANT_URL = re.compile(
    r"https?://(?:www\.)?(?:([\w-]{2,40})\.(?:wd\d{1,3}\.myworkdayjobs|recruitee|teamtailor|bamboohr|personio|jobs\.personio|breezy|pinpointhq|applytojob|icims)\.|"
    r"(?:boards|job-boards)\.greenhouse\.io/([\w-]{2,40})|jobs\.(?:lever\.co|ashbyhq\.com|smartrecruiters\.com)/([\w-]{2,40}))",
    re.IGNORECASE,
)

_TEAM = (
    r"(?:hiring|recruiting|recruitment|recruiter|talent(?: acquisition)?(?: team| partner)?|careers?|people(?: operations| ops| & culture| and culture| team)?|hr|"
    r"human resources|jobs?|talents|staffing|university(?: recruiting)?|campus|early careers|graduate|candidate(?: care)?|onboarding|application|"
    r"notifications?|no-?reply|do not reply|donotreply|system|workday|workday\.admin|admin|bewerbung(?:en|smanagement)?|personal(?:abteilung)?|recrutement|"
    r"rrhh|selección|personnel|resourcing|team|talent community|acquisition|group workday|mailer|via \w+|the|and|of)"
)
_DISPLAY_NOISE = re.compile(rf"^(?:{_TEAM}\b[\s@|:,_.-]*(?:at |@ |from |bei )?)+|(?:[\s@|:,_-]+(?:at |@ |from )?{_TEAM}\b)+$", re.IGNORECASE)
_ROLE_NOUN = re.compile(
    r"\b(?:engineer(?:ing)?|developer|manager|analyst|scientist|designer|architect|consultant|intern|internship|associate|"
    r"specialist|coordinator|director|administrator|officer|assistant|technician|programmer|accountant|nurse|teacher|lead|"
    r"representative|executive|entwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|assistant|stage|werkstudent(?:in)?)\b",
    re.IGNORECASE,
)
_NOT_NAMES = frozenset(
    "the our your this that us we you i it time next role position job company team application interview update "
    "thank thanks dear hi hello re fwd noreply no-reply careers jobs hr recruiting recruitment talent colleague zone hrms info "
    "status candidate applicant offer unfortunately monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december summer winter spring fall autumn interest remote zoom google meet "
    "teams microsoft teams linkedin indeed glassdoor human resources people operations support hiring notification notifications system "
    "admin verification colleague zone a an important following regarding one new all online coding technical phone video "
    "bewerbung stelle team ihre ihr sie candidature poste entretien solicitud candidatura vaga sollicitatie".split()
)


@dataclass(frozen=True, slots=True)
class Firm:
    """The firm's name as shown, and whether an agency writes for somebody else."""

    name: str
    agency: bool


_AGENCY_TEXT = re.compile(
    r"\b(?:(?:my|our|the|a|one of our|an? \w{1,14}) clients?(?:'s)?\b(?! (?:success|service|relation|facing|portal|partner|care|solutions|support|base|satisf))|on behalf of (?:a|my|our) client|"
    r"recruitment (?:agency|consultan\w*)|staffing (?:firm|company|agency)|executive search|search firm|headhunt\w*|"
    r"unser(?:es|em|en)? (?:mandant|kunde|auftraggeber)\w*|personalberat\w*|personalvermittl\w*|notre client|cabinet de recrutement|nuestro cliente|nosso cliente|onze opdrachtgever|il nostro cliente)\b",
    re.IGNORECASE,
)
_AGENCY_DOMAIN = re.compile(r"recruit|staffing|search|resourcing|personnel|headhunt|talent|executive|personalberatung|interim|placement", re.IGNORECASE)
_CLIENT = re.compile(rf"\b(?:my|our|the) client,? {_NAME}{_END}", re.IGNORECASE)


def firm_of(mail: Mail, text: str, signature: str, *, outgoing: bool) -> Firm:
    """The employer the mail speaks of, and whether an agency stands between."""
    address = mail.sender.email if mail.sender else ""
    vendor = senders.vendor_of(address) if address else None
    body = text.split("\n\n", 1)[1] if "\n\n" in text else ""
    ballots: list[tuple[str, float]] = [*_from_text(mail.subject, body, vendor.name if vendor else "")]
    agency = False
    if not outgoing and mail.sender:
        agency = bool(_AGENCY_TEXT.search(view(body) + "\n" + view(signature)))
        agency = agency or (vendor is None and bool(_AGENCY_DOMAIN.search(senders.domain_of(address).rpartition(".")[0])))
        client = _CLIENT.search(view(body)) if agency else None
        if client and _is_name(client.group("name")):
            return Firm(_tidy(client.group("name")), True)
        ballots += _from_sender(mail, vendor, text)
        ballots += _from_signature(signature)
    elif outgoing:
        ballots += [(_from_domain(a.email, text), 1.5) for a in mail.to]
    mine = _addressee(mail, body)
    kept = [(n, v) for n, v in ballots if n and not set(n.lower().split()) <= mine]
    return Firm(_elect(kept, vendor.name if vendor else ""), agency)


def _addressee(mail: Mail, body: str) -> set[str]:
    """The words of the reader's own name: a subject often carries it beside the firm's."""
    words = {w.lower() for a in mail.to for w in a.name.split()}
    greeting = re.match(r"\s*(?:dear|hi|hello|hey|hallo|bonjour|hola|olá|beste|ciao|liebe[r]?)?\s*([\w'-]{2,20})(?: ([\w'-]{2,20}))?\s*[,:!\n]", body, re.IGNORECASE)
    return words | {w.lower() for w in (greeting.groups() if greeting else ()) if w}


def _from_text(subject: str, body: str, vendor: str) -> list[tuple[str, float]]:
    out: list[tuple[str, float]] = []
    texts = {"subject": subject.strip(), "body": body[:2500]}
    for vote, where, pattern in _PATTERNS:
        text = texts[where]
        for found in _compiled(pattern).finditer(view(text)):
            name = _tidy(text[found.start("name") : found.end("name")])
            if _is_name(name):
                out.append((name, vote))
                break
    for found in _TENANT_URL.finditer(body):
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
        if name and (telling or (vendor is not None and _is_name(name)) or senders.is_role_address(address)):
            out.append((name, 2.6))
    if vendor is None:
        out.append((_from_domain(address, text + "\n" + display), 1.6))
    elif vendor.name_in is NameIn.LOCAL:
        tenant = re.split(r"[+@]", address)[0]
        if not senders.is_role_address(address):
            out.append((_cased(tenant, text + "\n" + display), 1.4))
    elif vendor.name_in is NameIn.SUBDOMAIN:
        labels = senders.domain_of(address).split(".")
        out.append((_cased(labels[-2] if labels[0] == "gh-mail" else labels[0], text + display), 1.4))
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
        left = _DISPLAY_NOISE.sub("", via.group(1)).strip()
        right = _DISPLAY_NOISE.sub("", via.group(2)).strip()
        at = re.search(r"\s(?:via|through)\s", display) is not None
        if not at and right:
            return (right, True) if _is_name(right) else ("", False)
        return (left, True) if _is_name(left) else ("", False)
    bare = _DISPLAY_NOISE.sub("", display).strip(" -|,@:")
    if not bare or not _is_name(bare[:1].upper() + bare[1:]):
        return "", False
    return bare, bare != display


def _from_domain(address: str, text: str) -> str:
    if not address or senders.is_freemail(address) or senders.vendor_of(address):
        return ""
    labels = [x for x in senders.domain_of(address).split(".") if x]
    if len(labels) < 2:
        return ""
    if len(labels) >= 3 and labels[-2] in {"co", "com", "org", "ac", "gov", "net", "edu"} and len(labels[-1]) == 2:
        return _cased(labels[-3], text)
    return _cased(labels[-2], text)


def _cased(label: str, text: str) -> str:
    """A label as the text writes it ("usbank" -> "U.S. Bank"), else with a capital."""
    plain = re.sub(r"[^a-z0-9]", "", label.lower())
    if len(plain) >= 3:
        spaced = r"[\s.&'-]{0,2}".join(re.escape(c) for c in plain[:30])
        found = [m.group() for m in re.finditer(rf"(?<![\w@/.]){spaced}(?![\w@])(?!\.\w)", text, re.IGNORECASE)]
        found = [f for f in found if f[:1].isupper()]
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
        team = re.match(rf"(?:the |your |das |l'équipe )?(.{{2,40}}?)'?s? (?:university |global |us |uk )?(?:{_TEAM}\s?)+(?:team)?$", line, re.IGNORECASE)
        if team and _is_name(team.group(1)):
            return [(_tidy(team.group(1)), 1.6)]
        legal = re.match(r"(.{2,50}?),? (?:inc|llc|ltd|limited|gmbh|ag|plc|corp|bv|b\.v|sa|s\.a|sas|sarl|srl|s\.r\.l|spa|se|nv|oy|ab)\.?$", line, re.IGNORECASE)
        if legal and _is_name(legal.group(1)):
            return [(_tidy(line), 1.6)]
    return []


def _tidy(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" \t\n.,;:!?-–|'\"*")
    name = re.sub(r"(?:\s(?:and|for|of|the|in|&|und|et|y|e|de))+$", "", name)
    name = re.sub(r"^(?:the team at|the) (?=[A-Z])", lambda m: m.group() if m.group() == "The " else "", name)
    name = re.sub(r"\s*\((?!.*\)).*$", "", name)
    bare = re.sub(rf"(?:\s{_TEAM})+$", "", name, flags=re.IGNORECASE)
    name = bare if len(bare) > 1 else name
    return name.strip(" .,;:!?-–|")


def _is_name(name: str) -> bool:
    words = re.findall(r"[\w'&.+-]+", name)
    if not words or len(words) > 7 or len(name) < 2:
        return False
    if len(name) <= 2 and any(c.isdigit() for c in name):
        return False
    if not (name[0].isupper() or name[0].isdigit() or any(c.isupper() for c in name[:4]) or "." in name):
        return False
    if all(w.lower() in _NOT_NAMES for w in words) or name.isdigit():
        return False
    if words[0].lower() in {"our", "your", "this", "a", "an", "my", "no", "we", "i", "thank", "dear", "hi"}:
        return False
    return not _ROLE_NOUN.search(name)


def _elect(ballots: list[tuple[str, float]], vendor: str) -> str:
    votes: dict[str, float] = {}
    shown: dict[str, str] = {}
    for name, vote in ballots:
        key = company_key(name).replace(" ", "")
        if not key or (vendor and key == company_key(vendor).replace(" ", "") and vote < 4):
            continue
        match = next((k for k in votes if k == key or (min(len(k), len(key)) >= 4 and (k.startswith(key) or key.startswith(k)))), key)
        votes[match] = votes.get(match, 0.0) + vote
        if match not in shown or (len(name) > len(shown[match]) and vote >= 2 and len(name) < 40):
            shown.setdefault(match, name)
    if not votes:
        return ""
    return shown[max(votes, key=lambda k: votes[k])]
