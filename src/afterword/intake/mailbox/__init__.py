"""Mailboxes of every kind, opened into parcels, and parcels opened into mails.

for parcel in open_mailbox(path).parcels(cursor):
    mail = parse(parcel)
    cursor = parcel.position
"""

from __future__ import annotations

from .opening import Mailbox, open_mailbox
from .parsing import parse, peek
from .paste import pasted

__all__ = ["Mailbox", "open_mailbox", "parse", "pasted", "peek"]
