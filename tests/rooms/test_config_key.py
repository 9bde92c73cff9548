"""The key that signs sessions: made once, whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path
from typing import Any

import pytest

from afterword.config import env


def test_it_is_made_once_and_read_ever_after(tmp_path: Path) -> None:
    made = env.secret_key(tmp_path / "home")
    assert len(made) >= 50 and env.secret_key(tmp_path / "home") == made
    assert [one.name for one in (tmp_path / "home").iterdir()] == ["secret.key"]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "home" / "secret.key").stat().st_mode) == 0o600


@pytest.mark.parametrize("left", ["", "\n", "\0\0\0\0"])
def test_what_a_crash_left_of_it_is_none(tmp_path: Path, left: str) -> None:
    (tmp_path / "secret.key").write_text(left)
    made = env.secret_key(tmp_path)
    assert len(made) >= 50 and env.secret_key(tmp_path) == made


def test_a_crash_in_the_middle_leaves_none_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(env.secrets, "token_urlsafe", dies)
        with pytest.raises(KeyboardInterrupt):
            env.secret_key(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("links", [True, False])
def test_who_starts_at_once_has_the_same(
    tmp_path: Path, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:

        def refuses(*_: Any) -> None:
            raise PermissionError(1, "no links on this system of files")

        monkeypatch.setattr(env.os, "link", refuses)
        assert env.secret_key(tmp_path) == env.secret_key(tmp_path)
        return
    start, keys = threading.Barrier(8), set[str]()

    def reads() -> None:
        start.wait()
        keys.add(env.secret_key(tmp_path))

    threads = [threading.Thread(target=reads) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert keys == {(tmp_path / "secret.key").read_text()}
    assert [one.name for one in tmp_path.iterdir()] == ["secret.key"]
