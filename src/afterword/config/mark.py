"""The mark of a home: by it a database that several homes share tells whose casebook is whose."""

from __future__ import annotations

import json
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from afterword.errors import UserError

FILE = "home.mark"


@dataclass(frozen=True, slots=True)
class Mark:
    """`of` is random and the home's own; `was_here`: the home was in use before homes had marks."""

    of: str
    was_here: bool


def of_home(home: Path, *, used: bool) -> Mark:
    """The mark of this home, made on first use; `used` says whether the home was in use before.

    Raises `UserError` where the mark cannot be read, and where the folder is a copy of another that
    is still there: both would open one casebook, each taking the other's mail for its own.
    """
    file = home / FILE
    if not file.exists():
        _lay_down(file, _text(secrets.token_urlsafe(24), used, home))
    # As it stands there: of two processes that start together one made it.
    told = _told(file)
    before = Path(told["path"])
    if before != home and not _is(before, home):
        if _marked(before) == told["mark"]:
            raise UserError(
                f"This home is a copy of {before}, and both would open the same casebook in "
                f"PostgreSQL. To begin a casebook of its own here, remove {file}."
            )
        # It was moved as a whole: from here on this is its place.
        _write_over(file, _text(told["mark"], told["was_here"], home))
    return Mark(told["mark"], told["was_here"])


def _text(mark: str, used: bool, home: Path) -> str:
    return json.dumps({"mark": mark, "was_here": used, "path": str(home)}, indent=1)


def _told(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(file.read_text("utf-8"))
        if isinstance(told, dict) and told["mark"] and {"was_here", "path"} <= told.keys():
            return told
    except (OSError, ValueError, KeyError):
        pass
    # Never made anew by itself: the home would stand before an empty casebook.
    raise UserError(
        f"{file} says by which mark PostgreSQL knows this home, and it cannot be read. Put it back "
        "from a copy of the home, or remove it to begin an empty casebook."
    )


def _marked(home: Path) -> str:
    try:
        return str(json.loads((home / FILE).read_text("utf-8"))["mark"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _is(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _lay_down(file: Path, text: str) -> None:
    """The whole mark under its name at once, unless another process was first."""
    part = _part(file, text)
    try:
        os.link(part, file)
    except FileExistsError:
        return
    except OSError:
        # This system of files knows no links.
        if not file.exists():
            os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)


def _write_over(file: Path, text: str) -> None:
    os.replace(_part(file, text), file)


def _part(file: Path, text: str) -> Path:
    """A file beside it that only its owner can read, on the disk as a whole."""
    handle, name = tempfile.mkstemp(".part", "home.", file.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    return Path(name)
