"""Draws the background seats of the tenth year: python3 make_background.py OUT_DIR

One file a firm, one line a seat: from, to (days, "" for still up at the end), title, place, department, contract, text.
Seeded; knows nothing of what is planted. No seat lies in a department of a user's. Nine in ten begin with the firm's
own paragraph. Seats come at a steady pace with a little jitter, fewer in the quiet weeks of each country, and stay
three to eleven weeks; vauloire draws none in the fortnight before its plan is announced, nor after.
"""

import datetime
import json
import pathlib
import random
import sys

FIRST, LAST = datetime.date(2029, 2, 5), datetime.date(2030, 2, 3)
QUIET = {
    "us": [("2029-12-17", "2030-01-02", 0.6)],
    "uk": [("2029-08-06", "2029-08-24", 0.7), ("2029-12-17", "2030-01-04", 0.1)],
    "no": [("2029-07-02", "2029-08-03", 0.2), ("2029-12-17", "2030-01-02", 0.1)],
    "at": [("2029-07-23", "2029-08-24", 0.6), ("2029-12-17", "2030-01-07", 0.1)],
    "nl": [("2029-07-16", "2029-08-17", 0.5), ("2029-12-17", "2030-01-04", 0.2)],
    "ca": [("2029-12-17", "2030-01-04", 0.4)],
    "es": [("2029-08-01", "2029-08-31", 0.15), ("2029-12-20", "2030-01-07", 0.2)],
    "fr": [("2029-07-23", "2029-08-24", 0.2)],
}

FIRMS = {
    "hollinrake": {
        "about": "Hollinrake Skeat is a law firm of 210 partners and just over 1,100 people, with offices in Leeds, Manchester and London. Our clients are landlords, lenders, housebuilders, universities and the odd football club. We are big enough to have our own library and small enough to know who is in it.",
        "seed": 1001,
        "quiet": "uk",
        "rate": 3.0,
        "places": ["Leeds", "Leeds", "Manchester", "London"],
        "contract": ["Permanent", "Permanent", "Permanent", "Fixed term"],
        "seats": {
            "Fee Earners": (
                [
                    "Solicitor, Banking (2 to 4 PQE)",
                    "Senior Associate, Employment",
                    "Associate, Corporate",
                    "Solicitor, Clinical Negligence Defence",
                    "Associate, Tax",
                    "Costs Draftsperson",
                    "Solicitor, Private Wealth",
                    "Senior Associate, Insolvency",
                ],
                [
                    "You will run matters with a partner's door open next to you.",
                    "Your clients will be banks, councils and owner-managed companies.",
                    "You will draft, negotiate and close.",
                    "You will go to court now and then and enjoy it.",
                    "Chargeable time is 1,420 hours.",
                    "You will bring on a trainee.",
                ],
            ),
            "Legal Operations": (
                [
                    "Legal Secretary",
                    "Document Production Specialist",
                    "Paralegal, Disputes",
                    "Team Coordinator",
                    "Conflicts Analyst",
                ],
                [
                    "You will support three lawyers and keep their diaries human.",
                    "You will turn round amended documents the same day.",
                    "You will bundle, index and file with the court.",
                    "You will clear new clients against the register.",
                ],
            ),
            "Finance": (
                [
                    "Billing Executive",
                    "Legal Cashier",
                    "Credit Controller",
                    "Pricing Analyst",
                    "Management Accountant",
                ],
                [
                    "You will raise bills that partners recognise.",
                    "You will post client money correctly, always.",
                    "You will chase politely and often.",
                    "You will report on work in progress by the third day.",
                ],
            ),
            "Business Services": (
                [
                    "Front of House Assistant",
                    "Bid Executive",
                    "HR Adviser",
                    "IT Service Desk Analyst",
                    "Marketing Manager, Real Assets",
                    "Facilities Assistant",
                    "Learning Adviser",
                ],
                [
                    "You will look after two floors and everyone who visits them.",
                    "You will write tenders against short deadlines.",
                    "You will answer 40 calls a day.",
                    "You will plan events for clients.",
                    "You will advise managers on absence and grievance.",
                ],
            ),
        },
        "open": [
            "Hollinrake Skeat is looking for a {t} in {p}.",
            "An opportunity has come up for a {t} to join {d} in our {p} office.",
            "{t}, {p}. This is a busy and friendly team.",
        ],
        "need": [
            "Law firm experience is preferred.",
            "You are organised and discreet.",
            "A relevant qualification or the equivalent in practice.",
            "You write clearly.",
            "You can work under pressure without passing it on.",
        ],
        "close": [
            "Hybrid working.",
            "27 days' holiday.",
            "Please apply online.",
            "No agencies, please.",
            "We are a real living wage employer.",
            "Flexible hours will be considered.",
        ],
    },
    "nordvarde": {
        "about": "Nordvarde bygger og drifter mobil- og fibernett fra Lindesnes til Vardø. Vi er 1 350 ansatte, de fleste i Trondheim, Oslo og Tromsø, og mange av oss har stått på et fjell i februar og ventet på et helikopter. Nettet skal virke når det virkelig gjelder, også der det bare bor elleve mennesker.",
        "seed": 1002,
        "quiet": "no",
        "rate": 3.3,
        "closes": True,
        "places": ["Trondheim", "Trondheim", "Oslo", "Oslo", "Tromsø", "Bergen"],
        "contract": ["Fast", "Fast", "Fast", "Vikariat"],
        "seats": {
            "Kundesenter": (
                [
                    "Kunderådgiver bredbånd",
                    "Teamleder kundesenter",
                    "Kundekonsulent bedrift",
                    "Chatrådgiver kveld",
                ],
                [
                    "Du svarer kunder på telefon og chat.",
                    "Du løser de fleste saker med en gang.",
                    "Du gir beskjed når mange spør om det samme.",
                    "Du følger opp klager til de er lukket.",
                ],
            ),
            "IT og plattform": (
                [
                    "Systemutvikler Java",
                    "Plattformutvikler Kubernetes",
                    "Produkteier fakturering",
                    "Testleder",
                    "Dataplattformutvikler",
                    "Sikkerhetsanalytiker SOC",
                ],
                [
                    "Du utvikler systemene som kundene ikke ser.",
                    "Du jobber i et team på sju.",
                    "Du deler vakt med fem andre.",
                    "Du rydder i det som er gammelt.",
                    "Du setter ting i drift hver dag.",
                ],
            ),
            "Transmisjon og kjerne": (
                [
                    "Nettverksingeniør IP/MPLS",
                    "Driftsingeniør kjernenett",
                    "Prosjektleder sjøkabel",
                    "Kraftingeniør telekom",
                ],
                [
                    "Du konfigurerer og dokumenterer ruter og svitsjer.",
                    "Du planlegger vedlikehold om natta.",
                    "Du følger opp leverandører.",
                    "Du regner på batteri og strøm.",
                ],
            ),
            "Salg bedrift": (
                [
                    "Key Account Manager offentlig",
                    "Løsningssalg IoT",
                    "Salgsstøtte",
                    "Tilbudsansvarlig",
                ],
                [
                    "Du besøker kommuner og helseforetak.",
                    "Du skriver tilbud på anbud.",
                    "Du bygger en portefølje fra bunnen.",
                    "Du forhandler rammeavtaler.",
                ],
            ),
            "Stab": (
                [
                    "Regnskapsmedarbeider",
                    "HR-rådgiver",
                    "Jurist personvern",
                    "Innkjøper",
                    "Kommunikasjonsrådgiver",
                ],
                [
                    "Du avslutter måneden på fire dager.",
                    "Du rådgir ledere i personalsaker.",
                    "Du skriver slik at folk forstår.",
                    "Du forhandler avtaler med leverandører.",
                ],
            ),
        },
        "open": [
            "Nordvarde søker {t} i {p}.",
            "Vil du bli vår nye {t}? Arbeidssted {p}.",
            "Til {d} i {p} trenger vi en {t}.",
        ],
        "need": [
            "Du har relevant utdanning eller erfaring.",
            "Du er strukturert og har godt humør.",
            "Gode norskkunnskaper.",
            "Erfaring fra telekom er en fordel.",
            "Førerkort klasse B.",
        ],
        "close": [
            "Fleksibel arbeidstid.",
            "Fri telefon og bredbånd.",
            "Søk via lenken.",
            "Vi vurderer søkere fortløpende.",
            "God pensjonsordning.",
            "Tiltredelse etter avtale.",
        ],
    },
    "murstetten": {
        "about": "Die Murstetten Papier AG erzeugt seit 1888 Zeitungsdruck- und Wellpappenrohpapier, heute mit 720 Beschäftigten an den Standorten Murstetten bei Leoben und Reichental in Kärnten. Zwei Papiermaschinen laufen rund um die Uhr, und was sie brauchen, machen wir zum guten Teil selbst: Dampf, Strom und Geduld.",
        "seed": 1003,
        "quiet": "at",
        "rate": 1.7,
        "places": ["Murstetten", "Murstetten", "Murstetten", "Reichental"],
        "contract": ["Vollzeit", "Vollzeit", "Vollzeit", "Teilzeit"],
        "seats": {
            "Instandhaltung": (
                [
                    "Schlosser:in (m/w/d)",
                    "Elektriker:in Schicht (m/w/d)",
                    "Messtechniker:in (m/w/d)",
                    "Instandhaltungsplaner:in (m/w/d)",
                    "Schweißer:in (m/w/d)",
                ],
                [
                    "Sie warten Pumpen, Antriebe und Walzen.",
                    "Sie beheben Störungen bei Tag und Nacht.",
                    "Sie planen den Stillstand mit.",
                    "Sie führen Aufzeichnungen, die der nächsten Schicht helfen.",
                ],
            ),
            "Produktion": (
                [
                    "Stoffaufbereiter:in (m/w/d)",
                    "Rollenschneider:in (m/w/d)",
                    "Verfahrenstechniker:in Papier (m/w/d)",
                    "Schichtleiter:in PM 1 (m/w/d)",
                ],
                [
                    "Sie überwachen die Anlage von der Warte aus.",
                    "Sie ziehen Proben und reagieren auf Abweichungen.",
                    "Sie senken Abrisse und Ausschuss.",
                    "Sie führen zwölf Personen.",
                ],
            ),
            "Labor & Qualität": (
                [
                    "Laborant:in (m/w/d)",
                    "Qualitätstechniker:in (m/w/d)",
                    "Reklamationsbearbeiter:in (m/w/d)",
                ],
                [
                    "Sie prüfen Festigkeit, Feuchte und Farbe.",
                    "Sie sprechen mit Druckereien über ihre Sorgen.",
                    "Sie pflegen Prüfpläne.",
                ],
            ),
            "Einkauf & Logistik": (
                [
                    "Disponent:in Altpapier (m/w/d)",
                    "Staplerfahrer:in (m/w/d)",
                    "Versandmitarbeiter:in (m/w/d)",
                    "Einkäufer:in Ersatzteile (m/w/d)",
                ],
                [
                    "Sie disponieren sechzig Lkw am Tag.",
                    "Sie verladen Rollen auf Bahn und Straße.",
                    "Sie holen Angebote ein und vergleichen.",
                    "Sie halten das Lager in Ordnung.",
                ],
            ),
            "Verwaltung": (
                [
                    "Buchhalter:in (m/w/d)",
                    "Personalverrechner:in (m/w/d)",
                    "SAP-Betreuer:in (m/w/d)",
                    "Assistenz Werksleitung (m/w/d)",
                    "Controller:in (m/w/d)",
                ],
                [
                    "Sie arbeiten in einem Team von sechs.",
                    "Sie rechnen 720 Personen ab.",
                    "Sie betreuen die Module MM und PM.",
                    "Sie bereiten Sitzungen vor und nach.",
                ],
            ),
        },
        "open": [
            "Für unser Werk in {p} suchen wir: {t}.",
            "Wir verstärken den Bereich {d} in {p}: {t}.",
            "{t}, Dienstort {p}.",
        ],
        "need": [
            "Abgeschlossene Ausbildung im Fach.",
            "Zwei Jahre Erfahrung.",
            "Bereitschaft zur Schicht, wo nötig.",
            "Teamgeist und Genauigkeit.",
            "Gute Deutschkenntnisse.",
        ],
        "close": [
            "Entgelt nach Kollektivvertrag Papierindustrie.",
            "Werkskantine und Parkplatz.",
            "Bewerbung über das Formular.",
            "Eintritt ab sofort.",
            "Wir freuen uns auf Sie.",
        ],
    },
    "havenlicht": {
        "about": "Museum Havenlicht in Vlissingen vertelt over varen, vissen, vluchten en wachten op wie terugkomt. We beheren 61.000 voorwerpen, van scheepsmodellen tot een complete stuurhut, werken met 58 mensen en honderdtwintig vrijwilligers, en ontvangen per jaar zo'n 140.000 bezoekers, meestal met nat haar.",
        "seed": 1004,
        "quiet": "nl",
        "rate": 0.6,
        "closes": True,
        "places": ["Vlissingen", "Vlissingen", "Middelburg"],
        "contract": ["Onbepaalde tijd", "Bepaalde tijd", "Bepaalde tijd"],
        "seats": {
            "Publiek & Evenementen": (
                [
                    "Medewerker balie",
                    "Museumdocent",
                    "Projectleider tentoonstellingen",
                    "Medewerker reserveringen",
                    "Marketeer",
                    "Coördinator vrijwilligers",
                ],
                [
                    "Je ontvangt gezinnen, klassen en schippers.",
                    "Je maakt programma's voor scholen.",
                    "Je bewaakt planning en budget.",
                    "Je schrijft voor de nieuwsbrief.",
                    "Je staat ook wel eens in het weekend klaar.",
                ],
            ),
            "Bedrijfsvoering": (
                [
                    "Medewerker financiële administratie",
                    "Hoofd beveiliging en gebouw",
                    "Technisch medewerker",
                    "Secretaresse directie",
                    "Fondsenwerver",
                ],
                [
                    "Je boekt facturen en maakt de maandcijfers.",
                    "Je onderhoudt installaties en deuren.",
                    "Je regelt de agenda van twee directeuren.",
                    "Je schrijft aanvragen aan fondsen.",
                ],
            ),
        },
        "open": [
            "Museum Havenlicht zoekt een {t} in {p}.",
            "Voor {d} zoeken we in {p} een {t}.",
            "Word jij onze {t}?",
        ],
        "need": [
            "Je hebt mbo- of hbo-niveau.",
            "Je werkt zelfstandig en graag samen.",
            "Ervaring in een museum is mooi meegenomen.",
            "Je spreekt een woordje over de grens.",
        ],
        "close": [
            "Salaris volgens de Museum-cao.",
            "Reageren kan via de site.",
            "24 tot 32 uur in overleg.",
            "Reiskosten worden vergoed.",
            "Een gesprek volgt binnen twee weken.",
        ],
    },
    "fundycape": {
        "about": "The Fundy and Cape Airports Authority looks after two airports, at Moncton, New Brunswick and Sydney, Nova Scotia. We are a not-for-profit, 390 people, and on a good day 3,400 passengers an hour do not notice us. On a bad day, usually in February, they notice everything, and we are proud of how those days go.",
        "seed": 1005,
        "quiet": "ca",
        "rate": 2.2,
        "places": ["Moncton, NB", "Moncton, NB", "Sydney, NS"],
        "contract": [
            "Regular full time",
            "Regular full time",
            "Regular full time",
            "Term",
            "Part time",
        ],
        "seats": {
            "Airfield Operations": (
                [
                    "Heavy Equipment Mechanic",
                    "Airfield Electrician",
                    "Duty Manager, Airfield",
                    "Field Maintenance Operator",
                    "Wildlife Control Officer",
                ],
                [
                    "You maintain ploughs, sweepers and trucks.",
                    "You keep the lights and signs working.",
                    "You inspect runways and report conditions.",
                    "You work rotating shifts, holidays included.",
                ],
            ),
            "Terminal & Commercial": (
                [
                    "Guest Services Ambassador",
                    "Parking Supervisor",
                    "Commercial Leasing Officer",
                    "Custodian, Nights",
                    "Marketing Specialist",
                    "Baggage Systems Technician",
                ],
                [
                    "You welcome travellers in both official languages.",
                    "You look after tenants and their leases.",
                    "You keep 2,100 parking spaces turning over.",
                    "You keep the terminal clean overnight.",
                ],
            ),
            "Infrastructure & Planning": (
                [
                    "Project Manager, Civil",
                    "HVAC Technician",
                    "GIS Technician",
                    "Construction Inspector",
                    "Building Systems Supervisor",
                ],
                [
                    "You deliver pavement and drainage projects.",
                    "You keep boilers and chillers running.",
                    "You maintain drawings and maps of two sites.",
                    "You watch contractors and sign for quantities.",
                ],
            ),
            "Corporate Services": (
                [
                    "Payroll and Benefits Advisor",
                    "Accounts Payable Clerk",
                    "Network Administrator",
                    "Executive Assistant",
                    "Procurement Officer",
                    "Communications Advisor",
                ],
                [
                    "You pay 390 people every second Thursday.",
                    "You process invoices from start to end.",
                    "You support users at both airports.",
                    "You run tenders and contracts.",
                ],
            ),
        },
        "open": [
            "The authority has an opening for a {t} in {p}.",
            "Join {d} in {p} as our next {t}.",
            "We are looking for a {t}, based in {p}.",
        ],
        "need": [
            "A related certificate, diploma or licence.",
            "Two years of similar experience.",
            "Ability to obtain a transportation security clearance.",
            "Bilingualism (English and French) is an asset.",
            "A valid driver's licence.",
        ],
        "close": [
            "Pension and benefits from day one.",
            "Open for at least ten business days.",
            "Only those selected will be contacted.",
            "We accommodate.",
            "Salary according to band.",
        ],
    },
    "almenar": {
        "about": "Construcciones Almenar es una empresa familiar de obra pública fundada en Castellón en 1961. Somos 640 personas y hacemos carreteras, depuradoras, colegios y, desde hace unos años, obra ferroviaria. Trabajamos en toda la península y en algunos proyectos fuera, casi siempre con socios que ya conocíamos.",
        "seed": 1006,
        "quiet": "es",
        "rate": 2.3,
        "places": ["Valencia", "Castellón", "Zaragoza", "Madrid", "Murcia"],
        "contract": ["Indefinido", "Indefinido", "Indefinido", "Temporal"],
        "seats": {
            "Producción": (
                [
                    "Jefe/a de obra civil",
                    "Topógrafo/a",
                    "Jefe/a de producción",
                    "Ayudante de obra",
                    "Maquinista de excavadora",
                    "Oficial de primera encofrador",
                ],
                [
                    "Dirigirás la ejecución de una obra de carretera.",
                    "Replantearás y medirás.",
                    "Llevarás la relación con la dirección facultativa.",
                    "Organizarás subcontratas y medios.",
                    "Trabajarás en desplazamiento con dietas.",
                ],
            ),
            "Calidad y Prevención": (
                [
                    "Técnico/a de prevención",
                    "Técnico/a de calidad y medio ambiente",
                    "Recurso preventivo",
                ],
                [
                    "Visitarás obras y dejarás constancia.",
                    "Prepararás planes y formación.",
                    "Llevarás ensayos y certificados.",
                ],
            ),
            "Maquinaria": (
                ["Mecánico/a de taller", "Responsable de parque", "Conductor/a de góndola"],
                [
                    "Repararás maquinaria pesada en taller y obra.",
                    "Organizarás traslados.",
                    "Controlarás el gasóleo y las revisiones.",
                ],
            ),
            "Administración de Obra": (
                [
                    "Administrativo/a de obra",
                    "Contable",
                    "Técnico/a de compras",
                    "Técnico/a de personal",
                    "Informático/a de sistemas",
                ],
                [
                    "Registrarás albaranes y facturas.",
                    "Prepararás el cierre del mes.",
                    "Pedirás precios y cerrarás contratos.",
                    "Gestionarás altas y bajas.",
                    "Darás soporte a oficinas y casetas.",
                ],
            ),
        },
        "open": [
            "Almenar incorpora {t} en {p}.",
            "Buscamos {t} para nuestra delegación de {p}.",
            "{t} en {p}, área de {d}.",
        ],
        "need": [
            "Experiencia mínima de tres años.",
            "Carné de conducir B.",
            "Titulación acorde con el puesto.",
            "Disponibilidad para viajar.",
            "Seriedad y compañerismo.",
        ],
        "close": [
            "Sueldo según convenio mejorado.",
            "Incorporación inmediata.",
            "Jornada intensiva en verano.",
            "Envíanos tu currículum por esta página.",
            "Formación a cargo de la empresa.",
        ],
    },
    "vauloire": {
        "about": "Vauloire Semences est une maison de sélection indépendante, née en 1934 dans une grange près de Saumur. Nos 260 collègues créent, multiplient et vendent des variétés de tournesol, de colza et de maïs en France et dans douze pays. Une variété nous prend neuf ans ; nous aimons donc les gens qui restent.",
        "seed": 1007,
        "quiet": "fr",
        "rate": 1.7,
        "until": "2029-11-09",
        "places": ["Saumur", "Saumur", "Bourges", "Auch"],
        "contract": ["CDI", "CDI", "CDI", "CDD"],
        "seats": {
            "Production de semences": (
                [
                    "Technicien·ne de production",
                    "Responsable silo",
                    "Chef d'équipe conditionnement",
                    "Conducteur·rice de ligne",
                    "Inspecteur·rice de cultures",
                ],
                [
                    "Vous suivez les agriculteurs multiplicateurs.",
                    "Vous réglez nettoyeurs et calibreurs.",
                    "Vous préparez la récolte.",
                    "Vous encadrez huit personnes.",
                ],
            ),
            "Commercial": (
                [
                    "Assistant·e administration des ventes",
                    "Chef·fe de marché export",
                    "Chargé·e de communication",
                ],
                [
                    "Vous traitez les commandes de quinze pays.",
                    "Vous visitez distributeurs et foires.",
                    "Vous rédigez le catalogue.",
                ],
            ),
            "Expérimentation": (
                [
                    "Technicien·ne d'essais maïs",
                    "Chauffeur·se de moissonneuse d'essais",
                    "Responsable de station",
                ],
                [
                    "Vous semez, notez et récoltez.",
                    "Vous entretenez le matériel l'hiver.",
                    "Vous gérez une station de quarante hectares.",
                ],
            ),
            "Laboratoire": (
                [
                    "Technicien·ne analyse de semences",
                    "Technicien·ne marquage moléculaire",
                    "Responsable qualité laboratoire",
                ],
                [
                    "Vous faites les tests de germination.",
                    "Vous extrayez de l'ADN par plaques entières.",
                    "Vous tenez l'accréditation.",
                ],
            ),
            "Fonctions support": (
                [
                    "Comptable",
                    "Gestionnaire de paie",
                    "Technicien·ne informatique",
                    "Acheteur·se",
                    "Responsable sécurité et environnement",
                ],
                [
                    "Vous clôturez en cinq jours.",
                    "Vous accompagnez quatre sites.",
                    "Vous répondez aux utilisateurs.",
                    "Vous négociez sacs, produits et transports.",
                ],
            ),
        },
        "open": [
            "Vauloire Semences recrute à {p} : {t}.",
            "Pour renforcer {d} à {p}, nous cherchons : {t}.",
            "{t}, poste basé à {p}.",
        ],
        "need": [
            "Formation adaptée ou expérience équivalente.",
            "Deux ans d'expérience.",
            "Permis B.",
            "Goût du terrain et des saisons.",
            "Rigueur et bonne humeur.",
        ],
        "close": [
            "Intéressement et mutuelle.",
            "Poste à pourvoir dès que possible.",
            "Candidature sur cette page.",
            "Treizième mois.",
            "Poste ouvert à toutes et à tous.",
        ],
    },
    "skerrypoint": {
        "about": "Skerry Point Aquarium sits at the end of a wharf in Portland, Maine, and keeps eleven thousand animals that mostly come from the bay outside its windows. We are a nonprofit of 185 staff and 400 volunteers. Half a million people visit each year, every Maine fourth grader for free, because somebody gave the money for it.",
        "seed": 1008,
        "quiet": "us",
        "rate": 1.9,
        "places": ["Portland, ME", "Portland, ME", "Portland, ME", "Boothbay Harbor, ME"],
        "contract": ["Full-time", "Full-time", "Part-time", "Temporary"],
        "seats": {
            "Animal Care": (
                [
                    "Aquarist, Cold Water",
                    "Aquarist, Tropical",
                    "Veterinary Technician",
                    "Seal Trainer",
                    "Animal Rescue Responder",
                    "Water Quality Technician",
                ],
                [
                    "You feed, clean and observe.",
                    "You dive twice a week.",
                    "You keep records that a vet can use.",
                    "You talk with visitors at the glass.",
                    "You answer the stranding line.",
                ],
            ),
            "Education": (
                [
                    "School Programs Educator",
                    "Camp Lead, Summer",
                    "Exhibit Interpreter",
                    "Curriculum Developer",
                ],
                [
                    "You teach fourth graders about tide pools.",
                    "You lead groups of twelve.",
                    "You write lessons teachers will use.",
                    "You work with volunteers.",
                ],
            ),
            "Operations": (
                [
                    "Life Support Operator",
                    "Facilities Mechanic",
                    "Security Officer",
                    "Exhibit Fabricator",
                    "Custodian",
                ],
                [
                    "You keep pumps and filters running around the clock.",
                    "You fix what salt water breaks.",
                    "You patrol after closing.",
                    "You build tanks and walls.",
                ],
            ),
            "Guest Services": (
                ["Ticketing Supervisor", "Gift Shop Associate", "Events Setup Crew"],
                [
                    "You open the doors at nine.",
                    "You balance the drawers.",
                    "You set up for weddings.",
                ],
            ),
            "Finance & People": (
                [
                    "Staff Accountant",
                    "HR Generalist",
                    "Payroll Specialist",
                    "IT Support Specialist",
                    "Volunteer Coordinator",
                ],
                [
                    "You reconcile six accounts.",
                    "You welcome new people and say goodbye to others.",
                    "You help with laptops and scanners.",
                    "You schedule four hundred volunteers.",
                ],
            ),
        },
        "open": [
            "Skerry Point Aquarium is hiring a {t} in {p}.",
            "We are looking for a {t} to join {d}.",
            "{t}, {p}: come and work beside the bay.",
        ],
        "need": [
            "One to three years in a similar role.",
            "A degree or equivalent experience.",
            "You can lift forty pounds.",
            "You are kind to animals and people.",
            "Weekend availability.",
        ],
        "close": [
            "Full benefits for full-time staff.",
            "Apply with a résumé.",
            "Pay depends on experience.",
            "Free admission for your family.",
            "Equal opportunity employer.",
        ],
    },
}


def workday(day):
    while day.weekday() > 4:
        day += datetime.timedelta(1)
    return day


def seat(r, c, deck):
    if not deck:
        deck.extend((d, t) for d, (titles, _) in c["seats"].items() for t in titles)
        r.shuffle(deck)
    d, t = deck.pop()
    p = r.choice(c["places"])
    duties = r.sample(c["seats"][d][1], min(len(c["seats"][d][1]), r.randint(2, 4)))
    words = [r.choice(c["open"]).format(t=t, p=p, d=d)]
    words += duties + r.sample(c["need"], r.randint(1, 3)) + r.sample(c["close"], r.randint(1, 4))
    return {
        "title": t,
        "place": p,
        "department": d,
        "contract": r.choice(c["contract"]),
        "text": (c["about"] + "\n\n" if r.random() < 0.9 else "") + " ".join(words),
    }


def year(slug):
    c = FIRMS[slug]
    r = random.Random(c["seed"])
    deck, out = [], []
    stop = datetime.date.fromisoformat(c.get("until", LAST.isoformat()))
    week = FIRST - datetime.timedelta(weeks=11)
    owed = 0.0
    while week <= stop:
        slow = 1.0
        for a, b, f in QUIET[c["quiet"]]:
            if a <= week.isoformat() <= b:
                slow = f
        owed += c["rate"] * slow * r.uniform(0.8, 1.2)
        while owed >= 1:
            owed -= 1
            start = workday(week + datetime.timedelta(r.randint(0, 4)))
            end = workday(
                start
                + datetime.timedelta(
                    r.choice([21, 28, 30, 35, 40, 45, 55, 63, 77]) + r.randint(0, 4)
                )
            )
            s = seat(r, c, deck)
            if end > FIRST and start <= stop:
                out.append(
                    {"from": start.isoformat(), "to": "" if end > LAST else end.isoformat(), **s}
                )
        week += datetime.timedelta(7)
    if "closes" in c:
        for s in out:
            if s["to"] and r.random() < 0.85:
                s["closes"] = s["to"]
    return out


if __name__ == "__main__":
    where = pathlib.Path(sys.argv[1])
    where.mkdir(exist_ok=True)
    for slug in FIRMS:
        with (where / f"{slug}.jsonl").open("w") as f:
            for s in year(slug):
                f.write(json.dumps(s, ensure_ascii=False) + "\n")
