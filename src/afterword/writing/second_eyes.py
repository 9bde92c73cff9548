"""A letter for a friend to read: one file that sends nothing, and their comments read back.

The file holds the letter, a box beside each sentence, and a short script that gathers what was
written into a text to send back by any way the friend likes. Its policy forbids every connection.
Without the script they can answer in a plain mail; `read_back` understands that as well.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from afterword.terms import Draft
from afterword.writing import fragments

HEAD = "Comments on a letter"
#: Longer than this nothing is read back: a friend's comments are short.
MOST = 200_000
MOST_COMMENTS = 300
#: A sentence in a reply is the one in the letter while it shares this much of it.
SAME = 0.6


@dataclass(frozen=True, slots=True)
class Said:
    """A comment and the sentence it stands beside, "" for one on the whole letter."""

    sentence: str
    comment: str
    by: str = ""


# ── out ─────────────────────────────────────────────────────────────────────


def sheet(draft: Draft, writer: str, *, post: str = "") -> str:
    """The letter as one HTML page to comment on. With `post` it hands the comments there instead."""
    rows = [
        f'<div class="row"><p>{html.escape(sentence.text)}</p>'
        f'<label><span class="no">Sentence {i}</span>'
        f'<textarea name="c{i}" rows="2" data-n="{i}" data-words="{html.escape(_first(sentence.text))}"'
        f"></textarea></label></div>"
        for i, sentence in enumerate(draft.sentences, start=1)
    ]
    script = "" if post else f"<script>{_SCRIPT}</script>"
    form = f'<form method="post" action="{html.escape(post)}">' if post else '<form id="f">'
    after = _POSTED if post else _GATHERED
    return _PAGE.format(
        policy=_policy(post),
        style=_STYLE,
        writer=html.escape(writer or "A friend"),
        subject=html.escape(draft.subject),
        greeting=html.escape(draft.greeting),
        closing=html.escape(draft.closing).replace("\n", "<br>"),
        rows="\n".join(rows),
        form=form,
        after=after,
        script=script,
        how=_HOW_POST if post else _HOW_FILE,
    )


def _policy(post: str) -> str:
    script = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()
    style = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    runs = "script-src 'none'" if post else f"script-src 'sha256-{script}'"
    sends = "form-action 'self'" if post else "form-action 'none'"
    return (
        f"default-src 'none'; {runs}; style-src 'sha256-{style}'; {sends}; "
        "base-uri 'none'; connect-src 'none'; img-src 'none'"
    )


def _first(text: str) -> str:
    words = text.split()
    return " ".join(words[:10]) + ("…" if len(words) > 10 else "")


# ── and back ────────────────────────────────────────────────────────────────


def read_back(text: str, draft: Draft) -> tuple[Said, ...]:
    """The comments in what came back: the gathered text, or a mail that quotes sentences with ">".

    What cannot be placed is a comment on the whole letter; nothing is lost, nothing is run.
    """
    lines = [_plain(line) for line in text[:MOST].replace("\r\n", "\n").split("\n")]
    gathered = any(re.match(r"(?:>\s*)*\d+>(?:\s|$)", line) for line in lines)
    by = next((line[5:].strip() for line in lines[:12] if line.casefold().startswith("from:")), "")
    found = _numbered(lines, draft, by) if gathered else _quoted(lines, draft, by)
    return tuple(one for one in found if one.comment)[:MOST_COMMENTS]


def _numbered(lines: Sequence[str], draft: Draft, by: str) -> list[Said]:
    found: list[Said] = []
    sentence, words, open_ = "", list[str](), False
    for raw in lines:
        line = re.sub(r"^(?:>\s*)+", "", raw)
        mark = re.match(r"(\d{1,3})>\s*(.*)", line)
        if mark:
            if open_:
                found.append(Said(sentence, " ".join(words).strip(), by))
            sentence, words, open_ = _numbered_sentence(int(mark[1]), mark[2], draft), [], True
        elif open_:
            words.append(line.strip())
    if open_:
        found.append(Said(sentence, " ".join(words).strip(), by))
    return found


def _numbered_sentence(n: int, words: str, draft: Draft) -> str:
    """By its first words where those still stand, for the letter may have changed since; else by number."""
    head = words.rstrip("…").strip()
    for sentence in draft.sentences:
        if head and sentence.text.startswith(head):
            return sentence.text
    if 1 <= n <= len(draft.sentences) and not head:
        return draft.sentences[n - 1].text
    return words if n else ""


def _quoted(lines: Sequence[str], draft: Draft, by: str) -> list[Said]:
    found: list[Said] = []
    sentence, quote, words = "", list[str](), list[str]()
    for line in [*lines, ">"]:
        if line.startswith(">"):
            if words:
                found.append(Said(sentence, " ".join(words).strip(), by))
                quote, words = [], []
            quote.append(line.lstrip("> ").strip())
        elif line.strip() and not _is_head(line):
            if not words:
                sentence = _nearest(" ".join(part for part in quote if part), draft)
            words.append(line.strip())
    return found


def _is_head(line: str) -> bool:
    return line == HEAD or (
        bool(re.match(r"(?:from|letter|on .+ wrote):?", line, re.IGNORECASE))
        and (line.casefold().startswith(("from:", "letter:")) or line.rstrip().endswith("wrote:"))
    )


def _nearest(quote: str, draft: Draft) -> str:
    """The last sentence of the letter that the quotation holds, or the likest one."""
    if not quote:
        return ""
    held = [s.text for s in draft.sentences if s.text in quote]
    if held:
        return held[-1]
    last = fragments.split(quote)[-1] if fragments.split(quote) else quote
    rated = [
        (SequenceMatcher(a=last.split(), b=s.text.split(), autojunk=False).ratio(), s.text)
        for s in draft.sentences
    ]
    score, text = max(rated, default=(0.0, ""))
    return text if score >= SAME else ""


def _plain(line: str) -> str:
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]", " ", line).rstrip()


def beside(draft: Draft, sentence: str) -> int | None:
    """Which sentence of the letter a comment stands beside now; None where it is gone."""
    rated = [
        (SequenceMatcher(a=sentence.split(), b=s.text.split(), autojunk=False).ratio(), -i)
        for i, s in enumerate(draft.sentences)
    ]
    score, place = max(rated, default=(0.0, 0))
    return -place if sentence and score >= SAME else None


_HOW_FILE = (
    "This page is a file. It sends nothing and cannot. Write beside any sentence, press "
    "“Gather my comments”, and send the text back in your own way."
)
_HOW_POST = (
    "Write beside any sentence and press “Hand over”. What you write goes to the writer’s own "
    "machine and nowhere else."
)
_GATHERED = (
    '<p><button type="button" id="go">Gather my comments</button></p>'
    '<label class="whole"><span class="no">To send back</span>'
    '<textarea id="out" rows="8" readonly></textarea></label>'
    '<p><a id="save" download="comments.txt" hidden>Save as a file</a></p>'
)
_POSTED = '<p><button type="submit">Hand over</button></p>'
_STYLE = (
    "body{font:17px/1.6 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#25211b;background:#faf7f1}.row{display:grid;grid-template-columns:3fr 2fr;gap:1rem;"
    "border-top:1px solid #e7dfd2;padding:.5rem 0}.row p{margin:0}textarea,input{width:100%;"
    "box-sizing:border-box;font:15px/1.4 system-ui,sans-serif;padding:.4rem;border:1px solid #6b6257;"
    "border-radius:6px;background:#fffdf9;color:inherit}.no{font:13px system-ui,sans-serif;"
    "color:#6b6257}button{font:16px system-ui,sans-serif;padding:.5rem 1rem}.how{color:#6b6257}"
    "@media(max-width:600px){.row{grid-template-columns:1fr}}@media(prefers-color-scheme:dark){"
    "body{background:#171512;color:#ece6db}.row{border-color:#332e27}textarea,input{background:#1f1c18}"
    ".no,.how{color:#a39a8c}}"
)
_SCRIPT = (
    'document.getElementById("go").addEventListener("click",function(){'
    'var t="Comments on a letter\\nFrom: "+document.getElementById("by").value+"\\n";'
    'document.querySelectorAll("textarea[data-n]").forEach(function(a){if(a.value.trim())'
    't+="\\n"+a.dataset.n+"> "+a.dataset.words+"\\n"+a.value.trim()+"\\n"});'
    'var o=document.getElementById("out");o.value=t;o.focus();o.select();'
    'var s=document.getElementById("save");'
    's.href=URL.createObjectURL(new Blob([t],{type:"text/plain"}));s.hidden=false});'
)
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer"><title>A letter to read</title>
<style>{style}</style></head><body>
<h1>A letter to read</h1>
<p>{writer} asks for a second pair of eyes: where did you stop, what is too much, what is missing?</p>
<p class="how">{how}</p>
<p><b>Subject:</b> {subject}</p>
{form}<p><label><span class="no">Your name</span><input id="by" name="by" autocomplete="name"></label></p>
<p>{greeting}</p>
{rows}
<p>{closing}</p>
<label class="whole"><span class="no">On the whole</span><textarea name="c0" rows="3" data-n="0" data-words=""></textarea></label>
{after}</form>
{script}</body></html>
"""
