"""Which firm a mail is from or about."""
