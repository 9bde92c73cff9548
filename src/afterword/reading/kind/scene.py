"""Is this about a job at all? Refusals come from banks, journals, choirs and schools too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from afterword.reading.kind.needed import may_match, scraps_in
from afterword.reading.role.title import title_in
from afterword.reading.senders import System, vendor_of
from afterword.reading.view import rule, spaced
from afterword.terms import Mail

#: Words of hiring, by strength: (weight, pattern). All read languages.
_JOB: tuple[tuple[float, str], ...] = (
    (
        1.0,
        r"\b(?:recruit\w*|hiring|hire[ds]?|candidac\w*|candidatures?|vacanc\w+|vacatures?|job (?:title|offer|description|opening|search|application|posting|interview)|résumés?|resumes?|cv|cvs|curriculum|talent (?:acquisition|team|partner)|interview\w*|shortlist\w*|short-listed|applicants?|headhunt\w*|requisition|onboarding|employment|job seek\w*|stellen?(?:anzeige|ausschreibung|angebot)?|bewerb\w*|lebenslauf|vorstellungsgespräch|personalabteilung|arbeitgeber|kandidat\w*|offre d'emploi|entretiens? (?:d'embauche|avec|téléphonique)|embauche\w*|recrutement|vacante|selección|reclutamiento|contratación|entrevista|puesto|processo seletivo|recrutamento|sollicit\w*|werving|candidatura|selezione|colloquio|posizione|curriculum|reclut\w*)\b",
    ),
    (
        0.8,
        r"\b(?:your (?:candidature|background|experience|skills|skillset|skill set|qualifications)|the team|our team|positions?|roles?|job|jobs|opening|salary|compensation|hiring manager|career(?:s)?|stage|poste|vaga|empleo|emprego|functie|lavoro|beruf\w*|position)\b",
    ),
    (
        1.0,
        r"\b(?:thank(?:s| you)(?: \w{1,10}){0,3} (?:for (?:your (?:interest|application)|applying)|to apply)|apply(?:ing)? (?:to|for) (?:the|our|a|this)|your application (?:to|for|with|at))\b",
    ),
    (
        0.5,
        r"\b(?:applications?|apply|applied|applying|candidates?|opportunit\w+|work|team|panel|reference(?:s)?|selected|process|offer|solicitud|postulación|inscrição|candidature)\b",
    ),
)

#: Those of the patterns whose words hardly any other world uses.
_TELLING = (_JOB[0][1], _JOB[1][1])

#: Other worlds that say no in the same words. A hit needs no "job" to be outweighed.
_ELSEWHERE: tuple[tuple[str, str], ...] = (
    (
        "money",
        r"\b(?:mortgage|loan|credit (?:card|limit|score|check|application|line)|overdraft|lend(?:er|ing)|insur(?:ance|er)|claim(?:s)? (?:number|team|handler)|policy number|underwrit\w*|line of credit|kredit\w*|darlehen|hypothek\w*|prêt|crédit|hypotheek|préstamo|empréstimo|mutuo|versicherung\w*)\b",
    ),
    (
        "journal",
        r"\b(?:manuscripts?|peer review\w*|referee reports?|reviewers?' (?:comments|reports)|reviewer \d|journal|editorial (?:board|office|team)|abstract(?:s)? (?:submission|submitted|was)|paper (?:submission|id|titled|entitled)|submission id|program(?:me)? committee|literary (?:agent|agency)|your (?:poem|story|novel|manuscript|query letter|short story)|our (?:magazine|anthology|issue|spring issue)|call for papers|conference (?:talk|proposal|paper))\b",
    ),
    (
        "stage",
        r"\b(?:choir|audition\w*|orchestra|ensemble|chorus|casting|screenplay|gallery|exhibition|open call|chor\b|vorsingen|chorale|sopranos?|altos?|tenors?|theatre production|cast list)\b",
    ),
    (
        "school",
        r"\b(?:admissions?(?: (?:office|committee|team|decision|tutor))|undergraduate|postgraduate (?:programme|degree|course)|(?:master's|masters|bachelor's|phd|doctoral|degree|mba) (?:program\w*|degree|course|place)|(?:place|offer) (?:on|at|for) (?:the|our|this) (?:course|school|college|programme|program)|university (?:place|admission|application)|school (?:place|admission|application)|nursery|kindergarten|kita(?:platz)?|year \d{1,2} (?:place|entry|pupil)|pupil|tuition|scholarships?|bursar(?:y|ies)|studienplatz|zulassung\w*|waitlist|waiting list|catchment|enrol\w*|class of 20\d\d|freshman)\b",
    ),
    (
        "state",
        r"\b(?:visa (?:application|officer|refus\w*|appointment|section)|embassy|consulate|immigration|residence permit|asylum|passport (?:application|office)|planning (?:permission|application)|council tax|benefit(?:s)? (?:claim|agency)|permit application|naturali[sz]ation|aufenthalt\w*|visum\w*|titre de séjour|préfecture)\b",
    ),
    (
        "home",
        r"\b(?:landlord|tenan(?:t|cy)|rental application|letting agent|viewing of the (?:flat|property|house)|apartment (?:application|viewing)|your (?:bid|offer) on the (?:house|property|flat)|the (?:flat|apartment|property)|wohnung\w*|mieter\w*|vermieter\w*|bail\b|adopt(?:ion|ing) (?:application|a)|rescue (?:dog|cat)|allotment|flatmate|housemate|roommate)\b",
    ),
    (
        "grants",
        r"\b(?:grant (?:application|proposal|funding|round)|funding (?:application|proposal|round|bid)|fellowship (?:application|round)|research (?:grant|council)|accelerator|your startup|your (?:business|pitch|tender|quote|quotation|proposal|bid)\b|investment committee|demo day)\b",
    ),
    (
        "shop",
        r"\b(?:your order|order (?:number|#)|refund|return label|shipment|tracking number|payment (?:was )?declined|subscription|membership (?:application|committee)|in your cart|% off|discount code|warranty|booking reference)\b",
    ),
)


_PARAGRAPH = re.compile(r"\n\s{0,40}\n")
#: What a mail is about shows in so many letters.
LONGEST = 12_000


@dataclass(frozen=True, slots=True)
class Scene:
    """How much of a mail's world is hiring (`job`) and how much is another world (`other`)."""

    job: float
    other: float
    world: str = ""
    #: distinct words that only hiring uses; "application" alone belongs to banks too
    hiring_words: int = 0

    @property
    def elsewhere(self) -> bool:
        if self.other >= 1.5 and self.hiring_words == 0:
            return True
        return self.other >= 1.5 and self.other > self.job * 0.8

    @property
    def hiring(self) -> bool:
        return self.job >= 0.8 and not self.elsewhere


def scene_of(mail: Mail, seen: str) -> Scene:
    """Weigh the two worlds: distinct words count once, the subject counts with the body."""
    job = 0.0
    telling = 0
    stretches = [(one, one.lower()) for one in _PARAGRAPH.split(seen[:LONGEST])]
    lowered = "\n".join(low for _, low in stretches)
    for weight, pattern in _JOB:
        distinct = _distinct(pattern, stretches, lowered)
        job += weight * min(distinct, 4)
        telling += distinct if pattern in _TELLING else 0
    if title_in(mail.subject):
        job += 0.8
        telling += 1
    vendor = vendor_of(mail.sender.email) if mail.sender else None
    if vendor and vendor.system in {System.ATS, System.ASSESSMENT, System.BOARD, System.ALERT}:
        job += 3.0
        telling += 3
    best, world = 0.0, ""
    total = 0.0
    for name, pattern in _ELSEWHERE:
        score = 1.6 * _distinct(pattern, stretches, lowered)
        total += score
        if score > best:
            best, world = score, name
    return Scene(job, max(best, total * 0.8), world, telling)


def _distinct(pattern: str, stretches: list[tuple[str, str]], lowered: str) -> int:
    """How many different words of a pattern stand in the paragraphs."""
    scraps = scraps_in(spaced(pattern), lowered)
    if scraps is None:
        return 0
    ready = rule(pattern)
    here = (text for text, low in stretches if may_match(scraps, low))
    return len({match.group().lower() for text in here for match in ready.finditer(text)})
