"""Opens Afterword in the browser, on this machine only."""

from __future__ import annotations

import argparse

EXAMPLE = """examples:
  afterword                 opens it
  afterword open --no-browser --port 9000
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=0, help="the port (default: a free one)")
    parser.add_argument("--no-browser", action="store_true", help="only print the link")


def run(args: argparse.Namespace) -> int:
    from afterword.faces import serve
    from afterword.faces.cli.house import open_house

    open_house()
    port = serve.free_port(args.port or serve.FIRST_PORT)
    if args.port and port != args.port:
        print(f"  Port {args.port} is taken, perhaps by an Afterword that is open; this is {port}.")
    serve.listen(port, show=not args.no_browser)
    return 0
