"""How looking back is said: the five things, the four respects, where it stopped."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from afterword.desk.cases.looking_back import Came, Choice
from afterword.faces.web.words import Words
from afterword.terms import Stage

#: The five things of a search, as one would do them again.
HABIT: Words = {
    "deciders": _("find the deciders"),
    "problem": _("uncover the real problem early"),
    "references": _("test the references"),
    "letters": _("write to each person, with proof"),
    "targets": _("keep other targets alive"),
}

CHOICE: Words = {
    Choice.NEXT: _("It might have; I will try it next"),
    Choice.AGAIN: _("I did it, and would again"),
    Choice.NO: _("It would have changed nothing"),
    Choice.OPEN: _("I leave it open"),
}

RESPECT: Words = {
    "planning": _("Planning"),
    "preparation": _("Preparation"),
    "calm": _("Calm"),
    "learning": _("Learning"),
}

#: Where a process stopped, after what had been reached.
AFTER: Words = {
    Stage.APPLIED: _("After the application"),
    Stage.RECRUITER_SCREEN: _("After the first talk"),
    Stage.ASSESSMENT: _("After a test or task"),
    Stage.HIRING_MANAGER_INTERVIEW: _("After the talk with the hiring manager"),
    Stage.PANEL_ONSITE: _("After a panel or a day on site"),
    Stage.FINAL_EXECUTIVE: _("After the final round"),
    Stage.REFERENCE_BACKGROUND_CHECK: _("After a reference check"),
    Stage.VERBAL_OFFER: _("After an offer by word of mouth"),
    Stage.WRITTEN_OFFER: _("After an offer in writing"),
    Stage.ACCEPTED: _("After your yes"),
}

#: What came of an advice, after a number: "two answered".
CAME: Words = {
    Came.HIRED: _("hired there"),
    Came.TALKING: _("in talks again"),
    Came.ANSWERED: _("answered what you wrote"),
    Came.UNANSWERED: _("left it unanswered"),
    Came.UNTOUCHED: _("not written to"),
    Came.STOPPED: _("asked for quiet"),
}
