"""LinkedIn's own export, whole as a zip or file by file."""

from afterword.intake.contacts.linkedin.parser import holds_sheets, parse, parse_zip
from afterword.intake.contacts.linkedin.raw import sheet_of

__all__ = ["holds_sheets", "parse", "parse_zip", "sheet_of"]
