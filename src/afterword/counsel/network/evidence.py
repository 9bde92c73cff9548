"""What research says on whom to ask and how; each line with its source and year (method 2).

Only what was read in its source and is not weak: the widely told figures on
weak ties and on networks are left out on purpose (E08, E09).
"""

from __future__ import annotations

from afterword.terms import Tie

#: E08, E11
FOR_TIE = {
    Tie.MODERATELY_WEAK: "People one knows a little led to more new jobs than close friends did, "
    "most of all in digital trades (Rajkumar and others, Science 2022).",
    Tie.STRONG: "In trades that are less digital, close ties did more than distant ones "
    "(Rajkumar and others, Science 2022).",
    Tie.DORMANT: "People one had not spoken with for three years and more advised as well as those "
    "one sees, or better; most ask the comfortable ones instead (Levin and others 2011).",
    Tie.WEAK: "",
}
#: E12, S1-04: one request, for a call.
BY_CALL = (
    "Ask for the call and nothing else: by mail people say yes less often than one expects "
    "(Roghanizad and Bohns 2017)."
)
#: E10
INTO_THE_ROOM = (
    "A word from within mainly gets you into the room; what happens there is yours "
    "(Lever 2016; Burks and others 2015)."
)
#: Trades where close ties do more than distant ones (E08); which these are is judgement.
LESS_DIGITAL = frozenset(
    {
        "agriculture",
        "construction",
        "crafts",
        "hospitality",
        "manufacturing",
        "mining",
        "restaurants",
        "transport",
    }
)
