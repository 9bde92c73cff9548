"""What words of a job title mean, across languages: the craft, the kind of work, the rank.

Each table is read as word beginnings ("logist" is logistics, Logistik and logistique). A word in
none of them stands for itself, so that an unknown craft is compared by its own name.
"""

from __future__ import annotations

import re

#: What the work is about. More than one word of a title may speak for one craft.
CRAFTS: tuple[tuple[str, str], ...] = (
    ("supply chain", r"\bsupply( chain)?s?\b|lieferkett|supplychain|cha[iî]ne d.?approvisionnement|scm\b"),
    ("logistics", r"logist|distributi|log[ií]stic"),
    ("warehouse", r"warehous|lager|fulfil|entrep[oô]t|magazijn|almac[eé]n|magazzin|armaz"),
    ("transport", r"transport|fleet|spedition|freight|haulage|trasport|vervoer|flotte|vrachtverkeer|tr[aá]fico"),
    ("procurement", r"procur|purchas|einkauf|eink[aä]uf|inkoop|\bachats?\b|acheteu|sourcing|buyer|compras\b|comprador|acquist"),
    ("planning", r"planning|planer|planner|planung|disponent|disposition\b|dispo\b|planificaci|planification|pianificaz|ordonnanc"),
    ("production", r"produ[ck]tion|manufactur|fertigung|plant\b|werk(s)?leit|\busine\b|producci[oó]n|produttiv|produktie|productie|fabricaci|fabrication"),
    ("quality", r"qualit|kwalit|\bqa\b|\bqs\b|\bqm\b|calidad|qualidade"),
    ("regulatory", r"regulat|zulassung|r[eé]glement"),
    ("clinical", r"clinic|klinisch|clini"),
    ("maintenance", r"maintenance|instandhalt|wartung|facility|facilit|mantenimiento|manutenzion|onderhoud|entretien"),
    ("safety", r"\behs\b|\bhse\b|arbeitssicher|health and safety|arbo\b|riesgos laborales|prevenci[oó]n de riesgos|hygi[eè]ne s[eé]curit"),
    ("sales", r"sales|vertrieb|verkauf|verkoop|\bventes?\b|vendite|ventas|commercia|comercial"),
    ("account", r"account (manag|execut|direct)|key account|kundenbetreu|comptes? cl"),
    ("customer success", r"customer success|kundenerfolg|client success"),
    ("support", r"support|helpdesk|service desk|customer (service|care)|kundenservice|kundendienst|klantenservice|servicio al cliente|atenci[oó]n al cliente|relation client|service client"),
    ("marketing", r"market(ing|er)|\bbrand|marken|mercadotecnia"),
    ("content", r"content|redak|editor|r[eé]dact|copywrit"),
    ("communication", r"communicat|kommunikation|\bpr\b|public relations|presse|comunicaci|communicatie|voorlicht"),
    ("growth", r"growth|performance market|\bseo\b|\bsea\b"),
    ("people", r"\bhr\b|human resources|\bpeople\b|personal(leit|refer|abteil|wesen|entwick|manag)|personnel|ressources humaines|\brh\b|recursos humanos|\brrhh\b|risorse umane|personeel|personeels"),
    ("recruiting", r"recruit|talent acqui|sourcer|recruteu|selecci[oó]n de personal|werving"),
    ("payroll", r"payroll|lohn|gehalt|\bpaie\b|n[oó]mina|salaris"),
    ("controlling", r"controll(er|ing)|contr[oô]le(ur)? de gestion|fp ?& ?a|financial plan|control de gesti[oó]n|bedrijfscontrol"),
    ("accounting", r"account(ant|ing|s )|buchhalt|comptab|bilanz|ledger|accounts (pay|rec)|contab|boekhoud|contable"),
    ("tax", r"\btax|steuer|fiscal|impuesto|belasting|imp[oô]t"),
    ("treasury", r"treasur|tr[eé]sor|tesorer"),
    ("finance", r"financ|\bfinan[zcç]|\bcfo\b"),
    ("audit", r"audit|revision|auditor[ií]a"),
    ("risk", r"\brisk|risiko|risque|riesgo|rischi|risico"),
    ("compliance", r"complian|cumplimiento|conformit"),
    ("law", r"legal|lawyer|counsel\b|jurist|juridi|syndikus|attorney|\brecht|abogad|avocat|avvocat|juridisch|asesor[ií]a jur"),
    ("strategy", r"strateg"),
    ("policy", r"polic(y|ies)\b|beleid|politiques publiques|pol[ií]ticas p[uú]blicas|grundsatz"),
    ("commissioning", r"inbetriebnahm|inbedrijf|mise en service|puesta en marcha|commissioning (engineer|manager|lead|technic)"),
    ("water", r"\bwater\b|\bwasser\b|\bagua\b"),
    ("customs", r"customs\b|douan|zoll|aduan"),
    ("project", r"proje[ck]t|\bprojet|progr?amme?\b|\bpmo\b|proyecto|progett|projekt"),
    ("product", r"\bproduct (manage|owner|lead|director|operations)|produktmanag|\bproduct\b|produkt|chef(fe)? de produit|prodotto|\bproducto\b|\bproduit\b"),
    ("design", r"\bdesign|\bux\b|\bui\b|gestalt|ontwerp|dise[nñ]|concept(eur|rice)"),
    ("user research", r"user research|ux research"),
    ("data", r"\bdata\b|daten|donn[eé]es|datos|\bdati\b|gegevens"),
    ("analytics", r"analyti|business intelligence|\bbi\b"),
    ("machine learning", r"machine learning|\bml\b|deep learning|\bki\b|\bai\b|artificial intell|mlops"),
    ("frontend", r"front.?end|react\b|angular|\bvue\b"),
    ("backend", r"back.?end|\bjava\b|python|golang|\bgo\b|\bphp\b|node|ruby|kotlin|rust\b"),
    ("mobile", r"mobile|\bios\b|android|flutter"),
    ("embedded", r"embedded|firmware|\bfpga\b"),
    ("platform", r"platform|plattform|devops|\bsre\b|site reliab|infrastru|cloud|kubernetes"),
    ("security", r"security|sicherheit|s[eé]curit[eé]|\bciso\b|\biam\b|pentest|ciberseguridad|beveilig|veiligheid|seguridad"),
    ("network", r"network|netzwerk|r[eé]seau|redes\b|netwerk"),
    ("software", r"software|logiciel|full.?stack|web.?develop|\bdeveloper|entwickler|desarrollad|ontwikkelaar|d[eé]veloppeu|sviluppat|programador"),
    ("systems", r"\bsystem(s|e)?\b|sysadmin|administrat"),
    ("test", r"\btest(er|ing)?\b|automation test"),
    ("electrical", r"electr|elektr|[eé]lectr|el[eé]ctri|elettric"),
    ("mechanical", r"mechani|mechatron|m[eé]cani|maschinenbau|konstrukt"),
    ("civil", r"civil|bauing|bauleit|hochbau|tiefbau|construction|civiel|g[eé]nie civil|obra civil|obras\b"),
    ("chemistry", r"chemi|chimi"),
    ("biology", r"biolog|biotech|biochem"),
    ("research", r"\br ?& ?d\b|research|forsch|recherche|investigaci|onderzoek|ricerca"),
    ("energy", r"energ|solar|wind\b|photovolt|energ[ií]a|[eé]olien|e[oó]lic|windenergie|windkraft|[eé]nergie"),
    ("real estate", r"real estate|immobil|property|inmobiliari|vastgoed"),
    ("insurance", r"insur|versicher|assuranc|underwrit|actuar|aktuar|seguros\b|verzeker|assicuraz"),
    ("credit", r"credit|kredit|cr[eé]dit|lending|cr[eé]dito|prestamos|pr[eé]stamo|hypothe|hipotec|mortgage"),
    ("payments", r"payment|zahlungs|paiement|medios de pago|\bpagos\b|betaal|pagament"),
    ("pricing", r"pricing|preis|tarification|precios"),
    ("revenue", r"revenue"),
    ("partnerships", r"partner(ship|s\b|manag| manag)|alliance"),
    ("business development", r"business development|gesch[aä]ftsentwick|d[eé]veloppement commercial"),
    ("nursing", r"nurs|pflege|infirmi|verpleeg|verpleeg|enfermer|infermier|soign"),
    ("medicine", r"medical|physician|doctor|arzt|[aä]rzt|m[eé]decin|m[eé]dical|medizin|m[eé]dic[oa]\b|geneesk|\barts\b|cl[ií]nic"),
    ("pharmacy", r"pharma|apothek|farmac"),
    ("laboratory", r"\blab(or|oratory|ora)?\b|laboratoire"),
    ("teaching", r"teach|lehrer|lehrkraft|dozent|enseign|trainer|professor|learning and|p[aä]dago|erzieh|docent|profesor|maestr|enseignant|insegnant|onderwijs|leerkracht"),
    ("curation", r"curat|kurator|museum|archiv|librar|biblio"),
    ("office", r"office manag|secretar|sekret[aä]r|assistenz|empfang|recept"),
    ("events", r"\bevents?\b|veranstalt"),
    ("kitchen", r"\bcook|\bchef\b(?! de)|koch\b|k[uü]che|cuisin"),
    ("store", r"store|retail|filial|einzelhandel|magasin|tienda|winkel|boutique|negozio"),
    ("sustainability", r"sustainab|nachhaltig|\besg\b|durab|climate|klima|environment|umwelt|klimaat|milieu|duurza|sostenib|clim[aá]t|medio ambiente"),
    ("operations", r"operation|betrieb|\bcoo\b|operaci|operazion|exploitation|bedrijfsvoering"),
    ("process", r"process|prozess|lean\b|six sigma|continuous improv"),
    ("change", r"transformation|\bchange\b|digitali"),
)  # fmt: skip
#: What one does with it. The first that fits names the kind of work.
WORKS: tuple[tuple[str, str], ...] = (
    ("engineer", r"engineer|ing[eé]nieur|develop(er|peur)|entwickler|programm(ier|er|eur)|d[eé]veloppeu|ingenier|technolog(ist|e)|desarrollador|ontwikkelaar|ingegner|sviluppator|programador"),
    ("science", r"scientist|wissenschaft|chercheu|researcher|cient[ií]fic|onderzoeker|investigador|ricercator"),
    ("analyst", r"analyst|analist|analytiker"),
    ("architect", r"architect|architekt|arquitect|architett"),
    ("design", r"designer|gestalter|dise[nñ]ador|ontwerper|concept(eur|rice)"),
    ("pharmacist", r"pharmac(ist|ien)|apotheker|farmac[eé]uti|farmacist"),
    ("nurse", r"\bnurs|pflege(fach|kraft)|infirmi|verpleegk|enfermer|infermier"),
    ("doctor", r"physician|\bdoctor\b|\barzt\b|[aä]rztin|m[eé]decin|m[eé]dic[oa]\b|\barts\b|medico\b"),
    ("technician", r"technician|techniker|mechaniker|monteur|technicien|elektroniker|operator\b|op[eé]rateur|t[eé]cnic|technicus|tecnic|monteur"),
    ("consultant", r"consult|berater|conseil|adviser|advisor|adviseur|asesor|consulente|beleidsadv|raadgever"),
    ("buyer", r"buyer|eink[aä]ufer|acheteu|comprador|inkoper"),
    ("planner", r"planner|planer\b|disponent"),
    ("controller", r"controller|contr[oô]leu|controleur"),
    ("accountant", r"accountant|buchhalter|comptable|contable\b|boekhouder|contabile"),
    ("lawyer", r"lawyer|jurist|anwalt|counsel\b|avocat|abogad|avvocat"),
    # who assists a head heads nothing
    ("assistant", r"\bassistenz\b|\b(?:executive|personal) assistant\b|\bassistante? (?:to\b|de direction)|\bpa to\b"),
    ("owner", r"\bowner"),
    ("representative", r"represent|au[sß]+endienst|sales (rep|exec)|account exec|verk[aä]ufer|vendeu|comercial\b|vertegenwoordiger|verkoper|gestor(a)? comercial"),
    ("lead", r"\bhead\b|director|direktor|directeur|directrice|direttor|\bchief\b|\bc[efmotirp]o\b|\b[es]?vp\b|vice president|leiter|leitung|\blead(er)?\b|manager|managerin|respons(?:able|[aá]vel)|president|hoofd|\bchef(·?fe)? d(e\b|['’])|supervisor|superintend|\bteamlead|leider|teamleid|jefe|jefa|direct[oó]r|gerente|capo\b|responsabile|dirigent|manag(er|ing)|encargad|coordinador general"),
    ("specialist", r"special|spezial|expert|referent|sachbearbeit|officer|coordinat|koordinat|generalist|associate|mitarbeit|fachkraft|executive|charg[eé]|medewerk|especialist|coordinador|sp[eé]cialist|gestor|funktion[aä]r|functionaris|ambtenaar"),
    ("assistant", r"assist|secretar|secr[eé]tai|sekret|clerk|administrat|asistente|auxiliar|administrativ"),
)  # fmt: skip
#: How high. The first that fits counts; without any, a title stands at 3.
RANKS: tuple[tuple[int, str], ...] = (
    (2, r"\bassistenz\b|\b(?:executive|personal) assistant\b|\bassistante? (?:to\b|de direction)|\bpa to\b"),
    (2, r"teilprojekt|\bsub-?projects?\b"),  # a part of one: a grade below who leads it
    # grades that are counted: the first is for who begins, the third is a senior's
    (2, r"(?<=\w )i(?=\s*(?:$|[,(/–-]))"), (4, r"(?<=\w )iii(?=\s*(?:$|[,(/–-]))"),
    (6, r"\bavp\b|(?:assistant|associate) vice president"),
    (8, r"\bchief\b|\bc[efmotirp]o\b|managing director|gesch[aä]ftsf[uü]hr|\bpresident\b(?<!vice president)"),
    (7, r"\b[es]vp\b|\bvp\b|vice president"),
    (5, r"deputy|stellv|adjoint|assistant (director|head|manager)|associate director"),
    (5, r"team.?lead|teamleid|ploegleid|groepsleid|jef[ea] de equipo|capoteam|teamleit|gruppenleit|schichtleit|supervisor|\bchef(·?fe)? d.([eé]quipe|unit[eé]|atelier|secteur)"),
    (6, r"(?<!projekt)(?<!bau)leiter(in)?\b|\bhead\b|director\b(?! of photo)|direktor|directeur|directrice|bereichsleit|hoofd\b|abteilungsleit|\bleitung\b|director[ae]?\b|direttor|jef[ea] de\b|(?<!team)(?<!ploeg)(?<!project)leider\b|afdelingshoofd"),
    (5, r"principal|\bstaff (eng|soft|data|prod)|group manager|respons(?:able|[aá]vel)|\blead\b|leader"),
    (4, r"\bs[eé]nior\b|\bsr\b|ervaren\b|\bexperienced\b|confirm[eé]|erfahren"),
    (2, r"\bj[uú]nior\b|\bjr\b|aankomend|graduate|absolvent|einsteiger|entry.?level|associate\b(?! (?:prof|dir|vice|dean|partner|head|gen))|assist|d[eé]butant"),
)  # fmt: skip
PLAIN_RANK = 3
#: A manager of something stands between a senior and a leader of people.
MANAGER_RANK = 4

#: Two words that are one calling wherever they stand: what else the title says is its field. So
#: "Product Owner Payments" is read as "Product Owner, Payments", and its craft is no wide word.
CALLINGS = re.compile(
    r"\bproduct (?:owner|manager)\b|\bdata (?:engineer|analyst|scientist)\b|\bmachine learning engineer\b"
    r"|\bsite reliability engineer\b|\bsoftware (?:engineer|developer|architect)\b|\bbusiness analyst\b"
    r"|\b(?:ux|ui|product) designer\b|\bscrum master\b",
    re.IGNORECASE,
)

#: No seat at all: an open door that stands in every season.
POOL = re.compile(
    r"talent (pool|community|network|bench)|talentpool|initiativ|spontan|speculative|unsolicited"
    r"|open application|general application|future (opening|opportunit|role|position|vacanc)"
    r"|(don.?t|do not|didn.?t) see|(not |kein)\w* (the right|passend)|expression of interest"
    r"|offene bewerbung|candidature (libre|spontan)|candidatura espont|keep in touch|join our (talent|network)"
    r"|open sollicitatie|always (hiring|looking)|evergreen",
    re.IGNORECASE,
)
#: What no firm counts as a desk of its own, though it stands among its adverts: panels, honours,
#: tenders, work by the piece, seats that only its own people may have, and seats elsewhere. Who runs
#: such things ("Volunteer Coordinator", "Tender Manager") has a desk.
_RUNS = r"(?!\w*[\s-]+(?:and |& )?(?:co-?ord|manag|lead|offic|admin|serv|engag|special|direct|installer|beater|ops|operat))"
NO_DESK = re.compile(
    rf"(?:supplementary|riders?.?|patients?.?|reserve) (?:network )?panel\b|\bpanel(?: of|\s*[(:–-]|$)|\bscholarship\b{_RUNS}|stipend|\bbeurs\b"
    rf"|\bhonorary\b|ehrenamt|honorarkr|b[eé]n[eé]vol(?:e|at)s?\b{_RUNS}|\bvoluntari(?:o|a|os|ado)\b{_RUNS}|freiwillige[nr]?\b{_RUNS}"
    rf"|vrijwilligers?\b{_RUNS}|\bvolunteers?\b{_RUNS}|patient partner|advisory (?:board|committee|group) member|\btrustees?\b{_RUNS}"
    r"|careers? (?:evening|day|fair|event)|karriere(?:tag|abend|messe)|open (?:day|evening|dag)"
    r"|do not apply|nicht bewerben|\btest (?:posting|advert|job|vacancy)|sample (?:posting|job|advert)"
    r"|confined (?:competition|to)|internal(?:ly)? (?:only|candidates|applicants)|members only|^acting\b"
    r"|vacation relief|holiday relief|request for (?:proposals?|tenders?|quotations?)|\brfp\b|^tender\b:"
    r"|ausschreibung leistung|^call for (?!.*centre)|speakers?:|external examin|^freelanc|freiberuf|\bzzp\b|per task|paid per|pay per"
    r"|lehrstelle|academy\b.{0,40}(?:edition|cohort|class|\d{4})|referral (?:bonus|scheme|program)|empfehlungspr[aä]mie|ehemalige|former (?:staff|employees)|bootcamp"
    r"|(?:für|for|pour|voor|para) (?:our|a|unseren?|einen|notre|un|onze|een|nuestro|nosso) (?:client|customer|kunden?|klant|cliente)\b(?!-)",
    re.IGNORECASE,
)
#: Seats for those who learn: no sign of growth, and no sibling of a seat for the trained.
LEARNER = re.compile(
    r"\bintern(ship)?s?\b|praktik|werkstud|working student|student(in|ische|\b)|trainee|azubi|ausbildung"
    r"|apprenti|\bstage\b|stagiair|alternan|lehrling|lernende|duales studium|dual(es|er)? stud|volont[aä]r"
    # who stands in for a season learns nothing there and leaves with it: as little a desk
    r"|\bseasonal\b|saison(kraft|al|arbeit|nier)|seizoen|vakantie(kracht|werk)|\bvacation work|\bno[eë]l\b|navidad"
    r"|christmas (temp|staff|sales|help|team|hand|cover|assist)|weihnachts(aushilf|kraft|hilf)"
    r"|kerst(kracht|hulp)|sommeraushilf|ferien(job|aushilf|kraft)|holiday (hand|help|cover|staff)|sustituci|\bverano\b|stagional|temporada"
    r"|bachelor|master.?thesis|masterarbeit|abschlussarbeit|\bphd\b|doktorand|summer (job|associate)"
    r"|becari|\bpr[aá]cticas\b|aprendiz|tirocin|stagist|leerling|trainee|thesis|tesis|afstudeer|proefschrift|scriptie|jobstudent|\bbbl\b|est[aá]gi|\bfellowships?\b|\b(?:administrative|graduate|policy|student|summer) fellow\b|\bresidency\b|formaci[oó]n dual|\bminijob|aushilfe|hiwi|co-?op\b|vrijwillig|volunteer|placement student"
    r"|sommerafløs|julehjælp|ferieafløs|sommarjobb|sommarvik|ferievik|sommervik|studiemedhj|studentermedhj|studentmedarb|\blærling|\blärling|\belev\b|\bstaż|praktykant|\bstážist|brigádn|harjoittelij|kesätyön",
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
        # a part of the country says where, not what
        "north",
        "south",
        "east",
        "west",
        "nord",
        "süd",
        "ost",
        "noord",
        "zuid",
        "oost",
        "sud",
        "est",
        "ouest",
        "norte",
        "sur",
        "este",
        "oeste",
        "midlands",
        "central",
        "mitte",
        "centre",
        "het",
        "een",
        "voor",
        "bij",
        "met",
        "aan",
        "op",
        "el",
        "los",
        "las",
        "del",
        "al",
        "con",
        "para",
        "il",
        "di",
        "della",
        "per",
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
        "til",
        "till",
        "og",
        "och",
        "af",
        "av",
        "på",
        "ved",
        "hos",
        "nye",
        "ny",
        "oraz",
        "dla",
        "ds",
        "do",
        "na",
        "pro",
    ]
)
#: Crafts so wide that sharing one alone says little: "Data Engineer" and "Data Entry".
WIDE = frozenset(
    {"project", "product", "data", "operations", "systems", "software", "office", "test", "process"}
    | {
        "change",
        "develop",
        "strategy",
        "growth",
        "platform",
        "research",
        "digital",
        "business",
        "technical",
    }
)
