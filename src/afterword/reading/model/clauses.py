"""A mail cut into the clauses the model weighs: the subject, then each sentence."""

from __future__ import annotations

from afterword.reading.sentences import Span, sentences

#: A piece shorter than this (a greeting, a list mark) joins the clause before it.
_SHORT = 12
#: More clauses than this are a newsletter; what it is shows in the first ones.
MOST = 40


def clauses_of(text: str, body: str) -> tuple[Span, ...]:
    """Spans of `text` (subject, blank line, `body`); the subject comes first, if there is one."""
    offset = len(text) - len(body)
    subject = text[: text.find("\n\n")] if "\n\n" in text[:offset] else ""
    found = [Span(0, len(subject))] if subject.strip() else []
    own: list[Span] = []
    for span in sentences(body):
        start, end = span.start + offset, span.end + offset
        if own and end - start < _SHORT:
            own[-1] = Span(own[-1].start, end)
        else:
            own.append(Span(start, end))
    return (*found, *own[:MOST])
