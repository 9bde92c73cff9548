"""What is known of mail providers: where letters are handed in, and what each asks of its users.

A table to fill in a form with, never a rule: whatever the user writes there wins. Providers change
these, so the form can be tried without sending anything. `keeps_sent` is said only of those who
are known for it: where it is not, a letter missing from Sent proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """Servers and ports; `keeps_sent` when what is handed in appears in Sent by itself."""

    name: str
    domains: tuple[str, ...]
    smtp: str
    smtp_port: int
    security: str
    imap: str
    keeps_sent: bool = False
    note: str = ""


_APP = "Make an app password in your account's security settings; your usual one is not taken."
_NO_PASSWORD = (
    "This provider no longer takes passwords from other programs, so Afterword cannot send here. "
    "“Open in mail” and the mail file work all the same."
)

PROVIDERS: tuple[Provider, ...] = (
    Provider("Gmail", ("gmail.com", "googlemail.com"), "smtp.gmail.com", 465, "tls",
             "imap.gmail.com", True, _APP),
    Provider("Outlook.com", ("outlook.com", "hotmail.com", "live.com", "msn.com"),
             "smtp-mail.outlook.com", 587, "starttls", "outlook.office365.com", True, _NO_PASSWORD),
    Provider("iCloud", ("icloud.com", "me.com", "mac.com"), "smtp.mail.me.com", 587, "starttls",
             "imap.mail.me.com", False, _APP),
    Provider("Yahoo", ("yahoo.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "yahoo.es", "ymail.com"),
             "smtp.mail.yahoo.com", 465, "tls", "imap.mail.yahoo.com", False, _APP),
    Provider("AOL", ("aol.com",), "smtp.aol.com", 465, "tls", "imap.aol.com", False, _APP),
    Provider("GMX", ("gmx.de", "gmx.net", "gmx.at", "gmx.ch"), "mail.gmx.net", 465, "tls",
             "imap.gmx.net", False,
             "Switch on “POP3 and IMAP” in the settings of your mailbox first."),
    Provider("GMX", ("gmx.com", "gmx.co.uk", "gmx.us"), "mail.gmx.com", 465, "tls",
             "imap.gmx.com", False,
             "Switch on “POP3 and IMAP” in the settings of your mailbox first."),
    Provider("WEB.DE", ("web.de",), "smtp.web.de", 587, "starttls", "imap.web.de", False,
             "Switch on “POP3 and IMAP” in the settings of your mailbox first."),
    Provider("Fastmail", ("fastmail.com", "fastmail.fm"), "smtp.fastmail.com", 465, "tls",
             "imap.fastmail.com", False, _APP),
    Provider("mailbox.org", ("mailbox.org",), "smtp.mailbox.org", 465, "tls", "imap.mailbox.org"),
    Provider("Posteo", ("posteo.de", "posteo.net", "posteo.eu"), "posteo.de", 465, "tls",
             "posteo.de"),
    Provider("Zoho", ("zoho.com", "zohomail.com"), "smtp.zoho.com", 465, "tls", "imap.zoho.com",
             False, _APP),
    Provider("Proton", ("proton.me", "protonmail.com", "pm.me"), "127.0.0.1", 1025, "starttls",
             "127.0.0.1", True, "Proton needs its Bridge running on this computer; it shows the "
             "password and the ports to use."),
)  # fmt: skip

_BY_DOMAIN = {domain: one for one in PROVIDERS for domain in one.domains}


def provider_of(address: str) -> Provider | None:
    """The provider behind an address, where the domain alone tells it; None for one's own domain."""
    return _BY_DOMAIN.get(address.rpartition("@")[2].strip().lower())


def keeps_sent(host: str) -> bool:
    """Whether letters handed in at this server appear in Sent without our doing."""
    return any(one.keeps_sent and one.smtp == host.strip().lower() for one in PROVIDERS)
