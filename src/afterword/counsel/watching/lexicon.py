"""What words of a job title mean, across languages: the craft, the kind of work, the rank.

Each table is read as word beginnings ("logist" is logistics, Logistik and logistique). A word in
none of them stands for itself, so that an unknown craft is compared by its own name.
"""

from __future__ import annotations

import re

#: What the work is about. More than one word of a title may speak for one craft.
CRAFTS: tuple[tuple[str, str], ...] = (
    ("supply chain", r"\bsupply( chain)?s?\b|lieferkett|supplychain|cha[iî]ne d.?approvisionnement|scm\b"),
    ("logistics", r"logist|distributi"),
    ("warehouse", r"warehous|lager|fulfil|entrep[oô]t|magazijn"),
    ("transport", r"transport|fleet|spedition|freight|haulage"),
    ("procurement", r"procur|purchas|einkauf|eink[aä]uf|inkoop|\bachats?\b|acheteu|sourcing|buyer"),
    ("planning", r"planning|planer|planner|planung|disponent|dispo"),
    ("production", r"produ[ck]tion|manufactur|fertigung|plant\b|werk(s)?leit|\busine\b"),
    ("quality", r"qualit|kwalit|\bqa\b|\bqs\b|\bqm\b"),
    ("regulatory", r"regulat|zulassung|r[eé]glement"),
    ("clinical", r"clinic|klinisch|clini"),
    ("maintenance", r"maintenance|instandhalt|wartung|facility|facilit"),
    ("safety", r"\behs\b|\bhse\b|arbeitssicher|health and safety"),
    ("sales", r"sales|vertrieb|verkauf|verkoop|\bventes?\b|vendite|ventas|commercia"),
    ("account", r"account (manag|execut|direct)|key account|kundenbetreu|comptes? cl"),
    ("customer success", r"customer success|kundenerfolg|client success"),
    ("support", r"support|helpdesk|service desk|customer (service|care)|kundenservice|kundendienst"),
    ("marketing", r"market(ing|er)|\bbrand|marken"),
    ("content", r"content|redak|editor|r[eé]dact|copywrit"),
    ("communication", r"communicat|kommunikation|\bpr\b|public relations|presse"),
    ("growth", r"growth|performance market|\bseo\b|\bsea\b"),
    ("people", r"\bhr\b|human resources|\bpeople\b|personal(leit|refer|abteil|wesen|entwick|manag)|personnel|ressources humaines|\brh\b"),
    ("recruiting", r"recruit|talent acqui|sourcer|recruteu"),
    ("payroll", r"payroll|lohn|gehalt|\bpaie\b"),
    ("controlling", r"controll(er|ing)|contr[oô]le(ur)? de gestion|fp ?& ?a|financial plan"),
    ("accounting", r"account(ant|ing|s )|buchhalt|comptab|bilanz|ledger|accounts (pay|rec)"),
    ("tax", r"\btax|steuer|fiscal"),
    ("treasury", r"treasur|tr[eé]sor"),
    ("finance", r"financ|\bfinan[zcç]|\bcfo\b"),
    ("audit", r"audit|revision"),
    ("risk", r"\brisk|risiko|risque"),
    ("compliance", r"complian"),
    ("law", r"legal|lawyer|counsel\b|jurist|juridi|syndikus|attorney|\brecht"),
    ("strategy", r"strateg"),
    ("project", r"proje[ck]t|\bprojet|progr?amme?\b|\bpmo\b"),
    ("product", r"\bproduct (manage|owner|lead|director|operations)|produktmanag|\bproduct\b|produkt|chef(fe)? de produit"),
    ("design", r"\bdesign|\bux\b|\bui\b|gestalt"),
    ("user research", r"user research|ux research"),
    ("data", r"\bdata\b|daten|donn[eé]es|datos|\bdati\b|gegevens"),
    ("analytics", r"analyti|business intelligence|\bbi\b"),
    ("machine learning", r"machine learning|\bml\b|deep learning|\bki\b|\bai\b|artificial intell|mlops"),
    ("frontend", r"front.?end|react\b|angular|\bvue\b"),
    ("backend", r"back.?end|\bjava\b|python|golang|\bgo\b|\bphp\b|node|ruby|kotlin|rust\b"),
    ("mobile", r"mobile|\bios\b|android|flutter"),
    ("embedded", r"embedded|firmware|\bfpga\b"),
    ("platform", r"platform|plattform|devops|\bsre\b|site reliab|infrastru|cloud|kubernetes"),
    ("security", r"security|sicherheit|s[eé]curit[eé]|\bciso\b|\biam\b|pentest"),
    ("network", r"network|netzwerk|r[eé]seau"),
    ("software", r"software|logiciel|full.?stack|web.?develop|\bdeveloper|entwickler"),
    ("systems", r"\bsystem(s|e)?\b|sysadmin|administrat"),
    ("test", r"\btest(er|ing)?\b|automation test"),
    ("electrical", r"electr|elektr|[eé]lectr"),
    ("mechanical", r"mechani|mechatron|m[eé]cani|maschinenbau|konstrukt"),
    ("civil", r"civil|bauing|bauleit|hochbau|tiefbau|construction"),
    ("chemistry", r"chemi|chimi"),
    ("biology", r"biolog|biotech|biochem"),
    ("research", r"\br ?& ?d\b|research|forsch|recherche"),
    ("energy", r"energ|solar|wind\b|photovolt"),
    ("real estate", r"real estate|immobil|property"),
    ("insurance", r"insur|versicher|assuranc|underwrit|actuar|aktuar"),
    ("credit", r"credit|kredit|cr[eé]dit|lending"),
    ("payments", r"payment|zahlungs|paiement"),
    ("pricing", r"pricing|preis"),
    ("revenue", r"revenue"),
    ("partnerships", r"partner(ship|s\b|manag| manag)|alliance"),
    ("business development", r"business development|gesch[aä]ftsentwick|d[eé]veloppement commercial"),
    ("nursing", r"nurs|pflege|infirmi|verpleeg"),
    ("medicine", r"medical|physician|doctor|arzt|[aä]rzt|m[eé]decin|m[eé]dical|medizin"),
    ("pharmacy", r"pharma|apothek"),
    ("laboratory", r"\blab(or|oratory|ora)?\b|laboratoire"),
    ("teaching", r"teach|lehrer|lehrkraft|dozent|enseign|trainer|professor|learning and|p[aä]dago|erzieh"),
    ("curation", r"curat|kurator|museum|archiv|librar|biblio"),
    ("office", r"office manag|secretar|sekret[aä]r|assistenz|empfang|recept"),
    ("events", r"\bevents?\b|veranstalt"),
    ("kitchen", r"\bcook|\bchef\b(?! de)|koch\b|k[uü]che|cuisin"),
    ("store", r"store|retail|filial|einzelhandel|magasin"),
    ("sustainability", r"sustainab|nachhaltig|\besg\b|durab|climate|klima|environment|umwelt"),
    ("operations", r"operation|betrieb|\bcoo\b"),
    ("process", r"process|prozess|lean\b|six sigma|continuous improv"),
    ("change", r"transformation|\bchange\b|digitali"),
)  # fmt: skip
#: What one does with it. The first that fits names the kind of work.
WORKS: tuple[tuple[str, str], ...] = (
    ("engineer", r"engineer|ing[eé]nieur|develop(er|peur)|entwickler|programm(ier|er|eur)|d[eé]veloppeu|ingenier|technolog(ist|e)"),
    ("science", r"scientist|wissenschaft|chercheu|researcher"),
    ("analyst", r"analyst|analist|analytiker"),
    ("architect", r"architect|architekt"),
    ("design", r"designer|gestalter"),
    ("pharmacist", r"pharmac(ist|ien)|apotheker"),
    ("nurse", r"\bnurs|pflege(fach|kraft)|infirmi|verpleegk"),
    ("doctor", r"physician|\bdoctor\b|\barzt\b|[aä]rztin|m[eé]decin"),
    ("technician", r"technician|techniker|mechaniker|monteur|technicien|elektroniker|operator\b|op[eé]rateur"),
    ("consultant", r"consult|berater|conseil|adviser|advisor"),
    ("buyer", r"buyer|eink[aä]ufer|acheteu"),
    ("planner", r"planner|planer\b|disponent"),
    ("controller", r"controller|contr[oô]leu"),
    ("accountant", r"accountant|buchhalter|comptable"),
    ("lawyer", r"lawyer|jurist|anwalt|counsel\b|avocat"),
    ("owner", r"\bowner"),
    ("representative", r"represent|au[sß]+endienst|sales (rep|exec)|account exec|verk[aä]ufer|vendeu"),
    ("lead", r"\bhead\b|director|direktor|directeur|directrice|direttor|\bchief\b|\bc[efmotirp]o\b|\b[es]?vp\b|vice president|leiter|leitung|\blead(er)?\b|manager|managerin|responsable|president|hoofd|\bchef(fe)? de\b|supervisor|superintend|\bteamlead"),
    ("specialist", r"special|spezial|expert|referent|sachbearbeit|officer|coordinat|koordinat|generalist|associate|mitarbeit|fachkraft|executive|charg[eé]"),
    ("assistant", r"assist|secretar|sekret|clerk|administrat"),
)  # fmt: skip
#: How high. The first that fits counts; without any, a title stands at 3.
RANKS: tuple[tuple[int, str], ...] = (
    (8, r"\bchief\b|\bc[efmotirp]o\b|managing director|gesch[aä]ftsf[uü]hr|\bpresident\b(?<!vice president)"),
    (7, r"\b[es]vp\b|\bvp\b|vice president"),
    (5, r"deputy|stellv|adjoint|assistant (director|head|manager)|associate director"),
    (5, r"team.?lead|teamleit|gruppenleit|schichtleit|supervisor|\bchef(fe)? d.(equipe|[eé]quipe)"),
    (6, r"(?<!projekt)(?<!bau)leiter(in)?\b|\bhead\b|director\b(?! of photo)|direktor|directeur|directrice|bereichsleit|hoofd\b|abteilungsleit|\bleitung\b"),
    (5, r"principal|\bstaff (eng|soft|data|prod)|group manager|responsable|\blead\b|leader"),
    (4, r"\bsenior\b|\bsr\b|\bexperienced\b|confirm[eé]|erfahren"),
    (2, r"\bjunior\b|\bjr\b|graduate|absolvent|einsteiger|entry.?level|associate\b|assist|d[eé]butant"),
)  # fmt: skip
PLAIN_RANK = 3
#: A manager of something stands between a senior and a leader of people.
MANAGER_RANK = 4

#: No seat at all: an open door that stands in every season.
POOL = re.compile(
    r"talent (pool|community|network|bench)|talentpool|initiativ|spontan|speculative|unsolicited"
    r"|open application|general application|future (opening|opportunit|role|position|vacanc)"
    r"|(don.?t|do not|didn.?t) see|(not |kein)\w* (the right|passend)|expression of interest"
    r"|offene bewerbung|candidature (libre|spontan)|candidatura espont|keep in touch|join our (talent|network)"
    r"|open sollicitatie|always (hiring|looking)|evergreen",
    re.IGNORECASE,
)
#: Seats for those who learn: no sign of growth, and no sibling of a seat for the trained.
LEARNER = re.compile(
    r"\bintern(ship)?s?\b|praktik|werkstud|working student|student(in|ische|\b)|trainee|azubi|ausbildung"
    r"|apprenti|\bstage\b|stagiair|alternan|lehrling|lernende|duales studium|dual(es|er)? stud|volont[aä]r"
    r"|bachelor|master.?thesis|masterarbeit|abschlussarbeit|\bphd\b|doktorand|summer (job|associate)"
    r"|becari|tirocin|\bminijob|aushilfe|hiwi|co-?op\b|vrijwillig|volunteer|placement student",
    re.IGNORECASE,
)

#: What a title carries beside the work: sexes, hours, contracts, marks. It tells nothing of a seat.
_SEXES = (
    r"\(?\b(?:all genders?|alle geschlechter|gn|divers)\b\)?"
    r"|\(\s*(?:[mwfdxihvng]|div|nb)(?:\s*[/|,.*+·-]\s*(?:[mwfdxihvngh]|div|nb|gn|a))+\s*\)?"
    r"|(?<![a-z])(?:[mwfdxhv])(?:\s*[/|]\s*(?:[mwfdxihv]|div|a))+(?![a-z])"
)
_ENDINGS = r"(?<=[a-zäöüß])(?:[:*_/(]-?\s?(?:in|innen|r|n|e|frau|euse|rice|ère|trice)\b\)?)"
_MARKS = (
    r"\b(?:ref|req|job|id|r|jr|kennziffer|stellen-?nr)[.:#\s-]*\d[\w./-]*|#\s?\w*\d\w*|\b\d{4,}\b"
    r"|\b\d{1,3}\s?(?:-|–|bis|to)?\s?\d{0,3}\s?%|\b\d+([.,]\d+)?\s?(?:fte|h/week|std)\b"
)
_HOURS = (
    r"\b(?:full|part)[- ]?time\b|\b(?:voll|teil)zeit\b|\btemps (?:plein|partiel)\b|\bfte\b"
    r"|\bremote\b|\bhybrid\b|\bhome ?office\b|\bon-?site\b|\bcdi\b|\bcdd\b|\bbefristet\b"
    r"|\bunbefristet\b|\bpermanent\b|\bfixed[- ]term\b|\btemporary\b|\bcontract\b|\bfreelance\b"
    r"|\b(?:maternity|parental) (?:leave|cover)\b|\belternzeit\w*|\bcover\b|\bab sofort\b|\burgent\b"
    r"|\bnew!?\b|\bstart(?:ing)? (?:asap|now|immediately)\b|\b\d+ (?:months|monate)\b|\bdach\b|\bemea\b"
)
ASIDE = re.compile(f"{_SEXES}|{_ENDINGS}|{_MARKS}|{_HOURS}", re.IGNORECASE)
#: Words that bind a title and mean nothing by themselves.
BINDING = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "bei",
        "by",
        "da",
        "das",
        "de",
        "dem",
        "den",
        "der",
        "des",
        "die",
        "du",
        "e",
        "en",
        "et",
        "for",
        "für",
        "fur",
        "im",
        "in",
        "la",
        "le",
        "les",
        "of",
        "on",
        "or",
        "our",
        "pour",
        "sur",
        "team",
        "the",
        "to",
        "und",
        "unser",
        "van",
        "von",
        "with",
        "y",
        "zu",
        "zum",
        "zur",
        "mit",
        "groupe",
        "group",
        "global",
        "management",
        "regional",
        "international",
        "european",
        "europe",
        "deutschland",
        "germany",
        "area",
        "department",
        "abteilung",
        "role",
        "position",
        "job",
        "stelle",
        "wanted",
        "gesucht",
    ]
)
#: Crafts so wide that sharing one alone says little: "Data Engineer" and "Data Entry".
WIDE = frozenset(
    {"project", "product", "data", "operations", "systems", "software", "office", "test", "process"}
    | {"change", "strategy", "growth", "platform", "research", "digital", "business", "technical"}
)
