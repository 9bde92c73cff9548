"""What a language model hands back when it was asked to reword and adds what it was not told.

Scripted: each answer is the letter's own sentence said a little differently, with one thing in it
that no fact carries. The additions were written down from what people complain of in machine-made
letters: rounder numbers, warmer praise, a former employer, a date, a colleague, a promise kept.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from untruths import pools
from untruths.going_wrong import Untrue, Whole, _foreign

#: Openings a model likes; they say nothing that could be checked.
FRILLS = {
    "en": ("In short, ", "As mentioned, ", "To be clear, ", "Naturally, "),
    "de": ("Kurz gesagt: ", "Wie erwähnt: ", "Anders gesagt: "),
    "fr": ("En bref : ", "Comme évoqué : ", "Autrement dit : "),
    "es": ("En resumen: ", "Como comenté: ", "Dicho de otro modo: "),
}
#: sort, then the words; {…} as in the pools. What stands between « » is the untruth.
ADDS = {
    "en": (
        ("number", "This «cut costs by {n}%»."),
        ("number", "We got there in «just {w} months»."),
        ("number", "It served «more than {m},000» users."),
        ("number", "«Over {w} years», I have done this often."),
        ("employer", "During my time at «{firm}», I honed this."),
        ("name", "«{person}» will gladly confirm it."),
        ("name", "I used «{product}» for all of it."),
        ("date", "We finished in «{M} {y}»."),
        ("title", "As the «Director of Strategy», I owned it."),
        ("superlative", "The outcome was «unprecedented»."),
        ("superlative", "I delivered «exceptional» results."),
        ("superlative", "It is «best-in-class»."),
        ("result", "Customer satisfaction «soared»."),
        ("result", "This «significantly improved» the margin."),
        ("result", "The project came in «ahead of schedule and under budget»."),
        ("result", "I have a «proven track record» of this."),
    ),
    "de": (
        ("number", "Das «senkte die Kosten um {n} Prozent»."),
        ("number", "Das gelang in «nur {w} Monaten»."),
        ("number", "«Über {m}.000» Kunden nutzen es."),
        ("employer", "In meiner Zeit bei «{firm}» habe ich das verfeinert."),
        ("name", "«{person}» bestätigt das gern."),
        ("date", "Fertig waren wir im «{M} {y}»."),
        ("title", "Als «Leiter Strategie» trug ich die Verantwortung."),
        ("superlative", "Das Ergebnis war «beispiellos»."),
        ("superlative", "Ich lieferte «herausragende» Ergebnisse."),
        ("result", "Die Zufriedenheit der Kunden «stieg enorm»."),
        ("result", "Das Projekt wurde «früher als geplant» fertig."),
        ("result", "Ich habe das «nachweislich» oft erreicht."),
    ),
    "fr": (
        ("number", "Cela a «réduit les coûts de {n} %»."),
        ("number", "Nous y sommes arrivés en «seulement {w} mois»."),
        ("employer", "Chez «{firm}», j’ai perfectionné cela."),
        ("name", "«{person}» le confirmera volontiers."),
        ("date", "Nous avons fini en «{M} {y}»."),
        ("title", "En tant que «directrice de la stratégie», j’en étais responsable."),
        ("superlative", "Le résultat fut «sans précédent»."),
        ("superlative", "J’ai livré des résultats «exceptionnels»."),
        ("result", "La satisfaction des clients a «bondi»."),
        ("result", "Le projet a été livré «en avance et sous le budget»."),
        ("result", "Mon «expérience avérée» le montre."),
    ),
    "es": (
        ("number", "Esto «redujo los costes un {n} %»."),
        ("number", "Lo logramos en «solo {w} meses»."),
        ("employer", "En «{firm}» perfeccioné esto."),
        ("name", "«{person}» lo confirmará con gusto."),
        ("date", "Terminamos en «{M} de {y}»."),
        ("title", "Como «directora de estrategia», fui responsable."),
        ("superlative", "El resultado fue «sin precedentes»."),
        ("superlative", "Entregué resultados «excepcionales»."),
        ("result", "La satisfacción de los clientes se «disparó»."),
        ("result", "El proyecto se entregó «antes de plazo»."),
        ("result", "Tengo una «trayectoria demostrada»."),
    ),
}


def answers(letter: Whole, rnd: random.Random, how_many: int = 2) -> Iterator[Untrue]:
    """The letter as a model gives it back: one sentence with a frill, one untruth behind it."""
    stops = [m.end() for m in re.finditer(r"[^\W\d]{3,}\.(?=[ \n])", letter.text)]
    stops = [at for at in stops if at < len(letter.text) * 0.9]
    if not stops:
        return
    named = pools.MONTHS[letter.language].split()
    months = [w for w in named if w.casefold() not in letter.all_facts.casefold()]
    words = {n: w for n, w in pools.COUNTS[letter.language].items() if n > 3}
    words = {n: w for n, w in words.items() if not re.search(rf"\b(?:{n}|{w})\b", letter.all_facts)}
    for sort, said in rnd.sample(ADDS[letter.language], how_many):
        told = {
            "n": rnd.choice((13, 17, 37)),
            "m": rnd.choice((250, 270)),
            "w": rnd.choice(list(words.values())),
            "M": rnd.choice(months),
            "y": rnd.choice((2009, 2013)),
            "firm": _foreign(letter, rnd, pools.FIRMS),
            "person": _foreign(letter, rnd, pools.PEOPLE[letter.language]),
            "product": _foreign(letter, rnd, pools.PRODUCTS),
        }
        whole = rnd.choice(("", rnd.choice(FRILLS[letter.language]))) + said.format(**told)
        at = rnd.choice(stops)
        start, end = at + 1 + whole.index("«"), at + whole.index("»")
        clean = whole.replace("«", "").replace("»", "")
        text = f"{letter.text[:at]} {clean}{letter.text[at:]}"
        yield Untrue(sort, "a_model_adds", text, start, end)
