"""Who appears in a mail, with what part: told by title, by manner, in doubt unknown."""

from __future__ import annotations

import re
from dataclasses import replace

from afterword.reading import senders
from afterword.reading.company.spelling import fold
from afterword.reading.names import company_key
from afterword.reading.people.deciders import deciders
from afterword.reading.people.nobody import is_nobody, without_forms
from afterword.reading.role.words import is_head
from afterword.reading.text import Letter
from afterword.reading.view import rule, view
from afterword.terms import Address, Mail, MailKind, Part, PersonSeen

#: Title -> part; the first that fits (method 5, people roles). Agency turns a recruiter's part.
_TITLES: tuple[tuple[Part, str], ...] = (
    (Part.SOURCER, r"\bsourcer|sourcing\b"),
    (
        Part.COORDINATOR,
        r"\b(?:coordinator|scheduler|scheduling|recruit\w* (?:assistant|administrator|operations)|executive assistant|office manager|(?:assistant|ea|pa|office) (?:to|of)|assistenz|assistante?(?! (?:director|manager|head|principal|professor|dean|general|vice))|secretar\w+|administrator)\b",
    ),
    (
        Part.RECRUITER_INTERNAL,
        r"\b(?:recruit\w*|talent|headhunt\w*|ta (?:partner|lead|manager)|resourcing|acquisition|reclutador\w*|recrutement|werving|selezione|principal consultant|search consultant|personalberater\w*|consultant,? (?:search|talent))\b",
    ),
    (
        Part.HR_PARTNER,
        r"\b(?:hr|human resources|people (?:partner|operations|ops|manager|lead|director|business|& culture|and culture|team)|chief people|head of people|personal(?:abteilung|referent\w*|leiter\w*|leitung|wesen)|(?:leiter(?:in)?|leitung|bereichsleit\w+|direktor(?:in)?)(?: des| der| bereich)? (?:personal\w*|human\w*)|(?:chef(?:fe)?|directeur|directrice|responsable) (?:du personnel|rh)|(?:jef[ea]|director[a]?|responsable|gerente) de (?:personal|personas|gente)|(?:hoofd|manager) personeel|capo del personale|responsabile del personale|ressources humaines|\bdrh\b|\brrhh\b|recursos humanos|\brh\b|personeelszaken|p&o|risorse umane)\b",
    ),
    (
        Part.SKIP_LEVEL_OR_EXECUTIVE,
        r"\b(?:chief \w+(?: \w+)? officer|c[etfopim]o|ceo|founder|co-?founder|president|vice president|vp|svp|evp|md|managing (?:director|partner)|general manager|geschäftsführ\w+|vorstand\w*|directeur général|directrice générale|pdg|director general|diretor(?:a)? geral|algemeen directeur|amministratore delegato|owner|board member)\b",
    ),
    (
        Part.HIRING_MANAGER,
        r"\b(?:hiring manager|head of|director|manager|lead\b|leader|team ?lead\w*|leiter\w*|leitung|responsable|chef(?:fe)? (?:de|du)|directeur|directrice|gerente|jefe|jefa|diretor\w*|coordenador\w*|hoofd|responsabile|supervisor|partner|principal investigator|professor|principal|headteacher|dean|editor-in-chief|matron|ward manager)\b",
    ),
    (
        Part.PANEL_INTERVIEWER,
        r"\b(?:engineer|developer|scientist|analyst|designer|architect|specialist|consultant|entwickler\w*|ingenieur\w*)\b",
    ),
)
_TITLE_WORD = re.compile(
    "|".join(f"(?:{p})" for _, p in _TITLES)
    + r"|\b(?:officer|associate|advisor|adviser|teacher|nurse|buyer|accountant|assistant)\b",
    re.IGNORECASE,
)

_PERSON = r"(?P<who>(?-i:[A-ZÄÖÜÉÈÁÍÓÚÑÇŁŠŽ])[\w'’-]{1,20}(?: (?:van|von|de|der|den|del|da|dos|di|la|le|el|al|bin|mc)){0,2}(?: (?-i:[A-ZÄÖÜÉÈÁÍÓÚÑÇŁŠŽ])(?:[\w'’-]{1,20}|t?\.)){1,3})"
#: People named in the text, with what the words around say of them.
_MENTIONS: tuple[tuple[Part, str], ...] = (
    (Part.UNKNOWN, rf"{_PERSON}(?: \(|,(?!\s?\n\s) )(?P<title>[^()\n.;]{{2,60}}?)(?:\)|,|\.|;|$)"),
    (
        Part.UNKNOWN,
        rf"\b(?:our|the|my|their|unser\w{{0,2}}|mein\w{{0,2}}|notre|nuestr[oa]|nossa?|onze|nostr[oa]) (?P<title>[\w&/-]{{1,18}}(?: [\w&/-]{{1,18}}){{0,4}}?),? (?:(?:herrn?|frau|monsieur|madame|mme|señora?|mevrouw|de heer|signora?|dr\.|prof\.|mr|mrs|ms) ){{0,3}}{_PERSON}\b",
    ),
    (
        Part.PANEL_INTERVIEWER,
        rf"\b(?:meet(?:ing)?(?: with)?|speak(?:ing)?(?: with| to)|interview(?:ed|ing)? (?:with|by)|panel (?:of|with|is|will be)|call with|conversation with|chat with|talk (?:to|with)) (?:both )?{_PERSON}",
    ),
    (
        Part.HIRING_MANAGER,
        rf"\b(?:report(?:ing)? (?:in)?to|hiring manager,?(?: is)?|working (?:directly )?for) {_PERSON}",
    ),
    (
        Part.UNKNOWN,
        rf"\b(?:my colleague|copied in|cc'd|cc'ing|copying in|introduce you to|contact|reach out to|ask for) {_PERSON}",
    ),
)
_MANNERS: tuple[tuple[Part, str], ...] = (
    (
        Part.HIRING_MANAGER,
        r"\b(?:i(?:'m| am) the hiring manager|(?:join|joining|on|in|build\w*|running|lead|run|for) my team|report(?:ing)? (?:in)?to me|i lead the|i run the|i head|my engineers|my department|mein team|mon équipe|mi equipo|minha equipe|mijn team)\b",
    ),
    (
        Part.COORDINATOR,
        r"\b(?:i(?:'m| am| will be|'ll be) (?:coordinating|scheduling|arranging|organi[sz]ing)|on behalf of (?:the )?(?:recruit\w*|hiring))\b",
    ),
    (
        Part.RECRUITER_INTERNAL,
        r"\b(?:i(?:'m| am| will be|'ll be) (?:the |your |a |an )?(?:\w{1,14} )?(?:recruiter|talent)|your recruiter|i recruit|i(?:'m| am) recruiting)\b",
    ),
)
_REFERRER = rule(
    rf"\b(?:referred by|recommended by|introduced by|{_PERSON} (?:referred|recommended|suggested|mentioned) you)\b"
)


#: Parts that an agent's title only sounds like.
_LEADS = frozenset({Part.HIRING_MANAGER, Part.SKIP_LEVEL_OR_EXECUTIVE, Part.PANEL_INTERVIEWER})


def part_of_title(title: str, *, agency: bool) -> Part:
    """The part a title stands for."""
    for part, pattern in _TITLES:
        if rule(pattern).search(view(title)):
            if part is Part.RECRUITER_INTERNAL and agency:
                return Part.RECRUITER_AGENCY
            return part
    return Part.UNKNOWN


def people_of(
    mail: Mail,
    letter: Letter,
    kind: MailKind,
    *,
    outgoing: bool,
    agency: bool,
    me: frozenset[str],
    firm: str = "",
    search: bool = False,
) -> tuple[PersonSeen, ...]:
    """The persons of the other side, writer first; offices, machines and the `firm` are nobody.

    In a house that does nothing but `search` for others, a partner or a director who writes is
    the agent and hires nobody.
    """
    out: dict[str, PersonSeen] = {}

    def add(person: PersonSeen) -> None:
        if _none(person, mail, firm):
            return
        key = person.email or person.name.lower()
        same = next(
            (k for k, p in out.items() if p.name.lower() == person.name.lower() and person.name),
            key,
        )
        if same not in out:
            out[key] = person
        elif out[same].part is Part.UNKNOWN and person.part is not Part.UNKNOWN:
            old = out[same]
            out[same] = PersonSeen(
                old.name, old.email or person.email, person.part, old.title or person.title
            )

    mine = {*me, *(() if outgoing else (a.email for a in mail.to))}
    names = {a.name.lower() for a in (mail.to if not outgoing else ()) if a.name}
    if outgoing:
        for address in (*mail.to, *mail.cc):
            if address.email and address.email not in me and not senders.is_no_reply(address.email):
                add(PersonSeen(_name(address), address.email))
        return tuple(out.values())
    writer = _writer(mail, letter, agency)
    if writer:
        led = search and writer.part in _LEADS
        add(replace(writer, part=Part.RECRUITER_AGENCY) if led else writer)
    for address in mail.cc:
        if (
            address.email not in mine
            and not senders.is_role_address(address.email)
            and address.name
        ):
            add(PersonSeen(_name(address), address.email))
    if kind not in {MailKind.JOB_ALERT, MailKind.ACCOUNT, MailKind.NOT_JOB}:
        for person in _mentioned(letter.body, agency, kind):
            if person.name.lower() not in names:
                add(person)
        for person, sure in deciders(letter.body):
            known = [one for one in out.values() if _is_named(person.name, one.name)]
            mine_too = any(_is_named(person.name, name) for name in names)
            if sure and not known and not mine_too:
                add(person)
            elif len(known) == 1 and person.part is not Part.UNKNOWN:
                add(replace(person, name=known[0].name))
    return tuple(out.values())[:8]


def _is_named(short: str, whole: str) -> bool:
    """Whether a name is the whole one or the first or last of it ("Brandt", "Thomas Brandt")."""
    words = whole.casefold().split()
    said = short.casefold().split()
    return bool(words) and (said == words or (len(said) == 1 and said[0] in (words[0], words[-1])))


def _none(person: PersonSeen, mail: Mail, firm: str) -> bool:
    """Whether the name is a desk's or the firm's own; an address without a name stands."""
    if not person.name:
        return False
    # whoever is only signed or named is measured by the sender's house, not by its mailbox
    local, _, domain = person.email.partition("@")
    home = domain or (mail.sender.email.partition("@")[2] if mail.sender else "")
    labels = [part for part in home.split(".") if part]
    label = "" if len(labels) < 2 or senders.is_freemail(f"x@{home}") else labels[-2]
    if senders.vendor_of(f"x@{home}"):
        # a system's mailbox bears the firm it writes for, and its domain the system's own name
        label = label if domain else ""
        own = fold(person.name.split()[0]) in fold(label)
        local = local if fold(person.name) in fold(local) and not own else ""
    named = bool(firm) and company_key(person.name) == company_key(firm)
    return is_nobody(person.name, local, label, firm=named)


def _name(address: Address) -> str:
    name = without_forms(address.name.strip("\"' "))
    name = re.sub(r"\s*[\(\[].*$|\s+(?:via|from|at|bei|\|)\s.*$", "", name).strip("\"' ")
    if "," in name and len(name.split(",")) == 2:
        last, first = name.split(",")
        if len(first.split()) <= 2 and not _TITLE_WORD.search(name):
            name = f"{first.strip()} {last.strip()}"
    return name if "@" not in name else ""


def _writer(mail: Mail, letter: Letter, agency: bool) -> PersonSeen | None:
    sender = mail.sender
    if sender is None or not sender.email:
        return None
    name = _name(sender)
    signed, title = _signed(letter.signature)
    human_address = (
        not senders.is_role_address(sender.email) and senders.vendor_of(sender.email) is None
    )
    looks_human = bool(re.match(r"^[^\W\d_][\w'’.-]*(?: [\w'’.-]+){1,4}$", name)) and not re.search(
        r"\b(?:team|careers?|recruit\w*|talent|hr|jobs?|hiring|people|no-?reply|notifications?|group|inc|ltd|gmbh|university|acquisition|support)\b",
        name,
        re.IGNORECASE,
    )
    email = sender.email
    if not human_address:
        reply = mail.reply_to
        if (
            reply
            and reply.email
            and not senders.is_role_address(reply.email)
            and senders.vendor_of(reply.email) is None
        ):
            email, name = reply.email, _name(reply) or name
            looks_human = bool(name)
        elif not looks_human and not signed:
            return None
        else:
            email = "" if senders.is_role_address(email) or senders.is_no_reply(email) else email
    if not looks_human:
        if not signed:
            return (
                PersonSeen(name, email, _manner(letter, agency)) if human_address and name else None
            )
        name = signed
    part = part_of_title(title, agency=agency) if title else Part.UNKNOWN
    if part is Part.PANEL_INTERVIEWER and "consultant" in title.lower():
        part = (
            Part.UNKNOWN
        )  # who writes of a post as one is more often an agent than an interviewer
    if part in {Part.UNKNOWN, Part.PANEL_INTERVIEWER}:
        manner = _manner(letter, agency)
        part = manner if manner is not Part.UNKNOWN else part
    return PersonSeen(name, email, part, title)


def _signed(signature: str) -> tuple[str, str]:
    """The name and title a signature shows; a title may stand on the same or the next lines."""
    lines = [
        line.strip(" *_|•\t–-,") for line in signature.split("\n") if line.strip(" *_|•\t–-,")
    ][:6]
    name = title = ""
    for line in lines:
        first = re.split(r"\s*[,|•–]\s*|\s-\s", line)[0].strip()
        if (
            not name
            and re.match(r"^(?-i:[A-ZÄÖÜÉÁÍÓÚÑÇŁŠŽ])[\w'’.-]+(?: [\w'’.-]+){0,3}$", first)
            and not re.search(
                r"\b(?:team|recruit\w*|talent|hr|careers|hiring|regards|thanks|department|committee)\b",
                first,
                re.IGNORECASE,
            )
        ):
            name = first
            rest = line[len(first) :].strip(" ,|•–-")
            if rest and _TITLE_WORD.search(rest) and len(rest) < 80:
                title = rest
            continue
        if not title and _TITLE_WORD.search(line) and len(line) < 80 and "@" not in line:
            pieces = [one.strip() for one in re.split(r"\s*[|•]\s*", line)]
            title = next((one for one in pieces if _TITLE_WORD.search(one)), pieces[0])
    return name, title


def _manner(letter: Letter, agency: bool) -> Part:
    text = view(letter.body)
    for part, pattern in _MANNERS:
        if rule(pattern).search(text):
            if part is Part.RECRUITER_INTERNAL and agency:
                return Part.RECRUITER_AGENCY
            return part
    return Part.RECRUITER_AGENCY if agency else Part.UNKNOWN


_NOBODY = re.compile(
    r"^(?:i'm|(?:herrn?|frau) (?:dr|prof|mag|ing)$|hi|hello|hey|dear|hallo|liebe|hoi|bonjour|hola)\b|\b(?:team|google|microsoft|zoom|teams|meet|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|street|road|london|york|berlin|office|careers|human|talent|hiring|dear|thank|best|kind|"
    r"inc|ltd|gmbh|engineer\w*|manager|developer|analyst|director|lead|senior|junior|product|software|data|marketing|sales|operations|"
    r"head|officer|designer|scientist|interview|application|university|school|college|hospital|bank|group|the|our|your|case|study|video|call|europe|asia|africa|americas?|emea|apac|latam|benelux|"
    r"nordics|scandinavia|iberia|dach)\b|^(?:north|south|east|west)ern\b|^(?:central|greater|middle) ",
    re.IGNORECASE,
)


#: Words before a title that are not part of it ("our Group COO").
_OURS = re.compile(
    r"^(?:our|the|my|your|an?|unser\w*|mein\w*|die|der|notre|nos|le|la|nuestr[oa]|mi|el|nossa?|"
    r"o|il|onze|de|het)\s+",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"[:?!]|\b(?:that|who|which|for|says|said|has|have|had|is|was|were|are|will|and|but|process|they|got|met|leaving|j'ai|est|ich|ist|sind|ik|yo|eu|vai|io)\b|\w'\w|"
    # what ends so is about a house, whose name comes next ("the principal of Sycamore Fork")
    r"\b(?:of|at|for|in|from|with|to|de|des|du|del|von|vom|der|bei|van|di|da|do|our|the|my)$",
    re.IGNORECASE,
)


def _is_title(title: str) -> bool:
    """Whether the words beside a name can be what somebody is, and not what they do."""
    return len(title.split()) <= 6 and _NO_TITLE.search(title) is None


_POST = rule(
    r"\W{0,3}(?:[\w'/-]{1,16} ){0,2}(?:role|position|post|vacancy|job|opening|stelle|poste|puesto|vaga|cargo|vacature|functie|ruolo|posizione)\b"
)


def own_titles(body: str) -> list[tuple[int, int]]:
    """Where in a text the title of somebody stands beside their name: what they are, not the post."""
    seen = view(body)
    spans: list[tuple[int, int]] = []
    for _, pattern in _MENTIONS:
        if "title" not in pattern:
            continue
        for found in rule(pattern).finditer(seen):
            title, who = _OURS.sub("", found.group("title").strip()), found.group("who")
            named = not (
                _NOBODY.search(who) or re.search(r"\d", who) or any(map(is_head, who.split()))
            )
            # "the Director, Circular Economy" may be one title, and "… role" behind it says so
            post = found.group().startswith("the ") or _POST.match(seen, found.end())
            if named and not post and any(map(is_head, title.split())) and _is_title(title):
                spans.append(found.span("title"))
    return spans


def _mentioned(body: str, agency: bool, kind: MailKind) -> list[PersonSeen]:
    out: list[PersonSeen] = []
    seen = view(body[:6000])
    for part, pattern in _MENTIONS:
        for found in rule(pattern).finditer(seen):
            name = " ".join(body[found.start("who") : found.end("who")].split()).rstrip(".")
            name = without_forms(name)
            if _NOBODY.search(name):
                continue
            title = ""
            if "title" in found.groupdict():
                title = _OURS.sub("", body[found.start("title") : found.end("title")].strip())
                if not _TITLE_WORD.search(title) or not _is_title(title):
                    continue
            this = part_of_title(title, agency=agency) if title else part
            out.append(PersonSeen(name, "", this if this is not Part.UNKNOWN else part, title))
    referred = _REFERRER.search(seen)
    if referred and referred.group("who"):
        out.append(PersonSeen(" ".join(referred.group("who").split()), "", Part.REFERRER))
    return out[:6]
