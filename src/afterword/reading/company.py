"""Which firm the mail is from or about; never the recruiting system itself."""

from __future__ import annotations

from afterword.reading import senders
from afterword.terms import Mail


def company_of(mail: Mail, text: str, signature: str) -> str:
    """The employer's name as the mail shows it, or empty."""
    if not mail.sender:
        return ""
    vendor = senders.vendor_of(mail.sender.email)
    if vendor and vendor.name_in is senders.NameIn.LOCAL:
        return mail.sender.email.split("@")[0].split("+")[0].title()
    return mail.sender.name if vendor else ""
