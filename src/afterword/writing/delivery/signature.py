"""The picture of a signature, as the user gives it: small, and really a PNG or a JPEG."""

from __future__ import annotations

import base64
import struct
from dataclasses import dataclass

from afterword.errors import UserError

#: A signature scanned at 300 dpi is far below this; more only slows each letter down.
LARGEST, WIDEST = 100_000, 3_000
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture and what they are: `png` or `jpg`."""

    data: bytes
    kind: str


def picture(data: bytes) -> Picture:
    """The picture, looked at before anything opens it. Raises `UserError` for what is none.

    The size in pixels is read from the head of the file, so that a small file that unfolds into
    a huge picture is turned away unopened.
    """
    if len(data) > LARGEST:
        raise UserError(
            f"The picture has {len(data) // 1000} kB; {LARGEST // 1000} are enough for a signature. "
            "Make it smaller, or crop it to the ink."
        )
    kind, width, height = _measured(data)
    if not kind:
        raise UserError("That is no PNG and no JPEG that could be read. Nothing was changed.")
    if not (0 < width <= WIDEST and 0 < height <= WIDEST):
        raise UserError(
            f"The picture is {width} by {height} dots; {WIDEST} either way is the most."
        )
    return Picture(data, kind)


def packed(given: Picture) -> str:
    """The picture as text, to be kept."""
    return f"{given.kind};{base64.b64encode(given.data).decode('ascii')}"


def unpacked(kept: str) -> Picture | None:
    """The picture out of the text `packed` made; None when there is none."""
    kind, sep, rest = kept.partition(";")
    return Picture(base64.b64decode(rest), kind) if sep else None


def _measured(data: bytes) -> tuple[str, int, int]:
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return "png", int(width), int(height)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    return "", 0, 0


def _jpeg(data: bytes) -> tuple[str, int, int]:
    """Walk the markers of a JPEG to the frame that tells its size."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return "jpg", int(width), int(height)
        if marker == 0xFF:
            at += 1
            continue
        at += 2 + max(length, 2)
    return "", 0, 0
