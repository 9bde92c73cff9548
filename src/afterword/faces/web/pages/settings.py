"""Settings: who you are, which addresses are yours, how it looks."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.faces.web.pages.parts import Act


@dataclass(frozen=True, slots=True)
class AddressRow:
    email: str
    says: str
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    title: str
    lead: str
    addresses: tuple[AddressRow, ...] = ()
    links: tuple[Act, ...] = ()
    backup: str = ""
    unread: tuple[tuple[str, str], ...] = ()
    taught: Act | None = None
    plays: Act | None = None
    letters: tuple[Act, ...] = ()
    forget: Act | None = None
