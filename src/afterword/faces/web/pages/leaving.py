"""How a letter leaves: the ways that are open, what is known of a sending, when it is read best."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from afterword.casebook import models as record
from afterword.desk.letters import carrying, posting
from afterword.desk.mail import own_mail, sending
from afterword.desk.mail.sending import Way
from afterword.faces.web.pages.parts import Act, Crumb
from afterword.terms import Channel

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Leaving:
    """What stands under a letter. `ways` are empty while a sending is not settled."""

    notice: str = ""
    urgent: bool = False
    settle: tuple[Act, ...] = ()
    ways: tuple[Act, ...] = ()
    paper: tuple[Act, ...] = ()
    words: tuple[Act, ...] = ()
    laid: str = ""
    remind: Act | None = None
    reminded: str = ""


def build(letter: record.Letter, visit: Visit) -> Leaving:
    """The ways this letter can take now."""
    row = sending.last(letter)
    way = row.way(visit.now) if row is not None else None
    if row is not None and way in (Way.UNDER_WAY, Way.IN_DOUBT):
        return _unsettled(letter, row, way, visit)
    if letter.state == "discarded":
        return Leaving()
    gone = letter.state == "sent"
    at, so = (_remind(letter, visit), _reminded(letter, visit)) if not gone else (None, "")
    return Leaving(
        notice=_failed(row, way) if not gone else "",
        ways=() if gone else _ways(letter, visit),
        paper=_paper(letter),
        words=() if gone else _words(letter),
        laid=_laid(letter, visit) if not gone else "",
        remind=at,
        reminded=so,
    )


def _unsettled(letter: record.Letter, row: sending.Dispatch, way: Way, visit: Visit) -> Leaving:
    """A letter of which nobody knows yet whether it went: asked plainly, with what helps to know."""
    url = reverse("web:letter-settle", args=[letter.pk])
    look = Act(
        _("Look into my Sent folder"), reverse("web:letter-look", args=[letter.pk]), post=True
    )
    did = Act(_("It went"), url, "plain", True, (("went", "yes"),))
    not_ = Act(_("It did not go"), url, "quiet", True, (("went", "no"),))
    acts = (look, did, not_) if own_mail.can_lay(visit.account) else (did, not_)
    if way is Way.UNDER_WAY:
        says = _("It is being handed to %(server)s. Nothing is sent twice; look again in a minute.")
        return Leaving(says % {"server": row.server}, True, acts)
    says = _(
        "Nobody here can tell whether this letter went. It was handed to %(server)s %(when)s, and "
        "the line broke before the answer. Look into your Sent folder, or ask yourself whether a "
        "reply has come; then say which. Until then it is not sent again."
    )
    given = {"server": row.server, "when": visit.clock.moment(row.handed_at or row.begun_at)}
    return Leaving(says % given, True, acts)


def _failed(row: sending.Dispatch | None, way: Way | None) -> str:
    if row is None or way not in (Way.FAILED, Way.NEVER_LEFT):
        return ""
    return row.why or _("The program stopped before the letter left. Nothing was sent.")


def _ways(letter: record.Letter, visit: Visit) -> tuple[Act, ...]:
    if letter.person is None or not letter.person.email:
        return ()
    acts: list[Act] = []
    if own_mail.can_send(visit.account):
        acts.append(Act(_("Send it …"), reverse("web:letter-send", args=[letter.pk])))
    if own_mail.can_lay(visit.account):
        url = reverse("web:letter-lay", args=[letter.pk])
        if carrying.holes(letter):
            label, given = _("Put in my drafts as it is"), (("with_holes", "yes"),)
            acts.append(Act(label, url, "plain", True, given))
        else:
            acts.append(Act(_("Put in my drafts"), url, post=True))
    if not acts:
        acts.append(Act(_("Send from here: set up"), reverse("web:own-mail"), "quiet"))
    return tuple(acts)


def _paper(letter: record.Letter) -> tuple[Act, ...]:
    if letter.person is None:
        return ()
    where = Act(_("Their postal address"), reverse("web:person-postal", args=[letter.person_id]),
                "quiet")  # fmt: skip
    where = Act(where.label, f"{where.url}?letter={letter.pk}", "quiet")
    if not letter.person.postal:
        return (Act(_("For the post: their address"), where.url, "quiet"),)
    acts = [
        Act(_("PDF for the post"), reverse("web:letter-pdf", args=[letter.pk])),
        Act(_("Word file (.docx)"), reverse("web:letter-docx", args=[letter.pk])),
    ]
    if posting.has_card(letter):
        acts.append(Act(_("As a card"), reverse("web:letter-card", args=[letter.pk])))
    return (*acts, where)


def _words(letter: record.Letter) -> tuple[Act, ...]:
    return tuple(
        Act(label, reverse("web:letter-words", args=[letter.pk, str(channel)]), "quiet")
        for channel, label in (
            (Channel.LINKEDIN_MESSAGE, _("LinkedIn message")),
            (Channel.LINKEDIN_COMMENT, _("LinkedIn comment")),
        )
    )


def _laid(letter: record.Letter, visit: Visit) -> str:
    laid = record.LaidDraft.objects.filter(letter=letter).first()
    if laid is None:
        return ""
    return _(
        "It lies in your “%(folder)s” since %(when)s. Sent from there, it is found in Sent."
    ) % {
        "folder": laid.folder,
        "when": visit.clock.moment(laid.at),
    }


def _remind(letter: record.Letter, visit: Visit) -> Act | None:
    found = posting.next_morning(letter, visit.now, visit.profile.zone)
    if found is None:
        return None
    url = reverse("web:letter-remind", args=[letter.pk])
    when = visit.clock.moment(found.at)
    label = _("Remind me %(when)s") % {"when": when}
    if found.there is not None and found.there.utcoffset() != found.at.utcoffset():
        label = _("Remind me %(when)s (%(there)s their time)") % {
            "when": when,
            "there": f"{found.there:%H:%M}",
        }
    return Act(label, url, "quiet", True)


def _reminded(letter: record.Letter, visit: Visit) -> str:
    row = record.Reminder.objects.filter(letter=letter).first()
    if row is None:
        return ""
    return _("You will be reminded %(when)s. It is not sent by itself.") % {
        "when": visit.clock.moment(row.at)
    }


def note_of(letter: record.Letter, visit: Visit) -> str:
    """What a list says of a sending that is not settled; "" for every other letter. Reads a prefetch."""
    for row in letter.dispatches.all():
        if row.way(visit.now) is Way.IN_DOUBT:
            return _("did it go?")
        if row.way(visit.now) is Way.UNDER_WAY:
            return _("on its way")
    return ""


# ── the last look ───────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class LastLook:
    title: str
    lead: str
    sender: str
    to: str
    subject: str
    paragraphs: tuple[str, ...]
    holes: str
    hour: str
    pause: str
    server: str
    crumbs: tuple[Crumb, ...] = ()


def last_look(letter: record.Letter, visit: Visit, hour: str, pause: str) -> LastLook:
    """Everything as it will go, once more before it does."""
    account = own_mail.of(visit.account)
    return LastLook(
        title=_("Send it?"),
        lead=_("Read it once more. Pressing the button sends this one letter, now."),
        sender=account.address if account else "",
        to=carrying.reader_of(letter).email,
        subject=letter.subject,
        paragraphs=tuple(part for part in letter.text.split("\n\n") if part.strip()),
        holes=_holes(letter),
        hour=hour,
        pause=pause,
        server=account.smtp_host if account else "",
        crumbs=(Crumb(_("Letters"), reverse("web:letters")),
                Crumb(_("This letter"), reverse("web:letter", args=[letter.pk]))),
    )  # fmt: skip


def _holes(letter: record.Letter) -> str:
    """What still stands in square brackets, in a sentence; "" when nothing does."""
    open_ones = carrying.holes(letter)
    n = len(open_ones)
    says = ngettext(
        "One thing is still open: %(first)s", "%(n)d things are still open: %(first)s", n
    )
    return says % {"n": n, "first": open_ones[0]} if n else ""


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    lead: str
    text: str
    count: str
    over: str
    holes: str
    crumbs: tuple[Crumb, ...]
    done: Act | None


def words(letter: record.Letter, channel: Channel) -> Words:
    """The letter as words to paste."""
    found = posting.as_words(letter, channel)
    comment = channel is Channel.LINKEDIN_COMMENT
    over = ngettext(
        "%(n)d sign too long for LinkedIn.", "%(n)d signs too long for LinkedIn.", found.over
    )
    count = _("%(n)d of %(most)d signs.") % {"n": found.signs, "most": found.most}
    if not found.over and found.signs > found.short:
        count += " " + _("Under %(short)d is answered more often.") % {"short": found.short}
    done = Act(_("I have posted it"), reverse("web:letter-sent", args=[letter.pk]), "plain", True,
               (("channel", str(channel)),))  # fmt: skip
    return Words(
        title=_("As a LinkedIn comment") if comment else _("As a LinkedIn message"),
        lead=_("A comment is public, so greeting and closing are left out. You post it yourself.")
        if comment
        else _("Copy it and send it there yourself."),
        text=found.text,
        count=count,
        over=over % {"n": found.over} if found.over else "",
        holes=_holes(letter),
        crumbs=(Crumb(_("Letters"), reverse("web:letters")),
                Crumb(_("This letter"), reverse("web:letter", args=[letter.pk]))),
        done=done if letter.state in ("draft", "approved") else None,
    )  # fmt: skip


# ── Today ───────────────────────────────────────────────────────────────────


def due(visit: Visit) -> tuple[tuple[str, str], ...]:
    """What a letter wants of the user today: a sentence and its page. Doubts come first."""
    until = visit.now + timedelta(hours=12)
    asked = tuple(
        (
            _(
                "Did your letter to %(who)s go? Nobody here can tell; it is not sent again until you say."
            )
            % {"who": row.letter.person or _("them")}
            if row.way(visit.now) is Way.IN_DOUBT
            else _(
                "Your letter to %(who)s did not leave: the program stopped before. It lies there."
            )
            % {"who": row.letter.person or _("them")},
            reverse("web:letter", args=[row.letter_id]),
        )
        for row in sending.unsettled(visit.account, visit.now)
    )
    return asked + tuple(
        (
            _("%(when)s: send your letter to %(who)s")
            % {"when": visit.clock.moment(one.at), "who": one.letter.person or _("them")},
            reverse("web:letter", args=[one.letter_id]),
        )
        for one in posting.reminders(visit.account, until=until)
    )


# ── Settings ────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class OwnMailPage:
    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    note: str = ""
    lies: str = ""
    tried: tuple[own_mail.Tried, ...] = ()
    acts: tuple[Act, ...] = ()


def own_mail_page(visit: Visit, tried: tuple[own_mail.Tried, ...] = ()) -> OwnMailPage:
    """The account letters leave by, whether it was tried, and where its password lies."""
    found = own_mail.of(visit.account)
    lies = _("The password lies in %(where)s.") % {"where": _(own_mail.password_lies())}
    return OwnMailPage(
        title=_("Sending"),
        lead=_(
            "Your own mail account, so that letters leave as yours. One at a time, when you press; "
            "never by themselves. Copying and your mail program work without it."
        ),
        crumbs=(Crumb(_("Settings"), reverse("web:settings")),),
        note=own_mail.asks_of(found.address) if found else "",
        lies=lies if found is not None else "",
        tried=tried,
        acts=()
        if found is None
        else (
            Act(_("Try it: sends nothing"), reverse("web:own-mail-try"), post=True),
            Act(_("Take the account out"), reverse("web:own-mail-drop"), "quiet", True),
        ),
    )
