"""A first glance that costs nothing: surely about jobs, surely not, or worth reading."""

from __future__ import annotations

import re

from afterword.reading import senders
from afterword.terms import Mail

_JOBBISH = re.compile(
    r"\b(?:appl(?:y|ied|ication|icant|ying)|candida|interview|recruit|hiring|hire\b|position|vacanc|role\b|roles\b|job|career|"
    r"resume|résumé|cv\b|talent|offer\b|employ|shortlist|opportunit|opening|assessment|referee|references?\b|"
    r"bewerb|stelle|vorstellung|karriere|poste\b|entretien|recrut|embauche|puesto|empleo|entrevista|selecci|vacante|postula|"
    r"vaga\b|emprego|processo seletivo|sollicit|vacature|functie|gesprek|lavoro|colloquio|posizione|selezione|"
    r"panel|the team|salary|linkedin|background|decided|moving forward|move forward|unfortunately|leider|malheureusement|"
    r"lamentablemente|infelizmente|helaas|purtroppo)",
    re.IGNORECASE,
)


def is_about_jobs(mail: Mail) -> bool | None:
    """True for a recruiting system's mail, False when no word of hiring occurs, None: read it.

    A False is final (the mail is never stored), so it is given only when the
    subject and the first thousands of characters carry no such word, and only to
    mail that opens a thread.
    """
    sender = mail.sender.email if mail.sender else ""
    vendor = senders.vendor_of(sender) if sender else None
    if vendor and vendor.system in {senders.System.ATS, senders.System.ASSESSMENT}:
        return True
    if mail.in_reply_to or mail.references or mail.sent or mail.calendars:
        return None
    if _JOBBISH.search(mail.subject) or _JOBBISH.search(mail.text[:6000]):
        return None
    surely_none = (
        senders.is_bulk(mail) or senders.is_automatic(mail) or senders.is_role_address(sender)
    )
    return False if surely_none else None
