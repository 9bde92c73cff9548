"""How a finished letter leaves the desk: as a file for a mail program, or as a link.

Nothing here sends. A person opens the draft, reads it and presses the button.
"""

from afterword.writing.delivery.link import mailto
from afterword.writing.delivery.message import eml

__all__ = ["eml", "mailto"]
