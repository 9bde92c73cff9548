"""Servers the contract suites need; started once, and only when asked for."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def _sibling(name: str) -> ModuleType:
    """A module beside this one; pytest's importlib mode puts no folder on the path."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Any]:
    with _sibling("dovecot").running() as server:
        yield server


@pytest.fixture
def post_office() -> Iterator[Any]:
    with _sibling("post_office").open_for_letters() as office:
        yield office


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 signed by itself, and its key."""
    root = tmp_path_factory.mktemp("certificate")
    found, _ = _sibling("dovecot")._certificate(root)
    return found, root / "key.pem"


@pytest.fixture(scope="session")
def radicale() -> Iterator[Any]:
    with _sibling("radicale_server").running() as server:
        yield server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty PostgreSQL."""
    with _sibling("postgres").server() as address:
        yield address
