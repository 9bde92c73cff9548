"""`afterword decide --json` from cold, beside the bare interpreter's start.

Processor time of whole processes (user and system), the best and the middle of many starts, so
that a busy machine weighs less. Python keeps what it compiled, as it does for everybody; a shell that
forbids it (PYTHONDONTWRITEBYTECODE) is not heeded.

    python benchmarks/cold.py [STARTS]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

SRC = Path(__file__).resolve().parents[1] / "src"
ASKED = '{"F1": 1, "F2": 1, "F3": 1, "F4": 1, "context": {"today": "2026-03-10"}}'
RUNS = {
    "bare interpreter": ["-c", "pass"],
    "with argparse, json, dataclasses": ["-c", "import argparse, json, dataclasses"],
    "afterword decide --json": ["-m", "afterword", "decide", "--json"],
}


ENVIRON = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRON["PYTHONPATH"] = str(SRC)


def cpu(words: list[str]) -> float:
    """Milliseconds of processor time of one start."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *words],
        input=ASKED.encode(),
        stdout=subprocess.DEVNULL,
        check=True,
        env=ENVIRON,
    )
    after = getrusage(RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def main() -> None:
    starts = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    took: dict[str, list[float]] = {name: [] for name in RUNS}
    for words in RUNS.values():
        cpu(words)  # compiled once, for good
    for _ in range(starts):
        for name, words in RUNS.items():
            took[name].append(cpu(words))
    floor = median(took["bare interpreter"])
    for name, times in took.items():
        print(f"{name:34} best {min(times):5.0f} ms, middle {median(times):5.0f} ms, "
              f"{median(times) / floor:.1f} x the bare start")  # fmt: skip
    code = "import sys, afterword.faces.cli as c; c.main(['decide', '--json', sys.argv[1]]);"
    code += "print(len(sys.modules), sorted(m for m in sys.modules if m.partition('.')[0] in "
    code += "('django', 'holidays', 'tzlocal', 'numpy')), file=sys.stderr)"
    subprocess.run([sys.executable, "-c", code, "/dev/stdin"], input=ASKED.encode(), check=True,
                   stdout=subprocess.DEVNULL, env=ENVIRON)  # fmt: skip


if __name__ == "__main__":
    main()
