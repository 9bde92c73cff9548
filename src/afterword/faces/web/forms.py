"""What a person can tell by hand: few fields, plain labels, everything but the first optional."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from afterword.desk.you import countries
from afterword.faces.web import words, zones
from afterword.faces.web.dated import OF_A_MAILBOX, DayField, MomentField
from afterword.faces.web.placing import PlaceField
from afterword.faces.web.zone_field import ZoneInput
from afterword.terms import Basis, Channel, MailKind, Part, RemarkKind, Stage, Stance


def choices(given: words.Words, *, empty: object = None) -> list[tuple[str, Any]]:
    first: list[tuple[str, Any]] = [("", empty)] if empty is not None else []
    return first + [(str(value), label) for value, label in given.items()]


#: Between the application and an offer lie the rounds.
ROUNDS = tuple(Stage)[1:7]


def _offer(form: forms.Form, name: str, given: list[tuple[str, Any]]) -> None:
    """What a field lets one choose, known only when the form is made."""
    field: Any = form.fields[name]
    field.choices = given


class CaseForm(forms.Form):
    company = forms.CharField(label=_("Firm"), max_length=300)
    role = forms.CharField(label=_("Role"), max_length=300, required=False)
    since = DayField(
        label=_("Since when"), required=False, help_text=_("Leave it empty for today.")
    )


class RenameForm(forms.Form):
    company = forms.CharField(label=_("Firm"), max_length=300)
    role = forms.CharField(label=_("Role"), max_length=300, required=False)


class EntryForm(forms.Form):
    """What happened outside the mail: above all a no by phone."""

    KINDS = (
        (MailKind.REJECTION, _("They said no")),
        (MailKind.STATUS_UPDATE, _("They need more time")),
        (MailKind.ON_HOLD, _("It is paused")),
        (MailKind.POSITION_FILLED, _("The seat is filled")),
        (MailKind.CANCELLED, _("The role is given up")),
        (MailKind.REFERENCE_CHECK, _("They ask for references")),
        (MailKind.OFFER, _("They made an offer")),
        (MailKind.REOPENED, _("It is open again")),
        ("call", _("We spoke, nothing decided")),
        ("application", _("I applied")),
    )
    kind = forms.ChoiceField(
        label=_("What they said"), choices=[(str(k), v) for k, v in KINDS], widget=forms.RadioSelect
    )
    when = DayField(label=_("When"), past=True)
    channel = forms.ChoiceField(
        label=_("How"),
        choices=choices(words.CHANNEL),
        initial=Channel.PHONE,
    )
    person = forms.ChoiceField(label=_("Who told you"), required=False)
    detail = forms.CharField(
        label=_("In their words, as near as you remember"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    promised = DayField(
        label=_("A day they named"), required=False, help_text=_("If they named one.")
    )
    invitation = forms.BooleanField(label=_("They asked me to stay in touch"), required=False)

    def __init__(self, *args: Any, people: Iterable[Any] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        named = [(str(one.pk), str(one)) for one in people]
        _offer(self, "person", [("", _("I would rather not say")), *named])


class InterviewForm(forms.Form):
    when = MomentField(label=_("When"))
    stage = forms.ChoiceField(
        label=_("Which round"),
        choices=choices({one: words.STAGE[one] for one in ROUNDS}, empty=_("not sure")),
        required=False,
    )
    channel = forms.ChoiceField(
        label=_("How"), choices=choices(words.CHANNEL), initial=Channel.VIDEO
    )
    people = forms.CharField(
        label=_("With whom"),
        required=False,
        help_text=_("Names, with commas between them."),
    )


class DebriefForm(forms.Form):
    """Facts apart from feelings (method 3, P03)."""

    note = forms.CharField(
        label=_("What they asked, and what you answered"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    weak_answers = forms.CharField(
        label=_("An answer you would give better now"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The next letter can repair it."),
    )
    chemistry = forms.CharField(
        label=_("How it felt between you"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Yours alone. It is never put in a letter."),
    )
    promised = DayField(label=_("The day they named"), required=False)
    challenge = forms.CharField(
        label=_("Something they struggle with, in their words"), required=False, max_length=1000
    )
    doubt = forms.CharField(
        label=_("A doubt about you, in their words"), required=False, max_length=1000
    )
    by = forms.CharField(label=_("Who said it"), required=False, max_length=200)


class RemarkForm(forms.Form):
    quote = forms.CharField(
        label=_("Their words, as near as you remember"), widget=forms.Textarea(attrs={"rows": 3})
    )
    kind = forms.ChoiceField(
        label=_("What it is"), choices=choices(words.REMARK), initial=RemarkKind.CHALLENGE
    )
    by = forms.CharField(label=_("Who said it"), required=False, max_length=200)
    on = DayField(label=_("When"), required=False, past=True)
    basis = forms.ChoiceField(
        label=_("How do you know"),
        choices=choices(words.BASIS_TO_CHOOSE),
        initial=Basis.SAID,
        widget=forms.RadioSelect,
    )


class AnswerForm(forms.Form):
    """Which story meets what they said."""

    story = forms.ChoiceField(label=_("The story that answers it"), required=False)

    def __init__(self, *args: Any, stories: Iterable[Any] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        told = [(str(one.pk), str(one)) for one in stories]
        _offer(self, "story", [("", _("none yet")), *told])


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("Mail address"), required=False)
    title = forms.CharField(label=_("What they do"), required=False, max_length=200)
    company = forms.CharField(label=_("Firm"), required=False, max_length=300)
    country = PlaceField(
        label=_("Country, if it is not the firm's"),
        help_text=_("Two letters, such as DE or US-NY. Sending hours go by it."),
    )
    note = forms.CharField(
        label=_("Your note"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Write as if they may read it one day."),
    )


class TouchForm(forms.Form):
    when = DayField(label=_("When"), past=True)
    channel = forms.ChoiceField(label=_("How"), choices=choices(words.CHANNEL))
    note = forms.CharField(
        label=_("What about"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class SeatForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("Mail address"), required=False)
    title = forms.CharField(label=_("What they do there"), required=False, max_length=200)
    part = forms.ChoiceField(
        label=_("Their part"), choices=choices(words.PART), initial=Part.UNKNOWN
    )
    stake = forms.CharField(
        label=_("What they have at stake"),
        required=False,
        max_length=64,
        help_text=_("Sales, finance, operations, service … Leave it empty to go by their title."),
    )
    stance = forms.ChoiceField(
        label=_("Where they stand"),
        choices=choices(words.STANCE),
        initial=Stance.UNKNOWN,
        widget=forms.RadioSelect,
    )
    stance_basis = forms.ChoiceField(
        label=_("How do you know"),
        choices=choices(words.BASIS_TO_CHOOSE),
        initial=Basis.GUESSED,
        widget=forms.RadioSelect,
    )
    quote = forms.CharField(
        label=_("What they said or did that shows it"), required=False, max_length=1000
    )


class StoryForm(forms.Form):
    title = forms.CharField(
        label=_("A name for it"), max_length=300, help_text=_("Such as “Utrecht cut-over”.")
    )
    challenge = forms.CharField(
        label=_("What was the trouble?"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    action = forms.CharField(
        label=_("What did you do?"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    result = forms.CharField(
        label=_("What came of it?"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    numbers = forms.CharField(
        label=_("Numbers that hold"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One a line. A letter uses no number that is not here."),
    )
    skills = forms.CharField(
        label=_("What it shows"), required=False, help_text=_("A few words, with commas.")
    )
    confirm = forms.CharField(label=_("Who can confirm it"), required=False, max_length=300)
    when = forms.CharField(label=_("When it was"), required=False, max_length=64)
    confidential = forms.BooleanField(
        label=_("It holds things I may not tell"),
        required=False,
        help_text=_("Then no letter uses it."),
    )


class CorrectForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            ("", _("as it was read")),
            *((str(k), words.KIND[k]) for k in words.KINDS_TO_CHOOSE),
        ],
        required=False,
    )
    company = forms.CharField(label=_("Which firm?"), required=False, max_length=300)
    role = forms.CharField(label=_("Which role?"), required=False, max_length=300)
    case = forms.ChoiceField(label=_("Which case does it belong to?"), required=False)

    def __init__(self, *args: Any, cases: Iterable[Any] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        known = [(str(one.pk), str(one)) for one in cases]
        _offer(self, "case", [("", _("as it is")), *known])


class EndForm(forms.Form):
    outcome = forms.ChoiceField(label=_("How it ended"), choices=choices(words.OUTCOME))
    when = DayField(label=_("When"), required=False)
    why = forms.CharField(
        label=_("What you take from it"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Yours alone, and only if you like."),
    )


class MergeForm(forms.Form):
    into = forms.ChoiceField(label=_("Which one is it the same as?"))

    def __init__(self, *args: Any, cases: Iterable[Any] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        _offer(self, "into", [(str(one.pk), str(one)) for one in cases])


class SplitForm(forms.Form):
    messages = forms.MultipleChoiceField(
        label=_("Which mails belong elsewhere?"), widget=forms.CheckboxSelectMultiple
    )
    company = forms.CharField(label=_("Their firm"), required=False, max_length=300)
    role = forms.CharField(label=_("Their role"), required=False, max_length=300)

    def __init__(self, *args: Any, mails: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        choices = self.fields["messages"]
        assert isinstance(choices, forms.MultipleChoiceField)
        choices.choices = list(mails)


class PathForm(forms.Form):
    path = forms.CharField(
        label=_("Where it lies"),
        max_length=4000,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class FileForm(forms.Form):
    file = forms.FileField(label=_("Choose a file"))


class PasteForm(forms.Form):
    text = forms.CharField(
        label=_("The mail"), max_length=500_000, widget=forms.Textarea(attrs={"rows": 6})
    )


class ImapForm(forms.Form):
    host = forms.CharField(label=_("Server"), max_length=253, help_text=_("Such as imap.gmail.com"))
    port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65535, initial=993)
    user = forms.CharField(label=_("User name"), max_length=320)
    password = forms.CharField(
        label=_("App password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("One made for this purpose in your mail account, not your own password."),
    )
    since = DayField(label=_("Read from"), back=OF_A_MAILBOX)


class ProfileForm(forms.Form):
    name = forms.CharField(label=_("Your name, as you sign"), required=False, max_length=200)
    zone = forms.CharField(
        label=_("Time zone"),
        max_length=64,
        widget=ZoneInput,
        help_text=_("Begin to type your city."),
    )
    country = forms.CharField(
        label=_("Country"),
        required=False,
        max_length=60,
        help_text=_("By its name or two letters, such as BE. Business days are counted by it."),
    )
    works_in = forms.CharField(
        label=_("Countries you may work in"),
        required=False,
        max_length=200,
        help_text=_("With commas between them, or EU for all of it. Seats elsewhere are not told."),
    )
    keep_ties = forms.BooleanField(
        label=_("Remember with whom and when I write privately, never a word of it"),
        required=False,
    )
    theme = forms.ChoiceField(
        label=_("Light or dark"),
        required=False,
        choices=(("", _("as the system")), ("light", _("light")), ("dark", _("dark"))),
        widget=forms.RadioSelect(attrs={"data-theme-choice": ""}),
    )

    def clean_zone(self) -> str:
        zone = zones.found(str(self.cleaned_data["zone"]))
        if not zone:
            raise forms.ValidationError(_("No such place is known. Choose one of the list."))
        return zone

    def clean_country(self) -> str:
        typed = str(self.cleaned_data["country"])
        code = countries.code_of(typed)
        if typed.strip() and not code:
            raise forms.ValidationError(
                _("No country is known as %(typed)s. Write its name or its two letters.")
                % {"typed": typed}
            )
        return code

    def clean_works_in(self) -> str:
        try:
            return " ".join(countries.codes_of(str(self.cleaned_data["works_in"])))
        except ValueError as problem:
            raise forms.ValidationError(
                _("%(typed)s is no country known here. Write names or letters, such as DE, AT, NL.")
                % {"typed": problem}
            ) from problem


class AddressForm(forms.Form):
    email = forms.EmailField(label=_("Another address of yours"))
