"""Afterword: what to do next, with whom, when, in which words, after an interview or a no."""

__version__ = "0.1.0"
