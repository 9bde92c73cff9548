"""The background of the sixth year: seats that come and go and mean nothing to the user.

python3 make_background.py SLUG   prints one line a seat: key, title, department, place, from, to, text.
Seeded; the departments of the user's own cases do not appear here. What was planted, and every trap,
was written by hand and laid over these lines.
"""

import datetime as dt
import json
import random
import sys

FIRST, LAST = dt.date(2026, 2, 2), dt.date(2027, 1, 31)
PHRASES = {
    "en": (
        "You will work as {t} in our {d} team in {p}.",
        [
            "The roster is published four weeks ahead.",
            "You bring two years of practice and a calm manner.",
            "We train newcomers on the job for six weeks.",
            "A colleague who knows the place walks beside you in the first month.",
            "The work is on site.",
            "We look at every application by hand.",
        ],
    ),
    "de": (
        "Als {t} verstärken Sie unseren Bereich {d} am Standort {p}.",
        [
            "Die Einarbeitung dauert sechs Wochen.",
            "Sie bringen eine passende Ausbildung mit.",
            "Der Dienstplan steht vier Wochen im Voraus.",
            "Wir antworten innerhalb von zehn Tagen.",
            "Die Tätigkeit findet vor Ort statt.",
            "Berufserfahrung ist willkommen, aber keine Bedingung.",
        ],
    ),
    "fr": (
        "Au sein du service {d}, à {p}, vous prenez le poste : {t}.",
        [
            "Une première expérience est appréciée.",
            "Le poste est à pourvoir dès que possible.",
            "Vous aimez le travail soigné.",
            "Un jour de télétravail par semaine.",
            "Deux entretiens, pas davantage.",
        ],
    ),
    "es": (
        "Buscamos {t} para el área de {d} en {p}.",
        [
            "Ofrecemos formación inicial de cuatro semanas.",
            "Se valora experiencia previa de dos años.",
            "Jornada completa con horario continuo en verano.",
            "Respondemos a todas las candidaturas.",
            "Incorporación inmediata.",
        ],
    ),
    "nl": (
        "Als {t} werk je bij {d} in {p}.",
        [
            "Je krijgt een inwerkperiode van vijf weken.",
            "Ervaring is mooi meegenomen.",
            "Je rooster staat vier weken vooruit vast.",
            "We bellen je binnen een week terug.",
            "Reiskosten worden vergoed.",
        ],
    ),
}
# slug: language, seats at a time, places, {department: titles}
FIRMS = {
    "cedarmoor": (
        "en",
        84,
        ["Duluth, MN", "Hibbing, MN", "Superior, WI", "Cloquet, MN"],
        {
            "Nursing": [
                "Registered Nurse, Emergency",
                "Registered Nurse, Surgical Floor",
                "Licensed Practical Nurse",
                "Charge Nurse, Birth Center",
                "Nursing Assistant",
                "Nurse Practitioner, Cardiology",
            ],
            "Imaging": [
                "CT Technologist",
                "Sonographer",
                "MRI Technologist",
                "Mammography Technologist",
            ],
            "Laboratory": ["Medical Laboratory Scientist", "Phlebotomist", "Histology Technician"],
            "Pharmacy": ["Pharmacy Technician", "Staff Pharmacist"],
            "Rehabilitation": [
                "Physical Therapist",
                "Occupational Therapist",
                "Speech-Language Pathologist",
            ],
            "Facilities": ["Boiler Operator", "Housekeeper", "Security Officer", "Groundskeeper"],
            "Food Services": ["Cook", "Dietary Aide", "Cashier, Cafeteria"],
            "Revenue Cycle": ["Medical Coder", "Billing Specialist", "Scheduler, Outpatient"],
        },
    ),
    "fennick": (
        "en",
        20,
        ["Galway", "Dublin", "Remote, Ireland"],
        {
            "Engineering": [
                "Backend Engineer",
                "Site Reliability Engineer",
                "Mobile Engineer",
                "Security Engineer",
                "Frontend Engineer",
                "QA Engineer",
            ],
            "Sales": ["Account Executive", "Sales Development Representative", "Partner Manager"],
            "Finance": ["Payroll Specialist", "Accounts Payable Associate"],
            "People": ["Office Coordinator", "HR Generalist"],
            "Customer Support": [
                "Support Agent, German",
                "Support Agent, French",
                "Onboarding Specialist",
            ],
        },
    ),
    "hagelsund": (
        "de",
        15,
        ["Bremerhaven", "Husum", "Rostock"],
        {
            "Betrieb": [
                "Leitwartenoperator (m/w/d)",
                "Lagerist Ersatzteile (m/w/d)",
                "Elektroniker Umspannwerk (m/w/d)",
                "Disponent Schiffslogistik (m/w/d)",
            ],
            "Verwaltung": [
                "Buchhalter Kreditoren (m/w/d)",
                "Sachbearbeiter Versicherungen (m/w/d)",
                "Empfangskraft (m/w/d)",
            ],
            "IT": ["Systemadministrator (m/w/d)", "Netzwerktechniker (m/w/d)"],
        },
    ),
    "mirandol": (
        "fr",
        6,
        ["Lyon", "Paris"],
        {
            "Commercial": ["Représentant·e libraires", "Assistant·e commercial·e"],
            "Comptabilité": ["Comptable auteurs", "Gestionnaire de paie"],
            "Logistique": ["Préparateur·rice de commandes", "Gestionnaire des retours"],
        },
    ),
    "torrelar": (
        "es",
        52,
        ["Zaragoza", "Madrid", "Valencia", "Bilbao", "Logroño"],
        {
            "Red de oficinas": [
                "Cajero/a",
                "Director/a de oficina",
                "Gestor/a de banca privada",
                "Gestor/a agrario",
            ],
            "Tecnología": [
                "Desarrollador/a Java",
                "Administrador/a de sistemas",
                "Tester funcional",
                "Arquitecto/a de nube",
            ],
            "Operaciones": [
                "Técnico/a de transferencias",
                "Técnico/a de valores",
                "Administrativo/a de hipotecas",
            ],
            "Asesoría Jurídica": ["Abogado/a procesalista", "Abogado/a mercantil"],
            "Marketing": ["Diseñador/a gráfico", "Técnico/a de CRM"],
        },
    ),
    "sluiskade": (
        "nl",
        38,
        ["Venlo", "Tilburg", "Rotterdam", "Born"],
        {
            "Warehouse": [
                "Reachtruckchauffeur",
                "Orderpicker",
                "Medewerker expeditie",
                "Teamlead inbound",
            ],
            "Transport": ["Chauffeur CE nationaal", "Chauffeur CE nacht", "Garagemonteur"],
            "Douane": ["Declarant", "Medewerker douanezaken"],
            "Finance": ["Medewerker facturatie", "Creditcontroller"],
            "Facilitair": ["Beveiliger", "Technisch medewerker gebouwen"],
        },
    ),
    "almgut": (
        "de",
        62,
        ["Graz", "Linz", "Salzburg", "Villach", "Wien", "Leoben"],
        {
            "Filialen": [
                "Verkäufer/in Feinkost (m/w/d)",
                "Kassierer/in (m/w/d)",
                "Filialleiter-Stellvertretung (m/w/d)",
                "Regalbetreuer/in (m/w/d)",
                "Bäcker/in Backshop (m/w/d)",
            ],
            "Logistikzentrum": [
                "Staplerfahrer/in (m/w/d)",
                "Kommissionierer/in (m/w/d)",
                "LKW-Fahrer/in (m/w/d)",
            ],
            "Bau und Technik": ["Kältetechniker/in (m/w/d)", "Haustechniker/in (m/w/d)"],
            "Finanzen": ["Bilanzbuchhalter/in (m/w/d)", "Lohnverrechner/in (m/w/d)"],
        },
    ),
    "wirrabee": (
        "en",
        9,
        ["Ballarat VIC", "Horsham VIC", "Ararat VIC"],
        {
            "Field Operations": [
                "Weir Keeper",
                "Pump Station Operator",
                "Plant Operator, Earthworks",
                "Field Hand, Willow Control",
            ],
            "Corporate Services": [
                "Accounts Officer",
                "Fleet Coordinator",
                "Customer Service Officer",
            ],
            "Laboratory": ["Water Sampler", "Laboratory Technician"],
        },
    ),
}
# firms in whose freeze no background seat appears (first day, last day)
QUIET = {
    "hagelsund": ("2026-02-03", "2026-05-18"),
    "mirandol": ("2026-05-13", "2026-09-07"),
    "wirrabee": ("2026-02-03", "2026-07-13"),
    "sluiskade": ("2026-11-10", "2027-01-31"),
}


def seats(slug):
    lang, size, places, trades = FIRMS[slug]
    rng = random.Random("sixth " + slug)
    opening, more = PHRASES[lang]
    quiet = [dt.date.fromisoformat(d) for d in QUIET.get(slug, ("2030-01-01", "2030-01-01"))]
    rows, n = [], 0
    for _place_in_line in range(size):  # each line of seats: one after another, a gap between
        day = FIRST
        while day <= LAST:
            if not quiet[0] <= day <= quiet[1]:
                stay = rng.randint(25, 95)
                n += 1
                department = rng.choice(sorted(trades))
                title, where = rng.choice(trades[department]), rng.choice(places)
                text = " ".join(
                    [opening.format(t=title, d=department, p=where), *rng.sample(more, 3)]
                )
                until = day + dt.timedelta(stay if day > FIRST else rng.randint(4, 80))
                while until.weekday() > 4:
                    until += dt.timedelta(1)
                rows.append(
                    {
                        "key": f"bg{n}",
                        "title": title,
                        "department": department,
                        "place": where,
                        "from": str(day),
                        "to": str(until) if until <= LAST else None,
                        "text": text,
                    }
                )
                day = until
            day += dt.timedelta(rng.randint(2, 21))
            while day.weekday() > 4:
                day += dt.timedelta(1)
    return sorted(rows, key=lambda r: (r["from"], r["key"]))


if __name__ == "__main__":
    for row in seats(sys.argv[1]):
        print(json.dumps(row, ensure_ascii=False))
