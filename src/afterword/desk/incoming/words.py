"""What a reading brought, in words: one line for each thing counted, in the order a person asks."""

from __future__ import annotations

from collections.abc import Mapping

#: Counted thing, one of it, several of it. Things that changed nothing come last.
LINES: tuple[tuple[str, str, str], ...] = (
    ("people_new", "{n} person is new", "{n} people are new"),
    ("cases_new", "{n} process begun", "{n} processes begun"),
    ("interviews", "{n} interview tied to its process", "{n} interviews tied to their processes"),
    ("interviews_asked", "{n} appointment is asked about", "{n} appointments are asked about"),
    ("moved", "{n} interview moved", "{n} interviews moved"),
    ("called_off", "{n} interview called off", "{n} interviews called off"),
    ("stories_proposed", "{n} story proposed, to confirm or pass over", "{n} stories proposed, to confirm or pass over"),
    ("messages_about_jobs", "{n} message about jobs kept", "{n} messages about jobs kept"),
    ("messages_read", "{n} message read", "{n} messages read"),
    ("ties", "{n} word between you and somebody noted: who, when and which way", "{n} words between you and others noted: who, when and which way"),
    ("endings_without_a_day", "{n} ending has no day in your list; it stands on the day of the application", "{n} endings have no day in your list; they stand on the day of the application"),
    ("people_known", "{n} person was known", "{n} people were known"),
    ("people_elsewhere", "{n} of them stands at another firm here", "{n} of them stand at another firm here"),
    ("cases_known", "{n} process was known", "{n} processes were known"),
    ("stories_known", "{n} story was proposed before", "{n} stories were proposed before"),
    ("saved_long_ago", "{n} job saved more than two months ago was passed over", "{n} jobs saved more than two months ago were passed over"),
    ("applications_ahead", "{n} application lies in the future and was passed over", "{n} applications lie in the future and were passed over"),
    ("entries_of_no_process", "{n} appointment is about no process and was not kept", "{n} appointments are about no process and were not kept"),
    ("entries_known", "{n} appointment was known", "{n} appointments were known"),
    ("entries_changed", "{n} appointment has new words", "{n} appointments have new words"),
    ("called_off_before", "{n} appointment was called off before it was known", "{n} appointments were called off before they were known"),
    ("our_own", "{n} date is one of ours, come back", "{n} dates are ours, come back"),
    ("older_tellings", "{n} older telling of an appointment was passed over", "{n} older tellings of appointments were passed over"),
)  # fmt: skip


def told(counts: Mapping[str, int]) -> list[str]:
    """The lines for what was counted."""
    return [
        (one if counts[name] == 1 else many).format(n=f"{counts[name]:,}") + "."
        for name, one, many in LINES
        if counts.get(name)
    ]
