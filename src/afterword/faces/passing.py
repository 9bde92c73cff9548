"""Files from the browser that lie in the home only while they are read; light, for the start of the program."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

#: How the name of such a file's folder begins.
PASSING = "read-"
#: No reading takes so long: what another window reads just now is not touched.
OLD = timedelta(days=1)


def sweep(home: Path, now: datetime) -> None:
    """Remove what a program that died left of them: whole mailboxes, and private."""
    for path in home.glob(f"{PASSING}*"):
        with suppress(OSError):  # Gone meanwhile.
            if path.stat().st_mtime >= (now - OLD).timestamp():
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
