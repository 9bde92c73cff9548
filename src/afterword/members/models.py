"""The directory of accounts, and the one-time links that open one."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, models, transaction

LINK_LIVES = timedelta(minutes=10)


class Account(models.Model):
    """One person's casebook. On a machine of one's own there is exactly one.

    `home` is the mark of the one home that opens it, where the database does not lie in a home.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField()
    home = models.CharField(max_length=64, null=True, unique=True, editable=False)

    def __str__(self) -> str:
        return self.name or str(self.id)


class OneTimeLink(models.Model):
    """A key to the front door that works once and for ten minutes; only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class FeedKey(models.Model):
    """The key in the address of an account's private calendar; only its hash is kept.

    There is none until the user asks for one, and taking it back closes the address at once.
    """

    account = models.OneToOneField(
        Account, primary_key=True, on_delete=models.CASCADE, related_name="feed_key"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)


class BrowserKey(models.Model):
    """The key by which a browser hands in the page its user looks at; only its hash is kept.

    There is none until the user asks for one. `kind` is who holds it: the extension, or the
    bookmark, whose key the page itself could see and which may therefore do no more than hand in.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="browser_keys")
    kind = models.CharField(max_length=16)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "kind"], name="one_browser_key")]


def the_account(*, at: datetime) -> Account:
    """The account of the person at this machine, opened on first use; never another home's."""
    if not settings.HOME_MARK:
        # The file lies in the home: who lives in it is at home here.
        with transaction.atomic():
            account = Account.objects.order_by("opened_at").first()
            return account or Account.objects.create(opened_at=at)
    return of_this_home().first() or _move_in(at)


def of_this_home() -> models.QuerySet[Account]:
    """The accounts this home may open: of a database that others share, its own."""
    mark = settings.HOME_MARK
    return Account.objects.filter(home=mark) if mark else Account.objects.all()


def _move_in(at: datetime) -> Account:
    """The account this home has from now on: one from before there were marks, or a new one.

    The one there was goes to the first home that was in use then; the demo never takes it.
    """
    mark = settings.HOME_MARK
    if settings.HOME_WAS_HERE:
        nobodys = list(Account.objects.filter(home__isnull=True)[:2])
        if len(nobodys) == 1:
            # Of two homes that ask at once the database lets one have it.
            free = Account.objects.filter(pk=nobodys[0].pk, home__isnull=True)
            free.update(home=mark)
    try:
        with transaction.atomic():
            return of_this_home().first() or Account.objects.create(opened_at=at, home=mark)
    except IntegrityError:
        # Another program of this home was first.
        return of_this_home().get()


def make_link(account: Account, *, at: datetime) -> str:
    """A fresh token for the front door; links nobody used in time are swept away."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        account.links.filter(made_at__lt=at - LINK_LIVES).delete()
        OneTimeLink.objects.create(account=account, digest=_digest(token), made_at=at)
    return token


def use_link(token: str, *, at: datetime) -> Account | None:
    """The account this token opens, once; None for a used, old or unknown one."""
    # One conditional update claims the link, so two tabs cannot both use it.
    links = OneTimeLink.objects.filter(digest=_digest(token), account__in=of_this_home())
    if not links.filter(used_at__isnull=True, made_at__gte=at - LINK_LIVES).update(used_at=at):
        return None
    return links.select_related("account").get().account


def make_feed_key(account: Account, *, at: datetime) -> str:
    """A fresh key for the calendar's address; the one before it opens nothing any more."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        FeedKey.objects.filter(account=account).delete()
        FeedKey.objects.create(account=account, digest=_digest(token), made_at=at)
    return token


def drop_feed_key(account: Account) -> None:
    """Close the calendar's address; a second call finds it closed."""
    FeedKey.objects.filter(account=account).delete()


def feed_key(account: Account) -> FeedKey | None:
    return FeedKey.objects.filter(account=account).first()


def whose_feed(token: str, *, at: datetime) -> Account | None:
    """The account whose calendar this key opens; None for a wrong one or one that was taken back."""
    keys = FeedKey.objects.filter(digest=_digest(token), account__in=of_this_home())
    found = keys.select_related("account").first()
    if found is None:
        return None
    if found.read_at is None or at - found.read_at > timedelta(minutes=5):
        FeedKey.objects.filter(pk=found.pk).update(read_at=at)
    return found.account


def make_browser_key(account: Account, kind: str, *, at: datetime) -> str:
    """A fresh key for the extension or the bookmark; the one before it opens nothing any more."""
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        drop_browser_keys(account, kind)
        BrowserKey.objects.create(account=account, kind=kind, digest=_digest(token), made_at=at)
    return token


def drop_browser_keys(account: Account, kind: str = "") -> None:
    """Take a key back, or all of them; what was handed in stays. A second call finds none."""
    rows = BrowserKey.objects.filter(account=account)
    (rows.filter(kind=kind) if kind else rows).delete()


def browser_keys(account: Account) -> dict[str, BrowserKey]:
    return {one.kind: one for one in BrowserKey.objects.filter(account=account)}


def whose_browser(token: str, kind: str, *, at: datetime) -> Account | None:
    """The account this key hands pages to; None for a wrong one, another kind's, or one taken back."""
    given, found = _digest(token), None
    # Few rows, and each is compared in the same time: how long it takes tells nothing of a key.
    keys = BrowserKey.objects.filter(kind=kind, account__in=of_this_home())
    for one in keys.select_related("account"):
        if hmac.compare_digest(one.digest, given):
            found = one
    if found is None:
        return None
    if found.used_at is None or at - found.used_at > timedelta(minutes=5):
        BrowserKey.objects.filter(pk=found.pk).update(used_at=at)
    return found.account


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
