"""The plays, gates and factors of the method, each said in the words of its own table."""

from __future__ import annotations

from afterword.counsel.decision.factors import FACTORS, GATES
from afterword.counsel.method.row import Row, Way
from afterword.counsel.plays import PLAYS

_CARD = "Today; a case"
_LETTER = "Today; the letter"
_TALK = "Today; a case, round the talk; afterword talk"
_PANEL = "a case, the decision; afterword decide"

#: Where each play is decided, and where one meets it.
_PLAY: dict[str, tuple[str, str]] = {
    "P01": ("counsel.moving.ahead.talk_is_near", _TALK),
    "P02": ("counsel.moving.ahead.plan_for_a_no", _TALK),
    "P03": ("counsel.moving.ahead.debrief", "Today; the interview"),
    "P04": ("counsel.moving.before.thank_you", _LETTER),
    "P05": ("counsel.moving.before.influence", _LETTER),
    "P06": ("counsel.moving.before.proof_offer", _LETTER),
    "P07": ("counsel.moving.before.second_influence", _LETTER),
    "P08": ("counsel.moving.before.nudge", _LETTER),
    "P09": ("counsel.moving.before.nudge", _LETTER),
    "P10": ("counsel.moving.after.pause", _CARD),
    "P11": ("counsel.moving.courtesy.grace", _LETTER),
    "P12": ("counsel.moving.courtesy.advice", _LETTER),
    "P13": ("counsel.moving.courtesy.call", _LETTER),
    "P14": ("counsel.moving.after.fight", _LETTER),
    "P15": ("counsel.moving.courtesy.touch", _LETTER),
    "P16": ("counsel.moving.after.trigger_note", _LETTER),
    "P17": ("counsel.moving.after.trigger_note", _LETTER),
    "P18": ("counsel.moving.after.frozen", _LETTER),
    "P19": ("counsel.looking_back.the_hired.look_at_hired", "a case, who was hired"),
    "P20": ("counsel.moving.courtesy.grace", _LETTER),
    "P21": ("counsel.moving.after.declined", _LETTER),
    "P22": ("counsel.moving.vouch.before_a_final", "Today; References; the letter"),
    "P23": ("counsel.moving.vouch.checks_may_have_hurt", "Today; References"),
    "P24": ("counsel.forecast.pipeline.pipeline", "Numbers; afterword numbers"),
    "P25": ("counsel.moving.after.agency", _CARD),
    "P26": ("counsel.wellbeing.offering.offering", "You; Today"),
}
_PRIVATE = {"P01", "P02", "P03", "P19"}

#: Where each gate is seen in the file, or where it is heeded when only the user can say it.
_GATE: dict[str, str] = {
    "G1": "counsel.weighing.doors.asked_to_stop",
    "G2": "counsel.weighing.doors.maybe_unlawful",
    "G3": "counsel.weighing.doors.left",
    "G4": "counsel.weighing.doors.too_fresh",
    "G5": "counsel.weighing.doors.tried",
    "G6": "counsel.decision.rules.RULES",
    "G7": "counsel.decision.scale.Scale.shut_by_rule",
    "G8": "counsel.decision.scale.Scale.clock_runs",
    "G9": "counsel.decision.scale.Scale.in_confidence",
}

#: Where a factor is read from the file; those not here only the user knows.
_READ: dict[str, str] = {
    "F1": "counsel.weighing.seat.decision_state",
    "F2": "counsel.weighing.seat.stated_reason",
    "F3": "counsel.weighing.seat.unseen_evidence",
    "F4": "counsel.weighing.seat.closeness",
    "F5": "counsel.weighing.seat.live_line",
    "F6": "counsel.weighing.seat.sponsor",
    "F8": "counsel.weighing.seat.age",
    "W1": "counsel.weighing.tie.stage",
    "W2": "counsel.weighing.tie.words",
    "W3": "counsel.weighing.tie.growth",
    "W6": "counsel.weighing.tie.rapport",
}
_FACTOR_TABLE = "counsel.decision.factors.FACTORS"


def _dotted(where: str) -> str:
    return f"afterword.{where}" if where else ""


RULES: tuple[Row, ...] = (
    *(
        Row(
            play.id,
            f"{play.situation}.",
            (Way.ASKS,) if play.id in _PRIVATE else (Way.DOES,),
            f"{play.does}. {play.guardrail}.",
            _dotted(_PLAY[play.id][0]),
            _PLAY[play.id][1],
        )
        for play in PLAYS
    ),
    *(
        Row(
            gate.id,
            gate.asks,
            (Way.REFUSES, Way.SHOWS) if gate.refuses_to_draft else (Way.SHOWS,),
            gate.says,
            _dotted(_GATE[gate.id]),
            _PANEL,
        )
        for gate in GATES
    ),
    *(
        Row(
            one.id,
            one.asks,
            (Way.DOES, Way.ASKS) if one.id in _READ else (Way.ASKS,),
            f"Weighs {one.weight}: {one.ladder}.",
            _dotted(_READ.get(one.id, _FACTOR_TABLE)),
            _PANEL,
        )
        for one in FACTORS.values()
    ),
)
