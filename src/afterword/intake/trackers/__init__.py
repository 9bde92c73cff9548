"""Applications kept elsewhere: any table with a firm in it, its columns guessed, shown and corrected."""

from afterword.intake.trackers.parser import is_tracker, parse

__all__ = ["is_tracker", "parse"]
