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


#: The seat is one more than there was. "Your new role" is the reader's, and "new" is said of plants,
#: products and laws as well, so the seat itself must stand beside it.
_NEW = (
    r"(?<!your )(?<!my )\bnew(?:ly[- ](?:created|established|formed|approved))? (?:and \w+ )?(?:seat|post|position|role|desk|job|function|headcount|chair)s?\b(?! is approved| becomes)"
    r"|\bnewly[- ]created\b|\b(?:seat|post|position|role|desk|job|function|chair) is (?:a |brand )*new\b|\badditional (?:seat|post|position|headcount|desk)\b"
    r"|\badded to the team\b|\bteam (?:grows|doubles|is (?:doubling|growing|expanding)) (?:from|to|by|this|with)\b|\bnew team\b"
    r"|(?<!deine )(?<!ihre )\bneue[nrs]? (?:stelle|position|rolle|funktion|planstelle|arbeitsplatz)\b|\b(?:stelle|position|rolle|funktion) ist neu\b|\bneu (?:geschaffen|eingerichtet)"
    r"|\bzusätzliche[rn]? (?:stelle|arbeitsplatz|position)|\b(?:team|abteilung|gruppe) wächst\b(?= (?:in|von|auf|um|dieses|bis))"
    r"|\bcréation de poste|\bposte (?:nouvellement |récemment )?créé|(?<!votre )\bnouveau poste\b|(?<!votre )\bnouvelle (?:fonction|équipe)\b|\béquipe (?:qui )?(?:double|passe)\b"
    r"|\bnieuwe (?:functie|rol|baan|plaats)\b|\bfunctie is nieuw\b|\bnieuw gecreëerd|\bextra (?:plaats|arbeidsplaats|formatie)|\b(?:team|afdeling|ploeg) groeit (?:van|naar|met|dit)\b"
    r"|\bpuesto (?:es )?(?:nuevo|de nueva creación)\b|\bnuev[oa] (?:puesto|posición|plaza)\b|\bnueva creación\b"
    r"|\bnov[ao] (?:função|posição|vaga|cargo)\b|\b(?:função|posição)(?: é|, que é)? nova\b|\bcri[áa]mos esta (?:função|posição)|\bequipa (?:\w+ ){0,3}(?:cresce|passa)\b"
    r"|\bnuov[ao] (?:posizione|ruolo|figura)\b|\bdi nuova (?:creazione|istituzione)\b"
    r"|\bnyopprettet|\bnyoprettet|\bnyinrättad|\b(?:stillingen|tjänsten|rollen) är ny\b|\b(?:stillingen|jobbet|rollen) er (?:helt )?ny\b|(?<!din )\bny (?:stilling|tjänst|roll|rolle)\b|\bnye? (?:kvalitets)?team\b"
    r"|\bnowe stanowisko|\bnowo utworzon|\bnowy zespół|\bnová pozice|\bnově vytvořen|\buusi (?:tehtävä|toimi)\b"
)
#: Held for a season, a project or somebody who comes back: such a seat shows no lasting will to hire.
_PASSING = (
    r"\bfixed[- ]term|\btemporary (?:contract|position|post|appointment|role|cover|assistant|staff|assignment|vacancy)|\b(?:maternity|parental|paternity|sick(?:ness)?|long[- ]term) (?:leave )?cover|\bmaternity\b(?=[^.]{0,20}(?:cover|contract|replacement))"
    r"|\bleave (?:cover|replacement|of absence cover)|\bsecondment\b|\binterim\b|\bcasual\b(?= (?:post|position|role|contract|staff|basis|hours))|\bseasonal\b|\bsessional\b|\bgrant[- ]funded|\bzero[- ]hours"
    r"|\bfor (?:\w+ |\d+ )(?:weeks|months) only|\b\d+[- ]months? (?:contract|fixed|ftc|cover)|\b(?:six|nine|twelve|eighteen)[- ]months? (?:contract|fixed|cover)|\bftc\b|\btemp(?:s|ing)\b"
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
    r"\bhiring again\b|\brecruit(?:s|ing) again\b|\b(?:pause|freeze) (?:is over|has ended|has been lifted|(?:is )?at an end|ends|ended)\b|\b(?:since|after) (?:the )?(?:recruitment|hiring|search(?:es)?) (?:was|were|had been) (?:paused|frozen|stopped|held)"
    r"|\bresum(?:e|es|ed|ing) (?:hiring|recruitment|recruiting|the search|our search|this search)|\bafter (?:the|a|our|months of|half a year of) (?:\w+ )?(?:hiring |recruitment )?(?:pause|freeze)\b|\bfirst (?:post|seat|position|chair|desk)[^.]{0,40}since (?:the )?(?:pause|freeze|recruitment|hiring)"
    r"|\b(?:stellen|stellt) wieder ein\b|\b(?:darf|dürfen) (?:endlich )?(?:wieder )?einstellen\b|\btorn(?:a|iamo|ano) ad assumere\b|\beinstellungs(?:stopp|pause)\b[^.]{0,30}(?:vorbei|beendet|aufgehoben)|\bnach (?:dem|der|einem|einer) (?:\w+ )?einstellungs(?:stopp|pause)|\bsuche[nr]? (?:\w+ )?wieder\b"
    r"|\bretomamos\b|\btras (?:el|la|medio|meses|un) [^.]{0,30}(?:pausa|congelaci)|\breprise (?:des|du) recrutement|\brecrut(?:e|ons) (?:de|à) nouveau|\baprès (?:le|un) gel\b"
    r"|\bopnieuw op\b|\bwerven (?:we )?weer|\bna (?:de|een) (?:\w+ )?(?:vacaturestop|wervingsstop|pauze)|\bjaar zonder vacatures"
    r"|\bretomámos|\bapós (?:a|uma) pausa|\briprendiamo|\bdopo (?:il|la) (?:blocco|pausa)|\bansætter igen|\brekryterar igen|\befter (?:ansættelsesstop|anställningsstopp|en pause)|\bznów (?:szukamy|rekrutujemy)"
)
_MARKS = tuple(
    (mark, re.compile(pattern, re.IGNORECASE))
    for mark, pattern in ((Said.NEW, _NEW), (Said.PASSING, _PASSING), (Said.AGAIN, _AGAIN))
)
#: The same in the board's own field, which says nothing else.
_FOR_A_TIME = re.compile(
    r"\btemp(?!o\b)|fixed[-_ ]?term|season|casual|sessional|(?<!un)befrist|saison|\bcdd\b|tijdelijk|eventual|temporal|a termo|(?<!in)determinat|midlertid|tidsbegr|vikar|określon|dobu urč|määräai",
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
