"""Tests live in a home of their own that is thrown away: nobody's casebook is ever touched."""

from __future__ import annotations

import os
import tempfile

# Before anything imports the settings: they read the environment once.
_HOME = tempfile.TemporaryDirectory(prefix="afterword-tests-")
os.environ["AFTERWORD_HOME"] = _HOME.name
