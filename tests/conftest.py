"""Tests live in a home of their own that is thrown away: nobody's casebook is ever touched."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from functools import wraps
from pathlib import Path

# Before anything imports the settings: they read the environment once.
_HOME = tempfile.TemporaryDirectory(prefix="afterword-tests-")
os.environ["AFTERWORD_HOME"] = _HOME.name
# Nobody's keyring is touched either: passwords of the tests lie in a file of that home.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# One test to a core: matrices that take them all would only wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest  # noqa: E402
from django.conf import settings  # noqa: E402

from afterword.reading.model import head  # noqa: E402
from afterword.reading.model.facts import Facts  # noqa: E402
from afterword.reading.model.weights import Weights  # noqa: E402
from afterword.terms import MailKind  # noqa: E402

if settings.configured:
    # pytest-django reads the settings before any conftest; files would lie in one's own home.
    settings.HOME = Path(_HOME.name)


@pytest.fixture(scope="session", autouse=True)
def _each_mail_is_weighed_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Many tests read the same mails: what the model says of one is shared by them all.

    The answers are the model's own, computed in this run; only the second asking is saved.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = shared / "opinions"
    folder.mkdir(exist_ok=True)
    weigh = head.weigh

    @wraps(weigh)
    def remembered(
        clauses: Sequence[str], facts: Facts, known: Weights | None = None
    ) -> tuple[dict[MailKind, float], int]:
        if known is not None:
            return weigh(clauses, facts, known)
        asked = repr((list(clauses), facts.numbers(), facts.sender))
        place = folder / hashlib.sha256(asked.encode()).hexdigest()
        if place.exists():
            shares, moved = json.loads(place.read_text("utf-8"))
            return {MailKind(kind): share for kind, share in shares.items()}, moved
        said = weigh(clauses, facts)
        draft = place.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps([{str(k): v for k, v in said[0].items()}, said[1]]), "utf-8")
        draft.replace(place)
        return said

    head.weigh = remembered
    yield
    head.weigh = weigh
