"""The background of the eighth year: seats that come and go and mean nothing to the user.

python3 make_background.py SLUG   prints one line a seat: key, title, department, place, from, to, text.
Seeded. The departments of the users' own cases do not appear here. What was planted, and every trap,
was written by hand and laid over these lines.
"""

import datetime as dt
import json
import random
import sys

FIRST, LAST = dt.date(2027, 2, 1), dt.date(2028, 1, 31)

# language: openings, closings; {t} title, {d} department, {p} place
WORDS = {
    "us": (
        [
            "We're hiring a {t} in {p}.",
            "The {d} team in {p} has an opening for a {t}.",
            "As a {t} you will join {d}, reporting to the local supervisor in {p}.",
            "{t}, {p}. Full time, first shift unless agreed otherwise.",
        ],
        [
            "High school diploma or GED required; associate degree preferred.",
            "Two years of related experience preferred, but we'll train the right person.",
            "You are comfortable with two screens and a busy phone.",
            "This role is eligible for our annual bonus plan.",
            "Hybrid schedule after the first ninety days.",
            "Some evening and Saturday hours during busy weeks.",
            "A background check is part of every offer.",
            "We close the posting when we have enough applications, so please don't wait.",
            "Salary depends on experience and location and is discussed in the first call.",
            "Oxbow Prairie Mutual is an equal opportunity employer.",
        ],
    ),
    "uk": (
        [
            "We are looking for a {t} to join {d} in {p}.",
            "{t} ({p}). Permanent, 37 hours a week.",
            "Could you be our next {t}? You'd be based in {p} with the {d} team.",
        ],
        [
            "You'll need a full driving licence and the use of a vehicle.",
            "A basic DBS check applies.",
            "27 days' holiday rising to 30, plus bank holidays.",
            "Interviews will be held at our Lancaster office.",
            "We reserve the right to close this vacancy early.",
            "For an informal chat please ring the team manager.",
            "Customers tell us they want to be listened to, and we look for people who do.",
            "Agile working where the role allows.",
        ],
    ),
    "de": (
        [
            "Zur Verstärkung unseres Bereichs {d} am Standort {p} suchen wir zum nächstmöglichen Zeitpunkt: {t}.",
            "{t} in {p}: Werden Sie Teil unseres Teams {d}.",
            "Sie suchen eine neue Aufgabe in {p}? Im Bereich {d} ist eine Stelle frei: {t}.",
        ],
        [
            "Abgeschlossene Ausbildung oder vergleichbare Erfahrung setzen wir voraus.",
            "Sicheres Deutsch in Wort und Schrift, Englisch ist von Vorteil.",
            "30 Tage Urlaub, Gleitzeit und ein Zuschuss zur Kantine.",
            "Die Vergütung richtet sich nach dem Tarifvertrag der Metall- und Elektroindustrie.",
            "Wir arbeiten Sie in den ersten acht Wochen gründlich ein.",
            "Schichtbereitschaft ist erforderlich.",
            "Teilzeit ab 28 Stunden ist möglich.",
            "Bewerbungen bitte ausschließlich über unser Portal.",
            "Rückfragen beantwortet die Personalabteilung gern telefonisch.",
            "Ein Dienstrad können Sie über uns leasen.",
        ],
    ),
    "fr": (
        [
            "Rattaché(e) au service {d}, vous occupez à {p} le poste suivant : {t}.",
            "Nous recherchons pour notre site de {p} : {t}.",
            "{t} - {p}. CDI, temps plein. Service {d}.",
        ],
        [
            "Une première expérience en milieu industriel est appréciée.",
            "Poste à pourvoir dès que possible.",
            "Horaires en 2x8 selon l'activité.",
            "Rémunération selon profil, sur treize mois, avec intéressement.",
            "Mutuelle prise en charge à 70 %, restaurant d'entreprise.",
            "Deux jours de télétravail par semaine après la période d'essai.",
            "Rigueur et esprit d'équipe sont indispensables.",
            "Processus : un échange téléphonique puis un entretien sur site.",
            "À compétences égales, nos postes sont ouverts aux personnes en situation de handicap.",
        ],
    ),
    "nl": (
        [
            "Voor onze afdeling {d} in {p} zoeken we een {t}.",
            "Als {t} kom je te werken bij {d} in {p}.",
            "Ben jij de {t} die {p} nog mist? Je komt in een vaste ploeg bij {d}.",
        ],
        [
            "Ervaring in de levensmiddelen is een pré, geen must.",
            "Je werkt in een vijfploegenrooster met een toeslag van 28,5 procent.",
            "Je salaris valt onder de zuivel-cao.",
            "We vergoeden je reiskosten vanaf de eerste kilometer.",
            "Mbo werk- en denkniveau.",
            "Je start met een inwerkprogramma van zes weken.",
            "Een VCA-diploma haal je bij ons.",
            "Acquisitie naar aanleiding van deze vacature stellen we niet op prijs.",
            "Vragen? App even met onze recruiter.",
            "24 tot 40 uur is bespreekbaar.",
        ],
    ),
    "it": (
        [
            "Per la sede di {p} cerchiamo: {t}.",
            "{t}, area {d}, sede di lavoro {p}.",
            "Ampliamo l'organico dell'area {d} a {p} con una figura di {t}.",
        ],
        [
            "Si richiede esperienza di almeno due anni in ruolo analogo.",
            "Contratto a tempo determinato finalizzato all'assunzione.",
            "CCNL legno e arredo, livello commisurato all'esperienza.",
            "Orario a giornata, mensa interna.",
            "Gradita la conoscenza dell'inglese.",
            "La ricerca è rivolta a persone di ogni genere (L. 903/77).",
            "Disponibilità a brevi trasferte.",
            "Si valutano anche candidati in mobilità.",
        ],
    ),
    "en_dk": (
        [
            "We are looking for a {t} to join {d} in {p}.",
            "{t} wanted: you'll sit with {d} in {p}.",
            "Our {d} group needs a {t}. The seat is in {p}.",
        ],
        [
            "You have shipped at least one game, on any platform.",
            "English is our working language.",
            "Five weeks of holiday plus five care days, pension, lunch at the studio.",
            "We help with relocation inside the EU.",
            "Please attach a portfolio or a link, whichever fits the role.",
            "We read every application, usually within two weeks.",
            "Hybrid: three days in the studio, two where you like.",
            "No crunch in the last two years, and we mean to keep it that way.",
        ],
    ),
    "sv": (
        [
            "Vi söker en {t} till {d}, med placering i {p}.",
            "Högskolan söker {t}. Anställningen är placerad vid {d} i {p}.",
            "Vill du arbeta som {t}? {d} i {p} behöver förstärkning.",
        ],
        [
            "Anställningen är tillsvidare på heltid och inleds med sex månaders provanställning.",
            "Individuell lönesättning tillämpas.",
            "Tillträde enligt överenskommelse.",
            "Behörig är den som har examen på relevant nivå.",
            "Meriterande är erfarenhet från statlig myndighet.",
            "Vi undanber oss kontakt med annonsförsäljare och rekryteringsföretag.",
            "Facklig företrädare nås via högskolans växel.",
            "Stor vikt läggs vid personlig lämplighet.",
            "Urval och intervjuer sker löpande.",
        ],
    ),
}

# slug: language, lines of seats, (shortest, longest stay), places, {department: ([titles], [duties])}
FIRMS = {
    "oxbow-prairie": (
        "us",
        56,
        (22, 95),
        ["Des Moines, IA", "Cedar Falls, IA", "Lincoln, NE", "Remote, US", "Sioux Falls, SD"],
        {
            "Claims": (
                [
                    "Auto Claims Representative",
                    "Property Field Adjuster",
                    "Total Loss Specialist",
                    "Subrogation Examiner",
                    "Claims Team Leader",
                    "Litigation Claims Specialist",
                ],
                [
                    "You handle a pending of about 110 files.",
                    "You talk to policyholders on what is often a bad day.",
                    "You document coverage decisions the same day.",
                    "You work with body shops and contractors.",
                ],
            ),
            "Underwriting": (
                [
                    "Commercial Underwriter",
                    "Underwriting Assistant",
                    "Farm Inspection Coordinator",
                    "Umbrella Underwriter",
                ],
                [
                    "You review new and renewal submissions from about forty agencies.",
                    "You keep within your letter of authority and know when to ask.",
                    "You visit agents twice a year.",
                ],
            ),
            "Policyholder Service": (
                [
                    "Service Representative",
                    "Billing Specialist",
                    "Spanish-speaking Service Representative",
                    "Retention Specialist",
                ],
                [
                    "You answer around sixty calls a day.",
                    "You change vehicles, mortgages and addresses while the customer waits.",
                    "You explain a bill so that it is understood the first time.",
                ],
            ),
            "Technology": (
                [
                    "Software Engineer, Policy Admin",
                    "Service Desk Analyst",
                    "Cloud Engineer",
                    "Business Systems Analyst",
                    "Guidewire Configuration Developer",
                    "Information Security Analyst",
                ],
                [
                    "You work in a squad of seven.",
                    "You carry the pager one week in six.",
                    "You help retire a mainframe that is older than most of us.",
                    "You write tests before the change board asks.",
                ],
            ),
            "Finance": (
                [
                    "Statutory Accountant",
                    "Accounts Payable Clerk",
                    "Investment Accountant",
                    "Treasury Analyst",
                ],
                [
                    "You close the books by the sixth business day.",
                    "You prepare schedules for the annual statement.",
                    "You reconcile three bank accounts daily.",
                ],
            ),
            "Human Resources": (
                ["Benefits Administrator", "Recruiting Coordinator", "Learning Designer"],
                [
                    "You support about 400 colleagues.",
                    "You keep records straight and private.",
                    "You run the new hire week every second Monday.",
                ],
            ),
            "Facilities": (
                ["Building Engineer", "Mail Services Clerk", "Cafeteria Attendant"],
                [
                    "You keep two buildings warm in January.",
                    "You sort incoming mail by 9 a.m.",
                    "You respond to work orders.",
                ],
            ),
        },
    ),
    "dunmarrow": (
        "uk",
        8,
        (40, 120),
        ["Lancaster", "Morecambe", "Kendal"],
        {
            "Property Services": (
                [
                    "Multi-skilled Joiner",
                    "Gas Engineer",
                    "Repairs Scheduler",
                    "Void Property Surveyor",
                ],
                [
                    "You'll carry out responsive repairs across our homes in north Lancashire.",
                    "You'll leave every job tidy and update the handheld before you drive off.",
                    "You'll take your share of the out-of-hours rota.",
                ],
            ),
            "Finance": (
                ["Income Officer", "Purchase Ledger Assistant", "Service Charge Accountant"],
                [
                    "You'll help customers who have fallen behind with their rent.",
                    "You'll match invoices to orders and chase what does not match.",
                    "You'll prepare service charge statements for 900 leaseholders.",
                ],
            ),
            "Care & Support": (
                ["Scheme Manager", "Night Support Worker", "Housing Support Worker"],
                [
                    "You'll look after an extra-care scheme of 44 flats.",
                    "You'll write support plans with the people they concern.",
                    "You'll work a rolling rota including weekends.",
                ],
            ),
        },
    ),
    "quellhorn": (
        "de",
        20,
        (28, 105),
        ["Ulm", "Villingen-Schwenningen"],
        {
            "Produktion": (
                [
                    "Mitarbeiter Montage Drucksensoren (m/w/d)",
                    "Schichtführer Lasertrimmen (m/w/d)",
                    "Anlagenbediener Reinraum (m/w/d)",
                    "Mechatroniker Instandhaltung (m/w/d)",
                    "Fertigungsplaner (m/w/d)",
                ],
                [
                    "Sie montieren Sensoren nach Zeichnung und Arbeitsplan.",
                    "Sie rüsten Anlagen um und beheben kleine Störungen selbst.",
                    "Sie führen das Schichtbuch.",
                    "Sie arbeiten unter dem Mikroskop und im Reinraumanzug.",
                ],
            ),
            "Entwicklung": (
                [
                    "Hardwareentwickler Analogtechnik (m/w/d)",
                    "Embedded-Softwareentwickler (m/w/d)",
                    "Konstrukteur Gehäuse (m/w/d)",
                    "Projektleiter Entwicklung (m/w/d)",
                ],
                [
                    "Sie entwickeln Auswerteschaltungen für Druck und Durchfluss.",
                    "Sie begleiten Muster bis zur Serie.",
                    "Sie stimmen sich mit Kunden aus dem Maschinenbau ab.",
                ],
            ),
            "Vertrieb": (
                [
                    "Vertriebsinnendienst (m/w/d)",
                    "Gebietsverkaufsleiter Nord (m/w/d)",
                    "Produktmanager Durchfluss (m/w/d)",
                ],
                [
                    "Sie erstellen Angebote und verfolgen sie nach.",
                    "Sie besuchen Kunden und Messen.",
                    "Sie pflegen Preise und Stammdaten.",
                ],
            ),
            "Verwaltung": (
                [
                    "Finanzbuchhalter (m/w/d)",
                    "Sachbearbeiter Zoll (m/w/d)",
                    "SAP-Betreuer (m/w/d)",
                    "Personalreferent (m/w/d)",
                    "Strategischer Einkäufer Elektronik (m/w/d)",
                ],
                [
                    "Sie bearbeiten den Monatsabschluss mit.",
                    "Sie sind Ansprechperson für die Fachabteilungen.",
                    "Sie bringen Ordnung in gewachsene Abläufe.",
                ],
            ),
        },
    ),
    "vauclairon": (
        "fr",
        27,
        (45, 135),
        ["Nantes", "Cholet", "Paris"],
        {
            "Production": (
                [
                    "Conducteur(trice) de ligne",
                    "Opérateur(trice) de fabrication",
                    "Chef d'équipe conditionnement",
                    "Technicien(ne) de maintenance",
                ],
                [
                    "Vous pilotez une ligne de tubes et de flacons.",
                    "Vous renseignez le dossier de lot.",
                    "Vous respectez les bonnes pratiques de fabrication.",
                    "Vous assurez les interventions de premier niveau.",
                ],
            ),
            "Logistique": (
                ["Cariste", "Gestionnaire de flux", "Approvisionneur(euse)"],
                [
                    "Vous préparez les expéditions pour les grossistes.",
                    "Vous tenez les stocks à jour.",
                    "Vous suivez les transporteurs.",
                ],
            ),
            "Recherche et développement": (
                [
                    "Formulateur(trice)",
                    "Technicien(ne) de laboratoire",
                    "Chef de projet développement",
                ],
                [
                    "Vous mettez au point des émulsions.",
                    "Vous réalisez les essais de stabilité.",
                    "Vous préparez la transposition industrielle.",
                ],
            ),
            "Marketing et ventes": (
                [
                    "Chef de produit dermatologie",
                    "Animateur(trice) des ventes",
                    "Responsable e-commerce",
                    "Graphiste packaging",
                ],
                [
                    "Vous préparez le plan d'action annuel.",
                    "Vous animez un réseau de pharmacies.",
                    "Vous suivez les ventes semaine par semaine.",
                ],
            ),
            "Finance et informatique": (
                [
                    "Contrôleur(euse) de gestion industriel",
                    "Comptable fournisseurs",
                    "Administrateur(trice) systèmes",
                    "Consultant(e) SAP",
                ],
                [
                    "Vous participez aux clôtures mensuelles.",
                    "Vous assistez les utilisateurs des trois sites.",
                    "Vous fiabilisez les données.",
                ],
            ),
            "Ressources humaines": (
                ["Gestionnaire de paie", "Chargé(e) de formation"],
                [
                    "Vous gérez un portefeuille de 250 salariés.",
                    "Vous tenez les tableaux de bord sociaux.",
                ],
            ),
        },
    ),
    "klaverdam": (
        "nl",
        26,
        (25, 95),
        ["Zwolle", "Meppel", "Gorinchem"],
        {
            "Productie": (
                [
                    "Operator afvullijn",
                    "Allround kaasmaker",
                    "Teamleider nachtploeg",
                    "Reinigingsoperator CIP",
                ],
                [
                    "Je houdt de lijn draaiend en grijpt in als het moet.",
                    "Je registreert temperaturen en partijnummers.",
                    "Je draagt je ploeg netjes over.",
                    "Je werkt hygiënisch en veilig.",
                ],
            ),
            "Melkontvangst en transport": (
                ["RMO-chauffeur", "Planner melkritten", "Medewerker melkontvangst"],
                [
                    "Je haalt melk op bij gemiddeld negen boeren per rit.",
                    "Je neemt monsters volgens voorschrift.",
                    "Je kent de weg op het erf.",
                ],
            ),
            "Techniek": (
                ["Monteur technische dienst", "Werkvoorbereider onderhoud", "Softwareengineer PLC"],
                [
                    "Je verhelpt storingen aan pompen en afsluiters.",
                    "Je plant de grote stop in week 36.",
                    "Je bewaakt de voorraad onderdelen.",
                ],
            ),
            "Verkoop": (
                [
                    "Accountmanager foodservice",
                    "Medewerker verkoop binnendienst",
                    "Exportmedewerker",
                ],
                [
                    "Je onderhoudt contact met groothandels.",
                    "Je verwerkt orders in het systeem.",
                    "Je regelt exportdocumenten.",
                ],
            ),
            "Kantoor": (
                ["Medewerker crediteuren", "HR-adviseur", "Applicatiebeheerder", "Controller"],
                [
                    "Je verwerkt facturen van leveranciers.",
                    "Je adviseert teamleiders over verzuim.",
                    "Je bent het aanspreekpunt voor zes locaties.",
                ],
            ),
        },
    ),
    "cadrezzo": (
        "it",
        10,
        (45, 130),
        ["Cantù", "Udine"],
        {
            "Produzione": (
                [
                    "Verniciatore",
                    "Operatore CNC legno",
                    "Addetto montaggio ante",
                    "Falegname di reparto",
                ],
                [
                    "Si occuperà di sezionatura e bordatura.",
                    "Controllerà la qualità dei pezzi a fine linea.",
                    "Collaborerà con il capoturno nel rispetto dei tempi.",
                ],
            ),
            "Commerciale": (
                ["Area manager Francia", "Addetto preventivi", "Customer care rivenditori"],
                [
                    "Seguirà una rete di circa ottanta rivenditori.",
                    "Preparerà preventivi e conferme d'ordine.",
                    "Parteciperà alle fiere di settore.",
                ],
            ),
            "Ufficio tecnico": (
                ["Disegnatore CAD cucine", "Tecnico industrializzazione"],
                ["Svilupperà disegni esecutivi e distinte base.", "Affiancherà la prototipia."],
            ),
            "Amministrazione": (
                ["Impiegato contabilità clienti", "Addetto paghe"],
                ["Registrerà fatture e incassi.", "Curerà gli adempimenti mensili."],
            ),
        },
    ),
    "lyngvad": (
        "en_dk",
        12,
        (35, 120),
        ["Copenhagen", "Aarhus"],
        {
            "Programming": (
                [
                    "Gameplay Programmer",
                    "Engine Programmer",
                    "Build Engineer",
                    "Network Programmer",
                    "Senior UI Programmer",
                ],
                [
                    "You own one feature from first sketch to certification.",
                    "You profile on the slowest console we support.",
                    "You review code daily.",
                ],
            ),
            "Design": (
                ["Quest Designer", "Level Designer", "Economy Designer", "UX Designer"],
                [
                    "You prototype in the engine, not in slides.",
                    "You watch playtests and change your mind.",
                    "You write short documents people read.",
                ],
            ),
            "Audio": (
                ["Sound Designer", "Dialogue Coordinator"],
                [
                    "You record outdoors when the wind allows.",
                    "You keep eleven languages in order.",
                ],
            ),
            "Production": (
                ["Producer", "QA Lead", "QA Tester", "Localisation Coordinator"],
                [
                    "You keep the plan honest.",
                    "You run the weekly build review.",
                    "You speak up early.",
                ],
            ),
            "Publishing": (
                ["Community Manager", "Brand Manager", "Payroll and Office Manager"],
                [
                    "You talk with players in three languages.",
                    "You plan two launches a year.",
                    "You keep the studio running.",
                ],
            ),
        },
    ),
    "tallbacka": (
        "sv",
        22,
        (24, 70),
        ["Skövde", "Lidköping"],
        {
            "Institutionen för hälsovetenskap": (
                [
                    "Universitetslektor i omvårdnad",
                    "Universitetsadjunkt i folkhälsovetenskap",
                    "Klinisk adjunkt",
                    "Doktorand i vårdvetenskap",
                ],
                [
                    "Du undervisar på grundnivå och avancerad nivå.",
                    "Du handleder uppsatser.",
                    "Du deltar i programmets utveckling.",
                ],
            ),
            "Institutionen för informationsteknologi": (
                [
                    "Universitetslektor i datavetenskap",
                    "Postdoktor i spelutveckling",
                    "Universitetsadjunkt i webbutveckling",
                    "Doktorand i informatik",
                ],
                [
                    "Du bedriver forskning inom maskininlärning.",
                    "Du ansvarar för två kurser per termin.",
                    "Du samverkar med regionens företag.",
                ],
            ),
            "Campusservice": (
                ["Vaktmästare", "Lokalvårdare", "Campusvärd", "Driftingenjör"],
                [
                    "Du sköter larm, möblering och post.",
                    "Du möter studenter varje dag.",
                    "Du arbetar ibland kvällar och helger.",
                ],
            ),
            "Utbildningsstöd": (
                [
                    "Studievägledare",
                    "Studieadministratör",
                    "Antagningshandläggare",
                    "Pedagogisk utvecklare",
                ],
                [
                    "Du handlägger ärenden i Ladok.",
                    "Du ger råd till blivande studenter.",
                    "Du bereder underlag till utbildningsnämnden.",
                ],
            ),
            "Bibliotek och IT": (
                ["Bibliotekarie", "IT-tekniker", "Systemförvaltare", "Medietekniker"],
                [
                    "Du arbetar i informationsdisken.",
                    "Du förvaltar lärplattformen.",
                    "Du stödjer lärare i hybridundervisning.",
                ],
            ),
            "Ekonomi och personal": (
                ["Projektekonom", "Personalhandläggare", "Löneadministratör"],
                [
                    "Du följer upp externa projekt.",
                    "Du stödjer chefer i rekrytering.",
                    "Du medverkar i bokslut.",
                ],
            ),
        },
    ),
}
# no new background seat in these days
QUIET = {
    "cadrezzo": [("2027-09-08", "2028-01-31")],
    "lyngvad": [("2027-12-20", "2028-01-02"), ("2028-01-10", "2028-01-31")],
    "tallbacka": [("2027-07-12", "2027-07-30")],
}
# (day from, day to, share that goes): what stood before `from` and would have stayed is taken down in these days
CULL = {
    "cadrezzo": [("2027-09-21", "2027-10-01", 0.75)],
    "lyngvad": [("2028-01-11", "2028-01-13", 0.8)],
}
# days without any answer from the board: nothing may begin or end on them
SHUT = {
    "oxbow-prairie": ["2027-05-10", "2027-05-11", "2027-09-01"],
    "dunmarrow": ["2027-03-25", "2027-10-07"],
    "quellhorn": ["2027-04-28", "2027-11-23"],
    "vauclairon": ["2027-05-25", "2027-05-26", "2027-05-27", "2028-01-05"],
    "klaverdam": ["2027-04-19", "2027-08-03"],
    "cadrezzo": ["2027-07-14", "2027-07-15"],
    "lyngvad": ["2027-07-06", "2027-11-18"],
    "tallbacka": ["2027-06-09", "2027-12-07"],
}


def seats(slug):
    language, size, (short, long), places, trades = FIRMS[slug]
    rng = random.Random("eighth " + slug)
    openings, closings = WORDS[language]
    quiet = [tuple(map(dt.date.fromisoformat, q)) for q in QUIET.get(slug, [])]
    shut = {dt.date.fromisoformat(d) for d in SHUT.get(slug, [])}

    def working(day):
        while day.weekday() > 4 or day in shut:
            day += dt.timedelta(1)
        return day

    rows, n = [], 0
    for _line in range(size):  # each line of seats: one after another, a gap between
        day = FIRST if rng.random() < 0.85 else working(FIRST + dt.timedelta(rng.randint(1, 30)))
        while day <= LAST:
            if not any(a <= day <= b for a, b in quiet):
                stay = rng.randint(short, long)
                n += 1
                department = rng.choice(sorted(trades))
                titles, duties = trades[department]
                title, where = rng.choice(titles), rng.choice(places)
                parts = [rng.choice(openings).format(t=title, d=department, p=where)]
                parts += rng.sample(duties, min(len(duties), rng.randint(1, 3)))
                parts += rng.sample(closings, rng.randint(2, 6))
                until = working(day + dt.timedelta(stay if day > FIRST else rng.randint(4, long)))
                for a, b, share in CULL.get(slug, []):
                    a, b = dt.date.fromisoformat(a), dt.date.fromisoformat(b)
                    if day < a and until > b and rng.random() < share:
                        until = working(a + dt.timedelta(rng.randint(0, (b - a).days)))
                rows.append(
                    {
                        "key": f"bg{n}",
                        "title": title,
                        "department": department,
                        "place": where,
                        "from": str(day),
                        "to": str(until) if until <= LAST else None,
                        "text": " ".join(parts),
                    }
                )
                day = until
            day = working(day + dt.timedelta(rng.randint(2, 21)))
    return sorted(rows, key=lambda r: (r["from"], r["key"]))


if __name__ == "__main__":
    for row in seats(sys.argv[1]):
        print(json.dumps(row, ensure_ascii=False))
