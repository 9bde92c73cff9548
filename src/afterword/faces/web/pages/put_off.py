"""What is said when something was put off: until when, and which day it does not miss."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from afterword.desk.day.putting_off import Pause

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


def says(pause: Pause, visit: Visit) -> str:
    """When it is there again, and why no later."""
    today = visit.clock.today
    if pause.due is None:
        return _("Left in peace until %(day)s.") % {"day": visit.clock.day(pause.until)}
    if pause.until <= today:
        return _("It is for today, so it is not put away: you find it here again later today.")
    day = {"day": visit.clock.day(pause.due)}
    if pause.due == today + timedelta(days=1):
        return _("Back tomorrow morning, not later: tomorrow, %(day)s, is the day itself.") % day
    if pause.theirs:
        return _("Back tomorrow morning: the day they named is %(day)s.") % day
    return _("Back tomorrow morning: it is best done by %(day)s.") % day
