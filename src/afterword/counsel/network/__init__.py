"""Who reaches whom: how near people are, and whom to ask first on the way to a firm."""

from afterword.counsel.network.holding import (
    Hold,
    Rest,
    comes_back,
    hold_of,
    wanted_quiet,
)
from afterword.counsel.network.houses import elsewhere, houses
from afterword.counsel.network.paths import COUNTED, Path, introduces
from afterword.counsel.network.people import OUTSIDE, Firm, Known, Link, Net, Place, speaks_for
from afterword.counsel.network.reach import (
    FirmReach,
    Reach,
    Voucher,
    connectors,
    reach,
    who_reaches,
)
from afterword.counsel.network.tie import Bond, Contact, bond

__all__ = [
    "COUNTED",
    "OUTSIDE",
    "Bond",
    "Contact",
    "Firm",
    "FirmReach",
    "Hold",
    "Known",
    "Link",
    "Net",
    "Path",
    "Place",
    "Reach",
    "Rest",
    "Voucher",
    "bond",
    "comes_back",
    "connectors",
    "elsewhere",
    "hold_of",
    "houses",
    "introduces",
    "reach",
    "speaks_for",
    "wanted_quiet",
    "who_reaches",
]
