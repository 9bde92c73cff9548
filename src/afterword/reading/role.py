"""Which role the mail speaks of: its title as written, without numbers and brackets."""

from __future__ import annotations

import re

from afterword.reading.company_spelling import fold
from afterword.reading.role_words import BREAKS, LINKS, is_head
from afterword.reading.view import rule, view

_NOUN = (
    r"engineer|developer|manager|analyst|scientist|designer|architect|consultant|intern|internship|associate|specialist|"
    r"coordinator|director|administrator|officer|assistant|technician|programmer|accountant|nurse|teacher|lead|head of|"
    r"representative|executive|advisor|adviser|editor|writer|researcher|producer|recruiter|planner|buyer|controller|"
    r"partner|president|chef|driver|operator|clerk|lecturer|professor|tutor|strategist|marketer|trainee|apprentice|supervisor|"
    r"secretary|attorney|lawyer|paralegal|counsel|auditor|underwriter|trader|broker|therapist|pharmacist|physician|surveyor|"
    r"librarian|curator|animator|artist|journalist|reporter|translator|copywriter|owner|scrum master|devops|sre|steward|pilot|electrician|mechanic|carpenter|plumber|cook|waiter|waitress|barista|brewer|farmer|gardener|guard|inspector|packer|picker|welder|agent|cashier|caretaker|carer|cleaner|dentist|doctor|economist|fundraiser|handler|instructor|janitor|keeper|midwife|negotiator|painter|photographer|psychologist|ranger|receptionist|roofer|scheduler|social worker|solicitor|statistician|tester|treasurer|vet|worker|smith|blacksmith|dispatcher|moderator|geologist|chemist|biologist|physicist|mathematician|toolmaker|machinist|porter|mason|baker|tailor|purser|foreman|schweißer|koch|pfleger|erzieher|lehrer|techniker|meister|disponent|buchhalter|einkäufer|planer|verkäufer|actuary|bookkeeper|merchandiser|stylist|evangelist|advocate|"
    r"entwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|leitung|referent(?:in)?|sachbearbeiter(?:in)?|berater(?:in)?|werkstudent(?:in)?|"
    r"praktikant(?:in)?|kaufmann|kauffrau|mitarbeiter(?:in)?|redakteur(?:in)?|projektleiter(?:in)?|assistent(?:in)?|"
    r"ingénieure?|développeu(?:r|se)|chargée? de|responsable|chef(?:fe)? de|directeur|directrice|comptable|assistante|stage|alternance|"
    r"ingenier[oa]|desarrollador(?:a)?|analista|gerente|director(?:a)?|técnic[oa]|jefe de|engenheir[oa]|desenvolvedor(?:a)?|coordenador(?:a)?|"
    r"gestor(?:a)?|medewerker|ontwikkelaar|adviseur|projectleider|ingegnere|sviluppatore|responsabile|impiegat[oa]"
)
_NOUN_RE = re.compile(
    rf"\b(?:{_NOUN})(?:in|s)?\b|\w{{3,}}(?:entwickler|ingenieur|leiter|berater|manager|ontwikkelaar|medewerker)(?:in)?\b",
    re.IGNORECASE,
)
_T = r"(?P<role>[^\n.;:!?\"|]{3,90}?)"
_STOP = r"(?= (?:position|role|job|post|opening|vacancy|internship|opportunity|requisition)\b| (?:at|with|in our|within|here|for our|based|and (?:for|we|your|have|the)|we|to|has|have|was|is|will|as well|on our|that|which|through|from|bei|chez|en|em|bij|presso)\b|[.,;:!?|\n\"]|\s[-\u2013]\s|\s\(|$)"

#: Where titles stand, best first. The group `role` is the title.
_PLACES: tuple[tuple[str, str], ...] = (
    (
        "both",
        rf"\b(?:position|role|job|post|vacancy|opening|internship|stelle|position|poste|puesto|vaga|functie|posizione|cargo) (?:of|as|for|titled|als|de|di|van|:)(?: the| an?| our)? {_T}{_STOP}",
    ),
    (
        "both",
        rf"\b(?:application|applying|applied|apply|interest|interested|interview|interviewing|considered|consideration|candidacy|candidature|submission|shortlisted|selected|interview(?:ed)?|hiring|hire|recruiting|search|invitation|assessment|offer|reference)(?: \w{{1,12}}){{0,2}} (?:for|to|in|as|about|regarding|on)(?: the| our| an?| this| your)? {_T} (?:position|role|job|post|opening|vacancy|internship|opportunity|requisition|search)\b",
    ),
    (
        "both",
        r"\b(?:offer(?:ing)? you|fill(?:ed)?|for|the|our|this|re|about|as) (?:the |our |a |an )?(?P<role>(?-i:[A-Z])[^\n.;:!?\"|]{2,70}?) (?:position|role|job|post|opening|vacancy|internship|requisition|search|opportunity)\b",
    ),
    (
        "subject",
        rf"\b(?:application|applying|applied|interview|invitation|candidacy|offer|update|assessment|reference|availability|call)(?: \w{{1,12}}){{0,3}} (?:for|to|as|:|-|\u2013|re) (?:the |our |a |an )?{_T}{_STOP}",
    ),
    (
        "both",
        rf"\b(?:bewerbung|stelle|position|gespräch) (?:als|für die (?:stelle|position) (?:als )?|zum|zur)(?: (?:eine?n?|die|den))? {_T}{_STOP}",
    ),
    (
        "both",
        rf"\b(?:candidature|poste|offre|entretien)(?: (?:au|pour|de|du|d'|le|la|un|une|poste|l'offre)){{1,4}} {_T}{_STOP}",
    ),
    (
        "both",
        rf"\b(?:solicitud|candidatura|vacante|puesto|oferta|entrevista|vaga|processo)(?: (?:para|de|el|la|puesto|o|a|da|do|vaga|cargo)){{1,4}} {_T}{_STOP}",
    ),
    (
        "both",
        rf"\b(?:sollicitatie|functie|vacature)(?: (?:naar|voor|als|van|de|functie)){{1,4}} {_T}{_STOP}",
    ),
    ("subject", rf"(?:^|[-\u2013|:] ?){_T} ?(?:[-\u2013|:]|$)"),
    (
        "body",
        rf"(?:^|\n)(?:role|position|title|job title|stelle|poste|puesto|cargo|functie|posizione) ?:?[-\u2013]? ?{_T}(?:$|[,;(|\n])",
    ),
    (
        "body",
        rf"\b(?:application|applying|applied|apply|beworben|postulé|interview|interviewing) (?:for|to|as|als|à|a) (?:the |our |a |an )?{_T}{_STOP}",
    ),
    (
        "body",
        rf"\b(?:a|an|our|next|new|the|as|for) (?P<role>(?:(?-i:[A-Z])[\w&/+#.-]{{0,20}} ){{1,5}}?(?:{_NOUN}))\b",
    ),
)
_GENDER = re.compile(
    r"\s*[\[(]\s?(?:all genders?|gn|[mwdfhxi](?:\s?[/|*,]\s?[mwdfhx]){1,3})\s?[\])]|\s*\b[mwf]/[mwf](?:/[dxi])?\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:jr|req|ref|id|job id|r|jid)?[-_ #:]{0,2}\d{4,12}\b\s?[-–:]?|\s*\((?:open|remote|hybrid|evergreen|[^)]{0,4}\d[^)]{0,30}|jr-?\d+|[a-z]{0,3}-?\d{3,})\)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:the|our|a|an|your|this|that|application(?: for| to)?|re|fwd?|aw|wg|role|position|job|title|of|as|for|die|der|eine[nrm]?|le|la|un|une|el|una|o|os|de|het|een)\b[\s:]*",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"^(?:(?:re|fwd?|aw|wg|antw|sv|vs|rif|tr|res|enc|odp|rv|r)\s{0,2}:\s{0,4})+", re.I
)
_PIECES = re.compile(r"\s*[:|;,!?()\[\]\"„“”«»–—•…/]\s*|\s-\s|\.\s|\.$|[🌱🍺💪☀⚽]")
_RUNS_ON = re.compile(
    r",? (?:and (?:six|one|two|three|four|five|his|her|their|we|your|you)|further|under|who|where|below|above|in the|at|on|including|starting)\b.*$",
    re.IGNORECASE,
)
#: What announces a title in running text, and up to eight words after it.
_ANNOUNCED = (
    r"\b(?:(?:offer\w*|applied|apply\w*|application|work\w*|start\w*|join\w*|appoint\w*|you|beworben|bewerbung|stelle|arbeit\w*|sollicitatie|aan de slag|begin\w*) (?:as|als)(?: an?| the| our| one of our)?"
    r"|(?:post|position|role|job|vacancy) (?:of|for)(?: an?| the)?"
    r"|(?:poste|emploi|candidature|offre|fonctions|qualité) (?:d'|de |du |en tant que |comme )(?:un |une )?"
    r"|(?:plaza|puesto|vacante|cargo|vaga|posto|lugar|ruolo|posizione|posto|candidatura|solicitud) (?:de |di |da |do |per |para |como |come )(?:un |una |um |uma )?"
    r"|(?:en tant que|como|come|em qualidade de|in qualità di) (?:un |una |um |uma )?"
    r"|(?:vacature|functie|kandidatuur|sollicitatie) (?:van |voor |als |naar )(?:een |de )?)"
    r" ?(?P<role>[^\n.;:!?\"|,()]{3,70})"
)
_BAD = re.compile(
    r"\b(?:you|your|we|our|us|thank|thanks|interest|application|apply|interview|update|candidate|unfortunately|other|future|any|many|next|"
    r"open|various|several|more|new|same|similar|another|suitable|current|this|that|it|consideration|hiring|recruit\w*|talent|team|"
    r"invitation|ihre?|bewerbung|votre|candidature|su|sua|uw|sollicitatie)\b",
    re.IGNORECASE,
)


def role_of(subject: str, body: str) -> str:
    """The title of the role, or empty when the mail names none."""
    texts = {"subject": subject.strip(), "body": body[:3000]}
    views = {where: view(text) for where, text in texts.items()}
    for where, pattern in _PLACES:
        for name in ("subject", "body") if where == "both" else (where,):
            text = texts[name]
            for found in rule(pattern).finditer(views[name]):
                title = _tidy(text[found.start("role") : found.end("role")])
                if _is_title(title):
                    return title
    return _in_subject(subject) or _in_body(texts["body"], views["body"])


def _in_body(body: str, seen: str) -> str:
    """A title after words that can only announce one ("as a", "la plaza de", "als")."""
    for found in rule(_ANNOUNCED).finditer(seen):
        stretch = _between_breaks(body[found.start("role") : found.end("role")].split())
        words = next((one for one in stretch[:2] if any(map(is_head, one))), [])
        heads = [at for at, word in enumerate(words[:6]) if is_head(word)]
        if not heads:
            continue
        end = heads[0] + 1
        while end < len(words) and (words[end][:1].isupper() or is_head(words[end])):
            end += 1
        title = " ".join(words[:end])
        return title if not title.islower() else title[:1].upper() + title[1:]
    return ""


def _in_subject(subject: str) -> str:
    """The words of a subject that make a title: a head noun and what stands close around it."""
    plain = _GENDER.sub(" ", _REPLY.sub("", subject.strip()))
    for piece in _PIECES.split(plain):
        for words in _between_breaks(piece.split()):
            if len(words) > 7 or not any(is_head(w) for w in words):
                continue
            title = " ".join(words)
            if any(c.isalpha() for c in title) and len(title) > 3:
                return title if not title.islower() else title[:1].upper() + title[1:]
    return ""


def _between_breaks(words: list[str]) -> list[list[str]]:
    """Stretches of words that no verb, article or talk of applying interrupts."""
    out: list[list[str]] = [[]]
    for word in words:
        folded = fold(word)
        small = folded in LINKS or word == "&"
        if not small and (folded in BREAKS or not folded or sum(c.isdigit() for c in folded) > 2):
            out.append([])
        elif small and folded in BREAKS and not out[-1]:
            continue
        elif out[-1] or not small:
            out[-1].append(word.strip("\"'“”*"))
    for stretch in out:
        while stretch and (fold(stretch[-1]) in LINKS or stretch[-1] == "&"):
            stretch.pop()
    return [stretch for stretch in out if stretch]


def _tidy(title: str) -> str:
    title = _RUNS_ON.sub("", " ".join(title.split()))
    title = re.sub(r", (?=[a-z]).*$", "", title)
    for mark in (", ", " / "):  # "Final conversation, Store Lead": the title is what follows
        first, _, rest = title.partition(mark)
        if rest and not _NOUN_RE.search(first) and _NOUN_RE.search(rest):
            title = rest
    title = re.sub(
        r"^(?:become|becoming|join as|work as)(?: an?| the| our)? ", "", title, flags=re.I
    )
    title = _GENDER.sub("", title)
    title = _NUMBER.sub(" ", title)
    for _ in range(3):
        title = _LEADING.sub("", title.strip(" -–|,:*\"'"))
    title = re.sub(
        r"(?:\s(?:position|role|job|at|with|for|in|bei|the|vacancy|opening|opportunity|internship|post|and|program|programme|update|outcome|interview))+$",
        "",
        title.strip(" -–|,:*\"'"),
        flags=re.IGNORECASE,
    )
    title = re.sub(r"\s*\([^)]*$", "", title)
    return " ".join(title.split()).strip(" -–|,:*")


def _is_title(title: str) -> bool:
    words = title.split()
    if not words or len(words) > 9 or len(title) > 80:
        return False
    if not _NOUN_RE.search(title):
        return False
    noun_only = len(words) == 1 and words[0].islower()
    return not noun_only and not _BAD.search(title) and any(c.isupper() for c in title)


def title_in(subject: str) -> bool:
    """Whether a subject names a trade at all ("Re: Textile Designer")."""
    return _NOUN_RE.search(subject) is not None
