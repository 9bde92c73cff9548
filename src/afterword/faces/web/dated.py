"""Days as a person types them: a slip of the pen (1850, 9999) is asked about, never kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.dateformat import format as spell
from django.utils.translation import gettext as _

from afterword.faces import clock

#: A search and what led to it lie within these years; beyond them it is a slip of the pen.
BACK, AHEAD = 10, 3
#: A mail account may be read from its first letter on.
OF_A_MAILBOX = 40
#: It is never later than this anywhere on earth (UTC+14, in Kiritimati).
LATEST = timedelta(hours=14)


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Moment(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class DayField(forms.DateField):
    """A day within a span of years; with `past` none that is still to come."""

    widget = Day

    def __init__(self, *, back: int = BACK, past: bool = False, **more: Any) -> None:
        super().__init__(**more)
        self.back, self.past = back, past

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        within(value, self.back)
        if self.past and value > (clock.now() + LATEST).date():
            raise to_come(value)


class MomentField(forms.DateTimeField):
    """A day and an hour within the same years."""

    widget = Moment

    def __init__(self, **more: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%dT%H:%M"], **more)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None:
            within(value.date(), BACK)


def has_been(form: forms.Form, name: str, today: date) -> bool:
    """Whether the day in that field has come, where the user lives; if not, the form asks."""
    given = form.cleaned_data[name]
    if given is not None and given > today:
        form.add_error(name, to_come(given))
    return not form.errors


def to_come(given: date) -> forms.ValidationError:
    said = _(
        "%(day)s is still to come, so it cannot have been said or done yet. Which day was it? "
        "A talk to come is noted as an interview."
    )
    return forms.ValidationError(said % {"day": spell(given, "j F Y")})


def within(given: date, back: int = BACK) -> None:
    """Asks anew where a day lies so far away that it was hardly meant."""
    this = clock.now().year
    if this - back <= given.year <= this + AHEAD:
        return
    raise forms.ValidationError(
        _(
            "The year %(year)s looks like a slip of the pen. "
            "It takes days from %(first)s to %(last)s. Which one did you mean?"
        )
        % {"year": given.year, "first": this - back, "last": this + AHEAD}
    )
