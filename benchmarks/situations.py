"""How the decision answers situations that were written by somebody who had not seen it.

    python benchmarks/situations.py [--misses]

Prints how many bands the situations' writers would accept and how many they call harmful
(`corpus/situations`). The first exam has since taught words and rules (README there); nothing is
fitted to the second. `--misses` is for correcting a wrong line there.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TOP / "src"))

from afterword.counsel import answers_from_json, decide  # noqa: E402


def main(name: str, *, misses: bool) -> None:
    lines = (TOP / "corpus" / "situations" / name).read_text("utf-8").splitlines()
    acceptable, harmful, wanted, given = 0, 0, Counter[str](), Counter[str]()
    for line in lines:
        one = json.loads(line)
        band = str(decide(answers_from_json(one["answers"])).band)
        wanted[one["acceptable"][0]] += 1
        given[band] += 1
        acceptable += band in one["acceptable"]
        harmful += band in one["harmful"]
        if misses and band not in one["acceptable"]:
            harm = ", called harmful" if band in one["harmful"] else ""
            print(f"{one['id']}: {band}{harm}; acceptable {', '.join(one['acceptable'])}")
            print(f"    {one['why']}")
    n = len(lines)
    print(f"Acceptable {acceptable} of {n} = {acceptable / n:.3f}; called harmful {harmful}.")
    print(f"First choices of the writer: {dict(wanted)}")
    print(f"Bands that were given:       {dict(given)}")


def readers() -> None:
    """What three readers who had not seen the program said of all it shows for the third set."""
    lines = (TOP / "corpus" / "situations" / "third-judged.jsonl").read_text("utf-8").splitlines()
    said = [json.loads(line)["readers"] for line in lines]
    two = sum(one.count("acceptable") >= 2 for one in said)
    harm = sum("harmful" in one for one in said)
    print(
        f"Three readers: acceptable to two {two} of {len(said)} = {two / len(said):.3f}; harmful {harm}."
    )


if __name__ == "__main__":
    for exam in ("situations.jsonl", "second.jsonl", "third.jsonl"):
        print(f"{exam}:")
        main(exam, misses="--misses" in sys.argv[1:])
    readers()
