"""The day: what the page Today looks up, whom a word is due to, the numbers, and the calendar."""
