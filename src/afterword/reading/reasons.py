"""Why they say no, in their words: codes R01-R19 of method 5, several may stand."""

from __future__ import annotations

from afterword.reading.kind.mood import EN, Mood, mood_of
from afterword.reading.sentences import sentences
from afterword.reading.view import rule, view
from afterword.terms import Basis, MailKind, ReasonSeen

K = MailKind
_NOES = frozenset(
    {K.REJECTION, K.POSITION_FILLED, K.ON_HOLD, K.CANCELLED, K.OFFER_RESCINDED, K.WITHDRAWN}
)

#: Cues by code (method 5, "Rejection reasons"); English first, then the other read languages.
CUES: tuple[tuple[str, str], ...] = (
    (
        "R02",
        r"\b(?:(?:other|another|different|several|stronger|closer|the other|more \w+) (?:[\w'-]{1,14} ){0,2}(?:candidates?|applicants?|person|finalist|profile|individuals?)|someone (?:else|whose|with (?:more|deeper|direct|a)|closer|more)|(?:candidates?|people|applicants?|others|individuals) (?:who|whose|with)|more closely (?:match|align|fit|meet)\w*|better (?:match|fit|suited|aligned)|stronger (?:candidate|match|fit|background)|andere[nr]? (?:bewerber|kandidat)\w*|mitbewerber\w*|(?:d')?autres? candidat\w*|otr[oa]s? (?:candidat|persona|perfil)\w*|outr[oa]s? candidat\w*|andere kandida\w*|altr[oi] candidat\w*)\b",
    ),
    (
        "R03",
        r"\b(?:(?:need(?:ed|s)?|want(?:ed)?|look(?:ed|ing) for|requir(?:ed?|es|ing)|missing|lack(?:ed|ing|s)?|gap|wish(?:ed)? (?:for|to see)|hop(?:ed|ing) (?:for|to see))(?: [\w',/-]{1,16}){0,6} (?:more|deeper|stronger|direct|hands-on|experience|depth|exposure|background|skills?|knowledge|track record|years|certificat\w+|fluen\w+|seniority)|(?:not|n't) (?:have |had )?(?:enough|sufficient|the (?:depth|experience|level))(?: [\w',/-]{1,16}){0,6}|(?:more|deeper|additional|further|direct|specific|hands-on) (?:[\w'-]{1,16} ){0,3}(?:experience|depth|expertise|exposure|knowledge) (?:in|with|of|on|at|leading|managing|running)|(?:mehr|tiefere|fehl\w+|keine|nicht genügend) (?:[\w-]{1,18} ){0,3}(?:erfahrung|kenntnisse)\w*|(?:plus d'|manque d'|davantage d')expérience|(?:más|falta de|mais) experi[eê]ncia|más experiencia|meer ervaring|più esperienza)\b",
    ),
    (
        "R04",
        r"\b(?:internal(?:ly)? (?:candidate|applicant|hire|promotion|appointment|colleague|move|transfer|filled)?|(?:filled|appointed|hired|promoted|went|recruited|someone|candidate) (?:[\w'-]{1,12} ){0,2}(?:internally|from within|in-house)|existing (?:employee|colleague|team member|member of)|a colleague (?:is|has|will|from|moving|stepp\w+|in)|intern(?:en?|er) (?:besetz\w*|bewerber\w*|kandidat\w*|lösung)|en interne|candidat interne|(?:candidat[oa]|promoción) intern[oa]|interne kandidaat|candidat[oa] intern[oa])\b",
    ),
    (
        "R05",
        r"\b(?:(?:position|role|vacancy|job|post|opening|it|seat)(?: [\w',-]{1,14}){0,5} (?:filled|taken)|(?:have|has|'ve|been|already|recently|just|now) filled|stelle (?:ist |wurde )?(?:[\w-]{1,14} ){0,4}besetzt|poste (?:a été |est )?(?:déjà )?pourvu|(?:puesto|vacante|plaza) (?:ya )?(?:ha sido |está )?(?:cubiert[oa])|vaga (?:já )?(?:foi )?preenchida|functie (?:is )?(?:[\w-]{1,14} ){0,3}(?:vervuld|ingevuld)|posizione (?:è )?(?:già )?(?:stata )?(?:coperta|ricoperta))\b",
    ),
    (
        "R06",
        r"\b(?:(?:joined|came|entered|arrived|applied|emerged)(?: [\w',-]{1,12}){0,5} late(?:r)?|late (?:in the process|entrant|applicant|arrival)|at the last (?:minute|moment)|(?:referred|recommended|known|previously worked|worked (?:with|for) us)(?: [\w',-]{1,12}){0,4} (?:by|to|before|us|colleague|employee)|referral candidate)\b",
    ),
    (
        "R07",
        r"\b(?:on hold|paus(?:e|ed|ing)|fr(?:eeze|ozen|eezing)|postpon\w+|suspend\w+|until (?:[\w'-]{1,14} ){0,4}(?:budget|funding|headcount)\w*|auf eis|pausier\w*|einstellungsstopp|gel (?:des|du) (?:recrutement|embauches)|suspendu|en pausa|congelad\w+|suspens\w+|in de wacht|vacaturestop|sospes\w+)\b",
    ),
    (
        "R08",
        r"\b(?:cancell?ed|no longer (?:needed|required|exists?|available|hiring|recruiting|filling)|(?:need|needs|requirements?|scope|priorit\w+|plans?)(?: [\w'-]{1,14}){0,4} (?:has|have) (?:changed|shifted)|re-?scop\w+|eliminated|not (?:to )?(?:fill|hire anyone|hire for)|restructur\w+|reorgani[sz]ation|entfällt|nicht (?:mehr )?(?:nachbesetzt|besetzen)|gestrichen|annulé|supprimé|cancelad\w+|vervalt|vervallen|annullat\w+|changing (?:needs|priorities))\b",
    ),
    (
        "R09",
        r"\b(?:(?:keep|retain|hold|kept|retained)(?: [\w'-]{1,14}){0,5} (?:on file|on record|in our (?:database|files?|talent|pool|records|system))|bewerberpool|talent(?:e-)?pool|(?:conserv\w+|garder\w*)(?: [\w'-]{1,14}){0,4} (?:candidature|cv|profil)|(?:guardar|conservar|mantener)\w*(?: [\w'-]{1,14}){0,4} (?:base de datos|cv|candidatura)|banco de (?:talentos|currículos)|in (?:onze )?portefeuille)\b",
    ),
    (
        "R10",
        r"\b(?:(?:apply|reapply|re-apply|try)(?: [\w'-]{1,10}){0,2} again|reapply|re-apply|welcome (?:a|another|your) (?:new )?application|(?:talk|speak|revisit|reconnect|get back in touch)(?: [\w'-]{1,14}){0,4} (?:again|in (?:spring|autumn|the fall|six|three))|erneut (?:zu )?bewerben|postuler à nouveau|volver a (?:postular|aplicar)|candidatar-se novamente|opnieuw (?:te )?solliciteren)\b",
    ),
    (
        "R11",
        r"\b(?:over-?qualified|too (?:senior|experienced)|(?:not|n't)(?: [\w'-]{1,12}){0,4} (?:stretch|challenge|challenging enough)|(?:get|be|become) bored|step (?:back|down) for you|überqualifiziert|surqualifié\w*|sobrecualificad\w+|overgekwalificeerd|sovraqualificat\w+)\b",
    ),
    (
        "R12",
        r"\b(?:(?:salary|compensation|pay|rate|expectations?|remuneration|budget|numbers|money)(?: [\w',-]{1,14}){0,8} (?:above|beyond|exceed\w*|outside|higher|too high|out of|apart|match|meet|stretch|range|band)|(?:above|beyond|exceeds?|outside)(?: [\w'-]{1,12}){0,3} (?:range|budget|band)|gehaltsvorstellung\w*|prétentions salariales|expectativas? salarial\w*|pretensão salarial|salariswens\w*|aspettativ\w+ (?:salarial|economic)\w+)\b",
    ),
    (
        "R13",
        r"\b(?:sponsor(?:ship)?|work (?:permit|authori[sz]ation|visa)|right to work|visa (?:status|requirement|support)|(?:need|want|requir\w+|look\w*)(?: [\w'-]{1,14}){0,6} (?:local|on-?site|in the office|relocat\w+|based in|in person)|commute|relocation|time ?zone|full-time only|arbeitserlaubnis|aufenthaltstitel|permis de travail|permiso de trabajo|visto de trabalho|werkvergunning|permesso di lavoro)\b",
    ),
    (
        "R14",
        r"\b(?:(?:background|reference)s? (?:check|screening|verification)s?(?: [\w',-]{1,14}){0,8} (?:reveal\w*|return\w*|result\w*|not|issue\w*|discrepan\w*|complet\w*|concern\w*)|after (?:completing|reviewing)(?: [\w'-]{1,12}){0,4} (?:checks?|references)|references? (?:did not|didn't|were not|raised)|discrepanc\w+)\b",
    ),
    (
        "R15",
        r"\b(?:(?:team|cultural?|culture|company|working style|chemistry) (?:fit|match|add)|not (?:quite )?(?:the|a) (?:right|good|strong) (?:fit|match)|working style|chemistry|(?:style|values|approach)(?: [\w'-]{1,12}){0,5} (?:fit|match|differ\w*|align\w*)|passt nicht (?:ganz )?(?:ins|zum|in das) team)\b",
    ),
    (
        "R16",
        r"\b(?:(?:assessment|test|exercise|challenge|assignment|take-?home|case study|task|score|coding)(?: [\w',-]{1,14}){0,9} (?:not|n't|below|did not|fell short|bar|threshold|required|pass\w*|score|under)|(?:below|not (?:reach|meet|pass)\w*|didn't (?:reach|meet|pass)|under)(?: [\w'-]{1,12}){0,5} (?:bar|threshold|score|cut-?off|standard))\b",
    ),
    (
        "R19",
        r"\b(?:(?:withdraw\w*|rescind\w*|revok\w*|retract\w*|cancel\w*)(?: [\w'-]{1,14}){0,4} offer|offer(?: [\w'-]{1,14}){0,6} (?:withdrawn|rescinded|revoked|retracted)|angebot (?:[\w-]{1,14} ){0,4}zurück\w*)\b",
    ),
    (
        "R01",
        r"\b(?:(?:not|n't|unable to|cannot|no longer)(?: [\w'-]{1,14}){0,6} (?:shortlist\w*|select\w* (?:for|to) (?:interview|the next)|interview(?: you)?|meet (?:the|our|all)(?: \w+){0,3} (?:requirements|criteria)|tak(?:e|ing)(?: [\w'-]{1,14}){0,6} (?:further|forward)|progress(?:ing|ed)?(?: [\w'-]{1,14}){0,6} (?:application|further|stage|interview)))\b",
    ),
)


def reasons_in(text: str, kind: MailKind, *, outgoing: bool) -> tuple[ReasonSeen, ...]:
    """The stated reasons of a no with their sentences; R18 alone when none is given."""
    if kind not in _NOES:
        return ()
    if kind is K.WITHDRAWN:
        return (ReasonSeen("R17", _first(text), Basis.SAID),)
    seen = view(text)
    found: dict[str, str] = {}
    for span in sentences(seen):
        sentence = seen[span.start : span.end]
        for code, pattern in CUES:
            if code in found:
                continue
            match = rule(pattern).search(sentence)
            if match is None:
                continue
            mood = mood_of(sentence, match.start(), match.end(), EN, polar=True)
            if mood is Mood.CONDITIONAL and code not in {"R09", "R10"}:
                continue
            if code == "R08" and kind not in {K.CANCELLED, K.REJECTION}:
                continue
            if code == "R07" and kind is not K.ON_HOLD:
                continue
            found[code] = text[span.start : span.end]
    if kind is K.ON_HOLD:
        found.setdefault("R07", _first(text))
    if kind is K.CANCELLED:
        found.setdefault("R08", _first(text))
    if kind is K.POSITION_FILLED and "R04" not in found:
        found.setdefault("R05", _first(text))
    if "R03" in found and "R02" in found and found["R03"] == found["R02"]:
        pass  # "someone with deeper experience in X" is both, and both help
    stated = [c for c in found if c not in {"R09", "R10", "R01"}]
    if not stated and kind is K.REJECTION:
        found.setdefault("R18", "")
    order = sorted(found, key=lambda c: (c in {"R09", "R10", "R18"}, c))
    return tuple(ReasonSeen(c, found[c], Basis.SAID if found[c] else Basis.INFERRED) for c in order)


def _first(text: str) -> str:
    body = text.split("\n\n", 1)[-1]
    spans = sentences(body)
    return body[spans[0].start : spans[0].end] if spans else ""
