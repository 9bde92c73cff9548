"""What an advert says of its own seat: that it is new, held for a time only, or open after a pause.

A firm's own word is worth more than a count. Read once, when the text is first seen, and kept as
marks: of the text itself nothing is kept that could be read again (`sketch.py`).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Said(StrEnum):
    """A mark of an advert."""

    NEW = "new"
    PASSING = "passing"
    AGAIN = "again"
    BACK = "back"


#: The seat is one more than there was. "Your new role" is the reader's, and "new" is said of plants,
#: products and laws as well, so the seat itself must stand beside it.
_NEW = (
    r"(?<!your )(?<!my )\bnew(?:ly[- ](?:created|established|formed|approved))? (?:and \w+ )?(?:seat|post|position|role|desk|job|function|headcount|chair)s?\b(?! is approved| becomes)"
    r"|\bnewly[- ]created\b|\b(?:seat|post|position|role|desk|job|function|chair) is (?:a |brand )*new\b|\badditional (?:seat|post|position|headcount|desk)\b"
    r"|\badded to the team\b|\bteam (?:grows|doubles|is (?:doubling|growing|expanding)) (?:from|to|by|this|with)\b|\bnew team\b"
    r"|(?<!deine )(?<!ihre )\bneue[nrs]? (?:unbefristete[nrs]? |feste[nrs]? )?(?:stelle|position|rolle|funktion|planstelle|arbeitsplatz)\b|\b(?:stelle|position|rolle|funktion) ist neu\b|\bneu (?:geschaffen|eingerichtet)"
    r"|\bzusätzliche[rn]? (?:stelle|arbeitsplatz|position)|\b(?:team|abteilung|gruppe) wächst\b(?= (?:in|von|auf|um|dieses|bis))"
    r"|\bcréation de poste|\bposte (?:nouvellement |récemment )?créé|(?<!votre )\bnouveau (?:poste|cdi)\b|(?<!votre )\bnouvelle (?:fonction|équipe)\b|\béquipe (?:qui )?(?:double|passe)\b"
    r"|\bnieuwe (?:vaste )?(?:aanstelling|functie|rol|baan|plaats)\b|\bfunctie is nieuw\b|\bnieuw gecreëerd|\bextra (?:plaats|arbeidsplaats|formatie)|\b(?:team|afdeling|ploeg) groeit (?:van|naar|met|dit)\b"
    r"|\bpuesto (?:es )?(?:nuevo|de nueva creación)\b|\bnuev[oa] (?:puesto|posición|plaza)\b|\bnueva creación\b"
    r"|\bnov[ao] (?:função|posição|vaga|cargo)\b|\b(?:função|posição)(?: é|, que é)? nova\b|\bcri[áa]mos esta (?:função|posição)|\bequipa (?:\w+ ){0,3}(?:cresce|passa)\b"
    r"|\bnuov[ao] (?:assunzione|posizione|ruolo|figura)\b|\bdi nuova (?:creazione|istituzione)\b"
    r"|\bnyopprettet|\bnyoprettet|\bnyinrättad|\b(?:stillingen|tjänsten|rollen) är ny\b|\b(?:stillingen|jobbet|rollen) er (?:helt )?ny\b|(?<!din )\bny (?:fast )?(?:stilling|tjänst|roll|rolle|(?:tillsvidare)?anställning|(?:fast)?ansættelse)\b|\bnye? (?:kvalitets)?team\b"
    # the house around it grows: a hub that is built, beds that become more, people who are added
    r"|\bnew (?:\w+ ){0,2}(?:hub|unit|centre|center|department|ward|base|site|depot|studio|line|lab|office|desk|group)\b(?=[^.]{0,80}(?:team|people|colleague|seats|posts|join|first|hire|hiring|build|grow))"
    r"|\b(?:grow|expand|enlarg|doubl|build)(?:s|es|ing|ed)? (?:up )?(?:the |our |this )(?:team|department|unit|group|ward|service)|\b(?:team|department|unit|group|ward) (?:is |will be |now )?(?:being )?(?:built up|enlarged|expanded|doubled|set up)\b|\b(?:several|many|more|further|other) (?:new )?(?:seats|posts|positions|roles|hires|colleagues) (?:will |to )?(?:follow|come|join)\b|\b(?:first|one) of (?:several|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:new )?(?:seats|posts|positions|roles|hires)\b|\bfrom [\w-]+ to [\w-]+ (?:people|beds|colleagues|staff|engineers|nurses|analysts)\b|\ba (?:third|quarter|half) more (?:people|staff|colleagues)\b"
    r"|\b(?:bauen|baut) (?:das |die |unser\w* |wir )?(?:team|abteilung|gruppe|bereich|standort)?[^.]{0,25}\baus\b|\b(?:team|abteilung|gruppe|bereich|station) (?:wird|werden) (?:\w+ )?(?:vergrößert|verdoppelt|ausgebaut|aufgebaut|verstärkt)|\bweitere (?:stellen|kolleg\w+) folgen|\beine von [\w-]+ (?:neuen )?stellen\b|\bein (?:drittel|viertel) mehr (?:leute|menschen|personal)|\bvon [\w-]+ auf [\w-]+ (?:betten|leute|köpfe|personen|mitarbeit\w+|kolleg\w+)|\bgroßaufträge?\b[^.]{0,60}(?:stellen|leute|personal|einstell)"
    r"|\bde [\w-]+ à [\w-]+ (?:lits|personnes|postes|collègues|soignant\w*)|\b(?:s'agrandit|s'étoffe|nous renforçons|se renforce|sera renforcé\w*)\b|\b(?:l'équipe|le service|l'unité) (?:grandit|double)|\bl'un des [\w-]+ (?:nouveaux )?postes|\bd'autres postes (?:suivr|vont suivre)"
    r"|\bde [\w-]+ a [\w-]+ (?:camas|personas|plazas)\b|\b[\w-]+ (?:nuevas )?incorporaciones\b|\bequipo que pasa de\b|\b(?:ampliamos|se amplía|reforzamos|se refuerza|crece) (?:el |la |nuestro )?(?:equipo|servicio|unidad|departamento|plantilla)|\bseguirán otras|\buna de las [\w-]+ (?:nuevas )?plazas"
    r"|\b(?:da|passa da) [\w-]+ a [\w-]+ (?:persone|posti|letti)\b|\b(?:ampliamo|si amplia|potenziamo|raddoppia|cresce) (?:il |la |l'|lo )?(?:team|squadra|reparto|ufficio|organico)|\bsi (?:crea|forma) (?:un|una) (?:nuov\w+ )?(?:squadra|reparto|polo|base)"
    r"|\bvan [\w-]+ naar [\w-]+ (?:bedden|mensen|collega's|plekken)|\b(?:breiden|bouwen) [^.]{0,30}\b(?:uit|op)\b(?=[^.]{0,40}(?:team|afdeling|ploeg|toren))|\been van [\w-]+ (?:nieuwe )?(?:functies|plekken|vacatures)"
    r"|\bde [\w-]+ para [\w-]+ (?:pessoas|camas|lugares)\b|\b(?:reforçamos|ampliamos) (?:a|o) (?:equipa|equipe|serviço)"
    r"|\bnowe stanowisko|\bnowo utworzon|\bnowy zespół|\bnová pozice|\bnově vytvořen|\buusi (?:tehtävä|toimi)\b"
)
#: Held for a season, a project or somebody who comes back: such a seat shows no lasting will to hire.
_PASSING = (
    r"\bfixed[- ]term|\btemporary (?:contract|position|post|appointment|role|cover|assistant|staff|assignment|vacancy)|\b(?:maternity|parental|paternity|sick(?:ness)?|long[- ]term) (?:leave )?cover|\bmaternity\b(?=[^.]{0,20}(?:cover|contract|replacement))"
    r"|\bleave (?:cover|replacement|of absence cover)|\bsecondment\b|\binterim\b|\bcasual\b(?= (?:post|position|role|contract|staff|basis|hours))|\bseasonal\b|\bsessional\b|\bgrant[- ]funded|\bzero[- ]hours"
    r"|\bfor (?:\w+ |\d+ )(?:weeks|months) only|\((?:one|two|three|\d{1,2}|ein|zwei|un|une|deux|een|twee|uno?|dos|um|dois|due)[ -](?:years?|months?|jahre?|monate?|ans?|mois|jaar|maanden|años?|meses|anos?|anni|mesi|år|måneder|månader)\)|\b\d+[- ]months? (?:contract|fixed|ftc|cover)|\b(?:six|nine|twelve|eighteen)[- ]months? (?:contract|fixed|cover)|\bftc\b|\btemping\b|\btemp (?:role|job|cover|position|post|work)\b"
    r"|\bbefristet|\belternzeit|\bmutterschutz|\bvertretung(?!\w)|\bkrankheitsvertretung|\baushilf"
    r"|\bcdd\b|\bcontrat à durée déterminée|\bremplacement (?:de|d'un|d'une|pour|congé)|\bcongé (?:de )?maternité|\bintérim|\bsaisonnier"
    r"|\btijdelijk(?:\b(?=[,.])|e? (?:contract|functie|vervanging|aanstelling|plaats))|\bzwangerschaps|\bbepaalde (?:duur|tijd)|\bvervangings?(?:contract|opdracht)|\bter vervanging"
    r"|\btemporal(?:es)?\b(?=[^.]{0,20}(?:contrat|puesto|plaza|sustit))|\bcontrato temporal|\bsustitución|\bbaja (?:por )?maternal|\beventual(?:es)?\b(?= )"
    r"|\ba termo\b|\bcontrato a prazo|\bsubstituição|\blicença (?:de )?(?:parental|maternidade)|\bsazonal"
    r"|\btempo determinato|\bsostituzione|\bmaternità|\bstagional"
    r"|\bvikaria|\b\w*vikar\b|\btidsbegr|\bvisstid|\bmidlertidig|\btidsbegrænset|\bbarsels|\bföräldraled"
    r"|\bzastępstw|\bczas określony|\bzástup|\bdobu určitou|\bmääräaikai|\bsijaisuus"
)
#: They hire again, and say so.
_AGAIN = (
    r"\bhiring again\b|\bfirst (?:\w+ ){0,2}to (?:open|hire|recruit) again\b|\b(?:fill|open)(?:s|ing)? (?:its|their|our|the) (?:chairs|seats|posts|doors) again\b|\bkurzarbeit\b[^.]{0,40}(?:beendet|vorbei|zu ende|ausgelaufen)|\b(?:se levanta|levantada) la suspensión|\blevée (?:du gel|de la suspension)|\bfreeze\b[^.]{0,20}\blifted\b|\brecruit(?:s|ing) again\b|\b(?:pause|freeze) (?:is over|has ended|has been lifted|(?:is )?at an end|ends|ended)\b|\b(?:since|after) (?:the )?(?:recruitment|hiring|search(?:es)?) (?:was|were|had been) (?:paused|frozen|stopped|held)"
    r"|\bresum(?:e|es|ed|ing) (?:hiring|recruitment|recruiting|the search|our search|this search)|\bafter (?:the|a|our|months of|half a year of) (?:\w+ )?(?:hiring |recruitment )?(?:pause|freeze)\b|\bfirst (?:post|seat|position|chair|desk)[^.]{0,40}since (?:the )?(?:pause|freeze|recruitment|hiring)"
    r"|\b(?:stellen|stellt) wieder ein\b|\b(?:darf|dürfen) (?:endlich )?(?:wieder )?einstellen\b|\btorn(?:a|iamo|ano) ad assumere\b|\beinstellungs(?:stopp|pause)\b[^.]{0,30}(?:vorbei|beendet|aufgehoben)|\bnach (?:dem|der|einem|einer) (?:\w+ )?einstellungs(?:stopp|pause)|\bsuche[nr]? (?:\w+ )?wieder\b"
    r"|\bretomamos\b|\btras (?:el|la|medio|meses|un) [^.]{0,30}(?:pausa|congelaci)|\breprise (?:des|du) recrutement|\brecrut(?:e|ons) (?:de|à) nouveau|\baprès (?:le|un) gel\b"
    r"|\bopnieuw op\b|\bwerven (?:we )?weer|\bna (?:de|een) (?:\w+ )?(?:vacaturestop|wervingsstop|pauze)|\bjaar zonder vacatures"
    r"|\bretomámos|\bapós (?:a|uma) pausa|\briprendiamo|\bdopo (?:il|la) (?:blocco|pausa)|\bansætter igen|\brekryterar igen|\befter (?:ansættelsesstop|anställningsstopp|en pause)|\bznów (?:szukamy|rekrutujemy)"
)
#: This very search is a second one: it was broken off, or who was chosen has left. Alone it says little.
_BACK = (
    r"\b(?:look|search|recruit|advertis|interview)(?:ed|ing) (?:for (?:it|this|the) ?\w* ?)?(?:once )?(?:before|already|last (?:year|spring|summer|autumn|fall|winter|month))\b|\bre-?(?:advertis|open)|\b(?:was|were|been|be|had) (?:then )?(?:put aside|put on hold|paused|suspended|shelved|postponed|frozen|broken off|withdrawn)\b|\bhad to (?:stop|pause|break off|put (?:it|this) aside)|\b(?:vacant|free|open|available) (?:once )?again\b|\b(?:has|have) (?:since )?(?:left|moved on|decided otherwise)\b|\b(?:after|following) (?:a|the) (?:departure|resignation)\b|\blost the (?:one|person|candidate)|\b(?:did not|didn't|never) (?:start|take (?:it|the seat|the post) up)\b|\bsecond (?:time|attempt|round)\b"
    r"|\b(?:ausschreibung|stelle|verfahren|suche|besetzung)\b[^.]{0,60}\b(?:ruhte|ruhten|zurückgestellt|ausgesetzt|unterbrochen|gestoppt|auf eis|nie|nicht zustande|gescheitert)|\bwieder (?:frei|offen|ausgeschrieben|zu besetzen|vakant)|\berneut (?:aus|zu besetzen|besetz)|\bzum zweiten mal\b|\bhat (?:uns|das haus) (?:inzwischen |wieder )?verlassen"
    r"|\b(?:de|à) nouveau (?:à (?:prendre|pourvoir)|vacant|ouvert|libre)|\b(?:suspendu|gelé|interrompu|mise? en (?:pause|attente)|reporté)e?s?\b|\brouv(?:re|rons|ert)|\b(?:s'en va|nous quitte|est parti)e?\b|\bà la suite d'un départ|\bseconde fois\b"
    r"|\b(?:en suspenso|suspendid[oa]|paralizad[oa]|aplazad[oa])\b|\bse convoca (?:ahora|de nuevo|otra vez)|\b(?:vuelve|volvemos) a (?:convocar|abrir|buscar|salir)|\breabr|\bse marcha\b|\bqued[óa] (?:vacante|desierta)"
    r"|\b(?:sospes[oa]|congelat[oa]|rinviat[oa]|interrott[oa])\b|\briapr|\bdi nuovo (?:aperta|libera|vacante|disponibile)|\btorna (?:libera|disponibile|vacante)|\bha lasciato (?:la|l'|il)\b"
    r"|\b(?:opgeschort|stilgelegd|uitgesteld|afgebroken)\b|\b(?:weer|opnieuw) (?:vrij|open|vacant|beschikbaar|opengesteld)|\bheropen|\bvoor de tweede keer"
    r"|\b(?:suspens[oa]|adiad[oa]|congelad[oa])\b|\breabr|\b(?:novamente|de novo) (?:abert|vag|livre)|\bpåny\b|\bigen (?:ledig|ledigt|opslået)|\båter (?:ledig|utlyst)"
)
_MARKS = tuple(
    (mark, re.compile(pattern, re.IGNORECASE))
    for mark, pattern in (
        (Said.NEW, _NEW),
        (Said.PASSING, _PASSING),
        (Said.AGAIN, _AGAIN),
        (Said.BACK, _BACK),
    )
)
#: The same in the board's own field, which says nothing else.
_FOR_A_TIME = re.compile(
    r"\btemp(?:\b|or)|fixed[-_ ]?term|season|casual|sessional|(?<!un)befrist|saison|\bcdd\b|tijdelijk|eventual|temporal|a termo|(?<!in)determinat|midlertid|tidsbegr|vikar|określon|dobu urč|määräai",
    re.IGNORECASE,
)
#: Where it says that, "temporary" is said of something else.
_LASTING = re.compile(
    r"\bpermanent\b|\bunbefristet|\bcdi\b|\bonbepaalde|\bindefinid[oa]|\bsem termo\b|\btempo indeterminato|\bfastansæt|\btillsvidare|\bcontinuing (?:position|post|appointment)",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)  # a board shows the same texts day after day
def said(title: str, contract: str, text: str) -> frozenset[Said]:
    """What this advert says of its seat; nothing is read into a text that is silent."""
    whole = f"{title}. {contract}. {text}"
    found = {mark for mark, words in _MARKS if words.search(whole)}
    if _FOR_A_TIME.search(contract) or _MARKS[1][1].search(title):
        found.add(Said.PASSING)
    elif Said.PASSING in found and _LASTING.search(whole):
        found.discard(Said.PASSING)
    return frozenset(found)
