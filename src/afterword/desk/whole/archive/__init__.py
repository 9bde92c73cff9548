"""The whole account in one zip that anyone can read, and the way back from it into an empty casebook.

What stands in it, and what is refused, is written down in docs/archive.md.
"""

from afterword.desk.whole.archive import shape as shape
from afterword.desk.whole.archive.bringing_back import Back, bring_back
from afterword.desk.whole.archive.opening import look_at
from afterword.desk.whole.archive.packing import pack
from afterword.desk.whole.archive.shape import LEFT_BEHIND, Manifest, picture

__all__ = ["LEFT_BEHIND", "Back", "Manifest", "bring_back", "look_at", "pack", "picture"]
