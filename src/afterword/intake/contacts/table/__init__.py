"""Address books as tables: Google's two generations, Outlook's in several languages."""

from afterword.intake.contacts.table.parser import parse
from afterword.intake.contacts.table.raw import is_address_book

__all__ = ["is_address_book", "parse"]
