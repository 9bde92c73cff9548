"""What a false letter borrows: names, firms, places, titles and boasts that no fact mentions."""

from __future__ import annotations

PEOPLE = {
    "en": [
        "Gareth Pike",
        "Moira Denholm",
        "Priya Raman",
        "Caleb Stroud",
        "Yvonne Achieng",
        "Rupert Lacey",
    ],
    "de": [
        "Ulrike Hansen",
        "Volker Brehm",
        "Anneliese Roth",
        "Cem Aydin",
        "Dietmar Pohl",
        "Swantje Claasen",
    ],
    "fr": ["Odile Mercier", "Gaspard Lenoir", "Fatou Diallo", "Rémi Charpentier", "Solène Aubry"],
    "es": ["Íñigo Salcedo", "Pilar Quesada", "Mateo Berrocal", "Ximena Duarte", "Lucas Ferrán"],
}
FIRMS = [
    "Siemens",
    "Unilever",
    "Vattenfall",
    "Grundfos",
    "Zalando",
    "Halden Group",
    "Orbis Dynamics",
    "Kestrelby Ltd",
    "Steinmetz & Co",
    "Norrland Steel",
    "McKinsey",
    "Tesco",
    "Lidl",
    "Iberdrola",
    "Danone",
    "Fresenius",
]
PLACES = [
    "Rotterdam",
    "Sheffield",
    "Dresden",
    "Toulouse",
    "Zaragoza",
    "Singapore",
    "Oslo",
    "Graz",
    "Marseille",
    "Valparaíso",
]
PRODUCTS = [
    "SAP",
    "Salesforce",
    "Power BI",
    "Kubernetes",
    "AutoCAD",
    "HubSpot",
    "Oracle",
    "Workday",
]

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
#: Number words people write out, by value; "one" and "a" count nothing.
COUNTS = {
    "en": {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
           10: "ten", 11: "eleven", 12: "twelve", 14: "fourteen", 15: "fifteen", 18: "eighteen",
           20: "twenty", 25: "twenty-five", 30: "thirty", 40: "forty", 60: "sixty", 90: "ninety"},
    "de": {2: "zwei", 3: "drei", 4: "vier", 5: "fünf", 6: "sechs", 7: "sieben", 8: "acht",
           9: "neun", 10: "zehn", 11: "elf", 12: "zwölf", 14: "vierzehn", 15: "fünfzehn",
           18: "achtzehn", 20: "zwanzig", 25: "fünfundzwanzig", 30: "dreißig", 40: "vierzig",
           60: "sechzig", 90: "neunzig"},
    "fr": {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit",
           10: "dix", 11: "onze", 12: "douze", 14: "quatorze", 15: "quinze", 18: "dix-huit",
           20: "vingt", 25: "vingt-cinq", 30: "trente", 40: "quarante", 60: "soixante",
           90: "quatre-vingt-dix"},
    "es": {2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho",
           9: "nueve", 10: "diez", 11: "once", 12: "doce", 14: "catorce", 15: "quince",
           18: "dieciocho", 20: "veinte", 25: "veinticinco", 30: "treinta", 40: "cuarenta",
           60: "sesenta", 90: "noventa"},
}  # fmt: skip
FRACTIONS = {
    "en": ("a third", "two thirds", "half", "a quarter", "three quarters", "a fifth"),
    "de": ("ein Drittel", "zwei Drittel", "die Hälfte", "ein Viertel", "drei Viertel"),
    "fr": ("un tiers", "deux tiers", "la moitié", "un quart", "trois quarts"),
    "es": ("un tercio", "dos tercios", "la mitad", "un cuarto", "tres cuartas partes"),
}
UNITS = {
    "en": (("weeks", "days", "months", "hours", "years", "minutes"), ("million", "billion"),
           ("percent", "points"), ("euros", "pounds", "dollars")),
    "de": (("Wochen", "Tagen", "Monaten", "Stunden", "Jahren", "Minuten"),
           ("Millionen", "Milliarden"), ("Euro", "Franken", "Dollar")),
    "fr": (("semaines", "jours", "mois", "heures", "ans", "minutes"), ("millions", "milliards"),
           ("euros", "francs", "dollars")),
    "es": (("semanas", "días", "meses", "horas", "años", "minutos"), ("millones", "billones"),
           ("euros", "pesos", "dólares")),
}  # fmt: skip
#: Set at the end of a sentence, before its stop; {} is the planted number, in the words people use.
NUMBERS_ADDED = {
    "en": (", in {n} weeks", ", some {m} a year", ", for under €{n} million", ", a gain of {n}%",
           ", with {w} people", ", between {n} and {m} a day", ", around {n}k in all",
           ", twice as fast", ", a {n}-fold rise", ", {n} out of {m} of them"),
    "de": (", in {n} Wochen", ", rund {m} im Jahr", ", für unter {n} Millionen Euro",
           ", ein Plus von {n} Prozent", ", mit {w} Leuten", ", zwischen {n} und {m} am Tag",
           ", doppelt so schnell", ", {n} % mehr", ", nach {w} Monaten"),
    "fr": (", en {n} semaines", ", environ {m} par an", ", pour moins de {n} millions d’euros",
           ", soit {n} % de plus", ", avec {w} personnes", ", entre {n} et {m} par jour",
           ", deux fois plus vite", ", au bout de {w} mois", ", pour {m} €"),
    "es": (", en {n} semanas", ", unos {m} al año", ", por menos de {n} millones de euros",
           ", un {n} % más", ", con {w} personas", ", entre {n} y {m} al día",
           ", el doble de rápido", ", al cabo de {w} meses", ", por {m} €"),
}  # fmt: skip
NAMES_ADDED = {
    "en": (", as {person} saw", ", in {place}", ", with {product}", ", like {firm} does"),
    "de": (", wie {person} sah", ", in {place}", ", mit {product}", ", so wie {firm} es macht"),
    "fr": (", comme l’a vu {person}", ", à {place}", ", avec {product}", ", comme chez {firm}"),
    "es": (", como vio {person}", ", en {place}", ", con {product}", ", como hace {firm}"),
}
DATES_ADDED = {
    "en": (", on {d} {M}", ", on {M} {d}", ", in {M} {y}", ", on {W}", ", by {d}/{k}", ", since {y}",
           ", on {y}-{kk}-{dd}", ", on the {d}th of {M}", ", in Q{q} {y}"),
    "de": (", am {d}. {M}", ", im {M} {y}", ", am {W}", ", bis {dd}.{kk}.", ", seit {y}",
           ", am {d}.{k}.{y}", ", im {q}. Quartal {y}"),
    "fr": (", le {d} {M}", ", en {M} {y}", ", {W} dernier", ", le {dd}/{kk}", ", depuis {y}",
           ", le {dd}/{kk}/{y}", ", au {q}e trimestre {y}"),
    "es": (", el {d} de {M}", ", en {M} de {y}", ", el {W}", ", el {dd}/{kk}", ", desde {y}",
           ", el {dd}-{kk}-{y}", ", en el {q}.º trimestre de {y}"),
}  # fmt: skip
EMPLOYERS_ADDED = {
    "en": ("Before that I spent years at {firm}.", "At {firm} I had done the same.",
           "I learned this at {firm} in {place}."),
    "de": ("Davor war ich lange bei {firm}.", "Bei {firm} habe ich dasselbe getan.",
           "Gelernt habe ich das bei {firm} in {place}."),
    "fr": ("Avant cela, j’étais chez {firm}.", "Chez {firm}, j’avais fait la même chose.",
           "Je l’ai appris chez {firm}, à {place}."),
    "es": ("Antes estuve en {firm}.", "En {firm} hice lo mismo.",
           "Lo aprendí en {firm}, en {place}."),
}  # fmt: skip
TITLES_ADDED = {
    "en": ("I was the managing director there.", "As chief of staff I saw it daily.",
           "I did this as vice president of operations.", "I have a doctorate in the subject.",
           "I am a certified auditor."),
    "de": ("Ich war dort Geschäftsführer.", "Als Bereichsleiterin sah ich das täglich.",
           "Das habe ich als Prokurist getan.", "Ich bin promoviert.", "Ich bin geprüfter Auditor."),
    "fr": ("J’y étais directeur général.", "En tant que cheffe de projet, je le voyais chaque jour.",
           "J’ai fait cela comme vice-président.", "Je suis docteur en la matière.",
           "Je suis auditeur certifié."),
    "es": ("Allí fui director general.", "Como jefa de proyecto lo veía a diario.",
           "Lo hice como vicepresidente.", "Soy doctor en la materia.", "Soy auditora certificada."),
}  # fmt: skip
SUPERLATIVES_ADDED = {
    "en": ("It was the fastest change they had seen.", "That is a world-class result.",
           "Nobody has done it better.", "It is the most successful line of all.",
           "I am uniquely placed for this.", "My record is unmatched.",
           "It became the leading site.", "We won an award-winning name for it."),
    "de": ("Das war die schnellste Umstellung im Haus.", "Das ist ein erstklassiges Ergebnis.",
           "Niemand hat es besser gemacht.", "Es ist die erfolgreichste Linie überhaupt.",
           "Meine Bilanz ist einzigartig.", "Wir wurden führend.", "Das beste Team weit und breit."),
    "fr": ("C’était le changement le plus rapide de la maison.", "C’est un résultat exceptionnel.",
           "Personne n’a fait mieux.", "C’est la meilleure équipe du groupe.",
           "Mon parcours est unique.", "Nous étions leaders du secteur."),
    "es": ("Fue el cambio más rápido de la casa.", "Es un resultado excepcional.",
           "Nadie lo ha hecho mejor.", "Es el mejor equipo del grupo.",
           "Mi trayectoria es única.", "Éramos líderes del sector."),
}  # fmt: skip
RESULTS_ADDED = {
    "en": ("Costs fell sharply.", "Sales doubled.", "I saved the account.",
           "We never missed a deadline.", "I turned the site around.", "Complaints disappeared.",
           "The board thanked me for it.", "Revenue grew every year."),
    "de": ("Die Kosten sanken deutlich.", "Der Umsatz verdoppelte sich.",
           "Ich habe den Kunden gerettet.", "Wir haben nie einen Termin verpasst.",
           "Die Beschwerden verschwanden.", "Der Vorstand dankte mir dafür.",
           "Der Absatz wuchs jedes Jahr."),
    "fr": ("Les coûts ont nettement baissé.", "Les ventes ont doublé.", "J’ai sauvé le client.",
           "Nous n’avons jamais manqué un délai.", "Les réclamations ont disparu.",
           "La direction m’en a remercié.", "Le chiffre d’affaires a progressé chaque année."),
    "es": ("Los costes bajaron mucho.", "Las ventas se duplicaron.", "Salvé al cliente.",
           "Nunca incumplimos un plazo.", "Las quejas desaparecieron.",
           "La dirección me lo agradeció.", "Los ingresos crecieron cada año."),
}  # fmt: skip
