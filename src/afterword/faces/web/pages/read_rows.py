"""What was read since yesterday: a line a mail, for the user to say whether it was read right."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.desk.day import page
from afterword.faces.web import words
from afterword.faces.web.pages.parts import Act
from afterword.faces.web.pages.ribbon import NO
from afterword.terms import Certainty


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A mail the machine read, for the user to say whether it read it right."""

    id: str
    who: str
    url: str
    says: str
    quote: str = ""
    right: Act | None = None
    correct: Act | None = None
    sealed: bool = False
    settled: str = ""


def read_row(one: page.Read) -> ReadRow:
    """A mail that was read, with Right and Correct; a closed one offers neither.

    Nobody is asked to confirm a no that leaves no doubt, nor shown its words in passing.
    """
    url = reverse("web:mail", args=[one.message])
    who = one.company or one.who
    if one.sealed:
        return ReadRow(str(one.message), who, url, _("A closed letter."), sealed=True)
    swap = f"#read-{one.message}"
    about = _("about the mail from %(who)s") % {"who": who}
    plain = one.kind in NO and one.certainty == Certainty.STRONG
    return ReadRow(
        id=str(one.message),
        who=who,
        url=url,
        says=_("This looks like a fraud; send them nothing.")
        if one.fraud
        else words.says(words.KIND, one.kind) + ".",
        quote="" if plain else _cut(one.quote),
        right=None
        if plain
        else Act(
            _("Right"),
            reverse("web:mail-right", args=[one.message]),
            post=True,
            swap=swap,
            about=about,
        ),
        correct=Act(_("Correct"), f"{url}?correct=1#correct", "quiet", about=about),
        settled="" if one.proposal else _("settled by you"),
    )


def _cut(quote: str, most: int = 160) -> str:
    return quote if len(quote) <= most else quote[:most].rsplit(" ", 1)[0] + " …"
