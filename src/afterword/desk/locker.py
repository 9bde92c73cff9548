"""Where passwords lie: in the system's keyring, else in a file that only its owner may read.

Never in the casebook, so no export, backup, event or log can hold one. The keyring is asked
first; on a machine without one (a server, a container) the file `passwords.json` in the home,
mode 0600, takes its place, and the page says so. The file also lists which names lie in the
keyring, without their secrets, so that leaving can empty it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

FILE = "passwords.json"
#: Stands in the file for a secret that lies in the keyring.
_ELSEWHERE = None


def keep(account: UUID, name: str, secret: str) -> str:
    """Keep a secret under a name; the answer is where it lies: `keyring` or `file`."""
    box = _read()
    mine = box.setdefault(str(account), {})
    ring = _keyring()
    if ring is not None and _set(ring, account, name, secret):
        mine[name] = _ELSEWHERE
    else:
        mine[name] = secret
    _write(box)
    return "keyring" if mine[name] is _ELSEWHERE else "file"


def find(account: UUID, name: str) -> str:
    """The secret kept under a name; "" when there is none, or the keyring will not give it."""
    mine = _read().get(str(account), {})
    if name not in mine:
        return ""
    if mine[name] is not _ELSEWHERE:
        return str(mine[name])
    ring = _keyring()
    if ring is None:
        return ""
    try:
        return ring.get_password(_service(), f"{account}:{name}") or ""
    except Exception:  # each backend has errors of its own; a locked ring is one of them
        return ""


def lies(account: UUID, name: str) -> str:
    """Where a secret lies: `keyring`, `file`, or "" for nowhere."""
    mine = _read().get(str(account), {})
    if name not in mine:
        return ""
    return "keyring" if mine[name] is _ELSEWHERE else "file"


def drop(account: UUID, name: str) -> None:
    """Forget one secret."""
    box = _read()
    mine = box.get(str(account), {})
    if name in mine:
        _take_out(account, name, mine.pop(name))
        _write(box)


def empty(account: UUID) -> None:
    """Forget every secret of an account."""
    box = _read()
    for name, secret in box.pop(str(account), {}).items():
        _take_out(account, name, secret)
    _write(box)


def _take_out(account: UUID, name: str, secret: str | None) -> None:
    ring = _keyring() if secret is _ELSEWHERE else None
    if ring is not None:
        with contextlib.suppress(Exception):
            ring.delete_password(_service(), f"{account}:{name}")


def _keyring() -> Any:
    """The system's keyring; None where there is none worth the name."""
    import keyring  # costs a tenth of a second, and most pages need no password

    ring = keyring.get_keyring()
    # Priority below 1: the backends that refuse everything, and those that only seem to keep.
    return ring if getattr(ring, "priority", 0) >= 1 else None


def _set(ring: Any, account: UUID, name: str, secret: str) -> bool:
    """Whether the ring took it and gives it back: some only say so."""
    try:
        ring.set_password(_service(), f"{account}:{name}", secret)
        return bool(ring.get_password(_service(), f"{account}:{name}") == secret)
    except Exception:
        return False


def _service() -> str:
    """Named after the home, so that the demo and a second casebook never meet in one ring."""
    return "afterword-" + hashlib.sha256(str(settings.HOME).encode()).hexdigest()[:8]


def _path() -> Path:
    return Path(settings.HOME) / FILE


def _read() -> dict[str, dict[str, str | None]]:
    try:
        found = json.loads(_path().read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(box: dict[str, dict[str, str | None]]) -> None:
    box = {account: names for account, names in box.items() if names}
    if not box:
        _path().unlink(missing_ok=True)
        return
    part = _path().with_suffix(f".{os.getpid()}")
    # Born with its rights: a file that is made first and locked later is open in between.
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        json.dump(box, out)
    os.replace(part, _path())
