"""The firms: their name, the mail domains that speak for them, their country and sector."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from afterword.casebook.event import Act, Who, act
from afterword.casebook.record import Record

#: Legal forms say nothing about which firm it is.
FORMS = frozenset(
    [
        "ab",
        "ag",
        "as",
        "asa",
        "bv",
        "co",
        "corp",
        "corporation",
        "gmbh",
        "inc",
        "incorporated",
        "kg",
        "limited",
        "llc",
        "llp",
        "ltd",
        "nv",
        "oy",
        "plc",
        "sa",
        "sarl",
        "sas",
        "se",
        "spa",
        "srl",
        "ug",
    ]
)


def key_of(name: str) -> str:
    """The name as it is compared: lower case, no marks, no legal form. Empty stays empty."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    words = re.findall(r"\w+", folded.casefold())
    while len(words) > 1 and words[-1] in FORMS:
        words.pop()
    return " ".join(words)[:300]


def sameness(name: str) -> str:
    """What two spellings of one firm share: the key without its spaces ("meridewmedical")."""
    return key_of(name).replace(" ", "")


class Company(Record):
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    domains = models.JSONField(default=list)
    country = models.CharField(max_length=6, blank=True)
    sector = models.CharField(max_length=64, blank=True)
    agency = models.BooleanField(default=False)

    class Meta(Record.Meta):
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="one_company")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def named(cls, name: str, *, doing: Act) -> Company:
        """The firm of this name, made when it is new; part of the verb that asks."""
        name = name.strip()[:300] or "A company not named"
        found = cls.objects.of(doing.account).filter(key=key_of(name)).first()
        return found or doing.create(cls(name=name, key=key_of(name)))

    @classmethod
    def add(
        cls, *, account: UUID, name: str, at: datetime, by: str = Who.USER, **fields: Any
    ) -> Company:
        with act(account, "added_company", at=at, by=by, says=f"{name} was added") as doing:
            found = cls.named(name, doing=doing)
            doing.change(found, **fields)
            return found

    def describe(self, *, at: datetime, by: str = Who.USER, **fields: Any) -> None:
        """Set name, country, sector, domains or agency."""
        if "name" in fields:
            fields["key"] = key_of(fields["name"])
        says = f"{self.name} was changed"
        with act(self.account, "described_company", at=at, by=by, says=says) as doing:
            doing.change(self, **fields)
