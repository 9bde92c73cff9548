"""Draws the background seats of the ninth year: python3 make_background.py OUT_DIR

One file a firm, one line a seat: from, to (days, "" for still up at the end), title, place, department, contract, text.
Seeded; knows nothing of what is planted. No seat lies in a department of a user's, and where a board gives no
department (combelongue) none is of the user's craft. Seats come at a steady pace with a little jitter, fewer in the
quiet weeks of each country, and stay three to eleven weeks.
"""

import datetime
import json
import pathlib
import random
import sys

FIRST, LAST = datetime.date(2028, 2, 1), datetime.date(2029, 1, 31)
QUIET = {
    "us": [("2028-12-20", "2029-01-03", 0.7)],
    "uk": [("2028-08-07", "2028-08-25", 0.7), ("2028-12-18", "2029-01-05", 0.1)],
    "ie": [("2028-08-01", "2028-08-20", 0.7), ("2028-12-18", "2029-01-05", 0.1)],
    "au": [("2028-12-18", "2029-01-16", 0.15)],
    "de": [("2028-07-24", "2028-08-25", 0.6), ("2028-12-18", "2029-01-05", 0.1)],
    "fr": [("2028-07-17", "2028-08-28", 0.15), ("2028-12-18", "2029-01-05", 0.1)],
    "pt": [("2028-08-01", "2028-08-28", 0.3), ("2028-12-18", "2029-01-03", 0.2)],
    "nl": [("2028-07-17", "2028-08-18", 0.6), ("2028-12-20", "2029-01-03", 0.2)],
}

FIRMS = {
    "tamarack-basin": {
        "seed": 901,
        "quiet": "us",
        "rate": 5.6,
        "places": [
            "Boise, ID",
            "Boise, ID",
            "Meridian, ID",
            "Twin Falls, ID",
            "Nampa, ID",
            "Ontario, OR",
        ],
        "contract": ["Full time", "Full time", "Full time", "Part time", "Per diem"],
        "seats": {
            "Nursing": (
                [
                    "Registered Nurse, Medical/Surgical",
                    "Registered Nurse, Emergency Department",
                    "Registered Nurse, ICU",
                    "Charge Nurse, Labor and Delivery",
                    "Certified Nursing Assistant",
                    "Licensed Practical Nurse, Clinic",
                    "Nurse Manager, Telemetry",
                    "House Supervisor, Nights",
                    "Registered Nurse, Operating Room",
                ],
                [
                    "You care for four to five patients a shift.",
                    "You round with the hospitalist each morning.",
                    "You precept new graduates twice a year.",
                    "You chart at the bedside and hand over in person.",
                    "You answer call lights and keep families informed.",
                ],
            ),
            "Imaging": (
                [
                    "CT Technologist",
                    "MRI Technologist",
                    "Mammography Technologist",
                    "Radiology Scheduler",
                    "Sonographer",
                ],
                [
                    "You position patients and run protocols.",
                    "You keep the contrast log.",
                    "You take call one weekend in five.",
                    "You book outpatient studies with four referring clinics.",
                ],
            ),
            "Laboratory": (
                [
                    "Medical Laboratory Scientist",
                    "Phlebotomist",
                    "Histotechnician",
                    "Lab Courier",
                    "Microbiology Lead",
                ],
                [
                    "You draw blood on early rounds.",
                    "You run quality controls before the first batch.",
                    "You release results and phone critical values.",
                    "You keep reagents in date.",
                ],
            ),
            "Rehabilitation": (
                [
                    "Physical Therapist",
                    "Occupational Therapist",
                    "Speech Language Pathologist",
                    "PT Assistant",
                    "Rehab Aide",
                ],
                [
                    "You see eight to ten patients a day.",
                    "You write plans of care and discharge summaries.",
                    "You visit swing bed patients in the afternoon.",
                    "You fit braces and walkers.",
                ],
            ),
            "Facilities & Food": (
                [
                    "Environmental Services Tech",
                    "Cook",
                    "HVAC Mechanic",
                    "Groundskeeper",
                    "Dietary Aide",
                    "Security Officer",
                ],
                [
                    "You clean patient rooms to protocol.",
                    "You plate 300 trays a meal.",
                    "You answer work orders by priority.",
                    "You check boilers and chillers on rounds.",
                    "You clear snow before six.",
                ],
            ),
            "Revenue Cycle": (
                [
                    "Inpatient Coder",
                    "Patient Account Representative",
                    "Charge Analyst",
                    "Registration Clerk",
                    "Denials Specialist",
                ],
                [
                    "You code from the record and query physicians.",
                    "You verify coverage before the visit.",
                    "You work a queue of unpaid claims.",
                    "You explain statements to patients over the phone.",
                ],
            ),
            "Information Technology": (
                [
                    "Desktop Support Technician",
                    "Network Engineer",
                    "Integration Analyst",
                    "Service Desk Lead",
                ],
                [
                    "You image and swap devices.",
                    "You keep wireless up in five buildings.",
                    "You map interfaces between systems.",
                    "You run the morning ticket huddle.",
                ],
            ),
        },
        "open": [
            "Tamarack Basin Health has an opening for a {t} in {p}.",
            "Join our {d} team in {p} as a {t}.",
            "{t} needed, {p}. You will be part of {d}.",
        ],
        "need": [
            "High school diploma or equivalent; experience preferred.",
            "Current Idaho license or certification where the job calls for one.",
            "BLS within thirty days of hire.",
            "One year in a similar job, or good schooling and the will to learn.",
            "Two references from recent supervisors.",
        ],
        "close": [
            "Shift differentials apply after 6 p.m.",
            "We drug test all new hires.",
            "Relocation help may be available.",
            "Benefits start on the first of the month after hire.",
            "Sign-on bonus for full-time nights.",
            "We are an equal opportunity employer, including veterans and people with disabilities.",
            "Pay is set by years of experience.",
        ],
    },
    "wyremarch": {
        "seed": 902,
        "quiet": "uk",
        "rate": 2.3,
        "places": ["Shrewsbury", "Hereford", "Worcester", "Birmingham", "Crewe", "Wolverhampton"],
        "contract": ["Permanent", "Permanent", "Permanent", "Fixed term"],
        "seats": {
            "Stations": (
                [
                    "Station Customer Assistant",
                    "Gateline Assistant",
                    "Duty Station Manager",
                    "Ticket Office Clerk",
                    "Mobility Assistance Host",
                ],
                [
                    "You sell tickets and give plain answers.",
                    "You dispatch trains safely and on time.",
                    "You help passengers on and off with the ramp.",
                    "You keep the station tidy and the screens right.",
                ],
            ),
            "On Train": (
                ["Conductor", "Catering Host", "Revenue Protection Officer", "Conductor Manager"],
                [
                    "You look after passengers and check tickets.",
                    "You make clear announcements when things go wrong.",
                    "You work a trolley on the longer runs.",
                    "You coach twenty-five colleagues.",
                ],
            ),
            "Fleet": (
                [
                    "Fleet Technician",
                    "Train Presentation Cleaner",
                    "Depot Shift Production Manager",
                    "Stores Controller",
                    "Electrical Fitter",
                ],
                [
                    "You carry out exams and repairs on diesel and bi-mode units.",
                    "You clean sets in the turnaround road.",
                    "You decide what goes out in the morning.",
                    "You order parts and chase suppliers.",
                ],
            ),
            "Commercial": (
                [
                    "Marketing Executive",
                    "Fares Analyst",
                    "Social Media Adviser",
                    "Partnerships Manager",
                ],
                [
                    "You run campaigns for leisure travel.",
                    "You set advance quotas by flow.",
                    "You answer posts from early till late.",
                    "You work with tourist boards along the line.",
                ],
            ),
            "Corporate Services": (
                [
                    "Payroll Adviser",
                    "HR Business Partner",
                    "Procurement Officer",
                    "Management Accountant",
                    "Facilities Coordinator",
                ],
                [
                    "You pay 1,400 colleagues every four weeks.",
                    "You support managers with absence and casework.",
                    "You run tenders and look after contracts.",
                    "You close the period and explain it.",
                ],
            ),
        },
        "open": [
            "We're looking for a {t} at {p}.",
            "Could you be our next {t}? You'd be based at {p} with the {d} team.",
            "A vacancy has come up for a {t} in {d}, {p}.",
        ],
        "need": [
            "Customer service experience helps; a steady head matters more.",
            "You'll work shifts including weekends and bank holidays.",
            "You'll need to live within an hour of the depot.",
            "GCSEs or equivalent in English and maths.",
            "Experience in a regulated industry is useful.",
        ],
        "close": [
            "Free travel on our own services for you and discounted for your family.",
            "A medical and a drugs and alcohol test are part of every offer.",
            "We're a Disability Confident employer.",
            "Defined benefit pension.",
            "We may close early if we hear from enough people.",
            "Interviews will be held in person.",
        ],
        "closes": (14, 35),
    },
    "inchaveen": {
        "seed": 903,
        "quiet": "ie",
        "rate": 2.5,
        "places": ["Cork", "Cork", "Cork", "Limerick", "Dublin"],
        "contract": ["Permanent", "Permanent", "Permanent", "Fixed-term"],
        "seats": {
            "Manufacturing": (
                [
                    "Bioprocess Associate",
                    "Shift Lead, Cell Culture",
                    "Manufacturing Supervisor",
                    "Buffer Preparation Operator",
                    "Production Scheduler",
                ],
                [
                    "You set up single-use bags and bioreactors.",
                    "You complete batch records right first time.",
                    "You work a four-cycle shift.",
                    "You lead the daily tier meeting.",
                ],
            ),
            "Quality": (
                [
                    "QC Microbiologist",
                    "QA Specialist, Batch Release",
                    "Document Control Specialist",
                    "QC Analyst, Raw Materials",
                    "QA Validation Specialist",
                ],
                [
                    "You review batch records and close deviations.",
                    "You test water and environmental samples.",
                    "You trend results and write them up.",
                    "You get us ready for inspection every day of the year.",
                ],
            ),
            "Engineering & Facilities": (
                [
                    "Calibration Technician",
                    "Automation Engineer",
                    "Utilities Engineer",
                    "Maintenance Planner",
                    "Building Services Technician",
                ],
                [
                    "You look after clean steam and WFI.",
                    "You keep the DeltaV estate in order.",
                    "You plan shutdown work.",
                    "You fix what breaks and find out why.",
                ],
            ),
            "Supply Chain": (
                ["Materials Planner", "Warehouse Operator", "Cold Chain Specialist", "Buyer"],
                [
                    "You plan raw materials for two suites.",
                    "You receive and release goods in SAP.",
                    "You book shipments at two to eight degrees.",
                ],
            ),
            "Corporate": (
                [
                    "HR Generalist",
                    "Financial Accountant",
                    "IT Systems Administrator",
                    "Environmental Health and Safety Specialist",
                    "Site Receptionist",
                ],
                [
                    "You support a site of 380 people.",
                    "You close the month in five days.",
                    "You run audits on the floor.",
                    "You welcome visitors and contractors.",
                ],
            ),
        },
        "open": [
            "Inchaveen is hiring a {t} for {d} in {p}.",
            "We have a vacancy for a {t} based in {p}.",
            "As {t} in {p} you will join {d}.",
        ],
        "need": [
            "A degree or diploma in a relevant discipline.",
            "Two years in a GMP environment.",
            "Experience in a similar plant is an advantage.",
            "Good written English and an eye for detail.",
            "You already have the right to work in Ireland.",
        ],
        "close": [
            "Shift premium where it applies.",
            "VHI cover and a pension with a 7% company contribution.",
            "Canteen and free parking on site.",
            "Inchaveen is an equal opportunities employer.",
            "Salary depending on experience.",
            "No agencies, please.",
        ],
    },
    "kurrabilla": {
        "seed": 904,
        "quiet": "au",
        "rate": 2.7,
        "places": ["Melbourne", "Melbourne", "Sydney", "Brisbane", "Fremantle", "Adelaide"],
        "contract": ["Full-time", "Full-time", "Full-time", "Part-time"],
        "seats": {
            "Sea Freight": (
                [
                    "Import Sea Freight Operator",
                    "Export Documentation Officer",
                    "LCL Coordinator",
                    "Carrier Relations Executive",
                    "Team Leader, Sea Imports",
                ],
                [
                    "You arrange delivery orders and chase arrival notices.",
                    "You book space with carriers.",
                    "You unpack groupage with the depot.",
                    "You keep clients posted on delays.",
                ],
            ),
            "Air Freight": (
                ["Air Export Operator", "Air Import Coordinator", "Airfreight Pricing Analyst"],
                [
                    "You book uplift and issue air waybills.",
                    "You work the early roster at the airport.",
                    "You quote the same day.",
                ],
            ),
            "Transport & Warehouse": (
                [
                    "Container Truck Driver",
                    "Warehouse Supervisor",
                    "Fleet Allocator",
                    "Inventory Controller",
                    "Pick Packer",
                ],
                [
                    "You drive side loaders to and from the wharf.",
                    "You run a shift of fourteen.",
                    "You allocate forty jobs a day.",
                    "You count stock every Friday.",
                ],
            ),
            "Sales": (
                [
                    "Business Development Manager",
                    "Account Manager, Retail",
                    "Inside Sales Executive",
                ],
                [
                    "You open doors at importers who ship from Asia.",
                    "You look after twenty named accounts.",
                    "You follow up quotes by phone.",
                ],
            ),
            "Corporate": (
                [
                    "Accounts Payable Officer",
                    "Credit Controller",
                    "Payroll Officer",
                    "IT Support Analyst",
                    "WHS Advisor",
                    "Receptionist",
                ],
                [
                    "You match invoices to job files.",
                    "You pay 600 people each fortnight.",
                    "You look after laptops and scanners at six sites.",
                    "You walk the depots and talk to people.",
                ],
            ),
        },
        "open": [
            "We're after a {t} for our {p} branch.",
            "Kurrabilla is growing its {d} team in {p} and needs a {t}.",
            "{t}, {p}. Immediate start for the right person.",
        ],
        "need": [
            "Experience with CargoWise is highly regarded.",
            "A year or more in freight would be ideal.",
            "You'll need full working rights in Australia.",
            "Current driver licence.",
            "Good with people, good with deadlines.",
        ],
        "close": [
            "Onsite parking and a decent coffee machine.",
            "Salary plus super.",
            "Only shortlisted applicants will be contacted.",
            "Novated leasing and birthday leave.",
            "No agencies thanks.",
            "Police check before you start.",
        ],
    },
    "werrakom": {
        "seed": 905,
        "quiet": "de",
        "rate": 1.9,
        "places": ["Kassel", "Kassel", "Bad Hersfeld", "Eschwege", "Eisenach"],
        "contract": ["unbefristet", "unbefristet", "unbefristet", "befristet"],
        "seats": {
            "Fachverfahren": (
                [
                    "Anwendungsbetreuer:in Einwohnerwesen (m/w/d)",
                    "Anwendungsbetreuer:in Finanzwesen (m/w/d)",
                    "Produktverantwortliche:r Kfz-Zulassung (m/w/d)",
                    "Anwendungsbetreuer:in Sozialwesen (m/w/d)",
                    "Berater:in Digitale Akte (m/w/d)",
                ],
                [
                    "Sie betreuen Fachverfahren von der Einführung bis zur Ablösung.",
                    "Sie schulen Beschäftigte in Rathäusern und Landratsämtern.",
                    "Sie testen neue Versionen und begleiten den Wechsel.",
                    "Sie nehmen Anforderungen auf und klären sie mit dem Hersteller.",
                ],
            ),
            "Rechenzentrum": (
                [
                    "Systemadministrator:in Linux (m/w/d)",
                    "Netzwerkadministrator:in (m/w/d)",
                    "Storage-Administrator:in (m/w/d)",
                    "Datenbankadministrator:in (m/w/d)",
                    "Cloud-Engineer (m/w/d)",
                ],
                [
                    "Sie betreiben Server an zwei Standorten.",
                    "Sie planen Wartungsfenster und halten sie ein.",
                    "Sie arbeiten in der Rufbereitschaft mit.",
                    "Sie dokumentieren so, dass andere es nachmachen können.",
                ],
            ),
            "Kundenservice": (
                [
                    "Mitarbeiter:in Service Desk (m/w/d)",
                    "Vor-Ort-Techniker:in (m/w/d)",
                    "Kundenberater:in Kommunen (m/w/d)",
                    "Teamassistenz Kundenservice (m/w/d)",
                ],
                [
                    "Sie nehmen Anfragen an und lösen die meisten sofort.",
                    "Sie tauschen Geräte aus und bauen Arbeitsplätze auf.",
                    "Sie besuchen unsere Mitgliedskommunen regelmäßig.",
                ],
            ),
            "Verwaltung": (
                [
                    "Sachbearbeitung Vergabe (m/w/d)",
                    "Personalsachbearbeitung (m/w/d)",
                    "Controller:in (m/w/d)",
                    "Sachbearbeitung Finanzbuchhaltung (m/w/d)",
                    "Assistenz des Vorstands (m/w/d)",
                ],
                [
                    "Sie bereiten Ausschreibungen vor.",
                    "Sie betreuen rund 300 Beschäftigte.",
                    "Sie erstellen den Quartalsbericht.",
                    "Sie koordinieren Termine und Gremien.",
                ],
            ),
        },
        "open": [
            "Für unseren Bereich {d} suchen wir am Standort {p}: {t}.",
            "Wir besetzen in {p} die Stelle {t}.",
            "{t} – im Bereich {d}, Dienstort {p}.",
        ],
        "need": [
            "Sie haben eine abgeschlossene Ausbildung oder ein Studium in einem passenden Fach.",
            "Erfahrung in der öffentlichen Verwaltung ist von Vorteil.",
            "Führerschein Klasse B.",
            "Gute Deutschkenntnisse in Wort und Schrift.",
            "Sie arbeiten sorgfältig und gern mit anderen.",
        ],
        "close": [
            "Vergütung nach TVöD.",
            "30 Tage Urlaub, 24. und 31. Dezember frei.",
            "Deutschlandticket als Jobticket.",
            "Die Stelle ist grundsätzlich teilbar.",
            "Schwerbehinderte Menschen werden bei gleicher Eignung bevorzugt.",
            "Bitte bewerben Sie sich über unser Portal.",
        ],
    },
    "combelongue": {
        "seed": 906,
        "quiet": "fr",
        "rate": 0.75,
        "until": "2028-11-10",
        "places": ["Lyon", "Lyon", "Bordeaux"],
        "contract": ["CDI", "CDI", "CDI", "CDD"],
        "seats": {
            "": (
                [
                    "Architecte chef de projet (H/F)",
                    "Architecte d'intérieur (H/F)",
                    "Paysagiste concepteur (H/F)",
                    "Économiste de la construction (H/F)",
                    "Assistant(e) de direction",
                    "Dessinateur projeteur (H/F)",
                    "Conducteur de travaux OPC (H/F)",
                    "Graphiste concours (H/F)",
                    "Urbaniste (H/F)",
                    "Comptable d'agence (H/F)",
                ],
                [
                    "Vous suivez des projets de logements et d'équipements.",
                    "Vous préparez les dossiers de consultation.",
                    "Vous participez aux réunions de chantier.",
                    "Vous dialoguez avec les bureaux d'études.",
                    "Vous tenez les plannings et les tableaux de bord.",
                    "Vous rédigez les pièces écrites.",
                ],
            ),
        },
        "open": [
            "L'Atelier Combelongue recherche pour son agence de {p} : {t}.",
            "Notre agence de {p} s'étoffe : {t}.",
            "{t}, à {p}.",
        ],
        "need": [
            "Cinq ans d'expérience en agence.",
            "Une première expérience réussie.",
            "Goût du travail en équipe et du détail.",
            "Bonne maîtrise des outils de dessin.",
            "Permis B apprécié.",
        ],
        "close": [
            "Tickets restaurant, mutuelle, vélo.",
            "Merci d'envoyer CV et book.",
            "Poste à pourvoir dès que possible.",
            "Convention collective de l'architecture.",
            "Un jour de télétravail par semaine.",
        ],
    },
    "sadovale": {
        "seed": 907,
        "quiet": "pt",
        "rate": 3.1,
        "places": ["Lisboa", "Lisboa", "Setúbal", "Porto", "Évora", "Faro"],
        "contract": ["Sem termo", "Sem termo", "Sem termo", "Termo certo"],
        "seats": {
            "Rede Comercial": (
                [
                    "Gestor/a de Clientes Particulares",
                    "Gestor/a de Empresas",
                    "Assistente Comercial",
                    "Diretor/a de Balcão",
                    "Gestor/a Private",
                ],
                [
                    "Acompanha uma carteira de clientes e as suas necessidades.",
                    "Apresenta soluções de poupança e crédito.",
                    "Assegura o atendimento ao balcão.",
                    "Dinamiza a equipa e os objetivos do mês.",
                ],
            ),
            "Tecnologia": (
                [
                    "Engenheiro/a de Software Java",
                    "Analista de Sistemas",
                    "Administrador/a de Bases de Dados",
                    "Product Owner Canais Digitais",
                    "Técnico/a de Helpdesk",
                ],
                [
                    "Desenvolve os serviços da aplicação móvel.",
                    "Garante a operação das plataformas centrais.",
                    "Faz a ponte entre o negócio e o desenvolvimento.",
                    "Resolve pedidos dos balcões.",
                ],
            ),
            "Operações": (
                [
                    "Técnico/a de Meios de Pagamento",
                    "Técnico/a de Crédito Habitação",
                    "Técnico/a de Arquivo",
                    "Técnico/a de Prevenção de Fraude",
                ],
                [
                    "Trata processos do início ao fim.",
                    "Confirma documentação e escrituras.",
                    "Analisa alertas e contacta clientes.",
                    "Cumpre prazos e níveis de serviço.",
                ],
            ),
            "Financeira e Contabilidade": (
                [
                    "Técnico/a de Contabilidade",
                    "Técnico/a de Reporte Regulamentar",
                    "Controller de Gestão",
                    "Técnico/a de Tesouraria",
                ],
                [
                    "Prepara o fecho mensal.",
                    "Elabora mapas para o supervisor.",
                    "Acompanha o orçamento das direções.",
                    "Concilia contas e posições.",
                ],
            ),
            "Pessoas e Jurídico": (
                [
                    "Jurista",
                    "Técnico/a de Recrutamento",
                    "Técnico/a de Formação",
                    "Técnico/a de Compliance",
                ],
                [
                    "Emite pareceres sobre contratos.",
                    "Conduz entrevistas e acolhe quem chega.",
                    "Organiza o plano anual de formação.",
                    "Responde a pedidos das autoridades.",
                ],
            ),
        },
        "open": [
            "O Banco Vale do Sado procura {t} para {p}.",
            "Estamos a recrutar: {t}, {p}. Vai integrar a área {d}.",
            "Para reforço da área {d} em {p}, procuramos {t}.",
        ],
        "need": [
            "Licenciatura em área adequada.",
            "Experiência mínima de dois anos em função semelhante.",
            "Bom domínio de inglês.",
            "Facilidade de relação e sentido de serviço.",
            "Carta de condução.",
        ],
        "close": [
            "Seguro de saúde SAMS.",
            "Subsídio de almoço acima da média.",
            "Trabalho híbrido, dois dias em casa.",
            "Só serão contactados os candidatos selecionados.",
            "Garantimos confidencialidade.",
            "Promovemos a igualdade de oportunidades.",
        ],
    },
    "zevenmand": {
        "seed": 908,
        "quiet": "nl",
        "rate": 3.2,
        "places": ["Utrecht", "Utrecht", "Amsterdam", "Almere", "Den Bosch", "Rotterdam"],
        "contract": ["FullTime", "FullTime", "FullTime", "PartTime"],
        "seats": {
            "Tech": (
                [
                    "Backend Engineer",
                    "Frontend Engineer",
                    "Data Engineer",
                    "Product Manager App",
                    "Site Reliability Engineer",
                    "UX Designer",
                ],
                [
                    "Je bouwt aan de app en de winkelmand.",
                    "Je werkt in een team van zes.",
                    "Je zet elke week iets live.",
                    "Je houdt de nachtelijke run gezond.",
                    "Je praat met klanten voordat je tekent.",
                ],
            ),
            "Supply Chain": (
                [
                    "Forecast Analist",
                    "Transportplanner",
                    "Supply Planner Houdbaar",
                    "Routeplanner",
                    "Process Engineer Hub",
                ],
                [
                    "Je voorspelt wat er morgen gegeten wordt.",
                    "Je plant ritten over twaalf hubs.",
                    "Je stuurt leveranciers op tijd en volledigheid.",
                    "Je meet, verbetert en meet opnieuw.",
                ],
            ),
            "Bezorging": (
                ["Teamleider Hub", "Bezorger", "Hubplanner", "Runner Coach"],
                [
                    "Je rijdt elektrisch door de wijk.",
                    "Je start de dag met je ploeg.",
                    "Je maakt het rooster rond.",
                    "Je leert nieuwe collega's de route.",
                ],
            ),
            "Klantenservice": (
                [
                    "Medewerker Klantenservice",
                    "Teamcoach Klantenservice",
                    "Kwaliteitsmedewerker Contact",
                ],
                [
                    "Je helpt klanten via chat en telefoon.",
                    "Je lost het op voor het avondeten.",
                    "Je luistert gesprekken terug.",
                ],
            ),
            "Finance & People": (
                [
                    "Business Controller",
                    "Recruiter Hubs",
                    "Salarisadministrateur",
                    "Officemanager",
                    "Financial Controller",
                ],
                [
                    "Je sluit de periode in vier dagen.",
                    "Je werft tachtig mensen per maand.",
                    "Je houdt het kantoor draaiend.",
                    "Je maakt cijfers begrijpelijk.",
                ],
            ),
            "Marketing": (
                ["Contentmarketeer", "CRM Specialist", "Designer Folder en App", "Campagnemanager"],
                [
                    "Je schrijft over eten waar je trek van krijgt.",
                    "Je bedenkt acties voor trouwe klanten.",
                    "Je maakt elke week de digitale folder.",
                ],
            ),
        },
        "open": [
            "Zevenmand zoekt een {t} in {p}.",
            "Word jij onze nieuwe {t} ({p})?",
            "In ons team {d} in {p} is plek voor een {t}.",
        ],
        "need": [
            "Je hebt hbo werk- en denkniveau of bewijst dat je het kunt.",
            "Je spreekt goed Nederlands.",
            "Twee jaar ervaring is mooi, zin om te leren ook.",
            "Je houdt van eten en van tempo.",
            "Je bent op zaterdag wel eens beschikbaar.",
        ],
        "close": [
            "25 vakantiedagen en korting op je boodschappen.",
            "Reiskosten vergoed, laptop erbij.",
            "Geen cv-database, je hoort binnen een week van ons.",
            "Acquisitie stellen we niet op prijs.",
            "Pensioen vanaf dag één.",
            "Elke donderdag eten we samen.",
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
        "text": " ".join(words),
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
