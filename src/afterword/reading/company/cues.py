"""Where a firm's name stands in a mail: patterns by place, and words that are no names."""

from __future__ import annotations

import re

# A proper name: starts with a capital or a digit, small joining words inside.
WORD = r"(?:(?-i:[A-Z]\.){2,4}|(?-i:[A-Z0-9ÄÖÜÉÀ])(?:[\w'&+*°\u2122-]|\.(?=\w)){0,30})"
LEGAL = (
    r"(?:inc|llc|ltd|limited|gmbh|ag|plc|corp|corporation|bv|sas|sarl|srl|spa|se|nv|oy|ab|co)\b\.?"
)
NAME = (
    rf"(?P<name>(?:the )?(?:{WORD}|[a-z]{{1,3}}(?-i:[A-Z])[\w'&-]{{0,20}}|[a-z0-9]{{1,14}}\.(?:com|ai|io|ly|org))"
    rf"(?:(?: (?:of|and|for|de|der|des|du|von|the|&|und|et|y|e|la|le)){{0,2}} (?:{WORD}|[(&])){{0,6}}(?:,? {LEGAL})?)"
)
END = r"(?=[.,!?;:)|\u2013]|\s-\s|\s\|\s|\s(?:and|for|has|have|is|was|as|in|on|we|team|via|regarding|position|role|to|with|your|where|opportunity|careers?|application|talent|hiring|recruit\w*|here|about|update|which|who|but|at|the|will|this|starting|requires)\b|\s{2,}|\n|$)"

#: Patterns with the name in them: (vote, where, pattern).
PATTERNS: tuple[tuple[float, str, str], ...] = (
    (
        9.0,
        "subject",
        rf"^(?:.{{0,12}}?: |[^\w]{{0,6}})?{NAME} (?:has |have |hat |a |ha |heeft )?(?:just |already )?(?:opened|viewed|looked at|took a look|had a look|read|downloaded|ouvert|consulté|vu|lu|angesehen|geöffnet|bekeek|bekeken|visto|abierto|leído|abriu|visualizou|viu|aperto|visualizzato|letto)\b",
    ),
    (
        9.0,
        "subject",
        rf"\b(?:someone (?:from|at)|(?:opened|viewed|seen|read|bekeken|geöffnet|angesehen|ouvert|consulté|vista?|abierta?|aberta|vist[oa]|apert[oa]|lett[oa]) (?:by|door|von|par|por|pela|pelo|da|dalla|dal)|applied (?:to|at|with)|application to|sent to) {NAME}{END}",
    ),
    (
        5.0,
        "subject",
        rf"\b(?:apply(?:ing)?|application|applied|interest(?:ed)?|candidature|candidacy)(?: (?:to join|in joining|in working (?:at|for|with)|in a career (?:at|with)|in employment (?:at|with)|to|with|at|in|from)) (?:the )?{NAME}{END}",
    ),
    (
        5.0,
        "subject",
        rf"\b(?:position|role|job|internship|opportunity|intern|application|applying|opportunities|interview|offer|update|follow up|career|careers|employment|assessment|next steps|status|roles?)\b[^\n|]{{0,80}}? (?:at|with|from) {NAME}{END}",
    ),
    (
        4.0,
        "subject",
        rf"^(?:re: |fwd?: |aw: |wg: )?{NAME}(?: careers?| job| talent| recruiting| hiring| university| graduate| employment)*:? (?:- |\u2013 |\| )?(?:job )?(?:your |job )?(?:application|interview|offer|assessment|hiring|recruitment)\b",
    ),
    (
        4.0,
        "subject",
        rf"^(?:re: |fwd?: |aw: )?{NAME} (?:has received|received|talent acquisition|careers|recruiting)\b",
    ),
    (
        4.5,
        "subject",
        rf"\b(?:your|regarding your|about your|on your|received your) (?:recent )?{NAME}(?: (?:careers|job|careers job))* (?:application|interview|offer|assessment)\b",
    ),
    (
        4.5,
        "subject",
        rf"^{NAME} ?(?:-|\u2013|\||:) (?:your|thank|application|update|interview|status|job|regarding|next|we )",
    ),
    (
        4.5,
        "subject",
        rf"^{NAME}(?: has)? (?:invited?s?|invites you|lädt|vous invite|te (?:asignó|invita)|ti invita|nodigt)\b",
    ),
    (4.0, "subject", rf"^{NAME}: (?:first|second|final|your|interview|next|an? |we)"),
    (1.2, "subject", rf"(?:-|\u2013|\||:) {NAME}$"),
    (
        4.0,
        "subject",
        rf"\b(?:bewerbung|gespräch|interview|vorstellungsgespräch|kennenlernen|stelle) (?:als [^\n]{{2,60}} )?(?:bei|bei der|beim|in der) (?:der |dem )?{NAME}{END}",
    ),
    (4.0, "subject", rf"\b(?:candidature|entretien|poste) (?:[^\n]{{2,60}} )?chez {NAME}{END}"),
    (
        4.0,
        "subject",
        rf"\b(?:solicitud|candidatura|entrevista|puesto|proceso|vaga|processo|colloquio|posizione|sollicitatie|gesprek|vacature) (?:[^\n]{{2,60}} )?(?:en|na|no|em|presso|bij|con|com) {NAME}{END}",
    ),
    (
        2.5,
        "body",
        rf"\b(?:thank(?:s| you)|appreciate)(?: [\w',]{{1,14}}){{0,7}} (?:interest in|apply(?:ing)? (?:to|with|at)|application (?:to|with|at)|opportunities (?:at|with)|employment (?:at|with)|career(?:s)? (?:at|with)|join(?:ing)?|working (?:at|for|with)) (?:a career (?:at|with) |joining |working (?:at|for|with) |employment (?:at|with) |employment opportunities (?:at|with) |the team at |opportunities (?:at|with) )?{NAME}{END}",
    ),
    (
        2.0,
        "body",
        rf"\b(?:position|role|job|internship|opening|opportunity|opportunities|vacancy|candidate|team|career|careers|interview(?:ing)?|employment|talent acquisition|engineer|manager|intern|developer|analyst|designer|applying|apply|recruiter|applied|application) (?:here )?(?:at|with) {NAME}{END}",
    ),
    (
        1.5,
        "body",
        rf"\b(?:my name is|i am|i'm|this is) (?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+){{0,2}},?(?: and)?(?: i am| i'm)?(?: the| a| an)?(?: [\w'&/-]+){{0,5}} (?:at|from|with) {NAME}{END}",
    ),
    (
        2.0,
        "body",
        rf"\b(?:bei|beim|bei der|in der|für die) (?:der |dem )?{NAME} (?:beworben|interesse|haben|gmbh|ag|se)\b",
    ),
    (
        2.0,
        "body",
        rf"\b(?:chez|bij|presso|en nombre de|em nome d[ao]|namens|au nom de|im namen (?:der|von)) (?:la |de |der )?{NAME}{END}",
    ),
    (3.0, "subject", rf"\b(?:viewed|received|reviewed|opened) by {NAME}{END}"),
    (
        2.5,
        "body",
        rf"\byour (?:\w{{1,14}} )?(?:application|candidacy|candidature|interest) (?:to|with|at|in) {NAME}{END}",
    ),
    (
        1.5,
        "body",
        rf"\b(?:greetings from|us at|here at|all of us at|viewed by|from all at|von der|invited by) {NAME}{END}",
    ),
    (1.5, "body", rf"\b(?:choosing|considering|behalf of|joining|welcome to|join) {NAME}{END}"),
    (
        1.0,
        "body",
        rf"\b(?:unfortunately|at this time|at the moment),? {NAME} (?:has|have|will|did|is)\b",
    ),
)
TENANT_URL = re.compile(
    r"https?://(?:www\.)?(?:([\w-]{2,40})\.(?:wd\d{1,3}\.myworkdayjobs|recruitee|teamtailor|bamboohr|personio|jobs\.personio|breezy|pinpointhq|applytojob|icims)\.|"
    r"(?:boards|job-boards)\.greenhouse\.io/([\w-]{2,40})|jobs\.(?:lever\.co|ashbyhq\.com|smartrecruiters\.com)/([\w-]{2,40}))",
    re.IGNORECASE,
)

TEAM = (
    r"(?:hiring|recruiting|recruitment|recruiter|talent(?: acquisition)?(?: team| partner)?|careers?|people(?: operations| ops| & culture| and culture| team)?|hr|"
    r"human resources|jobs?|talents|staffing|university(?: recruiting)?|campus|early careers|graduate|candidate(?: care)?|onboarding|application|"
    r"notifications?|no-?reply|do not reply|donotreply|system|workday|workday\.admin|admin|bewerbung(?:en|smanagement)?|personal(?:abteilung)?|recrutement|"
    r"rrhh|selección|personnel|resourcing|team|desk|department|office|services?|talent community|acquisition|group workday|mailer|via \w+|the|and|of)"
)
#: What makes a signature line the line of a desk.
TEAM_WORD = re.compile(
    r"\b(?:team|careers|recruit\w*|talent|hiring|people|hr|human resources|resourcing|équipe|equipo|equipe|selezione|werving|personalabteilung|services)\b",
    re.IGNORECASE,
)
ROLE_NOUN = re.compile(
    r"\b(?:engineer(?:ing)?|developer|manager|analyst|scientist|designer|architect|consultant|intern|internship|associate|"
    r"specialist|coordinator|director|administrator|officer|assistant|technician|programmer|accountant|nurse|teacher|lead|"
    r"representative|executive|entwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|assistant|stage|werkstudent(?:in)?)\b",
    re.IGNORECASE,
)
NOT_NAMES = frozenset(
    [
        "oral",
        "panel",
        "crew",
        "deputy",
        "written",
        "second",
        "final",
        "round",
        "trade",
        "corporate",
        "corporativo",
        "the",
        "our",
        "your",
        "this",
        "that",
        "us",
        "we",
        "you",
        "i",
        "it",
        "time",
        "next",
        "role",
        "position",
        "job",
        "company",
        "team",
        "application",
        "interview",
        "update",
        "thank",
        "thanks",
        "dear",
        "hi",
        "hello",
        "re",
        "fwd",
        "noreply",
        "no-reply",
        "careers",
        "jobs",
        "hr",
        "recruiting",
        "recruitment",
        "talent",
        "colleague",
        "zone",
        "hrms",
        "info",
        "status",
        "candidate",
        "applicant",
        "offer",
        "unfortunately",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "summer",
        "winter",
        "spring",
        "fall",
        "autumn",
        "interest",
        "remote",
        "zoom",
        "google",
        "meet",
        "teams",
        "microsoft",
        "teams",
        "linkedin",
        "indeed",
        "glassdoor",
        "human",
        "resources",
        "people",
        "operations",
        "support",
        "hiring",
        "notification",
        "notifications",
        "system",
        "admin",
        "verification",
        "colleague",
        "zone",
        "a",
        "an",
        "important",
        "following",
        "regarding",
        "one",
        "new",
        "all",
        "online",
        "coding",
        "technical",
        "phone",
        "video",
        "bewerbung",
        "stelle",
        "team",
        "ihre",
        "ihr",
        "sie",
        "candidature",
        "poste",
        "entretien",
        "solicitud",
        "candidatura",
        "vaga",
        "sollicitatie",
    ]
)


REPLY_PREFIX = re.compile(
    r"^(?:(?:re|fwd?|aw|wg|antw|sv|vs|rif|tr|res|enc|odp|rv|r)\s{0,2}:\s{0,4})+", re.IGNORECASE
)
