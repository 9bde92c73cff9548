"""One advert, from whatever the user holds of it: a page, a saved file, or words they copied."""

from afterword.intake.postings.reading import Read, read_file, read_page, read_text

__all__ = ["Read", "read_file", "read_page", "read_text"]
