"""One request of one account: who asks, when, in which zone; and the three ways to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from afterword.casebook.by_heart import by_heart
from afterword.casebook.models import Event, Profile, Source, Who
from afterword.desk.day import abreast, at_hand
from afterword.faces import clock
from afterword.faces.web import framing
from afterword.faces.web.pages.say import Clock

#: How many cards Today showed when it was last seen; forgotten as soon as anything is done.
TODAY = "cards_today"
#: On which day that was.
SEEN_ON = "cards_seen_on"


class SeeOther(HttpResponseRedirect):
    """The answer to every form: go and look. 303, so that going back repeats nothing."""

    status_code = 303


@dataclass
class Visit:
    """What every view asks first."""

    request: HttpRequest
    account: UUID
    now: datetime

    @classmethod
    def of(cls, request: HttpRequest) -> Visit:
        return cls(request, request.account.id, clock.now())  # type: ignore[attr-defined]

    @cached_property
    def profile(self) -> Profile:
        found = Profile.of(self.account, at=self.now)
        if "zone_seen" not in found.settings:
            # A new account has no zone of its own: until its owner says so, it is this machine's.
            zone = clock.zone() if found.zone == "UTC" else found.zone
            found.describe(at=self.now, by=Who.MACHINE, zone=zone, settings={"zone_seen": True})
        return found

    @cached_property
    def clock(self) -> Clock:
        return Clock(self.now, self.profile.zone)

    @cached_property
    def sources(self) -> list[Source]:
        """Where mail comes from."""
        return _sources(self.account)

    @cached_property
    def cases(self) -> int:
        """How many cases are listed; Today has counted them already."""
        return abreast.total(self.account)

    @cached_property
    def asked(self) -> int:
        """How many questions stand open; Today has looked them up already."""
        return at_hand.asked(self.account, self.now)

    @property
    def in_place(self) -> bool:
        """Whether only a part of the page is asked for."""
        return bool(getattr(self.request, "htmx", False))

    def show(
        self, template: str, page: Any, *, here: str = "", status: int = 200, **more: Any
    ) -> HttpResponse:
        """A whole page with its frame; or, for `name.html#part`, that part alone."""
        frame = framing.frame(self, here)
        context = {"page": page, "frame": frame, **more}
        return render(self.request, template, context, status=status)

    def tell(self, says: Any, *, level: int = messages.SUCCESS) -> None:
        """Say what was done; a success offers the way back of this very deed, an information none.

        Where nothing was done, or something that cannot be taken back, "Undo" would hit another deed.
        """
        self.request.session.pop(TODAY, None)
        last = Event.objects.of(self.account).to_undo().only("at")[:1] if level == messages.SUCCESS else ()  # fmt: skip
        own = next((str(one.pk) for one in last if one.at == self.now), "")
        messages.add_message(self.request, level, str(says), extra_tags=own)

    def done(self, says: Any, to: str, *, level: int = messages.SUCCESS) -> HttpResponse:
        """After a form: say what was done, and see the page it leads to."""
        self.tell(says, level=level)
        return SeeOther(to)

    def back(self, default: str) -> str:
        """The page a form was sent from, if it is one of ours and named in the form."""
        to = self.request.POST.get("to", "")
        safe = url_has_allowed_host_and_scheme(to, allowed_hosts=None)
        return to if safe and to.startswith("/") else default


@by_heart
def _sources(account: UUID) -> QuerySet[Source]:
    return Source.objects.of(account)


def to(name: str, *args: Any) -> str:
    """The address of a page."""
    return reverse(f"web:{name}", args=args)
