"""Number words of English, German, French and Spanish, and what each is worth."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.writing.lexicon import in_order


def _numbered(start: int, step: int, words: str) -> dict[str, int]:
    return {word: start + step * i for i, word in enumerate(in_order(words))}


#: The words numbers are built of, each language its own: "once" is eleven in Spanish alone.
WORTH: Mapping[str, Mapping[str, int]] = {
    "en": {
        **_numbered(1, 1, """one two three four five six seven eight nine ten eleven twelve thirteen
        fourteen fifteen sixteen seventeen eighteen nineteen"""),
        **_numbered(20, 10, "twenty thirty forty fifty sixty seventy eighty ninety"),
        "hundred": 100, "thousand": 1000, "dozen": 12,
    },
    "de": {
        **_numbered(1, 1, """eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn
        vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"""),
        **_numbered(20, 10, "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"),
        "ein": 1, "zwo": 2, "dreissig": 30, "hundert": 100, "tausend": 1000, "dutzend": 12,
    },
    "fr": {
        **_numbered(1, 1, """un deux trois quatre cinq six sept huit neuf dix onze douze treize
        quatorze quinze seize"""),
        **_numbered(20, 10, "vingt trente quarante cinquante soixante"),
        "cent": 100, "cents": 100, "vingts": 20, "mille": 1000, "douzaine": 12, "quinzaine": 15,
        "vingtaine": 20, "trentaine": 30, "cinquantaine": 50, "centaine": 100,
    },
    "es": {
        **_numbered(2, 1, """dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
        quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés
        veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"""),
        **_numbered(30, 10, "treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
        **_numbered(200, 100, """doscientos trescientos cuatrocientos quinientos seiscientos
        setecientos ochocientos novecientos"""),
        **_numbered(200, 100, """doscientas trescientas cuatrocientas quinientas seiscientas
        setecientas ochocientas novecientas"""),
        "cien": 100, "ciento": 100, "mil": 1000, "docena": 12, "uno": 1,
    },
}  # fmt: skip
SCALES: Mapping[str, int] = {
    **dict.fromkeys(("k", "thousand", "tausend", "tsd", "tsd.", "mille", "mil"), 1_000),
    **dict.fromkeys(
        ("m", "mn", "mio", "mio.", "million", "millions", "millionen", "millón", "millones"),
        1_000_000,
    ),
    **dict.fromkeys(
        ("bn", "billion", "billions", "milliarde", "milliarden", "mrd", "mrd.", "milliard",
         "milliards"), 1_000_000_000
    ),
    **dict.fromkeys(("billón", "billones"), 1_000_000_000_000),
}  # fmt: skip


def _said(table: Mapping[str, str]) -> dict[str, str]:
    return {word.strip(): value for value, words in table.items() for word in words.split(",")}


#: Parts of a whole. "The quarter" is a time; only "a quarter" is a part.
FRACTIONS: Mapping[str, str] = _said(
    {
        "1/2": "half, hälfte, halb, halbe, halben, moitié, mitad",
        "1/3": "a third, one third, ein drittel, drittel, un tiers, tiers, un tercio, tercio",
        "2/3": "two thirds, two-thirds, zwei drittel, deux tiers, dos tercios",
        "1/4": "a quarter of, by a quarter, a quarter less, a quarter more, one quarter,"
        "ein viertel, viertel, un quart, quart, un cuarto",
        "3/4": "three quarters, three-quarters, drei viertel, dreiviertel, trois quarts,"
        "tres cuartos, tres cuartas partes",
        "1/5": "a fifth, one fifth, ein fünftel, fünftel, un cinquième, un quinto",
        "1/10": "a tenth, one tenth, ein zehntel, un dixième, una décima parte",
    }
)
MULTIPLES: Mapping[str, str] = _said(
    {
        "x2": "double, doubled, doubling, twice, twofold, verdoppelt, verdoppelte, verdoppelten,"
        "verdoppeln, doppelt, doppelte, doppelten, doubler, doublé, doublée, doublés, doublées,"
        "double de, doblar, doble, duplicó, duplicaron, duplicado, duplicar, duplicamos, dupliqué,"
        "deux fois, dos veces, zweimal",
        "x3": "triple, tripled, tripling, threefold, thrice, verdreifacht, verdreifachte, dreifach,"
        "dreifache, triplé, triplée, tripler, triplicó, triplicaron, triplicar, trois fois,"
        "tres veces, dreimal",
        "x4": "quadrupled, fourfold, vervierfacht, quadruplé, cuadruplicó, viermal",
        "1/2": "halved, halving, halbiert, halbierte, halbierten",
    }
)
#: Amounts nobody counted. They are claims of size all the same.
VAGUE: Mapping[str, str] = _said(
    {
        "dozens": "dozens, dutzende, dutzenden, dizaines, decenas",
        "hundreds": "hundreds, hunderte, hunderten, centaines, centenares, cientos",
        "thousands": "thousands, tausende, tausenden, milliers, miles",
        "millions": "millions",
    }
)
