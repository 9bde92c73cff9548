"""The same words to several people of one panel: they compare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding
from afterword.writing.remarks.sheet import Sheet

#: A run of this many words is a copied sentence; shorter ones are just the language.
RUN = 7
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def sameness(sheet: Sheet) -> Iterator[Finding]:
    """Runs of words this letter shares with another of the same panel (S4-10: personalise each)."""
    if not sheet.panel:
        return
    mine = [
        (match[0].casefold(), match.start(), match.end())
        for match in _WORD.finditer(sheet.text, sheet.greeting.end, sheet.closing.start)
    ]
    theirs: set[tuple[str, ...]] = set()
    for body in sheet.panel:
        spoken = [word.casefold() for word in _WORD.findall(body)]
        theirs.update(tuple(spoken[i : i + RUN]) for i in range(len(spoken) - RUN + 1))
    shared = [False] * len(mine)
    for i in range(len(mine) - RUN + 1):
        if tuple(word for word, _, _ in mine[i : i + RUN]) in theirs:
            shared[i : i + RUN] = [True] * RUN
    i = 0
    while i < len(mine):
        if not shared[i]:
            i += 1
            continue
        j = i
        while j < len(mine) and shared[j]:
            j += 1
        says = f"These {j - i} words stand in your letter to somebody else there too, and they compare notes."
        yield Finding(mine[i][1], mine[j - 1][2], "sameness", "look", says)
        i = j
