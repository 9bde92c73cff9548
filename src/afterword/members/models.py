"""The directory of accounts, and the one-time links that open one."""

from __future__ import annotations

import hashlib
import secrets
import uuid
from datetime import datetime, timedelta

from django.db import models, transaction

LINK_LIVES = timedelta(minutes=10)


class Account(models.Model):
    """One person's casebook. On a machine of one's own there is exactly one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name or str(self.id)


class OneTimeLink(models.Model):
    """A key to the front door that works once and for ten minutes; only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


def the_account(*, at: datetime) -> Account:
    """The account of the person at this machine, opened on first use."""
    with transaction.atomic():
        account = Account.objects.order_by("opened_at").first()
        return account or Account.objects.create(opened_at=at)


def make_link(account: Account, *, at: datetime) -> str:
    """A fresh token for the front door; links nobody used in time are swept away."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        OneTimeLink.objects.filter(made_at__lt=at - LINK_LIVES).delete()
        OneTimeLink.objects.create(account=account, digest=_digest(token), made_at=at)
    return token


def use_link(token: str, *, at: datetime) -> Account | None:
    """The account this token opens, once; None for a used, old or unknown one."""
    # One conditional update claims the link, so two tabs cannot both use it.
    fresh = OneTimeLink.objects.filter(
        digest=_digest(token), used_at__isnull=True, made_at__gte=at - LINK_LIVES
    )
    if not fresh.update(used_at=at):
        return None
    return OneTimeLink.objects.select_related("account").get(digest=_digest(token)).account


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
