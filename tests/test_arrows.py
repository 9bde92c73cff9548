"""The law of the house, held by machine: who may know whom, and who may look at the clock.

Every import counts, those inside functions too. See docs/tour.md for the reasons.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parent.parent / "src" / "afterword"
WORDS = {"terms", "errors", "__init__"}
LEAVES = {"wire", "workdays"}
ROOMS = {"intake", "reading", "casebook", "counsel", "writing"}
PURE = {"terms", "errors", "workdays", "reading", "counsel", "writing"}

#: which of our own rooms each may import
MAY_KNOW: dict[str, set[str]] = {
    "terms": set(),
    "errors": set(),
    "workdays": WORDS,
    "wire": WORDS,
    **dict.fromkeys(ROOMS, WORDS | LEAVES),
    "desk": WORDS | LEAVES | ROOMS | {"members"},
    "members": WORDS,
    "faces": WORDS | LEAVES | {"desk", "casebook", "members", "config", "faces"},
    "config": WORDS | {"faces"},
    "__main__": {"faces"},
    "__init__": set(),
}
#: the only files that may ask what time it is
CLOCKS = {"faces/clock.py", "casebook/identifiers.py"}
#: the only files that may read the environment (members never; wsgi names the settings)
ENVIRONMENTS = {"config/env.py", "config/wsgi.py", "faces/cli/house.py", "faces/serve.py"}
NETWORK = {"socket", "ssl", "smtplib", "imaplib", "imapclient", "http.client", "urllib.request",
           "requests", "httpx", "httpx2", "asyncio", "poplib", "ftplib"}  # fmt: skip
MAY_OPEN_SOCKETS = ("wire/", "writing/delivery/", "faces/serve.py")
CLOCK_CALLS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"}
CLOCK_OWNERS = {"datetime", "date", "time", "timezone", "dt"}


def files() -> list[Path]:
    return sorted(p for p in SRC.rglob("*.py") if "migrations" not in p.parts)


def name_of(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports(tree: ast.AST, path: Path) -> Iterator[str]:
    """Every module named by an import, relative ones made whole."""
    package = ["afterword", *path.relative_to(SRC).with_suffix("").parts]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: -node.level]) if node.level else ""
            module = ".".join(x for x in (base, node.module or "") if x)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)
        elif (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", getattr(node.func, "id", ""))
            in ("import_module", "__import__")
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield str(node.args[0].value)


def broken_arrows(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    room, name = room_of(path), name_of(path)
    allowed = MAY_KNOW[room] | {room}
    wrong: list[str] = []
    for module in imports(tree, path):
        parts = module.split(".")
        if parts[0] == "afterword":
            other = parts[1] if len(parts) > 1 else "__init__"
            known = other in MAY_KNOW or (SRC / other).is_dir()
            if known and other not in allowed:
                wrong.append(f"{name}: {room} may not know {other}")
            if other == "wire" and (room in PURE and not name.startswith("writing/delivery/")):
                wrong.append(f"{name}: a pure room never touches wire")
        if parts[0] == "django" and (room in PURE or room in {"intake", "wire"}):
            wrong.append(f"{name}: {room} knows no Django")
        network = module in NETWORK or parts[0] in NETWORK
        if network and not name.startswith(MAY_OPEN_SOCKETS):
            wrong.append(f"{name}: only wire opens sockets ({module})")
    return wrong


def hidden_clocks(path: Path) -> list[str]:
    name, wrong = name_of(path), []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            owner = getattr(node.value, "id", getattr(node.value, "attr", ""))
            clock = node.attr in CLOCK_CALLS and owner in CLOCK_OWNERS
            if clock and name not in CLOCKS:
                wrong.append(f"{name}:{node.lineno}: reads the clock ({owner}.{node.attr})")
            environment = owner == "os" and node.attr in ("environ", "getenv", "putenv")
            if environment and name not in ENVIRONMENTS:
                wrong.append(f"{name}:{node.lineno}: reads the environment")
        if (
            isinstance(node, ast.ImportFrom)
            and node.module in ("time", "os")
            and name not in CLOCKS | ENVIRONMENTS
        ):
            for alias in node.names:
                if alias.name in CLOCK_CALLS | {"environ", "getenv"}:
                    wrong.append(f"{name}:{node.lineno}: imports {node.module}.{alias.name}")
    return wrong


@pytest.mark.parametrize("path", files(), ids=name_of)
def test_arrows_point_one_way(path: Path) -> None:
    assert broken_arrows(path) == []


@pytest.mark.parametrize("path", files(), ids=name_of)
def test_only_the_clock_tells_the_time(path: Path) -> None:
    assert hidden_clocks(path) == []


def test_a_broken_law_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself can fail: each kind of breach is found, inside functions too."""
    monkeypatch.setitem(globals(), "SRC", tmp_path)
    (tmp_path / "counsel").mkdir()
    (tmp_path / "reading").mkdir()
    bad = tmp_path / "counsel" / "bad.py"
    bad.write_text(
        "from datetime import datetime\nimport os\n"
        "def f():\n"
        "    from afterword.reading import read\n"
        "    from ..reading import cheap\n"
        "    import django.db\n"
        "    import socket\n"
        "    return datetime.now(), os.environ\n",
        encoding="utf-8",
    )
    arrows = "\n".join(broken_arrows(bad))
    assert arrows.count("counsel may not know reading") >= 2
    assert "counsel knows no Django" in arrows
    assert "only wire opens sockets" in arrows
    clocks = "\n".join(hidden_clocks(bad))
    assert "reads the clock" in clocks and "reads the environment" in clocks


def test_no_file_is_past_its_size() -> None:
    """Files wish for 200 lines and stop at 400 (house style)."""
    long = {name_of(p): n for p in files() if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert long == {}


def test_no_room_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "manager", "service", "misc"}
    assert [name_of(p) for p in files() if p.stem in empty or empty & set(p.parent.parts)] == []
