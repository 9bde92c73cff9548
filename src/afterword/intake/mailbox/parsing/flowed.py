"""Text sent as format=flowed, with its soft line breaks undone (RFC 3676)."""

from __future__ import annotations


def unflowed(text: str, delsp: bool = False) -> str:
    """The paragraphs as one line each; quote marks and the signature line stay."""
    out: list[str] = []
    depth_before, open_before = 0, False
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        if bare[:1] == " ":  # space-stuffed
            bare = bare[1:]
        signature = bare == "-- "
        flows = bare.endswith(" ") and not signature
        if flows and delsp:
            bare = bare[:-1]
        if open_before and depth == depth_before and not signature:
            out[-1] += bare
        else:
            out.append((">" * depth + " " if depth else "") + bare)
        depth_before, open_before = depth, flows
    return "\n".join(out)
