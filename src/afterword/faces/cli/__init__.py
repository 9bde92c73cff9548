"""The program in a terminal: one small file a command, each imported only when called."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from afterword import __version__
from afterword.errors import AfterwordError

#: command, the file that holds it, what it does. `open` is what a bare `afterword` means.
COMMANDS: tuple[tuple[str, str, str], ...] = (
    ("open", "open", "open Afterword in the browser"),
    ("read", "read", "say what each mail means, without keeping anything"),
    ("import", "take_in", "read a mailbox into your casebook"),
    ("sources", "sources", "the mail accounts kept in step, and what was read of each"),
    ("sync", "sync", "read what is new of every mail account"),
    ("boards", "boards", "firms' job boards: which are watched, and one switch that ends it"),
    ("watches", "watches", "what moved at firms that said no, and what is looked at"),
    ("daily", "daily", "one quiet word a day, from a timer of this system"),
    ("today", "today", "what is worth doing now, and why"),
    ("cases", "cases", "where every process stands"),
    ("numbers", "numbers", "how widely the search is spread, how long words take, what may come"),
    ("doubts", "doubts", "what they doubted, across cases, and what would answer it"),
    ("network", "network", "who reaches which company, and whom to ask first"),
    ("correct", "correct", "say what a mail is, and the same of those made like it"),
    ("lessons", "lessons", "what your corrections taught"),
    ("posting", "posting", "adverts kept with their dates, and what changed in them"),
    ("letter", "letter", "draft a letter from your own facts"),
    ("review", "review", "look a letter over as a careful friend would"),
    ("friend", "friend", "a letter once more before it goes: its night, a friend's eyes"),
    ("voice", "voice", "how you write, as letters take it up"),
    ("send", "send", "one letter out of the door: send, draft, PDF, .docx, words to paste"),
    (
        "rephrase",
        "rephrase",
        "your own sentences in other words, by a model you chose; off by default",
    ),
    ("references", "references", "who vouches for you, who must be told, who is owed a word"),
    ("decide", "decide", "fight, ask first, keep warm or move on, from answers in JSON"),
    ("talk", "talk", "what to ask in a talk, what to note after it, and your plan for a no"),
    ("plays", "plays", "the playbook in force, with your own plays; check and use a file of them"),
    ("looking-back", "looking_back", "what your endings can teach, and what to try next"),
    ("report", "report", "the search over a period as a list to hand on: PDF or CSV"),
    ("method", "method", "the whole method: each item, what becomes of it, where it lives"),
    ("help-lines", "help_lines", "somebody to call, by country"),
    ("demo", "demo", "see it all with an invented search"),
    ("backup", "backup", "copy the casebook to a dated file"),
    ("restore", "restore", "go back to a backup, keeping what is there now"),
    ("export", "export", "everything in one zip that needs no Afterword to read"),
    ("bring-back", "bring_back", "an export made into the same casebook again, where none is yet"),
    ("doctor", "doctor", "check that the program and your data are well"),
)


def build_parser(only: str = "") -> argparse.ArgumentParser:
    """The whole command line; with `only`, the options of just that command are filled in."""
    parser = argparse.ArgumentParser(
        prog="afterword",
        description="What to do next, with whom, when, in which words: "
        "after an interview, or after the no. Nothing leaves this machine unless you say so.",
        epilog="With no command it opens in the browser.  `afterword COMMAND --help` says more.\n"
        "--demo after any command means the invented search instead of your own.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"afterword {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, module, summary in COMMANDS:
        if only and name != only:
            commands.add_parser(name, help=summary)
            continue
        code = importlib.import_module(f"afterword.faces.cli.{module}")
        one = commands.add_parser(
            name,
            help=summary,
            description=code.__doc__,
            epilog=code.EXAMPLE,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        code.configure(one)
        one.set_defaults(run=code.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command; the answer is the exit code (0 well, 1 yours to mend, 2 misspelt)."""
    words = list(sys.argv[1:] if argv is None else argv)
    names = [name for name, _, _ in COMMANDS]
    asks_help = bool(words) and words[0] in ("-h", "--help", "--version")
    if not asks_help and (not words or words[0].startswith("-")):
        words.insert(0, "open")
    wanted = words[0] if words[0] in names else ""
    if "--demo" in words[1:]:
        from afterword.faces.cli import house  # `decide` starts without it

        words.remove("--demo")
        house.use_the_demo()
    args = build_parser(wanted or "open").parse_args(words)
    _plain_streams()
    try:
        return int(args.run(args) or 0)
    except AfterwordError as problem:
        print(f"afterword: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. What was read so far is kept.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # `afterword cases | head` closes the pipe early; that is not an error.
        sys.stderr.close()
        return 0
    except Exception as problem:
        from afterword.faces import faults

        says = faults.database(problem)
        if not says or _for_developers():
            raise
        print(f"afterword: {says}", file=sys.stderr)
        return 1


def _for_developers() -> bool:
    """Whether whoever started this wants to see where in the program it broke."""
    from django.conf import settings

    return bool(settings.DEBUG)


def _plain_streams() -> None:
    # Windows consoles may still speak a code page that has no quotation marks.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
