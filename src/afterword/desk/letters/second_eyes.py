"""Before a letter goes: its night, what changed since, which story answers what, what a friend said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from afterword import terms, writing
from afterword.casebook.event import Event
from afterword.casebook.letter import Letter
from afterword.casebook.profile import Profile
from afterword.casebook.remark import Remark
from afterword.casebook.second_eyes import Comment, Waiver
from afterword.casebook.story import Story
from afterword.desk import morning
from afterword.desk.cases import doubting
from afterword.desk.letters import correspondence
from afterword.desk.letters.pausing import pause
from afterword.errors import UserError
from afterword.writing import facts, resting
from afterword.writing import second_eyes as sheets
from afterword.writing.changes import Change as Change
from afterword.writing.changes import How as How
from afterword.writing.changes import changes

#: What a letter should answer, in this order.
TO_ANSWER = (
    terms.RemarkKind.DOUBT,
    terms.RemarkKind.CHALLENGE,
    terms.RemarkKind.FIRST_PRIORITY,
)


@dataclass(frozen=True, slots=True)
class Answered:
    """Something they said and the story that answers it best; None asks the user for one."""

    remark: terms.Remark
    story: terms.Story | None
    why: str
    others: tuple[tuple[terms.Story, str], ...] = ()
    by: str = ""  # the name of who said it; a remark may keep them by id


@dataclass(frozen=True, slots=True)
class Beside:
    """A comment of a friend, and the sentence it stands beside now ("" for the whole)."""

    comment: Comment
    sentence: str
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Eyes:
    """Everything that helps to see a letter once more before it goes."""

    letter: Letter
    rest: resting.Rest
    waiver: Waiver | None
    since: datetime
    changes: tuple[Change, ...]
    answered: tuple[Answered, ...]
    comments: tuple[Beside, ...]


def look(letter: Letter, *, now: datetime) -> Eyes:
    """The letter as a second pair of eyes would have it laid out."""
    zone = Profile.of(letter.account, at=now).zone
    since = resting.last_night(now, zone)
    before = text_at(letter, since)
    draft = correspondence.draft_of(letter)
    return Eyes(
        letter=letter,
        rest=_rest(letter, now, zone),
        waiver=Waiver.objects.filter(letter=letter).first(),
        since=since,
        changes=changes(before, letter.text) if before not in ("", letter.text) else (),
        answered=answered(letter, now=now),
        comments=_comments(letter, draft),
    )


def _rest(letter: Letter, now: datetime, zone: str) -> resting.Rest:
    """The rest its page asks for: what the case asks goes before the night a letter has by its kind."""
    asked = pause(letter, now)
    if asked is not None:
        return resting.Rest(asked.until, asked.why, over=False)
    return resting.rest(terms.LetterKind(letter.kind), letter.entered_at, now, zone)


def text_at(letter: Letter, then: datetime) -> str:
    """The letter as it stood at that moment, "" when it did not exist; told by what undo remembers."""
    if letter.entered_at > then:
        return ""
    key = str(letter.pk)
    rows = Event.objects.of(letter.account).filter(at__gt=then, case=letter.case_id)
    for ledger in rows.order_by("at", "pk").values_list("ledger", flat=True):
        for row in ledger:
            if row.get("id") == key and row.get("do") == "change" and "text" in row["before"]:
                return str(row["before"]["text"])
    return letter.text


# ── which story answers what ────────────────────────────────────────────────


def answered(letter: Letter, *, now: datetime) -> tuple[Answered, ...]:
    """Each challenge, doubt and priority of the case with its story and the reason."""
    if letter.case is None:
        return ()
    kind = terms.LetterKind(letter.kind)
    rows = matches(correspondence.brief(letter.case, kind, now=now, person=letter.person))
    # The ledger of doubts pairs them too: one story for one doubt, on whichever page it is looked at.
    paired = doubting.of_case(letter.case, now)
    return tuple(_as_in_the_ledger(row, paired) for row in rows)


def _as_in_the_ledger(row: Answered, paired: Mapping[str, doubting.Doubt]) -> Answered:
    doubt = paired.get(row.remark.id)
    proof = doubt.heard.proof if doubt is not None else None
    if row.story is not None or proof is None or proof.story.confidential:
        return row
    return replace(row, story=proof.story, why=proof.why)


def matches(brief: terms.Brief) -> tuple[Answered, ...]:
    """What they said that asks for an answer, best story first; a confidential one is not offered."""
    stories = [story for story in brief.stories if not story.confidential]
    asked = [one for kind in TO_ANSWER for one in brief.remarks if one.kind is kind]
    found = []
    for remark in asked:
        if remark.basis is terms.Basis.GUESSED:
            continue
        ranked = writing.match_among(remark, brief.remarks, stories)
        story, why = (ranked[0][0], ranked[0][2]) if ranked else (None, "")
        others = tuple((one, because) for one, _, because in ranked[1:3])
        found.append(Answered(remark, story, why, others, _name_of(remark, brief)))
    return tuple(found)


def _name_of(remark: terms.Remark, brief: terms.Brief) -> str:
    """Who said it, by name; "" rather than an id."""
    if facts.is_to(remark, brief):
        return brief.to.name if remark.by.strip() else ""
    return facts.speaker(remark, brief)


def tell(
    letter: Letter, remark: Remark, *, challenge: str, action: str, result: str, now: datetime
) -> Story:
    """Three lines become a story that answers what they said; an untouched draft is drawn anew with it.

    Raises UserError while the second or third line is missing: without them it is fog again.
    """
    lines = [" ".join(line.split()) for line in (challenge, action, result)]
    if not lines[1] or not lines[2]:
        raise UserError(
            "Say at least what you did and what came of it, one line each. What you wrote is "
            "still in the form."
        )
    untouched = letter.state == "draft" and _as_drafted(letter, now)
    title = " ".join((lines[0] or lines[1]).split()[:6]).rstrip(".,;:")
    story = Story.tell(
        account=letter.account,
        title=title,
        at=now,
        challenge=lines[0],
        action=lines[1],
        result=lines[2],
    )
    remark.answer_with(story=story, at=now)
    if letter.case is not None:
        if untouched:
            correspondence.again(letter, now=now)
        morning.plan_case(letter.case, now)
    return story


def _as_drafted(letter: Letter, now: datetime) -> bool:
    """Whether the words are still the program's, so that drawing anew takes nothing from the user."""
    if letter.case is None:
        return False
    kind = terms.LetterKind(letter.kind)
    brief = correspondence.brief(letter.case, kind, now=now, person=letter.person)
    return writing.compose(brief).body == letter.text


# ── a friend ────────────────────────────────────────────────────────────────


def sheet(letter: Letter, *, now: datetime, post: str = "") -> str:
    """The letter as one file for a friend; it sends nothing unless `post` names our own door."""
    profile = Profile.of(letter.account, at=now)
    return sheets.sheet(correspondence.draft_of(letter), profile.name, post=post)


def bring_back(letter: Letter, text: str, *, now: datetime) -> int:
    """Keep the comments found in what a friend sent back; how many were new.

    Raises UserError where there is none in it.
    """
    found = sheets.read_back(text, correspondence.draft_of(letter))
    if not found:
        raise UserError(
            "I found no comment in that. Paste the whole text your friend sent back, or their "
            "mail with your sentences quoted."
        )
    return Comment.bring(
        letter=letter, found=[(one.sentence, one.comment, one.by) for one in found], at=now
    )


def hand_over(letter: Letter, fields: Mapping[str, str], *, now: datetime) -> int:
    """The same for a page that a friend filled in: boxes c0, c1 … and their name."""
    lines = [f"From: {' '.join(fields.get('by', '').split())[:200]}"]
    for i, sentence in enumerate(
        ("", *(s.text for s in correspondence.draft_of(letter).sentences))
    ):
        said = " ".join(fields.get(f"c{i}", "").split())[:4000]
        if said:
            lines += [f"{i}> {sentence}", said, ""]
    return bring_back(letter, "\n".join(lines), now=now) if len(lines) > 1 else 0


def _comments(letter: Letter, draft: terms.Draft) -> tuple[Beside, ...]:
    found = []
    for comment in Comment.objects.filter(letter=letter).order_by("done_at", "pk"):
        place = sheets.beside(draft, comment.sentence)
        now = draft.sentences[place].text if place is not None else comment.sentence
        found.append(Beside(comment, now, place is None and bool(comment.sentence)))
    return tuple(found)


def as_json(eyes: Eyes) -> dict[str, Any]:
    """What the terminal prints of it."""
    return {
        "id": str(eyes.letter.pk),
        "rest": {
            "until": eyes.rest.until.isoformat() if eyes.rest.until else None,
            "over": eyes.rest.over,
            "why": eyes.rest.why,
            "overruled": eyes.waiver.why if eyes.waiver else None,
        },
        "since": eyes.since.isoformat(),
        "changes": [
            {"how": str(one.how), "before": one.before, "after": one.after}
            for one in eyes.changes
            if one.how != How.KEPT
        ],
        "answers": answers_json(eyes.answered),
        "comments": [
            {
                "sentence": one.sentence,
                "comment": one.comment.text,
                "by": one.comment.by_name,
                "done": one.comment.done_at is not None,
                "sentence_is_gone": one.moved,
            }
            for one in eyes.comments
        ],
    }


def answers_json(rows: tuple[Answered, ...]) -> list[dict[str, Any]]:
    """Each remark with its story and reason; without one, the three lines asked for."""
    return [
        {
            "remark": row.remark.id,
            "kind": str(row.remark.kind),
            "quote": row.remark.quote,
            "story": {"id": row.story.id, "title": row.story.title} if row.story else None,
            "why": row.why,
            "asks": [] if row.story else ["challenge", "action", "result"],
        }
        for row in rows
    ]
