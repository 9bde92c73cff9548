"""The words and numbers by which mail says what it is about, in the languages of the rules."""

from __future__ import annotations

import re

#: So much of a mail tells where it belongs; the rest is boilerplate.
LOOK = 4_000

#: "R-0048812", "NVD-3107", "2025-7714", "(124720)": what a firm calls a vacancy by. Phone
#: numbers, prices and years look alike, so digits alone count only in brackets, after a word
#: that announces them, or in a subject.
_LETTERED = re.compile(r"(?<![\w-])([A-Z]{1,6}[-_/ ]?\d{2,4}[-_/]\d{2,7}|[A-Z]{1,6}[-_]\d{2,9}|[A-Z]{1,6}/(?!(?:19|20)\d\d(?!\d))\d{3,9}|[A-Z]{2,6}(?:/[A-Z]{2,6})+/\d{2,6}|[A-Z]{2,4}\d{4,9})(?![\w-])")  # fmt: skip
_YEARED = re.compile(r"(?<![\w-])((?:19|20)\d\d[-_/]\d{3,7})(?![\w-])")
_ANNOUNCED = re.compile(
    r"\b(?:jr|req|ref|réf|rif|job(?: id)?|id|no|nr|num|requisition|vacancy|posting|kennziffer|referenz|"
    r"referen[cz]e|référence|referencia|annonce|anzeige|vacaturenummer|annuncio)\b[-_ #:.°]{0,4}(\d{4,9})\b",
    re.IGNORECASE,
)
#: What calls a person and not a vacancy: it is the same in everything they apply for.
_OF_A_PERSON = re.compile(
    r"\b(?:candidate|applicant|candidato|candidata|candidat|kandidat(?:en|innen)?|bewerber(?:innen)?|personal|user|client|customer|"
    r"member|employee|kunden|mitglieds?|kandidaat|candidato/a)[- ]?(?:id|no|nr|number|nummer|numéro|número|code|ref)\b[-_ #:.°]{0,4}[\w/-]{3,20}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[#]\s?(\d{4,9})\s?[)\]]")
_BARE = re.compile(r"(?<![\d$€£.,:/-])(\d{5,9})(?![\d.,:/-])")
_YEAR = re.compile(r"(?:19|20)\d\d")

RELAYED = re.compile(
    r"\binmail\b|(?:sent you|new) a? ?(?:new )?message|message from|vous a envoyé un message|nouveau message de|"
    r"nachricht (?:von|gesendet)|bericht (?:van|gestuurd)|ti ha inviato un messaggio|te ha enviado un mensaje|"
    r"enviou(?:-lhe)? uma mensagem",
    re.IGNORECASE,
)
#: Words with which people say that they apply, in the languages of the rules.
APPLIES = re.compile(
    r"\b(?:appl(?:y|ied|ying|ication)|my (?:cv|resume|résumé)|candidature|postule[rz]?|candidat\b|mon cv|"
    r"bewerb\w*|lebenslauf|sollicit\w+|mijn cv|candidatura|candidarmi|solicitud|postul\w+|mi cv|currículum|"
    r"candidatar\w*|meu cv|il mio cv|curriculum|put my (?:hand|name)|cv (?:is )?(?:attached|enclosed|joint|adjunto|anexo|em anexo|allegato|in allegato|bijgevoegd|anbei|im anhang))",
    re.IGNORECASE,
)
#: Words with which people ask for a reference, in the languages of the rules.
VOUCHING = re.compile(
    r"\brefere(?:e|es|nces?)\b|\breferenz(?:en|geber\w*)?\b|\bréférences?\b|\breferenc?ias?\b|\breferenties?\b|\breferent(?:en)?\b|"
    r"\breferenze?\b|\brecommandation\b|\bvouch\b",
    re.IGNORECASE,
)
#: Words with which people tell that somebody asked them about the reader, in the languages of the rules.
HEARD = re.compile(
    r"\b(?:called|rang|phoned|e-?mailed|contacted|interviewed|asked|grilled|quizzed) me\b|\b(?:spoke|spoken|talked|chatted|had a (?:good )?(?:call|chat)) (?:to|with)\b|"
    r"\b(?:asked|told \w+|talked) (?:me )?(?:all )?about you\b|\bi told (?:him|her|them)\b|\breferences?\b|"
    r"\b(?:mich|bei mir)\b[^.!?\n]{0,60}\b(?:angerufen|gemeldet|gefragt|kontaktiert)\b|\bhat angerufen\b|\bam (?:apparat|telefon)\b|\bnach dir gefragt\b|\bich habe (?:ihm|ihr|ihnen) (?:gesagt|erzählt)\b|\breferenz\w*|"
    r"\bm['’]a (?:appelée?|téléphoné|contactée?|demandé)|\bje lui ai (?:dit|parlé)|\bparlé de (?:toi|vous)\b|\bà (?:ton|votre) sujet\b|\bréférences?\b|"
    r"\bme (?:ha |han )?(?:llam(?:ó|ado|aron)|preguntado|preguntó|preguntaron|contactado|contactó)\b|\ble (?:he dicho|dije|conté)\b|\breferencias?\b|"
    r"\bme (?:ligou|ligaram|perguntou|perguntaram|contatou|contactou)\b|\b(?:ligou-me|perguntou-me)\b|\b(?:disse-lhe|eu disse)\b|\breferências?\b|"
    r"\b(?:belde|heeft) (?:me|mij)\b|\bmij? gebeld\b|\b(?:heeft|hebben) gebeld\b|\bnaar (?:je|jou) gevraagd\b|\bik heb (?:hem|haar|ze) (?:gezegd|verteld)\b|\breferenties?\b|"
    r"\bmi ha(?:nno)? (?:chiamat[oa]|telefonato|contattat[oa]|chiesto)|\bgli ho detto\b|\ble ho detto\b|\breferenz[ae]\b",
    re.IGNORECASE,
)
#: What heads the word on a selection in templates, and is nobody's work.
_PROCESS = re.compile(
    r"\b(?:results?|outcome|selection (?:process|procedure)|next steps?|status|update|ergebnis\w*|auswahlverfahren\w*|bewerbungsverfahren\w*|rückmeldung|zwischenstand|"
    r"résultats?|issue|procédure|processus|suite|resultados?|proceso de selección|processo seletivo|esito|selezione|graduatoria|procedura|uitslag|selectieprocedure|vervolg)\b",
    re.IGNORECASE,
)
#: How people are spoken of by their family name.
TITLED = re.compile(
    r"\b(?i:mr|mrs|ms|miss|mx|dr|prof|herrn?|frau|fr|hr|m|mme|mlle|monsieur|madame|signora?|sig|sig\.ra|dott|dott\.ssa|sra?|señora?|senhora?|don|doña|dhr|mevrouw|mevr|meneer)\.? "
    r"(?:(?:van|von|de|der|di|da|du|la|le) ){0,2}([A-ZÀ-Þ][\w'’-]{3,})",
)
_PROFILE = re.compile(
    r"\bprofile?\b|\bprofils?\b|\bprofiel\b|\bperfil\b|\bprofilo\b", re.IGNORECASE
)
#: "Your application", as the subjects of systems have it.
_APPLICATION = re.compile(
    r"\byour (?:recent |job )?(?:application|candidacy)\b|\b(?:deine|ihre|eure) bewerbung\b|\b(?:votre|ta) candidature\b|"
    r"\b(?:uw|je|jouw) sollicitatie\b|\b(?:tu|su) (?:candidatura|solicitud|postulación)\b|"
    r"\byour (?:e-?mail|mail|letter|note|message|cv|résumé|resume) (?:to|of)\b|\b(?:deine?|ihre?|eure?) (?:e-?mail|mail|brief|schreiben|nachricht) an\b|"
    r"\b(?:votre|ton) (?:e-?mail|mail|message|courrier|lettre) à\b|\b(?:tu|su) (?:correo|mensaje|carta) a\b|\b(?:seu|teu|sua|tua) (?:e-?mail|mensagem|carta) (?:à|ao|para)\b|"
    r"\b(?:je|jouw|uw) (?:e-?mail|mail|brief|bericht) aan\b|\b(?:tua|sua) (?:e-?mail|mail|lettera) a\b|"
    r"\b(?:sua|tua|vossa) candidatura\b|\b(?:la )?(?:sua|tua) candidatura\b",
    re.IGNORECASE,
)


#: "You applied with us", as surveys and notes to candidates have it.
_APPLIED = re.compile(
    r"\byou(?:['’]ve| have)? (?:\w+ )?(?:applied|interviewed)\b|\b(?:sie|du) (?:haben|hast) sich? [^.!?\n]{0,40}beworben\b|\bbei uns beworben\b|"
    r"\bvous avez (?:\w+ )?(?:postulé|candidaté)\b|\b(?:te has|se ha) postulado\b|\b(?:você|tu) se candidatou\b|\bcandidatou-se\b|"
    r"\b(?:je|u) (?:hebt|heeft|bent)? ?[^.!?\n]{0,30}gesolliciteerd\b|\b(?:ti sei|si è) candidat[oa]\b",
    re.IGNORECASE,
)


def says_applied(text: str) -> bool:
    """Whether a text speaks of an application the reader made."""
    return of_an_application(text) or bool(_APPLIED.search(text))


def of_the_process(role: str) -> bool:
    """Whether what stands where a title would is only how a selection goes on ("Result of the selection")."""
    return bool(_PROCESS.match(role.strip()))


def of_a_profile(subject: str) -> bool:
    """Whether a portal tells who looked at the user's profile, and of no application."""
    return bool(_PROFILE.search(subject)) and not APPLIES.search(subject)


def of_an_application(subject: str) -> bool:
    """Whether a subject is about an application of the user's ("Your application was viewed")."""
    return bool(_APPLICATION.search(subject))


def numbers_of(subject: str, text: str) -> frozenset[str]:
    """The numbers by which firms call a vacancy or an application."""
    whole = _OF_A_PERSON.sub(" ", f"{subject}\n{text}"[:LOOK])
    found = set(_YEARED.findall(whole)) | set(_BARE.findall(subject))
    found |= {n for n in (*_ANNOUNCED.findall(whole), *_BRACKETED.findall(whole)) if not _YEAR.fullmatch(n)}  # fmt: skip
    found |= {n for n in _LETTERED.findall(whole) if sum(c.isdigit() for c in n) >= 2}
    return frozenset(re.sub(r"[-_/ ]", "", n).upper() for n in found)
