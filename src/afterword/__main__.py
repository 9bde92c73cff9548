"""`python -m afterword` is `afterword`."""

from afterword.faces.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
