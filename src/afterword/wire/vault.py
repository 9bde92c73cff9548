"""Where passwords and tokens lie: the system's keyring, else a file under a passphrase.

Never in the casebook, so no export, backup, undo or log can carry one away.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import secrets
import tempfile
from pathlib import Path
from typing import Any, Protocol

from afterword.errors import AfterwordError, UserError
from afterword.wire.turns import turn

SERVICE = "Afterword"
FILE = "secrets.vault"
#: Argon2id as RFC 9106, 4, second choice: 64 MiB, 3 passes, 4 lanes.
_PASSES, _LANES, _MEMORY = 3, 4, 64 * 1024
_KNOWN = b"afterword"


class VaultLocked(AfterwordError):
    """The file of secrets wants its passphrase first."""

    def __init__(self) -> None:
        super().__init__(
            "Your passwords lie in a locked file. Unlock it with your passphrase, "
            "on the page Mail accounts or with `afterword sync`."
        )


class Vault(Protocol):
    """Holds secrets by name; `said` tells the user where they lie."""

    said: str

    def get(self, name: str) -> str: ...
    def put(self, name: str, secret: str) -> None: ...
    def drop(self, name: str) -> None: ...


class Ring:
    """The keyring of the system: Keychain, Credential Locker, Secret Service."""

    def __init__(self, service: str = SERVICE) -> None:
        import keyring

        self._ring = keyring
        self.service = service
        self.said = f"the keyring of this system ({keyring.get_keyring().name})"

    def get(self, name: str) -> str:
        """The secret of this name; "" when there is none."""
        return self._told(lambda: self._ring.get_password(self.service, name)) or ""

    def put(self, name: str, secret: str) -> None:
        self._told(lambda: self._ring.set_password(self.service, name, secret))

    def drop(self, name: str) -> None:
        if self.get(name):
            self._told(lambda: self._ring.delete_password(self.service, name))

    def _told(self, ask: Any) -> Any:
        from keyring.errors import KeyringError

        try:
            return ask()
        except KeyringError:
            # `from None`: what a backend says of its failure may hold the secret.
            raise UserError(
                "The keyring of this system did not answer. Unlock it, then try again."
            ) from None


class SealedFile:
    """A file that only the passphrase opens; unlocked for as long as this program runs."""

    said = "a file beside the casebook, locked by your passphrase"
    #: Keys derived in this process, by file: giving the passphrase once is enough.
    _keys: dict[Path, bytes] = {}

    def __init__(self, home: Path) -> None:
        self.path = home / FILE

    @property
    def is_made(self) -> bool:
        return self.path.exists()

    @property
    def is_open(self) -> bool:
        return self.path in self._keys and self.is_made

    def unlock(self, passphrase: str) -> None:
        """Open the file, or make it with this passphrase; raises UserError when it is another's."""
        if not self.is_made and self._make(passphrase):
            return
        held = self._read()
        key = _key(passphrase, _bytes(held["salt"]))
        if _opened(key, held["check"]) != _KNOWN.decode():
            raise UserError("That is not the passphrase this file was locked with.")
        self._keys[self.path] = key

    def lock(self) -> None:
        self._keys.pop(self.path, None)

    def get(self, name: str) -> str:
        sealed = self._read()["secrets"].get(name)
        return _opened(self._key(), sealed) if sealed else ""

    def put(self, name: str, secret: str) -> None:
        # From reading to writing in one turn: of two who kept a secret at once one lost theirs.
        with turn(self.path):
            key, held = self._key(), self._read()
            held["secrets"][name] = _sealed(key, secret)
            self._write(held)

    def drop(self, name: str) -> None:
        """Needs no passphrase: what is thrown away need not be read."""
        if not self.is_made:
            return
        with turn(self.path):
            held = self._read()
            if held["secrets"].pop(name, None):
                self._write(held)

    def _make(self, passphrase: str) -> bool:
        """Whether the file is of our making; false when another made it in the same moment."""
        if len(passphrase) < 8:
            raise UserError("A passphrase of eight letters or more, please.")
        salt = secrets.token_bytes(16)
        key = _key(passphrase, salt)
        check = _sealed(key, _KNOWN.decode())
        with turn(self.path):
            if self.is_made:
                return False
            self._write({"salt": _text(salt), "check": check, "secrets": {}})
        self._keys[self.path] = key
        return True

    def _key(self) -> bytes:
        if not self.is_open:
            raise VaultLocked
        return self._keys[self.path]

    def _read(self) -> dict[str, Any]:
        if not self.is_made:
            return {"secrets": {}}
        try:
            held: dict[str, Any] = json.loads(self.path.read_text("ascii"))
            return {**held, "secrets": dict(held["secrets"])}
        except (ValueError, KeyError, TypeError):
            raise UserError(
                f"{self.path} is damaged. Remove it, and give your passwords again."
            ) from None

    def _write(self, held: dict[str, Any]) -> None:
        handle, name = tempfile.mkstemp(".part", f"{FILE}.", self.path.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as out:
                json.dump(held, out)
            os.replace(part, self.path)
        finally:
            part.unlink(missing_ok=True)


def has_keyring() -> bool:
    """Whether the system has a keyring that keeps things; a machine without a desktop has none."""
    import keyring
    from keyring.backends import fail, null

    ring = keyring.get_keyring()
    # Below 1 stand those that refuse everything or only seem to keep.
    return not isinstance(ring, (fail.Keyring, null.Keyring)) and ring.priority >= 1


def vault(home: Path) -> Ring | SealedFile:
    """The system's keyring where there is one, else the file in the home."""
    sealed = SealedFile(home)
    # A file that was once made holds what was given: it stays in use.
    if not sealed.is_made and has_keyring():
        # Named after the home: the demo and a second casebook never meet in one ring.
        return Ring(f"{SERVICE} {hashlib.sha256(str(home).encode()).hexdigest()[:8]}")
    return sealed


def _key(passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derive = Argon2id(salt=salt, length=32, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY)
    return bytes(derive.derive(passphrase.encode()))


def _sealed(key: bytes, secret: str) -> list[str]:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    return [_text(nonce), _text(AESGCM(key).encrypt(nonce, secret.encode(), SERVICE.encode()))]


def _opened(key: bytes, sealed: list[str]) -> str:
    """The secret; "" when the key is not the one it was sealed with."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, words = map(_bytes, sealed)
    try:
        return AESGCM(key).decrypt(nonce, words, SERVICE.encode()).decode()
    except InvalidTag:
        return ""


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
