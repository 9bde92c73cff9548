"""What the environment may say, read in one place, and refused loudly when it is odd.

`AFTERWORD_HOME`      the folder where everything lives (default: the platform's data folder)
`AFTERWORD_DATABASE`  `sqlite` (default) or a `postgresql://…` address, for firms
`AFTERWORD_DEBUG`     `1` shows Django's own error pages; never for real mail
"""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from afterword.errors import UserError

# The matrices of one letter or mail are small: a second thread costs more than it gives (0.5 s of
# processor for a letter against 0.07). numpy asks when it is loaded, and that comes later.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

#: Signs the sessions of this home.
SECRET = "secret.key"
#: The folder of the invented search, inside the home of whoever looks at it.
DEMO = "demo"
KNOWN = {"AFTERWORD_HOME", "AFTERWORD_DATABASE", "AFTERWORD_DEBUG"}

#: What an address may ask of the connection, handed on to PostgreSQL's library as it stands.
DATABASE_OPTIONS = frozenset(
    {
        *("sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl"),
        *("connect_timeout", "application_name", "target_session_attrs", "options", "service"),
    }
)


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings a person may choose from outside."""

    home: Path
    database: str
    debug: bool


def read(environ: Mapping[str, str] = os.environ) -> Environment:
    """The environment as settings; raises `UserError` naming what it would take."""
    odd = sorted(k for k in environ if k.startswith("AFTERWORD_") and k not in KNOWN)
    if odd:
        raise UserError(
            f"{odd[0]} is not a setting of Afterword. It knows {', '.join(sorted(KNOWN))}."
        )
    database = environ.get("AFTERWORD_DATABASE", "sqlite") or "sqlite"
    if database != "sqlite":
        _check(database)
    debug = environ.get("AFTERWORD_DEBUG", "")
    if debug not in ("", "0", "1"):
        raise UserError("AFTERWORD_DEBUG takes 0 or 1.")
    return Environment(home=home(environ), database=database, debug=debug == "1")


def _check(database: str) -> None:
    """Raise `UserError` where an address of a database says what would not be heeded."""
    if not database.startswith(("postgresql://", "postgres://")):
        raise UserError("AFTERWORD_DATABASE takes `sqlite` or an address that begins postgresql://")
    try:
        parts = urlsplit(database)
        _ = parts.port
    except ValueError:  # not shown: what is taken for a port may be half of a password
        raise UserError(
            "AFTERWORD_DATABASE is no address: the port is not a number, or a sign in the password "
            "is not written as %xx."
        ) from None
    unknown = sorted(parse_qs(parts.query).keys() - {"host", *DATABASE_OPTIONS})
    if unknown:
        raise UserError(
            f"AFTERWORD_DATABASE does not take {unknown[0]}. After the question mark it knows "
            f"{', '.join(sorted({'host', *DATABASE_OPTIONS}))}."
        )


def home(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder where everything lives; not yet made."""
    given = environ.get("AFTERWORD_HOME", "")
    if given:
        return Path(given).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("afterword", appauthor=False)


def make_home(path: Path) -> Path:
    """The home, there and readable by its owner only."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def secret_key(path: Path) -> str:
    """The key that signs sessions: made once, kept in the home, readable by its owner only."""
    file = make_home(path) / SECRET
    if not _key_in(file):
        key = secrets.token_urlsafe(48)
        handle, name = tempfile.mkstemp(".part", "secret.", file.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as out:
                out.write(key)
                out.flush()
                os.fsync(out.fileno())
            _lay_down(part, file)
        finally:
            part.unlink(missing_ok=True)
    # As it stands there: of two processes that start together one made it.
    return _key_in(file)


def _key_in(file: Path) -> str:
    """The key; "" where there is none, or only what a crash left: that shut every page for good."""
    try:
        return file.read_text(encoding="ascii").strip("\0 \t\r\n")
    except FileNotFoundError:
        return ""


def _lay_down(part: Path, file: Path) -> None:
    """Give a whole key its name, unless another has one under it already."""
    try:
        os.link(part, file)
    except OSError:
        # There is one, which may be empty; or this system of files knows no links.
        if not _key_in(file):
            os.replace(part, file)
