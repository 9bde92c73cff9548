"""What a letter does not know yet stands in square brackets: found by one pattern everywhere.

A letter with a hole does not leave the desk, claims nothing there, and asks for it to be filled.
"""

from __future__ import annotations

import re

#: Two signs at least: `[x]` is a ticked box, and `[]` is nothing. A line may break inside.
HOLE = re.compile(r"\[([^\[\]]{2,})\]")
