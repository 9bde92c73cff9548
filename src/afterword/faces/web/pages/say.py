"""Moments as one would say them: "yesterday at 17:40", "9 March", in the reader's own zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.dateformat import format as spell
from django.utils.translation import gettext as _


class Clock:
    """The reader's now and zone; every page asks it to word its moments."""

    def __init__(self, now: datetime, zone: str) -> None:
        try:
            self.zone = ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self.zone = ZoneInfo("UTC")
        self.now = now
        self.today = now.astimezone(self.zone).date()

    def here(self, given: datetime) -> datetime:
        """That moment on the reader's own clock."""
        try:
            return given.astimezone(self.zone)
        except OverflowError:  # the first and the last hour of all, kept once from a slip of a pen
            return given

    def day(self, given: date | datetime | None) -> str:
        """A day without its year, unless the year is another one."""
        if given is None:
            return ""
        when = self.here(given).date() if isinstance(given, datetime) else given
        form = "j F" if when.year == self.today.year else "j F Y"
        return spell(when, form)

    def short(self, given: datetime | None) -> str:
        """The day for a narrow column: today, yesterday, 3 Mar, 3 Mar 2024."""
        if given is None:
            return ""
        when = self.here(given).date()
        if when == self.today:
            return _("today")
        if when == self.today - timedelta(days=1):
            return _("yesterday")
        return spell(when, "j M" if when.year == self.today.year else "j M Y")

    def moment(self, given: datetime | None) -> str:
        """Day and hour: today at 08:12, yesterday at 17:40, on 3 March at 16:02."""
        if given is None:
            return ""
        local = self.here(given)
        hour = local.strftime("%H:%M")
        if local.date() == self.today:
            return _("today at %(hour)s") % {"hour": hour}
        if local.date() == self.today - timedelta(days=1):
            return _("yesterday at %(hour)s") % {"hour": hour}
        return _("on %(day)s at %(hour)s") % {"day": self.day(local), "hour": hour}

    def until(self, given: datetime) -> str:
        """A moment to come, as it stands after "until": 18:51 today, 07:40 tomorrow."""
        local = self.here(given)
        hour = local.strftime("%H:%M")
        if local.date() == self.today:
            return _("%(hour)s today") % {"hour": hour}
        if local.date() == self.today + timedelta(days=1):
            return _("%(hour)s tomorrow") % {"hour": hour}
        return self.day(local)

    def best_from(self, given: datetime) -> str:
        """From when something is sent best, and never in the night: "tomorrow morning"."""
        local = self.here(given)
        if 8 <= local.hour < 20:
            return _("from %(when)s on") % {"when": self.until(given)}
        day = local.date() + timedelta(days=local.hour >= 20)
        if day == self.today:
            return _("this morning")
        if day == self.today + timedelta(days=1):
            return _("tomorrow morning")
        return _("in the morning of %(day)s") % {"day": self.day(day)}

    def hour(self, given: datetime) -> str:
        return self.here(given).strftime("%H:%M")

    def part_of_day(self) -> str:
        """Tuesday morning."""
        hour = self.now.astimezone(self.zone).hour
        weekday = spell(self.today, "l")
        if hour < 12:
            return _("%(day)s morning") % {"day": weekday}
        if hour < 18:
            return _("%(day)s afternoon") % {"day": weekday}
        return _("%(day)s evening") % {"day": weekday}
