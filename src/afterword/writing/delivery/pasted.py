"""A letter as words to paste where no mail goes: a message or a comment on LinkedIn.

The limits are LinkedIn's own as of 2026 and can change; what is longer is told, never cut. The
user pastes it: nothing is posted from here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from afterword.terms import Channel
from afterword.writing.delivery.paper import parts


@dataclass(frozen=True, slots=True)
class Pasted:
    """Words to paste: how long they are and how long they may be; `short` is what is read best.

    Lengths are in UTF-16 units, as a text field in a browser counts them.
    """

    text: str
    signs: int
    most: int
    short: int

    @property
    def over(self) -> int:
        """How many signs too long; 0 when it fits."""
        return max(0, self.signs - self.most)


@dataclass(frozen=True, slots=True)
class Limit:
    """The most a place takes, what is read best there (E26: under 400), and whether it is public."""

    most: int
    short: int
    public: bool = False


LIMITS: Mapping[Channel, Limit] = MappingProxyType(
    {
        Channel.LINKEDIN_MESSAGE: Limit(8_000, 400),
        Channel.LINKEDIN_COMMENT: Limit(1_250, 400, public=True),
    }
)


def pasted(words: str, channel: Channel) -> Pasted:
    """The words as they go there. A comment is public: it keeps no greeting and no closing."""
    limit = LIMITS[channel]
    text = _bare(words) if limit.public else words.replace("\r\n", "\n").strip()
    signs = len(text.encode("utf-16-le")) // 2
    return Pasted(text, signs, limit.most, limit.short)


def _bare(words: str) -> str:
    """The middle of the letter: a first line that only greets and the closing with its name go."""
    paragraphs, _, _ = parts(words)
    said = ["\n".join(lines) for lines in paragraphs]
    if len(said) > 1 and len(said[0]) < 60 and said[0].rstrip().endswith((",", ":", "!")):
        said = said[1:]
    return "\n\n".join(said).strip()
