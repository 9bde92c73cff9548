"""The answers a person can click for each thing that is weighed, with the value each one has.

The values are the ladders of method 4.2 and 4.3; what is weighed, and how
heavily, is counsel's. A factor without a line here is answered in the text of
the case (an interview, a remark) and not by a button.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

Choices = tuple[tuple[float | bool | str, object], ...]

LADDERS: dict[str, tuple[object, Choices]] = {
    "F1": (
        _("Where do they stand: still open, or decided?"),
        (
            (1, _("Still deciding")),
            (0.4, _("An offer is out")),
            (-0.8, _("Accepted")),
            (-1, _("Started, frozen or gone")),
        ),
    ),
    "F2": (
        _("Did they give a reason you can answer?"),
        (
            (1, _("Yes, and I have proof")),
            (0.5, _("Partly")),
            (0, _("Too vague to say")),
            (-0.8, _("Someone from within")),
            (-1, _("A rule: permit, pay, place")),
        ),
    ),
    "F3": (
        _("Do you hold something they have not seen?"),
        ((1, _("Yes, something strong")), (0.5, _("Something")), (-1, _("No"))),
    ),
    "F4": (
        _("How near were you?"),
        ((1, _("One of the last")), (0, _("In the middle rounds")), (-1, _("Only a first talk"))),
    ),
    "F5": (
        _("Whom can you reach there?"),
        (
            (1, _("Someone who decides")),
            (0.3, _("Only the recruiter")),
            (-1, _("Only a no-reply address")),
        ),
    ),
    "F6": (
        _("Did anyone there clearly speak for you, or against?"),
        ((1, _("For me")), (-1, _("Against"))),
    ),
    "F7": (
        _("Did the job change, or do they have a fact about you wrong?"),
        ((1, _("Yes")), (-0.3, _("No"))),
    ),
    "F9": (
        _("After a night's sleep: do you want this work with these people?"),
        (
            (1, _("Yes, I do")),
            (0.3, _("I think so")),
            (-0.3, _("I am not sure")),
            (-1, _("It is not the work that draws me")),
        ),
    ),
    "F10": (
        _("Would a week on this take time from a better lead?"),
        ((0.5, _("No, there is time")), (-1, _("Yes, it would"))),
    ),
    "W2": (
        _("Did anyone say in their own words that you should stay in touch?"),
        ((1, _("Yes, by name")), (0, _("Friendly, no more")), (-1, _("Cold"))),
    ),
    "W3": (
        _("Is the firm growing or shrinking, from what one can read?"),
        ((1, _("Growing")), (-1, _("Shrinking"))),
    ),
    "W4": (
        _("Would you say yes to a good role there?"),
        ((1, _("Yes")), (0, _("Perhaps")), (-1, _("No"))),
    ),
    "W5": (
        _("Are other roles for you likely there within a year?"),
        ((1, _("Likely")), (-1, _("Unlikely"))),
    ),
    "W6": (
        _("Is there one person there you got on with, who answers?"),
        ((1, _("Yes")), (-1, _("Nobody"))),
    ),
    "W8": (
        _("Did they treat you with respect?"),
        ((0.5, _("Yes")), (-1, _("No"))),
    ),
    "G3": (
        _("Have you accepted something else, or stopped wanting this one?"),
        ((True, _("Yes")), (False, _("No"))),
    ),
    "G4": (
        _("Are you still angry about it?"),
        ((True, _("Yes, still")), (False, _("No"))),
    ),
    "G7": (
        _("Is it a process with fixed rules, where nothing may be sent afterwards?"),
        ((True, _("Yes")), (False, _("No"))),
    ),
    "asks_money": (
        _(
            "Do they ask you for what frauds ask: a fee, a gift card, money in advance, or papers and "
            "your account before any talk?"
        ),
        ((True, _("Yes")), (False, _("No, this is genuine"))),
    ),
    "needs_care": (
        _("Is it too heavy just now: no sleep, no food, no getting up?"),
        ((True, _("Yes, it is")), (False, _("No, I manage"))),
    ),
    "claim": (
        _("Would your letter need something that may not be said?"),
        (
            ("untrue", _("I told them something that is not so")),
            ("secret", _("My proof is not mine to show")),
            ("unproven", _("I only heard it of somebody")),
        ),
    ),
    "no_contact": (
        _("Do they or their rules forbid you to write to anybody there?"),
        ((True, _("Yes")), (False, _("No"))),
    ),
    "review_open": (
        _("Is a formal review or an appeal still open to you?"),
        ((True, _("Yes")), (False, _("No"))),
    ),
    "reposted": (
        _("Is the same advert up again, and nobody has said a word about it?"),
        ((True, _("Yes")), (False, _("No"))),
    ),
}

#: What the case page offers under "Your own answers": what no mail can tell.
OWN = (
    *("F9", "W4", "F3", "F10", "W8", "G3", "G4", "needs_care", "claim", "G7", "no_contact"),
    *("review_open", "reposted", "asks_money"),
)


def value_of(key: str, given: str) -> float | bool | str | None:
    """The value a button carries, if this factor has it; "" takes the answer back."""
    if given == "":
        return None
    for value, _words in LADDERS[key][1]:
        if str(value) == given:
            return value
    raise KeyError(given)


def label_of(key: str, value: object) -> str:
    """What the person clicked, in their own words."""
    if key not in LADDERS or value is None:
        return ""
    for one, label in LADDERS[key][1]:
        if one == value and isinstance(one, bool) == isinstance(value, bool):
            return str(label)
    return ""


#: What is not known, where no button answers it.
UNKNOWN = {
    "F8": _("When did they decide?"),
    "W1": _("How far did you come with them?"),
    "W7": _("Whom do these people reach?"),
}


def question_of(key: str) -> str:
    """What is not known, as a question."""
    if key in LADDERS:
        return str(LADDERS[key][0])
    return str(UNKNOWN.get(key, key))


#: What a gate means to the person before it (method 4.1, 4.5).
GATES = {
    "G1": _(
        "They asked to be left alone, or you chose so, and nothing is drafted here. That is no verdict on you."
    ),
    "G2": _(
        "Something here may not have been lawful. Keep the facts with their dates, and talk to "
        "someone who can advise you before you write."
    ),
    "G3": _("You have chosen another way, and a kind word to them is enough here."),
    "G4": _("The news is fresh, or still hurts. Nothing is lost by letting it rest."),
    "G5": _("You have tried once for this seat. Another time needs a new reason of theirs."),
    "G6": _("It would need something untrue or not yours to tell. There is a letter without it."),
    "G7": _("The rules of this process allow nothing more to be sent. The next call does."),
    "G8": _("Their clock still runs. Until the day they named, silence means nothing."),
    "G9": _("What you know in confidence may choose the day you write, never the words."),
}
