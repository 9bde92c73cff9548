"""Where a case lies on the board after a no (contract, vocabularies)."""

from __future__ import annotations

from afterword.terms import Advice, Band, Lane, Outcome, Standing, State

BY_BAND = {
    Band.ASK_FIRST: Lane.DECIDING,
    Band.WAIT: Lane.DECIDING,
    Band.FIGHT: Lane.FIGHT,
    Band.KEEP_WARM: Lane.WARM,
    Band.LIGHT_TOUCH: Lane.WATCHING,
    Band.MOVE_ON: Lane.RESTING,
}
_WATCHED = (State.SOFT_CLOSED, State.ON_HOLD)
_AT_REST = (Outcome.NO_RESPONSE, Outcome.EXPIRED)


def lane(standing: Standing, advice: Advice | None = None, *, dormant: bool = False) -> Lane | None:
    """The lane of a case, or None while it is still running or was won.

    `dormant` is true when two notes in a row went without an answer.
    """
    if standing.state in _WATCHED:
        return Lane.WATCHING
    if standing.state is not State.CLOSED or standing.outcome is Outcome.HIRED:
        return None
    if dormant or (advice is None and standing.outcome in _AT_REST):
        return Lane.RESTING
    return BY_BAND[advice.band] if advice else Lane.DECIDING
