"""A timer of the system that reads the mail once a day when the program is closed; the user turns it on.

systemd's user timers on Linux, launchd on macOS, the Task Scheduler on Windows. What
is written is plain to read and is taken away by the same command.
"""

from __future__ import annotations

import hashlib
import plistlib
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from afterword.errors import UserError

NAME = "afterword-daily"
LABEL = "org.afterword.daily"
TASK = "Afterword daily word"
OWNER_ONLY = 0o600
#: In the home: the address of a database that has a password in it, for the timer alone to read.
APART = "daily.env"


@dataclass(frozen=True, slots=True)
class Timer:
    """What a system wants: files with their text, commands to turn it on, and to turn it off.

    `secret` is the file that holds a password, where one does; `refused` says why it cannot be.
    """

    files: tuple[tuple[Path, str], ...]
    on: tuple[tuple[str, ...], ...]
    off: tuple[tuple[str, ...], ...]
    secret: Path | None = None
    refused: str = ""


def timer(
    program: Sequence[str],
    hour: int,
    minute: int,
    *,
    home: Path,
    user: Path,
    database: str = "",
    system: str = "",
) -> Timer:
    """The timer that runs `program` each day at that time, for this system (`sys.platform`).

    `home` is the casebook's folder: each has a timer of its own name, so that a second casebook
    keeps its own. `database` is the address of a PostgreSQL ("" for the file in the home); one with a
    password stands in no text of the system's. `user` is the user's own folder.
    """
    system = system or sys.platform
    mark = hashlib.sha256(str(home).encode()).hexdigest()[:8]
    secret = bool(database and urlsplit(database).password)
    settings = {"AFTERWORD_HOME": str(home)} | (
        {"AFTERWORD_DATABASE": database} if database and not secret else {}
    )
    if system in ("darwin", "win32"):
        made = _launchd if system == "darwin" else _scheduler
        given = made(program, hour, minute, settings, home if system == "win32" else user, mark)
        return replace(given, refused=_REFUSED) if secret else given
    if not secret:
        return _systemd(program, hour, minute, settings, user, mark)
    apart = home / APART
    given = _systemd(program, hour, minute, settings, user, mark, apart=apart)
    words = (apart, f"AFTERWORD_DATABASE={_in_a_file(database)}\n")
    return replace(given, files=(*given.files, words), secret=apart)


_REFUSED = (
    "AFTERWORD_DATABASE holds a password, and this system's timer would write it where others may "
    "read it. Put the password into PostgreSQL's own file of passwords (~/.pgpass, on Windows "
    "%APPDATA%\\postgresql\\pgpass.conf), leave it out of the address, and try again."
)


Settings = Mapping[str, str]


def _systemd(
    program: Sequence[str],
    hour: int,
    minute: int,
    settings: Settings,
    user: Path,
    mark: str,
    apart: Path | None = None,
) -> Timer:
    folder = user / ".config" / "systemd" / "user"
    words = " ".join(_quoted(word) for word in program)
    set_ = "".join(f"Environment={_quoted(f'{key}={said}')}\n" for key, said in settings.items())
    if apart is not None:
        # To the end of the line, without quotation marks; `systemctl show` tells its name alone.
        set_ += f"EnvironmentFile={str(apart).replace('%', '%%')}\n"
    service = (
        "[Unit]\nDescription=Afterword: the daily word\n\n"
        f"[Service]\nType=oneshot\n{set_}ExecStart={words}\n"
    )
    # Persistent: a machine that slept at the hour is told once it wakes.
    when = (
        "[Unit]\nDescription=Afterword: the daily word\n\n"
        f"[Timer]\nOnCalendar=*-*-* {hour:02d}:{minute:02d}:00\nPersistent=true\n"
        "RandomizedDelaySec=120\n\n[Install]\nWantedBy=timers.target\n"
    )
    name = f"{NAME}-{mark}"
    unit = f"{name}.timer"
    return Timer(
        ((folder / f"{name}.service", service), (folder / unit, when)),
        (
            ("systemctl", "--user", "daemon-reload"),
            ("systemctl", "--user", "enable", "--now", unit),
        ),
        (("systemctl", "--user", "disable", "--now", unit),),
    )


def _launchd(
    program: Sequence[str], hour: int, minute: int, settings: Settings, user: Path, mark: str
) -> Timer:
    label = f"{LABEL}.{mark}"
    path = user / "Library" / "LaunchAgents" / f"{label}.plist"
    said = plistlib.dumps(
        {
            "Label": label,
            "ProgramArguments": list(program),
            "EnvironmentVariables": dict(settings),
            "StartCalendarInterval": {"Hour": hour, "Minute": minute},
            "ProcessType": "Background",
        }
    )
    return Timer(
        ((path, said.decode()),),
        (("launchctl", "load", "-w", str(path)),),
        (("launchctl", "unload", "-w", str(path)),),
    )


def _scheduler(
    program: Sequence[str], hour: int, minute: int, settings: Settings, home: Path, mark: str
) -> Timer:
    path = home / f"{NAME}.xml"
    task = f"{TASK} {mark}"
    # A task has no environment of its own: the shell sets it. `/s` keeps the quotation marks inside.
    told = [f'set "{key}={said}"' for key, said in settings.items()]
    words = escape(f'/d /s /c "{" && ".join([*told, subprocess.list2cmdline(program)])}"')
    said = (
        '<?xml version="1.0"?>\n'
        '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">'
        f"<RegistrationInfo><Description>{TASK}</Description></RegistrationInfo><Triggers>"
        f"<CalendarTrigger><StartBoundary>2026-01-01T{hour:02d}:{minute:02d}:00</StartBoundary>"
        "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger></Triggers>"
        "<Settings><StartWhenAvailable>true</StartWhenAvailable>"
        "<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries></Settings>"
        f"<Actions><Exec><Command>cmd.exe</Command><Arguments>{words}</Arguments>"
        f"<WorkingDirectory>{escape(str(home))}</WorkingDirectory></Exec></Actions></Task>\n"
    )
    return Timer(
        ((path, said),),
        (("schtasks", "/Create", "/F", "/TN", task, "/XML", str(path)),),
        (("schtasks", "/Delete", "/F", "/TN", task),),
    )


def turn_on(given: Timer) -> list[str]:
    """Write the files and tell the system; the answer is what the user must still do by hand.

    Raises `UserError` where a password would lie open.
    """
    if given.refused:
        raise UserError(given.refused)
    for path, text in given.files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(OWNER_ONLY)
        path.chmod(OWNER_ONLY)
        path.write_text(text, encoding="utf-8")
    return [" ".join(words) for words in given.on if not _ran(words)]


def turn_off(given: Timer) -> list[str]:
    """Take it out of the system and remove the files; the answer as with `turn_on`."""
    left = [" ".join(words) for words in given.off if is_on(given) and not _ran(words)]
    for path, _ in given.files:
        path.unlink(missing_ok=True)
    return left


def is_on(given: Timer) -> bool:
    return all(path.exists() for path, _ in given.files)


def notify(title: str, says: str, *, system: str = "") -> bool:
    """One notice on the desktop; false where there is no desktop to show it."""
    system = system or sys.platform
    if system == "darwin":
        script = "on run a\ndisplay notification (item 2 of a) with title (item 1 of a)\nend run"
        return _ran(("osascript", "-e", script, title, says))
    if system == "win32":
        return _ran(("powershell", "-NoProfile", "-Command", _TOAST, title, says))
    return _ran(("notify-send", "--app-name=Afterword", title, says))


_TOAST = (
    "& {param($t,$s) Add-Type -AssemblyName System.Windows.Forms;"
    "$n=New-Object System.Windows.Forms.NotifyIcon;"
    "$n.Icon=[System.Drawing.SystemIcons]::Information;$n.Visible=$true;"
    "$n.ShowBalloonTip(10000,$t,$s,'None');Start-Sleep 10;$n.Dispose()}"
)


def _ran(words: Sequence[str]) -> bool:
    if shutil.which(words[0]) is None:
        return False
    try:
        done = subprocess.run(words, check=False, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _quoted(word: str) -> str:
    """A word as systemd reads it: in quotation marks, its own specifiers and variables kept plain."""
    plain = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{plain}"'


def _in_a_file(word: str) -> str:
    """A word as systemd reads it in a file of settings: nothing in quotation marks but these escapes."""
    for sign in '\\"$`':
        word = word.replace(sign, f"\\{sign}")
    return f'"{word}"'


def at(word: str) -> tuple[int, int]:
    """`7:30` as hour and minute."""
    hour, _, minute = word.partition(":")
    if hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60:
        return int(hour), int(minute)
    raise UserError(f"{word} is no time of day. Such as 7:30.")
