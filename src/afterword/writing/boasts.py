"""Claims that wear no figure and no name: superlatives, titles, and results, in four languages.

Each language has its own words; what the facts hold may stand in any of them. A superlative or a
title is carried when a fact has the same words; a result when a fact tells of the same turn (it
rose, it fell, it ended), or when the sentence's own figures are proven.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

_SUPERLATIVE: Mapping[str, str] = {
    "en": r"(?<!at )(?<!all the )(?<!do my )(?<!\bmy )(?<!your )(?:"
    r"(?:best|largest|biggest|fastest|quickest|highest|lowest|greatest|strongest|smartest|smallest|"
    r"cheapest|safest|brightest|finest|toughest|youngest|oldest|leanest|busiest|richest|hardest)"
    r"(?! (?:regards|wishes|of luck|person to (?:ask|speak)))(?:-\w+)*|"
    r"(?:the|our|my|its|their) most (?!of\b|people\b|part\b)\w+(?:-\w+)*|(?:world|first|best)-(?:class|in-class|rate)|"
    r"award-winning|record-breaking|record (?:year|result|quarter|time|low|high|sales)|leading|"
    r"unique(?:ly)?|unmatched|unparalleled|unrivalled|unrivaled|unprecedented|unbeaten|outstanding|"
    r"exceptional(?:ly)?|foremost|proven|expert|second to none|number one|peerless|stellar|"
    r"extraordinary|remarkable|top-performing|market-leading|"
    r"(?:nobody|no one|none|nowhere|never|not anybody|no other \w+)(?: else)?\b[^.;:!?]{0,30}\b"
    r"(?:better|faster|more|like it|as well|as good|as fast)|(?:better|faster) than (?:any|every)\w*)",
    "de": r"(?:\b(?:aller)?(?:best|größt|höchst|schnellst|stärkst|niedrigst|tiefst|kleinst|ältest|jüngst|"
    r"modernst|günstigst|effizientest|härtest|klügst|stabilst|beliebtest|sichersten|"
    r"\w{2,}(?:ig|lich|isch|reich|sam|bar|haft|voll|ell|iv|los)(?:st|est))e(?:[nrsm])?\b(?! Grüße)"
    r"|\berstklassig\w*|\bweltklasse|\bbeispiellos\w*|\bherausragend\w*|\baußergewöhnlich\w*|"
    r"\bhervorragend\w*|\beinzigartig\w*|\bunübertroffen\w*|\bunvergleichlich\w*|\bpreisgekrönt\w*|"
    r"\bführend(?:e[nrsm]?)?\b|\bmarktführ\w+|\bSpitzen\w+|\bkonkurrenzlos\w*|\bexzellent\w*|\brekord\w*|"
    r"\b(?:niemand|keiner|kein anderer|nirgends|nie)\b[^.;:!?]{0,30}\b(?:besser|schneller|mehr|so gut)\b)",
    "fr": r"(?:\b(?:le|la|les) plus (?!tôt\b|vite\b|simple\b|souvent\b|possible\b|utile\b|de\b|tard\b)[\w’-]+"
    r"|\b(?:les? |la |l[’'])?meilleure?s?(?! (?:sentiments|salutations|vœux|souvenirs|délais))|\bexceptionnel\w*"
    r"|\bunique(?:s|ment)?\b|\bsans (?:précédent|égal|pareil)|\binégal\w+|\bleaders?\b|\bhors pair|"
    r"\bremarquables?\b|\bde premier plan|\bprimée?s?\b|\bincomparables?|\bextraordinaires?|\brecord\b|"
    r"\bexcellents?\b|\bn[°º]\s?1\b|\bnuméro un\b|"
    r"\b(?:personne|nul|jamais)\b[^.;:!?]{0,30}\b(?:mieux|plus vite|autant)\b|\bmieux que (?:quiconque|personne))",
    "es": r"(?:\b(?:el|la|los|las) (?:\w+ )?más (?!tarde\b|pronto\b|de\b|que\b)\w+|\b(?:el|la|los|las|mi|mis) mejor(?:es)?\b"
    r"|\bexcepcional\w*|\búnic[oa]s?\b|\bsin precedentes?|\binigualabl\w+|\blíder(?:es)?\b|\binsuperab\w+|"
    r"\bdestacad\w+|\bpremiad\w+|\bde primer nivel|\bde primera\b|\brécord\w*|\bextraordinari\w+|\bexcelentes?\b|"
    r"\bsobresaliente\w*|\bnúmero uno\b|\b(?:nadie|ninguno|nunca)\b[^.;:!?]{0,30}\b(?:mejor|más rápido|tanto)\b)",
}
_FRAME: Mapping[str, str] = {
    "en": r"\b(?:(?:I|we) (?:was|am|were|became|served|acted|worked)(?: \w+)?(?: as)?|as|[Aa]s|promoted to|role of|post of|I have|I hold|being)"
    r" (?:the |an? |your |their |its )?(?P<title>(?:(?!(?:for|the|to|my|in|of|with|and|a|an|your|that|about|on|at|as|from)\b)[\w-]+ ){0,3}?",
    "de": r"\b(?:[Aa]ls|(?:ich|wir) (?:war|bin|waren|wurde|habe)(?: \w+)?|(?:war|bin|wurde) ich(?: \w+)?|zum|zur|befördert zu[mr])"
    r" (?:der |die |ein |eine |einen |Ihr |Ihre )?(?P<title>(?:(?!(?:der|die|das|für|von|mit|und|zu|in|de|la|el|en|para|con|y|del|a|un|una)\b)[\w-]+ ){0,2}?",
    "fr": r"\b(?:comme|[Ee]n tant que|[Ee]n qualité de|(?:[Jj][’'](?:y )?|je )(?:étais|suis|fus|ai été|ai)|(?:suis|étais) devenue?|poste de|promue?)"
    r" (?:le |la |un |une |l[’'])?(?P<title>(?:(?!(?:de|la|le|les|du|des|pour|avec|et|à|en|un|une|au)\b)[\w’-]+ ){0,2}?",
    "es": r"\b(?:[Cc]omo|[Ff]ui|[Ss]oy|[Ee]ra|[Ff]uimos|[Hh]e sido|[Tt]engo|[Aa]scendid[oa] a|cargo de|en calidad de)"
    r" (?:el |la |un |una )?(?P<title>(?:(?!(?:der|die|das|für|von|mit|und|zu|in|de|la|el|en|para|con|y|del|a|un|una)\b)[\w-]+ ){0,2}?",
}
_TITLES: Mapping[str, str] = {
    "en": r"(?:chief(?: [\w-]+ officer| executive| of staff)?|ceo|coo|cfo|cto|cio|(?:managing |executive )?director|"
    r"(?:senior )?vice[- ]president|vp|president|head of|manager|supervisor|partner|principal|lead|"
    r"leader|foreman|board member|chair(?:man|woman)?|doctorate|phd|ph\.d\.|mba|professor|"
    r"(?:certified|chartered|licensed|qualified|registered|accredited) \w+|degree|diploma|master[’']?s|consultant|architect|founder|co-founder|owner)"
    r"(?: (?:of|for) (?:the )?\w+)?)",
    "de": r"(?:[\w-]*(?:leiter|leiterin|direktor|direktorin|chef|chefin|vorstand|vorständin|geschäftsführer|geschäftsführerin|"
    r"prokurist|prokuristin|manager|managerin|ingenieurin?|meister|meisterin|präsidentin?|gründer|gründerin|partnerin?|beraterin?|inhaberin?)"
    r"(?: (?-i:[A-ZÄÖÜ])\w+)?|promoviert|habilitiert|approbiert|diplomiert|(?:geprüft|zertifiziert|staatlich \w+|vereidigt)\w*(?: \w+)?|Doktortitel))",
    "fr": r"(?:(?:vice-)?président\w*|direct(?:eur|rice)|che(?:f|ffe)|responsable|gérante?|docteure?|doctorat|ingénieure?|associée?|"
    r"fondat(?:eur|rice)|professeure?|diplômée?|certifiée?|agréée?|expert\w*|consultante?|\w+ certifiée?|\w+ diplômée?)(?: (?:en|de|des|du|de la|général|générale)\b(?: \w+)?)?)",
    "es": r"(?:(?:vice)?president[ea]|direct(?:or|ora)|jef[ea]|responsable|gerente|doctor|doctora|doctorado|ingenier[oa]|soci[oa]|fundador|fundadora|"
    r"profesora?|licenciad[oa]|titulad[oa]|certificad[oa]|colegiad[oa]|consultora?|máster|\w+ certificad[oa])(?: (?:de|en|del|general)\b(?: \w+)?)?)",
}
#: A turn for the better by name, with the words for it. Past forms only: a plan claims nothing yet.
_TURNS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "up": "rose|grew|soared|climbed|surged|jumped|increased|improved|boosted|raised|strengthened|expanded|gained|went up|outperformed|exceeded|accelerated|sped up",
        "down": "fell|dropped|declined|shrank|decreased|reduced|lowered|cut(?! of)|slashed|shortened|went down|came down|sank",
        "gone": "disappeared|vanished|eliminated|abolished|ended|dried up",
        "saved": "saved|rescued|won|won back|secured|retained|salvaged",
        "never": r"never (?:once )?(?:missed|failed|lost|late|dropped|had|been|broke)",
        "round": r"turned (?:[\w’]+ ){1,4}(?:a)?round",
        "praise": r"(?:thanked|praised|promoted|commended|applauded|awarded|congratulated|celebrated) (?:me|us)|won (?:an? |the )?\w* ?award",
        "time": "ahead of (?:schedule|time)|under budget|on time and|within budget|ahead of plan",
        "proven": "track record|proven|significantly|sharply|dramatically|substantially|considerably|demonstrably|successfully|consistently|streamlined|transformed|revolutioni[sz]ed|spearheaded",
    },
    "de": {
        "up": "stieg(?:en)?|wuchs(?:en)?|verbesserten?|erhöhten?|steigerten?|gesteigert|erhöht|verbessert|gewachsen|gestiegen|ausgebaut|zugelegt|übertroffen|übertraf",
        "down": "sank(?:en)?|senkten?|gesenkt|fiel(?:en)?|reduzierten?|reduziert|verringerten?|verringert|verkürzten?|verkürzt|gesunken|gefallen|gingen? zurück|zurückgegangen|kürzten?",
        "gone": "verschwand(?:en)?|verschwunden|abgeschafft|beseitigt",
        "saved": "gerettet|retteten?|gewann(?:en)?|gewonnen|gesichert|gespart|sparten?|eingespart",
        "never": r"nie(?:mals)?\b[^.;:!?]{0,30}(?:verpasst|verfehlt|verloren|versäumt|gerissen)",
        "round": "saniert|gedreht|wende geschafft",
        "praise": r"(?:dankten?|lobten?|gratulierten?|beförderten?) (?:mir|uns|mich)|(?:mir|mich|uns) (?:\w+ )?(?:gelobt|befördert|ausgezeichnet|gedankt)|wurde (?:ich )?(?:befördert|ausgezeichnet|gelobt)",
        "time": "früher als geplant|vor der zeit|termingerecht|im budget|unter budget|vor dem termin",
        "proven": "nachweislich|erwiesenermaßen|deutlich|erheblich|massiv|enorm|maßgeblich|erfolgreich|spürbar",
    },
    "fr": {
        "up": "(?:a|ont|ai|avons|avait) (?:\\w+ )?(?:augmenté|progressé|bondi|amélioré|grimpé|doublé|accru|crû|dépassé)e?s?|bondit|grimpa|a crû|en hausse",
        "down": "(?:a|ont|ai|avons|avait|est|sont) (?:\\w+ )?(?:baissé|réduit|diminué|chuté|ramené|raccourci|passée? de|tombée?s?)e?s?|en baisse",
        "gone": "(?:a|ont|avons|ai) (?:\\w+ )?(?:disparu|supprimé|éliminé)e?s?",
        "saved": "(?:a|ont|ai|avons) (?:\\w+ )?(?:sauvé|gagné|récupéré|fidélisé|économisé|conservé)e?s?",
        "never": r"jamais\b[^.;:!?]{0,20}(?:manqué|raté|perdu|dépassé)",
        "round": "redressé|remis sur pied",
        "praise": r"m[’'](?:en )?(?:a|ont|avait) (?:\w+ )?(?:remercié|félicité|promu|récompensé|nommé)e?",
        "time": "en avance|dans les délais|sous le budget|avant l[’']heure|avant la date",
        "proven": "avérée?s?|nettement|considérablement|significativement|fortement|éprouvée?s?|avec succès|démontrée?s?",
    },
    "es": {
        "up": "subi(?:ó|eron|mos)|creci(?:ó|eron|mos)|aument(?:ó|aron|é|amos)|mejor(?:ó|aron|é)|dispar(?:ó|aron)|increment(?:ó|aron|é)|super(?:ó|aron|é|amos)",
        "down": "baj(?:ó|aron|é|amos)|redu(?:jo|jeron|je|jimos)|disminuy(?:ó|eron)|cay(?:ó|eron)|recort(?:ó|aron|é)|descendi(?:ó|eron)|acort(?:ó|aron|é)",
        "gone": "desapareci(?:ó|eron)|elimin(?:ó|aron|é|amos)",
        "saved": "salv(?:ó|aron|é|amos)|gan(?:é|ó|aron|amos)|recuper(?:é|ó|aron|amos)|ahorr(?:é|ó|aron|amos)|fideli(?:cé|zó|zamos)",
        "never": r"nunca\b[^.;:!?]{0,20}(?:incumpl\w+|fall\w+|perd\w+|retras\w+)",
        "round": "saneé|reflot\\w+|le di la vuelta",
        "praise": r"(?:me|nos) (?:lo )?(?:agradeci\w+|felicit\w+|ascendi\w+|premi\w+|reconoci\w+)",
        "time": "antes de (?:plazo|tiempo)|dentro del presupuesto|a tiempo y",
        "proven": "demostrad[oa]s?|notablemente|considerablemente|significativamente|probad[oa]s?|con éxito|drásticamente",
    },
}
#: What would be is no claim: "I would cut", "könnte … gesenkt werden".
_WOULD = re.compile(
    r"\b(?:would|could|should|will|might|may|can|to|not|didn[’']t|würde\w*|könnte\w*|werde\w*|soll\w*|"
    r"kann|nicht|zu|pourrais?|serais?|sera|ne|podría\w*|sería\w*|puedo|no)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, re.Pattern[str]]]:
    one = language if language in _SUPERLATIVE else "en"
    return (
        re.compile(rf"(?<!\w)(?:{_SUPERLATIVE[one]})(?!\w)", re.IGNORECASE),
        re.compile(rf"{_FRAME[one]}{_TITLES[one]}(?!\w)", re.IGNORECASE),
        {
            turn: re.compile(rf"(?<!\w)(?:{words})(?!\w|[’']t\b)", re.IGNORECASE)
            for turn, words in _TURNS[one].items()
        },
    )


def superlatives_in(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where a text says that something is above the rest."""
    yield from (match.span() for match in _patterns(language)[0].finditer(text))


def titles_in(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the writer says what they were or hold: a post, a degree, a licence."""
    yield from (match.span("title") for match in _patterns(language)[1].finditer(text))


def results_in(text: str, language: str) -> Iterator[tuple[str, int, int]]:
    """Where a text says that something turned out well: the turn, and the words for it."""
    for turn, pattern in _patterns(language)[2].items():
        for match in pattern.finditer(text):
            if not _WOULD.search(text[: match.start()]):
                yield turn, *match.span()


@lru_cache(maxsize=4096)
def turns_of(text: str) -> frozenset[str]:
    """The turns a fact tells of, in whichever language it is kept."""
    return frozenset(
        turn
        for language in _TURNS
        for turn, pattern in _patterns(language)[2].items()
        if pattern.search(text)
    )
