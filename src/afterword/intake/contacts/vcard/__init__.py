"""vCard 2.1, 3.0 and 4.0: the raw cards, the adapter to our words, the parser that joins them."""

from afterword.intake.contacts.vcard.parser import parse

__all__ = ["parse"]
