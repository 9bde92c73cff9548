"""iCalendar (RFC 5545): the raw blocks, the adapter to our words, the parser that joins them."""

from afterword.intake.calendar.ics.parser import parse

__all__ = ["parse"]
