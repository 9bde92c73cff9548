"""Which role a mail speaks of."""
