"""The passphrase, asked for in a terminal where passwords lie in a locked file."""

from __future__ import annotations

import sys


def unlock() -> None:
    """Opens the file of passwords, or makes it; does nothing where the system has a keyring."""
    from getpass import getpass

    from afterword.desk.mail import accounts
    from afterword.wire.vault import SealedFile, VaultLocked

    box = accounts.the_vault()
    if not isinstance(box, SealedFile) or box.is_open:
        return
    if not sys.stdin.isatty():
        raise VaultLocked
    if box.is_made:
        box.unlock(getpass("Passphrase of your passwords (not shown): "))
        return
    print("This system has no keyring, so your passwords go into a file that a passphrase locks.")
    print("Nobody can tell you the passphrase again, us included; the passwords can be given anew.")
    box.unlock(getpass("A new passphrase, eight letters or more (not shown): "))
