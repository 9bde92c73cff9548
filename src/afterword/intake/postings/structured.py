"""The raw shape: every schema.org JobPosting that a page carries, as JSON-LD or as microdata.

Nothing is trusted to be what the vocabulary says it is; the adapter asks each field what it holds.
Source: schema.org/JobPosting, and what Google asks of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from resiliparse.parse.html import HTMLTree

#: An element of a page. The library's own hints know only half of what one can do.
Node = Any
#: A page has a handful of such blocks; one that has more, deeper or larger ones only keeps us busy.
MOST_BLOCKS, MOST_NODES, LARGEST, MOST_PROPS = 40, 20_000, 2_000_000, 400
#: A salary in a posting stands three deep; so many steps up at most is looked for whose a field is.
DEEPEST, MOST_STEPS = 4, 200
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_COMMA = re.compile(r",(\s*[}\]])")


def first(found: Any, most: int) -> list[Node]:
    """So many of the elements that a selector found. Walking or slicing the library's own list makes
    every element anew at each step: six thousand of them take minutes."""
    return [found.item(at) for at in range(min(len(found), most))]


def json_ld(tree: HTMLTree) -> list[dict[str, Any]]:
    """Each JobPosting in the page's JSON-LD, inside lists and graphs too."""
    found: list[dict[str, Any]] = []
    document: Node = tree.document
    blocks = document.query_selector_all('script[type*="ld+json"]')
    for block in first(blocks, MOST_BLOCKS):
        text = block.text
        if "JobPosting" in text and len(text) <= LARGEST:
            found += _postings(_loaded(text))
    return found


def _loaded(text: str) -> Any:
    """The block as JSON; the slips that firms make by hand (comments, a comma too many) are forgiven."""
    bare = _WRAPPED.sub("", _WRAPPED.sub("", text)).strip().rstrip(";")
    for attempt in (bare, _COMMA.sub(r"\1", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _postings(value: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [value], 0
    while waiting and seen < MOST_NODES:
        one, seen = waiting.pop(), seen + 1
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            if is_a(one.get("@type"), "JobPosting"):
                yield one
            else:
                waiting += [part for part in one.values() if isinstance(part, (dict, list))]


def is_a(given: Any, name: str) -> bool:
    """Whether a @type or itemtype is this one, however its address is written."""
    kinds = given if isinstance(given, list) else [given]
    return any(isinstance(one, str) and re.split(r"[/:#]", one)[-1] == name for one in kinds)


def microdata(tree: HTMLTree) -> list[dict[str, Any]]:
    """Each JobPosting written into the page's own elements."""
    document: Node = tree.document
    scopes = document.query_selector_all('[itemtype*="JobPosting"]')
    return [
        _item(one)
        for one in first(scopes, MOST_BLOCKS)
        if is_a((one.getattr("itemtype") or "").strip(), "JobPosting")
    ]


def _item(scope: Node, depth: int = 1) -> dict[str, Any]:
    item: dict[str, Any] = {"@type": scope.getattr("itemtype") or ""}
    for node in first(scope.query_selector_all("[itemprop]"), MOST_PROPS):
        if node == scope or not _belongs(node, scope):
            continue
        is_item = node.getattr("itemscope") is not None
        if is_item and depth >= DEEPEST:
            continue
        value = _item(node, depth + 1) if is_item else _value(node)
        for name in (node.getattr("itemprop") or "").split():
            if name not in item:
                item[name] = value
            elif isinstance(item[name], list):
                item[name].append(value)
            else:
                item[name] = [item[name], value]
    return item


def _belongs(node: Node, scope: Node) -> bool:
    """Whether this item is the nearest one above the field: each field is one item's, and read once."""
    above = node.parent
    for _ in range(MOST_STEPS):
        if above is None or above == scope:
            return above is not None
        if above.getattr("itemscope") is not None:
            return False
        above = above.parent
    return False


def _value(node: Node) -> str:
    """What a property says: its attribute where it has one, else its words (a description, its HTML)."""
    said = next(
        (given for name in ("content", "datetime") if (given := node.getattr(name)) is not None), ""
    )
    if said:
        return str(said)
    if node.tag in ("a", "link", "img"):
        return str(node.getattr("href") or node.getattr("src") or node.text)
    if "description" in (node.getattr("itemprop") or ""):
        return str(node.html)
    return " ".join(node.text.split())
