"""Writes src/afterword/writing/ordinary/*.txt: the ordinary words of four languages, from our own mails.

`en`, `fr`, `es`: words that stand small in the mails of corpus/hands (the many English ones at
least twice). `de`: nouns,
that is words with a capital after an article or a word like it, save the names of the mail.
`de_small` are its other words. They tell a capital that begins a sentence, or a German noun, from a name no fact carries.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parents[1] / "hands"
OUT = Path(__file__).resolve().parents[2] / "src" / "afterword" / "writing" / "ordinary"
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
PLACES = {"Berlin", "Hamburg", "Bremen", "Köln", "Wien", "Zürich", "Basel", "Bern", "Leipzig"}
#: Slips of whoever wrote the mails; no ordinary words.
SLIPS = {"recieve", "recieved", "isnt", "theyre", "weve"}
ARTICLE = re.compile(
    r"(?<!\w)(?:der|die|das|des|dem|den|ein|eine|einen|einem|einer|eines|kein\w*|mein\w*|dein\w*|"
    r"ihr\w*|Ihr\w*|unser\w*|dies\w+|jede\w|alle\w?|viele\w?|zum|zur|im|am|vom|beim|ins|ans|"
    r"[a-zäöüß]+(?:en|em|er|es|e)) ([A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)*)(?!\w)"
)


def main() -> None:
    small: dict[str, Counter[str]] = {language: Counter() for language in ("en", "de", "fr", "es")}
    nouns: Counter[str] = Counter()
    names: set[str] = set()
    for path in sorted(HERE.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            text = f"{row['subject']}\n{row['body']}"
            if row["language"] in small:
                small[row["language"]].update(
                    w for w in WORD.findall(text.replace("'", "’")) if w == w.lower() and len(w) > 1
                )
            if row["language"] == "de":
                nouns.update(ARTICLE.findall(text))
                called = f"{row['from']} {row['to']} {row.get('company') or ''}"
                names.update(w.casefold() for w in WORD.findall(called))
    OUT.mkdir(exist_ok=True)
    for language, counted in small.items():
        _write(
            "de_small" if language == "de" else language,
            [w for w, n in counted.items() if (n > 1 or language != "en") and w not in SLIPS],
        )
    kept = set(nouns) - PLACES
    _write("de", [w for w in kept if w.casefold() not in names or nouns[w] > 8])


def _write(language: str, words: list[str]) -> None:
    (OUT / f"{language}.txt").write_text("\n".join(sorted(words)) + "\n", "utf-8")
    print(language, len(words))


if __name__ == "__main__":
    main()
