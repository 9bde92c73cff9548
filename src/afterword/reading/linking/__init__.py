"""Which case a mail belongs to; in doubt a question, never a guess."""
