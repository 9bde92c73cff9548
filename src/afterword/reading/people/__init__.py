"""Who appears in a mail, with what part."""
