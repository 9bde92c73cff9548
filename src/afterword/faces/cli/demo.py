"""An invented search of five months, in a home of its own: never mixed with your mail.

Reads the demo mailbox, prints the morning, and opens Today in the browser.
"""

from __future__ import annotations

import argparse

EXAMPLE = """examples:
  afterword demo
  afterword demo --no-open      only the morning in the terminal
  afterword cases --demo        any other command, in the demo
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-open", action="store_true", help="print the morning, open nothing")
    parser.add_argument("--no-browser", action="store_true", help="serve, but only print the link")
    parser.add_argument("--port", type=int, default=0, help="the port (default: a free one)")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import clock, serve
    from afterword.faces.cli import house, today

    house.use_the_demo()
    account = house.open_house()
    from afterword.desk.whole import example
    from afterword.faces.cli.progress import Line

    line = Line()
    print("Reading the demo mailbox: five months of an invented search.")
    example.set_up(account.id, now=clock.now(), progress=line)
    line.end()
    today.show(account.id)
    if args.no_open:
        return 0
    port = serve.free_port(args.port or serve.FIRST_PORT)
    serve.listen(port, show=not args.no_browser)
    return 0
