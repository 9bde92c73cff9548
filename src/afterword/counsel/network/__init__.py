"""Who reaches whom: how near people are, and whom to ask first on the way to a firm."""

from afterword.counsel.network.people import Firm, Known, Link, Net, Place
from afterword.counsel.network.reach import Path, Reach, Voucher, connectors, reach, who_reaches
from afterword.counsel.network.tie import Bond, Contact, bond

__all__ = [
    "Bond",
    "Contact",
    "Firm",
    "Known",
    "Link",
    "Net",
    "Path",
    "Place",
    "Reach",
    "Voucher",
    "bond",
    "connectors",
    "reach",
    "who_reaches",
]
