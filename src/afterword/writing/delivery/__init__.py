"""How a finished letter leaves the desk: a link, a mail, a page of paper, words to paste.

Nothing here sends. A person opens the draft, reads it and presses the button.
"""

from afterword.writing.delivery.link import mailto
from afterword.writing.delivery.message import eml, gist, message_id

__all__ = ["eml", "gist", "mailto", "message_id"]
