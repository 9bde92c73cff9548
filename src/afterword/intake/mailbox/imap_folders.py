"""Which folders of a server are worth reading, by special use (RFC 6154) and else by name."""

from __future__ import annotations

from collections.abc import Iterable

from afterword.wire.imap import ServerFolder

from .foldernames import is_sent, is_unwanted

_NEVER = frozenset({"\\junk", "\\trash", "\\drafts"})
#: Folders that show again what lies elsewhere (RFC 6154; \\important is Gmail's).
_VIEWS = frozenset({"\\all", "\\flagged", "\\important"})


def worth_reading(folders: Iterable[ServerFolder], gmail: bool) -> list[ServerFolder]:
    """The folders to read, the inbox first, then sent mail; nothing twice.

    At Gmail "All Mail" holds every mail once, with its labels; elsewhere a folder
    of all mails only repeats the others.
    """
    folders = [f for f in folders if not f.flags & _NEVER]
    if gmail:
        everything = [f for f in folders if "\\all" in f.flags]
        if everything:
            return everything
    kept = [f for f in folders if not f.flags & _VIEWS]
    kept = [f for f in kept if "\\sent" in f.flags or is_sent(f.name) or not is_unwanted(f.name)]

    def rank(folder: ServerFolder) -> tuple[int, str]:
        if folder.name.upper() == "INBOX":
            return 0, ""
        return (1 if "\\sent" in folder.flags or is_sent(folder.name) else 2), folder.name

    return sorted(kept, key=rank)


def left_out(
    listed: Iterable[ServerFolder], kept: Iterable[ServerFolder], gmail: bool
) -> dict[str, str]:
    """The folders that are not read, each with the reason."""
    names = {folder.name for folder in kept}
    found = {}
    for folder in listed:
        if folder.name in names:
            continue
        if folder.flags & _NEVER or is_unwanted(folder.name):
            found[folder.name] = "spam, deleted mail and drafts are left alone"
        elif gmail:
            found[folder.name] = "its mails lie in All Mail too, and are read there"
        else:
            found[folder.name] = "it only shows again what lies in other folders"
    return found
