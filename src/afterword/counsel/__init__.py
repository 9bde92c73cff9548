"""What to do next: pure judgements from frozen values and a `now`, each with its reason."""

from afterword.counsel.board import lane
from afterword.counsel.cadence import Due, Rhythm, Touch, next_touch
from afterword.counsel.decision import (
    Answers,
    Ground,
    advice_to_json,
    answers_from_json,
    decide,
    read_answer,
)
from afterword.counsel.moving import advise, next_move
from afterword.counsel.plays import PLAYS, Play
from afterword.counsel.standing import stand
from afterword.counsel.weighing import weigh

__all__ = [
    "PLAYS",
    "Answers",
    "Due",
    "Ground",
    "Play",
    "Rhythm",
    "Touch",
    "advice_to_json",
    "advise",
    "answers_from_json",
    "decide",
    "lane",
    "next_move",
    "next_touch",
    "read_answer",
    "stand",
    "weigh",
]
