"""Taking a name out of every word that is kept: letters, mails, notes, what was undone, whatever comes.

Every text of every record is looked through, so a record that is added later is looked through too.
Where a name stood, as many blocks stand: what points into a text goes on pointing right.
"""

from __future__ import annotations

import email
import email.policy
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from afterword.casebook.company import Company
from afterword.casebook.forgetting import SOMEBODY
from afterword.casebook.forgotten import BLOCK, Marks
from afterword.casebook.marks import digest_of
from afterword.casebook.message import Blob, Message
from afterword.casebook.person import Person
from afterword.casebook.profile import Profile
from afterword.casebook.seen import Seen

#: How a source is reached, and what is a hash already; the user's own addresses are no one else's.
NO_WORDS = {"source", "folder", "connection", "ownaddress", "ownmail", "blob", "seen", "job", "forgotten"}  # fmt: skip
#: Columns that tell rows apart rather than tell of anybody.
NO_WORD = {"sha256", "digest", "mark", "like", "source"}
#: Names that are also the first word of a plain sentence, or a day: only where somebody is spoken to.
PLAIN = frozenset(
    [
        "april",
        "art",
        "august",
        "autumn",
        "bill",
        "chase",
        "christian",
        "dean",
        "drew",
        "earl",
        "eve",
        "faith",
        "frank",
        "grace",
        "guy",
        "hope",
        "iris",
        "jack",
        "jean",
        "joy",
        "june",
        "king",
        "long",
        "mark",
        "max",
        "may",
        "miles",
        "nick",
        "norm",
        "page",
        "pat",
        "price",
        "rich",
        "rob",
        "rose",
        "ruby",
        "sky",
        "small",
        "strong",
        "sue",
        "summer",
        "sunny",
        "will",
        "wills",
        "winter",
        "young",
        "best",
        "good",
        "day",
        "page",
        "white",
        "black",
        "green",
        "brown",
        "field",
        "fields",
        "hill",
        "hills",
        "love",
        "case",
        "self",
        "more",
        "west",
        "north",
        "east",
        "south",
        "bank",
        "banks",
    ]
)
_SPOKEN_TO = r"(?:(?<=Dear )|(?<=Hi )|(?<=Hello )|(?<=Mr )|(?<=Ms )|(?<=Mrs )|(?<=Mr\. )|(?<=Ms\. )|(?<=Dr )|(?<=Dr\. )|(?<=Frau )|(?<=Herr ))"


@dataclass(frozen=True, slots=True)
class Called:
    """Everything one person goes by. `sure` is theirs alone; `loose` is a part of their name."""

    sure: re.Pattern[str] | None
    family: re.Pattern[str] | None
    given: re.Pattern[str] | None

    @classmethod
    def by(cls, name: str, marks: Iterable[str], others: frozenset[str] = frozenset()) -> Called:
        """`marks` are addresses, pages, numbers; `others` the words other kept names are made of."""
        words = [word for word in re.split(r"[\s,]+", name) if word]
        told = {form for mark in marks if mark for form in (mark, mark.replace("@", "%40"))}
        plain = {re.escape(one) for one in told}
        if len(words) > 1:
            first, last = words[0], words[-1]
            for form in _spelt(words):
                plain.add(r"[\s,]+".join(map(re.escape, form)))
                plain.add(r",?\s+".join(map(re.escape, (form[-1], *form[:-1]))))
            for gap in (".", "_", "-", "", "+"):
                plain.add(rf"\b{re.escape(first + gap + last)}\b")
        elif words and words[0].casefold() not in others | PLAIN:
            plain.update(rf"\b{re.escape(form[0])}\b" for form in _spelt(words))
        sure = re.compile("|".join(sorted(plain, key=len, reverse=True)), re.I) if plain else None
        many = len(words) > 1
        return cls(
            sure,
            _part(words[-1], others) if many else None,
            _part(words[0], others) if many else None,
        )

    def out_of(self, text: str, *, near: bool, prose: bool = True) -> str:
        """The text without them; `near` says that it is of or to them, so that a first name is theirs."""
        new = self.sure.sub(_blocks, text) if self.sure else text
        if prose and self.family:
            new = self.family.sub(_blocks, new)
        if prose and self.given and (near or new != text):
            new = self.given.sub(_blocks, new)
        return new


def _spelt(words: list[str]) -> list[list[str]]:
    """The words as different machines write them."""
    forms = [[unicodedata.normalize(how, word) for word in words] for how in ("NFC", "NFD")]
    forms.append(["".join(c for c in word if not unicodedata.combining(c)) for word in forms[1]])
    return [form for n, form in enumerate(forms) if form not in forms[:n]]


def _part(word: str, others: frozenset[str]) -> re.Pattern[str] | None:
    """One word of a name, as a name is written; None for a word that others go by too."""
    if len(word) < 2 or word.casefold() in others:
        return None
    forms = {form for (one,) in _spelt([word]) for form in (one, one.upper())}
    either = "|".join(map(re.escape, sorted(forms)))
    before = _SPOKEN_TO if word.casefold() in PLAIN else r"(?<!\w)"
    return re.compile(rf"{before}(?:{either})(?!\w)")


def _blocks(found: re.Match[str]) -> str:
    return BLOCK * len(found.group())


def called(person: Person) -> Called:
    """What this person goes by, as far as no one else kept here goes by it too."""
    account = person.account
    names = [*Person.objects.of(account).exclude(pk=person.pk).values_list("name", flat=True)]
    names = [one for one in names if one.casefold() != person.name.casefold()]
    names += Company.objects.of(account).values_list("name", flat=True)
    names += Profile.objects.of(account).values_list("name", flat=True)
    others = frozenset(w.casefold() for one in names for w in re.split(r"[\s,.]+", one) if w)
    return Called.by(person.name, marks_of(person), others)


def marks_of(person: Person) -> list[str]:
    """Their addresses, pages and numbers."""
    emails = list(person.addresses.values_list("email", flat=True))
    known = person.handles.filter(kind__in=("profile", "card", "phone"))
    return [*emails, *known.values_list("value", flat=True)]


def near(person: Person) -> dict[str, set[UUID]]:
    """The rows that are theirs or to them, by kind of record: asked before the person goes."""
    account = person.account
    emails = set(person.addresses.values_list("email", flat=True))
    found: dict[str, set[UUID]] = {}
    for model in _models():
        if any(f.name == "person" for f in model._meta.concrete_fields):
            rows = model.objects.filter(account=account, person=person.pk)
            found[model._meta.model_name] = set(rows.values_list("pk", flat=True))
    mails = found.setdefault("message", set())
    for pk, sender, held in Message.objects.of(account).values_list(
        "pk", "sender_email", "envelope"
    ):
        met = {one.get("email") for part in ("to", "cc") for one in held.get(part, [])}
        if sender in emails or emails & met:
            mails.add(pk)
    return found


def sweep(account: UUID, who: Called, close: dict[str, set[UUID]]) -> int:
    """Take them out of every text of this account, and drop raw mails that name them; how many rows."""
    changed = 0
    for model in _models():
        fields = [field for field in model._meta.concrete_fields if _tells(field)]
        if model is Message or not fields:
            continue
        theirs = close.get(model._meta.model_name, set())
        names = [field.attname for field in fields]
        rows = model.objects.filter(account=account).values_list("pk", *names)
        for pk, *values in list(rows):
            new = _clean(who, fields, values, near=pk in theirs, prose=model is not Company)
            if new:
                model.objects.filter(pk=pk).update(**new)
                changed += 1
    return changed + _sweep_mails(account, who, close.get("message", set()))


def _sweep_mails(account: UUID, who: Called, theirs: set[UUID]) -> int:
    fields = [field for field in Message._meta.concrete_fields if _tells(field)]
    names = [field.attname for field in fields]
    raws = dict(Blob.objects.of(account).values_list("sha256", "pk"))
    changed = 0
    rows = Message.objects.of(account).values_list("pk", "sha256", "entered_at", *names)
    for pk, sha, entered, *values in list(rows):
        new = _clean(who, fields, values, near=pk in theirs)
        raw = raws.get(sha)
        if raw is not None and (new or pk in theirs or _names(who, Blob.objects.get(pk=raw).raw)):
            Blob.objects.filter(pk=raw).delete()
            new["has_raw"] = False
        if "mail_id" in new:
            # Known by its mark alone from now on, so that it is not read as a new one.
            old = values[names.index("mail_id")]
            mark = digest_of(account, old)
            new["mail_id"] = f"forgotten:{mark}"
            Seen.objects.get_or_create(
                account=account, digest=mark, defaults={"entered_at": entered}
            )
        if new:
            Message.objects.filter(pk=pk).update(**new)
            changed += 1
    return changed


def keep_unnamed(message: Message, out: Marks) -> bool:
    """Take whom the user had forgotten out of a mail that is about to be kept; whether any was in it.

    Its words stay, for they may be an offer; the mail as it came does not.
    """
    held, read = message.envelope, message.reading
    met = [{"name": message.sender_name, "email": message.sender_email}]
    met += [one for part in ("to", "cc") for one in held.get(part) or []]
    met += [one for one in (held.get("reply_to"), *read.get("people", [])) if one]
    gone = [one for one in met if out.anyone(one.get("name", ""), [one.get("email", "")])]
    if not gone and not any(
        out.out_of(told) != told for told in (message.subject, message.text, str(read))
    ):
        return False
    emails = {one.get("email", "").casefold() for one in gone} - {""}
    names = {one.get("name", "") for one in gone} - {""}

    def stays(one: Any) -> bool:
        address = one.get("email", "").casefold()
        return address not in emails if address else one.get("name", "") not in names

    if not stays({"name": message.sender_name, "email": message.sender_email}):
        message.sender_name, message.sender_email = SOMEBODY, ""
    read["people"] = [one for one in read.get("people", []) if stays(one)]
    for one in read["people"]:
        one["name"] = "" if out.out_of(one.get("name", "")) != one.get("name", "") else one["name"]
    for part in ("to", "cc"):
        held[part] = [one for one in held.get(part) or [] if stays(one)]
    message.envelope = {k: v for k, v in held.items() if k not in ("reply_to", "headers")}
    sayings = [Called.by(one.get("name", ""), [one.get("email", "")]) for one in gone]
    for field in (f for f in Message._meta.concrete_fields if _tells(f) and f.name != "mail_id"):
        value = _told(getattr(message, field.attname), out.out_of)
        for who in sayings:
            value = _walked(who, value, near=True, prose=True)
        setattr(message, field.attname, value)
    message.has_raw = False
    return True


def _told(value: Any, say: Callable[[str], str]) -> Any:
    """The same value with every text in it said so."""
    if isinstance(value, str):
        return say(value)
    if isinstance(value, list):
        return [_told(one, say) for one in value]
    if isinstance(value, dict):
        return {name: _told(one, say) for name, one in value.items()}
    return value


def _clean(
    who: Called, fields: list[Any], values: list[Any], *, near: bool, prose: bool = True
) -> dict[str, Any]:
    """The columns that named them, without the name."""
    new: dict[str, Any] = {}
    for field, value in zip(fields, values, strict=True):
        better = _walked(who, value, near=near, prose=prose)
        if better != value:
            new[field.attname] = better
    for field in fields:
        if field.attname in new and field.attname == "key":
            old = values[fields.index(field)]
            new["key"] = f"forgotten:{digest_of(UUID(int=0), str(old))}"
    return new


def _walked(who: Called, value: Any, *, near: bool, prose: bool) -> Any:
    if isinstance(value, str):
        # A lone small word is a term of ours, such as `strong`, and nobody's name.
        words = prose and not (value.islower() and " " not in value)
        return who.out_of(value, near=near, prose=words)
    if isinstance(value, list):
        return [_walked(who, one, near=near, prose=prose) for one in value]
    if isinstance(value, dict):
        return {
            _walked(who, name, near=near, prose=False): _walked(who, one, near=near, prose=prose)
            for name, one in value.items()
        }
    return value


def _names(who: Called, raw: bytes) -> bool:
    """Whether a raw mail names them, also under what encodes it."""
    plain = raw.decode("utf-8", "replace")
    if who.out_of(plain, near=False) != plain:
        return True
    if b"=?" not in raw and b"quoted-printable" not in raw.lower() and b"base64" not in raw.lower():
        return False
    try:
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        told = [str(value) for value in mail.values()]
        for part in mail.walk():
            if part.get_content_maintype() == "text":
                data = part.get_payload(decode=True)
                told.append(data.decode("utf-8", "replace") if isinstance(data, bytes) else "")
    except Exception:
        return True  # What cannot be looked into is not kept.
    return any(who.out_of(one, near=False) != one for one in told)


def _tells(field: Any) -> bool:
    if field.name in NO_WORD or field.is_relation or field.choices:
        return False
    if isinstance(field, (models.JSONField, models.TextField)):
        return True
    return isinstance(field, models.CharField) and (field.max_length or 0) >= 100


def _models() -> list[Any]:
    found = apps.get_app_config("casebook").get_models()
    return [model for model in found if model._meta.model_name not in NO_WORDS]
