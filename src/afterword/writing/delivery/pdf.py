"""Paper: a page set by typst, as a PDF that a screen reader can follow (PDF/UA-1).

What is written goes in as data and never as markup, so nothing in a mail can change the page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from afterword.errors import UserError


def pdf(template: str, data: Mapping[str, Any], *, at: datetime) -> bytes:
    """The template with `data` (read there as `data`), dated `at`. Raises `UserError` without typst."""
    try:
        import typst
    except ImportError as missing:
        raise UserError(
            "Setting a PDF needs the package typst, which is not installed here. Nothing is lost: "
            "the same list can be printed from its page or written as CSV."
        ) from missing
    source = f"#let data = json(bytes(sys.inputs.data))\n{template}"
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    moment = int(at.timestamp())
    try:
        made = typst.compile(
            source.encode(), sys_inputs=inputs, timestamp=moment, pdf_standards=["ua-1"]
        )
    except typst.TypstError:
        # A name in a script that no font here has would break the standard; a page with an
        # empty box in it is better than none.
        made = typst.compile(source.encode(), sys_inputs=inputs, timestamp=moment)
    assert isinstance(made, bytes)
    return made
