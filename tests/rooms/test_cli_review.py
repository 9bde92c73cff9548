"""`afterword review`: places that fit the file, no casebook and no Django for a bare file."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from afterword.faces.cli import main

LETTER = "Subject: The plan\n\nDear Diana,\n\nI deserve this job. We cut errors by 40 per cent. May I call on 2 March?\n\nKind regards,\nSam Reed\n"
FACTS = {
    "facts": [{"id": "f1", "text": "Interview on Monday 9 March 2026; errors fell by 14 per cent"}],
    "to": {"name": "Dana Reyes", "title": "Director", "company": "Acme Freight"},
    "from": {"name": "Sam Reed"},
    "date": "2026-03-10",
    "language": "en",
}


@pytest.fixture
def paths(tmp_path: Path) -> tuple[str, str]:
    letter, facts = tmp_path / "letter.txt", tmp_path / "facts.json"
    letter.write_text(LETTER, "utf-8")
    facts.write_text(json.dumps(FACTS), "utf-8")
    return str(letter), str(facts)


def test_findings_have_the_contract_shape_and_their_place(
    paths: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["review", paths[0], "--kind", "reopen_letter", "--facts", paths[1], "--json"]
    assert main([*words, "--no-grammar"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(set(one) == {"start", "end", "rule", "severity", "message", "mend"} for one in found)
    said = {one["rule"]: LETTER[one["start"] : one["end"]] for one in found}
    assert said["wrong_name"] == "Diana" and "deserve" in said["entitlement"]
    assert "40" in said["unproven_number"] and "2 March" in said["past_date"]
    assert next(one["mend"] for one in found if one["rule"] == "wrong_name") == "Dana"


def test_a_bare_file_needs_neither_casebook_nor_django(paths: tuple[str, str]) -> None:
    code = (
        "import sys; from afterword.faces.cli import main; "
        f"main(['review', {paths[0]!r}, '--kind', 'grace_note', '--no-grammar']); "
        "sys.exit('django' in sys.modules or 'harper' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert "line 5" in ran.stdout


def test_what_cannot_be_read_is_said_plainly(
    paths: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", paths[0], "--kind", "poem"]) == 1
    assert "poem is no letter" in capsys.readouterr().err
    assert main(["review", paths[0] + "x", "--kind", "card"]) == 1
    assert "could not be read" in capsys.readouterr().err
    assert main(["review", paths[0], "--kind", "card", "--facts", paths[0]]) == 1
    assert "is no JSON" in capsys.readouterr().err
