"""S1, from a no to lemonade (Jill, who asked for a call, and Jim, who declined kindly)."""

from __future__ import annotations

from afterword.counsel.method.row import Row, rows

LEMONADE: tuple[Row, ...] = rows(
    (
        (
            "S1-01",
            "The news comes by mail, by post or by phone.",
            "does",
            "A verdict that came by voice or paper is entered by hand and counts the same.",
            "casebook.entry.Entry.enter",
            "a case, what happened",
        ),
        (
            "S1-02",
            "To be disappointed is fair; slinking away is not the answer.",
            "does",
            "First rest, then two gracious lines; the letter can be drafted meanwhile.",
            "counsel.moving.after_rest",
            "Today; a case",
        ),
        (
            "S1-03",
            "A good CV, good letters and a profile are taken for granted.",
            "refuses",
            "There is no CV writer here; the program begins after the interview.",
            "terms.LetterKind",
            "the letters of a case",
        ),
        (
            "S1-04",
            "Ask the manager by mail for a call of at most fifteen minutes.",
            "does",
            "The call request, to a finalist who got on with someone, three to seven business days after.",
            "counsel.moving.courtesy.call",
            "Today; the letter",
        ),
        (
            "S1-04b",
            "She had already talked with that manager several times.",
            "does",
            "The call is proposed only where somebody there knows you and answers.",
            "counsel.weighing.tie.rapport",
            "a case, the decision",
        ),
        (
            "S1-05",
            "Ring at the very minute agreed.",
            "does",
            "A call you note stands in your calendar at its hour.",
            "desk.day.agenda.ics",
            "Settings, dates for your calendar",
        ),
        (
            "S1-06",
            "Ask for leads: who do you know at …?",
            "does",
            "The letter names two or three firms and asks for a name, not for an endorsement.",
            "writing.letters.verdict.call_request",
            "the letter",
        ),
        (
            "S1-07",
            "They thought enough of you to make you a finalist.",
            "does",
            "Their own words that say so are found and weighed.",
            "counsel.weighing.seat.finalist_words",
            "a case, the decision",
        ),
        (
            "S1-08",
            "A short mail and a letter by post: glad to have been considered.",
            "does",
            "The grace note by mail; by post a letter in its window, or a small card with its envelope.",
            "desk.letters.posting.as_card",
            "the letter: other ways",
        ),
        (
            "S1-09",
            "Send useful things on what you talked about.",
            "does",
            "A touch needs a cause: their news, a promise, a topic of your talk; it says which.",
            "counsel.cadence.find_cause",
            "Today; a case",
        ),
        (
            "S1-10",
            "Jim declined an offer that did not fit, kindly, and said a better match would be welcome.",
            "does",
            "Thanks, one true reason, the door open, within a day.",
            "counsel.moving.after.declined",
            "Today; the letter",
        ),
        (
            "S1-11",
            "Each side saw something in the other; keep the line open.",
            "does",
            "The tie is weighed apart from the seat, so it outlives the no.",
            "counsel.decision.scale.Scale",
            "a case, the decision",
        ),
        (
            "S1-12",
            "Three months later a better seat was made, and Jill had it; Jim came back later too.",
            "does",
            "News of a new seat or three months gone by is a cause for one short note.",
            "counsel.moving.after.trigger_note",
            "Today; the letter",
        ),
        (
            "S1-13",
            "A detour is no dead end: one contact leads to the next.",
            "shows",
            "Who leads to which firm in one or two steps, and whom to ask first, with the reasons.",
            "counsel.network.reach.reach",
            "People, who reaches which firm; afterword network",
        ),
    )
)
