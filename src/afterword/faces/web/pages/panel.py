"""The decision panel: the advice in force, its reasons, what is unknown, and how to say otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from afterword.casebook import models as record
from afterword.casebook.values import from_plain
from afterword.desk.cases import power
from afterword.desk.cases.kinder import how_near
from afterword.desk.day.cards import PAUSE
from afterword.desk.letters import asked, vouching
from afterword.desk.you import playbook as plays
from afterword.faces.web import answers, words
from afterword.faces.web.pages import own_way
from afterword.faces.web.pages.found import Found, found
from afterword.faces.web.pages.parts import Act, Said
from afterword.terms import YOU, Advice, Band, LetterKind, RemarkKind, Weighed

if TYPE_CHECKING:
    from afterword.faces.web.visit import Visit

#: The strip of a bar is this wide, its middle is zero; the heaviest single factor weighs 5.
STRIP, HEAVIEST = 120.0, 5.0
#: How many reasons are shown each way (method 4.3, what to show).
EACH_WAY = 3
UNKNOWN_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One reason as it counted, drawn from the middle: `x` and `width` in a strip 120 wide."""

    says: str
    words: str
    x: float = 0.0
    width: float = 0.0
    side: str = ""
    quote: str = ""
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class AskOne:
    """A question with its answers to click, and the answer in force."""

    who: str
    text: str
    acts: tuple[Act, ...] = ()
    answered: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """The decision: the advice, three reasons each way, what is unknown, and how to say otherwise."""

    case: str
    title: str
    why: str
    bars: tuple[Bar, ...] = ()
    unknown: tuple[Bar, ...] = ()
    ask: AskOne | None = None
    changes: tuple[str, ...] = ()
    costs: tuple[tuple[str, str], ...] = ()
    no_odds: bool = False
    gates: tuple[str, ...] = ()
    next: str = ""
    who: str = ""
    next_acts: tuple[Act, ...] = ()
    pause: str = ""
    overruled: str = ""
    bands: tuple[tuple[str, str, bool], ...] = ()
    overrule_url: str = ""
    back: Act | None = None
    checks: tuple[AskOne, ...] = ()
    found: Found | None = None


def panel(case: record.Case, visit: Visit) -> Panel | None:
    """The panel of this case; None before any advice, and while a letter lies closed."""
    standing = getattr(case, "standing", None)
    if standing is None or standing.sealed:
        return None
    move = getattr(case, "move", None)
    given = {row.key: row for row in case.answers.order_by("at", "id")}
    last = case.decisions.order_by("-id").first() if standing.band else None
    advice = from_plain(Advice, last.advice) if last is not None else None
    if advice is None and (move is None or not (move.play or move.why)):
        return None
    band = given.get("band")
    own = band.value if band is not None else None
    money = _money(case, given)
    before = Panel(
        ask=money,
        gates=_warning(money),
        case=str(case.pk),
        title=_("What now"),
        why=standing.why,
        next=(move.why.removeprefix(standing.why).strip() or move.why) if move else "",
        next_acts=_next_acts(case, move),
        pause=_pause(move, visit),
    )
    if advice is None:
        return before
    chosen = None
    if own and own != advice.band:
        quiet = tuple(one for one in before.next_acts if one.style == "quiet")
        chosen = own_way.way(case, str(own), whom(case, advice.next_step.who), quiet)
    return Panel(
        case=str(case.pk),
        title=words.says(words.ADVICE, own or advice.band)
        if own or not advice.headline
        else advice.headline,
        why=chosen.why if chosen is not None else advice.why,
        bars=tuple(
            bar(_kindly(one, case)) for one in (*advice.pro[:EACH_WAY], *advice.con[:EACH_WAY])
        ),
        unknown=tuple(
            Bar(answers.question_of(one), _("not known"))
            for one in _not_known(advice, case, visit)[:UNKNOWN_SHOWN]
        ),
        ask=money or _ask(case, advice, given),
        changes=advice.would_change,
        # In the hours after a no nothing is weighed up; that keeps.
        costs=() if before.pause else _costs(advice),
        no_odds=not before.pause and (own or advice.band) in (Band.FIGHT, Band.ASK_FIRST),
        gates=tuple(
            str(answers.GATES.get(one, one))
            for one in advice.gates
            if not (one == "G4" and before.pause) and str(answers.GATES.get(one)) != advice.why
        ),
        next=chosen.next if chosen is not None else _next(advice, move),
        who=advice.next_step.who,
        next_acts=chosen.acts
        if chosen is not None
        else _after_the_question(_acts_of(case, advice, move, before), advice),
        # Where a question to oneself comes first, no letter is spoken of.
        pause="" if _own_question(advice) and not _is_fresh(move) else before.pause,
        overruled=_overruled(own, advice),
        bands=tuple(
            (band_, words.says(words.BAND, band_), band_ == (own or advice.band)) for band_ in Band
        ),
        overrule_url=reverse("web:case-overrule", args=[case.pk]),
        back=_back(case) if own else None,
        checks=tuple(_check(case, key, given) for key in answers.OWN),
        found=found(case, visit),
    )


def _acts_of(
    case: record.Case, advice: Advice, move: record.Move | None, before: Panel
) -> tuple[Act, ...]:
    if move is None or not move.letter:
        return _step_acts(case, advice, move) or before.next_acts
    if move.letter == asked.letter_of(case, advice):
        quiet = tuple(one for one in before.next_acts if one.style == "quiet")
        return (*_step_acts(case, advice, None), *_only_thanks(case, advice), *quiet)
    if move.letter in plays.letters_of(advice.play):
        return before.next_acts
    # The step asks for one letter, the day's move lays another: the first button does what is said.
    step = _step_acts(case, advice, move)
    if move.letter in vouching.LETTERS:  # to the user's own people, and named as that
        own = words.says(words.LETTER, move.letter)
        beside = (replace(one, label=own, style="plain") for one in before.next_acts[:1])
        return (*step, *beside, *before.next_acts[1:])
    rest = tuple(
        replace(one, label=_("Only thank them"), style="plain")
        if one.style == "primary" and move.letter == LetterKind.GRACE_NOTE
        else one
        for one in before.next_acts
    )
    return (*step, *rest) if move.letter == LetterKind.GRACE_NOTE else before.next_acts


def _kindly(one: Weighed, case: record.Case) -> Weighed:
    """How near it was, in the sentence that says so without the one they took."""
    if one.factor != "F4" or not one.quote:
        return one
    return replace(one, quote=how_near(case, one.quote))


def _not_known(advice: Advice, case: record.Case, visit: Visit) -> tuple[str, ...]:
    """What is unknown, without what the map of who decides says on the same page."""
    if "F6" not in advice.unknown:
        return advice.unknown
    known = power.of_case(case, visit.now, visit.profile.zone)
    heard = known.supporters or known.doubters
    return tuple(one for one in advice.unknown if one != "F6" or not heard)


def _only_thanks(case: record.Case, advice: Advice) -> tuple[Act, ...]:
    """Beside the letter that asks after a no, the one that asks nothing: nobody has to ask."""
    grace = LetterKind.GRACE_NOTE
    kinds = case.letters.filter(kind=grace, discard__isnull=True)
    if asked.letter_of(case, advice) != LetterKind.ADVICE_REQUEST or kinds.exists():
        return ()
    url = reverse("web:letter-draft", args=[case.pk])
    fields = (("kind", str(grace)), *whom(case, advice.next_step.who))
    return (Act(_("Only thank them"), url, "plain", True, fields),)


def _after_the_question(acts: tuple[Act, ...], advice: Advice) -> tuple[Act, ...]:
    """Where the one thing to do is to answer a question oneself, no letter is the loudest button."""
    if not _own_question(advice):
        return acts
    return tuple(replace(one, style="plain") if one.style == "primary" else one for one in acts)


def _own_question(advice: Advice) -> bool:
    """Whether the step is to answer a question oneself."""
    own = advice.band == Band.ASK_FIRST and advice.next_step.who in ("", YOU)
    return own and bool(advice.next_question)


def _is_fresh(move: record.Move | None) -> bool:
    return move is not None and move.play == PAUSE


def _costs(advice: Advice) -> tuple[tuple[str, str], ...]:
    """What each way may cost, each with which way it is."""
    labels = (
        _("If you follow it and it was wrong:"),
        _("If you do otherwise and it was right:"),
    )
    return tuple((label, cost) for label, cost in zip(labels, advice.cost_if_wrong, strict=False))


def bar(one: Weighed) -> Bar:
    """A reason as a bar from the middle, to the right for, to the left against."""
    width = max(3.0, min(1.0, abs(one.points) / HEAVIEST) * STRIP / 2)
    weight = _("for") if one.points > 0 else _("against")
    return Bar(
        says=_upper(one.says),
        words=f"{_upper(one.says)}: {weight}",
        x=STRIP / 2 if one.points > 0 else STRIP / 2 - width,
        width=width,
        side="pro" if one.points > 0 else "con",
        quote=one.quote,
        said=Said(one.says, one.basis),
    )


def _ask(case: record.Case, advice: Advice, given: dict[str, record.Answer]) -> AskOne | None:
    if not advice.next_question:
        return None
    key = advice.question_factor
    who = advice.next_step.who
    return AskOne(
        who=_("Ask %(who)s:") % {"who": who} if who and key not in answers.OWN else "",
        text=f"“{advice.next_question}”",
        acts=_buttons(case, key) if key in answers.LADDERS else (),
        answered=_label(key, given),
    )


def _money(case: record.Case, given: dict[str, record.Answer]) -> AskOne | None:
    """Where they asked for money: whether they do, for the user to say; only they know the firm."""
    said = case.remarks.filter(kind=RemarkKind.MONEY).exists()
    if not said:
        return None
    check = _check(case, "asks_money", given)
    return replace(check, text=f"{check.text} {check.answered}".rstrip())


def _warning(money: AskOne | None) -> tuple[str, ...]:
    """What stands above all else while nobody has said that it is genuine."""
    if money is None or money.answered:
        return ()
    return (
        _(
            "This looks like a fraud. Send no money and no papers, answer nothing, and tell somebody "
            "you trust."
        ),
    )


def _check(case: record.Case, key: str, given: dict[str, record.Answer]) -> AskOne:
    text = str(answers.LADDERS[key][0])
    acts = _buttons(case, key)
    answered = _label(key, given)
    if answered:
        again = (("key", key), ("value", ""))
        url = reverse("web:case-answer", args=[case.pk])
        acts += (Act(_("take back"), url, "quiet", True, again, "#decision"),)
    return AskOne("", text, acts, answered)


def _label(key: str, given: dict[str, record.Answer]) -> str:
    row = given.get(key)
    return answers.label_of(key, row.value) if row is not None else ""


def _buttons(case: record.Case, key: str) -> tuple[Act, ...]:
    url = reverse("web:case-answer", args=[case.pk])
    return tuple(
        Act(str(label), url, "small", True, (("key", key), ("value", str(value))), "#decision")
        for value, label in answers.LADDERS[key][1]
    )


def _next(advice: Advice, move: record.Move | None) -> str:
    step = advice.next_step
    said = step.what or (move.why if move else "")
    if step.when and step.when.lower() not in said.lower():
        said = f"{said.rstrip('.')} ({step.when})." if said else step.when
    if step.who and step.who.lower() not in said.lower():
        return f"{step.who}: {said}"
    return said


def _step_acts(case: record.Case, advice: Advice, move: record.Move | None) -> tuple[Act, ...]:
    """A step that says to write to somebody has its draft beside it, though no move is due yet.

    Where their own day is still ahead it stands back: there is nothing to be done before.
    """
    letter = asked.letter_of(case, advice) or next(iter(plays.letters_of(advice.play)), "")
    if not letter or advice.next_step.who in ("", YOU):  # "Send nothing …"
        return ()
    lying = case.letters.open().filter(kind=letter).first()
    if lying is not None:
        return (Act(_("Open the letter"), reverse("web:letter", args=[lying.pk]), "primary"),)
    fields = (("kind", letter), ("play", advice.play), *whom(case, advice.next_step.who))
    url = reverse("web:letter-draft", args=[case.pk])
    if move is not None and not move.play and move.when is not None:
        return (Act(_("Draft it already"), url, "plain", True, fields),)
    return (Act(_("Draft the letter"), url, "primary", True, fields),)


def whom(case: record.Case, name: str = "") -> tuple[tuple[str, str], ...]:
    """The field that says whom a letter is for: who is named so in this case, else whom its move names."""
    seats = [seat.person for seat in case.seats.select_related("person")]
    found = next((one for one in seats if name and one.name.casefold() == name.casefold()), None)
    move = getattr(case, "move", None)
    who = str(found.pk) if found is not None else (move.who if move is not None else "")
    return (("person", who),) if any(str(one.pk) == who for one in seats) else ()


def _next_acts(case: record.Case, move: record.Move | None) -> tuple[Act, ...]:
    if move is None:
        return ()
    acts: list[Act] = []
    if move.letter:
        known = {letter.kind: letter for letter in case.letters.open()}
        if move.letter in known:
            url = reverse("web:letter", args=[known[move.letter].pk])
            acts.append(Act(_("Open the letter"), url, "primary"))
        else:
            url = reverse("web:letter-draft", args=[case.pk])
            acts.append(Act(_("Draft the letter"), url, "primary", True, (("kind", move.letter),)))
    if move.play:
        url = reverse("web:case-rest", args=[case.pk])
        acts.append(Act(_("not now"), url, "quiet", True, (("until", "later"),)))
        acts.append(Act(_("never this one"), url, "quiet", True, (("until", "never"),)))
    return tuple(acts)


def _pause(move: record.Move | None, visit: Visit) -> str:
    """Why a letter leaves later: a fresh verdict (P10), or a better day. A talk to prepare waits for nothing."""
    if move is None or move.not_before is None or move.not_before <= visit.now:
        return ""
    when = {"when": visit.clock.until(move.not_before)}
    if move.play != PAUSE:
        best = _("It may be drafted now; the best time to send it is %(when)s.")
        return best % {"when": visit.clock.best_from(move.not_before)} if move.letter else ""
    if not move.letter:
        return _("Nothing needs an answer now; let it rest until %(when)s.") % when
    return _(
        "The news is fresh. You can write now; it is best sent %(when)s. You may see it otherwise."
    ) % {"when": visit.clock.best_from(move.not_before)}


def _overruled(own: object, advice: Advice) -> str:
    if not own:
        return ""
    return _("This is your own choice. The program would have said: %(band)s.") % {
        "band": words.says(words.BAND, advice.band)
    }


def _back(case: record.Case) -> Act:
    url = reverse("web:case-overrule", args=[case.pk])
    return Act(_("Back to its advice"), url, "small", True, (("band", ""),), "#decision")


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
