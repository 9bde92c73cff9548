"""The adapter: what the words of somebody's own table mean in ours."""

from __future__ import annotations

import ast
import json
import re
from datetime import date
from typing import Any

from afterword.intake.trackers.days import day_of
from afterword.terms import Deed, MailKind, Stage, Step

K, D, S = MailKind, Deed, Stage

#: A status as people write it, what it means, and how far it says one came. The first that fits wins.
STATUSES: tuple[tuple[str, MailKind | Deed | None, str], ...] = (
    (r"ghost|no (?:response|reply|answer)|silen|keine (?:antwort|rückmeldung)|sans réponse|sin respuesta", None, "silent"),
    (r"(?:offer|job).{0,12}declin|declin\w* (?:the )?offer|turned down (?:the )?offer|angebot abgelehnt", D.OFFER_DECLINED, ""),
    (r"offer.{0,12}(?:rescind|withdrawn|revoked)", K.OFFER_RESCINDED, ""),
    (r"accept|hired|joined|signed|zusage|eingestellt|accepté|contratad", D.OFFER_ACCEPTED, S.ACCEPTED),
    (r"withdr[ae]w|withdrawn|zurückgezogen|retiré|retirad|i declined|not interested", K.WITHDRAWN, ""),
    (r"on[ -]?hold|paus|frozen|freeze|eingefroren|en pause", K.ON_HOLD, ""),
    (r"cancel|annul|storniert", K.CANCELLED, ""),
    (r"(?:position|role|job|vacancy) (?:was )?filled|^filled|besetzt|pourvu", K.POSITION_FILLED, ""),
    (r"reject|negativ|unsuccessful|absage|abgelehnt|not (?:selected|successful|moving)|refus|rechazad|rifiutat|afgewezen|declined|turned down|passed on", K.REJECTION, ""),
    (r"verbal offer", K.OFFER, S.VERBAL_OFFER),
    (r"\boffer|angebot|offre|oferta|offerta|aanbod", K.OFFER, S.WRITTEN_OFFER),
    (r"reference|background", K.REFERENCE_CHECK, S.REFERENCE_BACKGROUND_CHECK),
    (r"final", D.INTERVIEW, S.FINAL_EXECUTIVE),
    (r"on-?site|panel|second|2nd|third|zweit", D.INTERVIEW, S.PANEL_ONSITE),
    (r"(?:phone|recruiter|hr|initial|first call|intro).{0,8}(?:screen|call|interview)?$|phone screen|screening|telefon", D.INTERVIEW, S.RECRUITER_SCREEN),
    (r"assess|test|challenge|take-?home|coding|case study|aufgabe", K.ASSESSMENT, S.ASSESSMENT),
    (r"tech(?:nical)? (?:screen|interview|round)|hiring manager|interview|gespräch|entretien|entrevista|colloquio|\bround\b", D.INTERVIEW, S.HIRING_MANAGER_INTERVIEW),
    (r"wish|saved|bookmark|to apply|not applied|interested|draft|considering|gemerkt|to do|todo|backlog|new", None, "saved"),
    (r"appl|submitted|sent|beworben|postul|candidat|inviat|sollicit|in progress|pending|waiting|review|open|active|laufend|en cours|viewed|acknowledg|received", D.APPLICATION, S.APPLIED),
)  # fmt: skip
_STATUSES = tuple(
    (re.compile(words, re.IGNORECASE), kind, stage) for words, kind, stage in STATUSES
)

#: Words in a firm's or a role's place that name none.
_NOT_NAMED = re.compile(
    r"^(?:not (?:specified|mentioned|given|stated|known|provided|available)\b.*|unknown|n/?a|none|-+|\?+|null|nan|tbd|unspecified.*|the email does not.*)$",
    re.IGNORECASE,
)


def meaning(status: str) -> tuple[MailKind | Deed | None, str, bool]:
    """What a status says: its kind, the stage (or `saved`, `silent`), and whether we know the word."""
    plain = " ".join(status.split())
    for words, kind, stage in _STATUSES:
        if words.search(plain):
            return kind, str(stage), True
    return None, "", not plain


def named(text: str) -> str:
    """A name as written, without the dot some lists end with; "" when the cell says there is none."""
    plain = " ".join(text.split()).strip()
    if _NOT_NAMED.match(plain.rstrip(".")):
        return ""
    return (
        plain[:-1].rstrip()
        if plain.endswith(".") and not re.search(r"\b[\w.]{1,4}\.$", plain)
        else plain
    )


def steps_of(text: str, *, day_first: bool | None) -> tuple[list[Step], int]:
    """The dated steps a cell lists (as JSON, or as a program printed them), and how many it lists in vain."""
    value = _listed(text)
    found: list[Step] = []
    lost = 0
    for one in value:
        what, on = _step(one, day_first)
        if not what or on is None:
            lost += 1
            continue
        kind, stage, _ = meaning(what)
        found.append(Step(on, what, kind, stage))
    return found, lost


def _step(one: Any, day_first: bool | None) -> tuple[str, date | None]:
    if not isinstance(one, dict):
        return "", None
    what = next((str(one[key]) for key in ("stage", "status", "name", "what") if one.get(key)), "")
    when = next((str(one[key]) for key in ("date", "on", "at", "when") if one.get(key)), "")
    return what, day_of(when, day_first=day_first)


def _listed(text: str) -> list[Any]:
    if not text.strip().startswith("["):
        return []
    try:
        value = json.loads(text)
    except ValueError:
        try:
            value = ast.literal_eval(text) if len(text) < 100_000 else []
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return []
    return value if isinstance(value, list) else []
