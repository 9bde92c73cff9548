"""Where the passwords of sending lie: in the one vault of this machine, under names of their account.

The vault (wire/vault.py) is the system's keyring, else a file under a passphrase. Never the
casebook, so no export, backup, event or log can hold a password.
"""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from django.conf import settings

from afterword.wire.vault import Ring, SealedFile, vault

#: The names that no record holds; the ways to calendars go by their sources (incoming/elsewhere.py).
NAMES = ("mail", "model")


def keep(account: UUID, name: str, secret: str) -> None:
    """Keep a secret. Raises `VaultLocked` where a passphrase must open the file first."""
    _vault().put(_key(account, name), secret)


def find(account: UUID, name: str) -> str:
    """The secret kept under a name; "" when there is none. Raises `VaultLocked` as `keep` does."""
    return _vault().get(_key(account, name))


def under(secret: str) -> str:
    """What lies under a name that another keeper of this account gave it; "" for nothing."""
    return _vault().get(secret)


def drop(account: UUID, name: str) -> None:
    """Forget one secret; needs no passphrase."""
    _vault().drop(_key(account, name))


def empty(account: UUID) -> None:
    """Forget what an account keeps under `NAMES`."""
    for name in NAMES:
        drop(account, name)


def where() -> str:
    """Where secrets lie, in words for the user."""
    return _vault().said


def is_locked() -> bool:
    """Whether a passphrase is wanted before anything can be kept or found."""
    box = _vault()
    return isinstance(box, SealedFile) and not box.is_open


def unlock(passphrase: str) -> None:
    """Open the file of secrets, or make it with this passphrase; nothing to do with a keyring."""
    box = _vault()
    if isinstance(box, SealedFile):
        box.unlock(passphrase)


def _vault() -> Ring | SealedFile:
    return vault(Path(settings.HOME))


def _key(account: UUID, name: str) -> str:
    return f"sending:{account}:{name}"
