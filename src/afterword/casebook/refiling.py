"""Filing all mail of an account as if it had come at once, keeping every row that says the same.

Mail comes newest first, in portions, twice and late; the casebook must be the one of a clean
import all the same. So whatever mail alone brought is told anew, oldest first, and only what
comes out otherwise is written. What the user settled (`settled.py`) stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from afterword import terms
from afterword.casebook import filing
from afterword.casebook.case import Case
from afterword.casebook.company import Company, sameness
from afterword.casebook.event import Event, Who
from afterword.casebook.filing import Placed, Register, Sheaf
from afterword.casebook.interview import Interview
from afterword.casebook.message import Message
from afterword.casebook.person import Person, PersonAddress
from afterword.casebook.question import Question
from afterword.casebook.record import in_one_go
from afterword.casebook.remark import Remark
from afterword.casebook.seat import Seat
from afterword.casebook.settled import Settled
from afterword.casebook.spelling import as_written
from afterword.casebook.stop import Stop

#: What a mail sets in the rows that others point at; all else in them is the user's.
SETS: dict[type[Any], tuple[str, ...]] = {
    Company: ("name", "key"),
    Person: ("name", "title", "company"),
    Case: ("company", "role", "opened_at", "last_at"),
}
#: Rows nothing points at, each with what tells one from another.
LEAVES: dict[type[Any], tuple[str, ...]] = {
    PersonAddress: ("email",),
    Seat: ("case_id", "person_id"),
    Interview: ("case_id", "at"),
    Remark: ("case_id", "kind", "quote"),
    Stop: ("person_id",),
    Question: ("key",),
}
_CREATED = (Company, Person, PersonAddress, Case, Seat, Interview, Remark, Stop, Question, Event)


@dataclass(slots=True)
class Refiled:
    """What came of it."""

    cases: int = 0
    questions: int = 0


def refile(
    account: UUID,
    placed: Sequence[Placed],
    found: Settled,
    *,
    at: datetime,
    own: Mapping[tuple[str, str], str] | None = None,
) -> Refiled:
    """File these mails, all that are kept, by their links; part of one transaction.

    `own` holds firms' own spellings by what hosts made of them; what the user named stays.

    A case that mail alone began and that no mail belongs to any more is gone; its number goes on
    in the case that its first mail came to, where that one is new.
    """
    with in_one_go(Event):
        placed = _known_by_their_ids(placed)
        rows = _Rows(account, found)
        doing = _Anew(account, at, rows)
        register = _Register(account, rows, found)
        own = {one: name for one, name in (own or {}).items() if one[0] not in register.firms}
        rows.guessed = {sameness(name): guess for (guess, _), name in own.items()}
        placed = as_written(placed, own)
        done = Refiled()
        # Those who begin a case come first: a mail may belong to a case that a later one begins.
        for one in sorted(placed, key=lambda one: not one[2].new):
            _file(one, register, doing, done)
        doing.write()
        return done


def _known_by_their_ids(placed: Sequence[Placed]) -> list[Placed]:
    """The same links, where a group of mails that was a case before keeps the id it had."""
    known = {str(message.case_id) for message, _, _ in placed if message.case_id}
    # A case the user settled has its own id already.
    taken = {link.case for _, _, link in placed} & known
    names: dict[str, str] = {}
    for message, _, link in placed:
        had = str(message.case_id or "")
        fresh = link.case and link.case not in known and link.case not in names
        if had and fresh and had not in taken:
            names[link.case] = had
            taken.add(had)

    def named(link: terms.Link) -> terms.Link:
        offered = tuple(names.get(case, case) for case in link.candidates)
        return replace(link, case=names.get(link.case, link.case), candidates=offered)

    return [(message, reading, named(link)) for message, reading, link in placed]


def _file(one: Placed, register: _Register, doing: _Anew, done: Refiled) -> None:
    message, reading, link = one
    if message.filed_at is None:
        doing.change(message, filed_at=doing.at)
    had = message.case_id
    if link.ask or not link.case:
        if link.ask and doing.ask(filing.question(message, reading, link, register)):
            done.questions += 1
        if had is not None:
            doing.change(message, case=None)
            doing.note(message, had, "It may belong elsewhere.", "taken_out")
        return
    key = UUID(link.case)
    case = register.cases.get(key)
    if case is None:
        case = filing.new_case(message, reading, register, doing, key)
        done.cases += key not in doing.rows.were[Case]
    if had != key:
        doing.change(message, case=case)
    filing.settle(message, reading, case, register, doing)
    if had != key:
        doing.note(message, key, link.why, "filed")
        if had is not None:
            doing.note(message, had, "It belongs to another case.", "taken_out")


class _Rows:
    """The rows as they were: those that stand whatever mail says, and those that mail brought."""

    def __init__(self, account: UUID, found: Settled) -> None:
        self.account, self.found = account, found
        #: Every row by kind and id, and what it said.
        self.were: dict[type[Any], dict[UUID, Any]] = {}
        self.said: dict[UUID, dict[str, Any]] = {}
        self.used: set[UUID] = set()
        for model in (*SETS, *LEAVES):
            rows = model._default_manager.filter(account=account).order_by("id")
            self.were[model] = {row.pk: row for row in self._of_mail(model, rows)}
        self._point()
        addresses = self.were[PersonAddress].values()
        merged = Case.objects.of(account).filter(merge__isnull=False)
        self.signposts = set(merged.values_list("pk", flat=True))
        by_hand = {row.person_id for row in addresses if str(row.pk) in found.rows}
        self.standing = {UUID(one) for one in found.rows} | by_hand
        self.firms = {sameness(row.name): row for row in self._free(Company)}
        #: Beside a firm's own spelling the guess it was known by.
        self.guessed: dict[str, str] = {}
        self.people = {row.email: row.person for row in addresses}
        self.named: dict[tuple[str, UUID | None], Person] = {}
        for row in self._free(Person):
            self.named.setdefault((row.name.casefold(), row.company_id), row)
        self.seated = filing.by_name(self.were[Seat].values())
        for table in self.were.values():
            for key, row in table.items():
                self.said[key] = _values(row)

    def _of_mail(self, model: type[Any], rows: Any) -> Any:
        if model is Question:
            return rows.filter(about="link", answered_at__isnull=True)
        return rows.filter(person__isnull=False) if model is Stop else rows

    def _point(self) -> None:
        """One object a row: what is set in one place is seen from every other."""
        people, firms, cases = (self.were[model] for model in (Person, Company, Case))
        for table in self.were.values():
            for row in table.values():
                for name, held in (("person", people), ("company", firms), ("case", cases)):
                    key = getattr(row, f"{name}_id", None)
                    if key in held:
                        setattr(row, name, held[key])

    def stands(self, row: Any) -> bool:
        return row.pk in self.standing

    def _free(self, model: type[Any]) -> list[Any]:
        return [row for row in self.were[model].values() if not self.stands(row)]


class _Register(Register):
    """The register of what stands; what mail brought before is found again by `_Anew`."""

    def __init__(self, account: UUID, rows: _Rows, found: Settled) -> None:
        self.account, self.rows = account, rows
        self.by_user = found.rows

        def standing(model: type[Any]) -> Iterable[Any]:
            return (row for row in rows.were[model].values() if rows.stands(row))

        self.firms = {sameness(firm.name): firm for firm in standing(Company)}
        self.cases = {case.pk: case for case in standing(Case)}
        people = {person.pk: person for person in standing(Person)}
        self.people = {
            row.email: row.person
            for row in rows.were[PersonAddress].values()
            if row.person_id in people
        }
        self.named = {(one.name.casefold(), one.company_id): one for one in people.values()}
        every = rows.were[Person]
        self.named |= {mark: every[pk] for mark, pk in found.merged.items() if pk in every}
        self.seats = {(seat.case_id, seat.person_id): seat for seat in standing(Seat)}
        self.seated = filing.by_name(self.seats.values())
        self.stops = {stop.person_id for stop in standing(Stop)}
        self.talks: dict[UUID, list[Interview]] = {}
        for talk in standing(Interview):
            self.talks.setdefault(talk.case_id, []).append(talk)
        self.remarks = {(one.case_id, one.kind, one.quote) for one in standing(Remark)}

    def person(
        self, seen: terms.PersonSeen, firm: Company | None, case: Case, doing: Any
    ) -> Person:
        doing.sought, doing.sought_in = seen.email.strip().lower()[:320], case.pk
        return super().person(seen, firm, case, doing)


#: The case before any is looked at.
NOBODY = UUID(int=0)


@dataclass(slots=True)
class _Anew(Sheaf):
    """An act that finds the rows of before again, and in the end writes only what is otherwise."""

    account: UUID
    at: datetime
    rows: _Rows
    sought: str = ""
    sought_in: UUID = NOBODY
    new: dict[type[Any], list[Any]] = field(default_factory=dict)
    leaves: dict[type[Any], dict[tuple[Any, ...], Any]] = field(default_factory=dict)
    messages: dict[UUID, tuple[Message, set[str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.leaves = {model: {} for model in LEAVES}
        self.new = {model: [] for model in _CREATED}

    def create(self, row: Any) -> Any:
        row.account, row.entered_at = self.account, self.at
        model = type(row)
        if model in LEAVES:
            self.leaves[model].setdefault(_mark(row), row)
            return row
        was = self._was(row)
        if was is None:
            self.new[model].append(row)
            return row
        self.rows.used.add(was.pk)
        for name in SETS[model]:
            setattr(was, name, getattr(row, name))
        return was

    def remove(self, row: Any) -> None:
        """It is not written: what an earlier filing wrote of it goes with all that is found no more."""
        self.leaves.get(type(row), {}).pop(_mark(row), None)

    def _was(self, row: Any) -> Any:
        """The row of before that this one is."""
        if isinstance(row, Company):
            same, firms = sameness(row.name), self.rows.firms
            found: Any = firms.get(same) or firms.get(self.rows.guessed.get(same, ""))
        elif isinstance(row, Case):
            found = self.rows.were[Case].get(row.pk)
        elif self.sought:
            found = self.rows.people.get(self.sought)
        else:
            name = row.name.casefold()
            found = self.rows.named.get((name, row.company_id))
            found = found or self.rows.seated.get((self.sought_in, name))
        free = found is not None and not self.rows.stands(found)
        return found if free and found.pk not in self.rows.used else None

    def change(self, row: Any, **fields: Any) -> bool:
        new = {name: value for name, value in fields.items() if getattr(row, name) != value}
        for name, value in new.items():
            setattr(row, name, value)
        if new and isinstance(row, Message):
            self.messages.setdefault(row.pk, (row, set()))[1].update(new)
        return bool(new)

    def ask(self, question: Question) -> bool:
        """Put down a question; false where it was asked before."""
        self.create(question)
        return not any(row.key == question.key for row in self.rows.were[Question].values())

    def note(self, message: Message, case: UUID, why: str, verb: str) -> None:
        says = f"{message} was filed" if verb == "filed" else f"{message} was taken out"
        self.new[Event].append(
            Event(account=self.account, entered_at=self.at, at=self.at, who=Who.MAIL, verb=verb,
                  case=case, why=why, says=says, undoable=False)
        )  # fmt: skip

    def write(self) -> None:
        self._sort_leaves()
        self._create(Company, Person, Case)
        _update(Message, self.messages.values())
        self._better(Person, Case)
        # Only now does nothing point any more at what is to go.
        self._remove()
        self._better(Company, *LEAVES)
        self._create(*LEAVES, Event)

    def _better(self, *models: type[Any]) -> None:
        """Write the rows that say something else than before."""
        said = self.rows.said
        for model in models:
            rows = self.rows.were[model].values()
            other = [(r, {n for n, v in _values(r).items() if v != said[r.pk][n]}) for r in rows]
            _update(model, [(row, names) for row, names in other if names])

    def _sort_leaves(self) -> None:
        """Each leaf told anew is the one that was there, or a new one; the user's removals hold."""
        for model, told in self.leaves.items():
            gone = {
                _mark_of(model, image) for image in self.rows.found.gone[model._meta.model_name]
            }
            were = {_mark(row): row for row in self.rows.were[model].values()}
            for mark, row in ((_mark(row), row) for row in told.values()):
                was = were.get(mark)
                if was is None:
                    if tuple(map(str, mark)) not in gone:
                        self.new[model].append(row)
                elif not self.rows.stands(was):
                    self.rows.used.add(was.pk)
                    for one in model._meta.concrete_fields:
                        if one.attname not in ("id", "entered_at"):
                            setattr(was, one.attname, getattr(row, one.attname))

    def _remove(self) -> None:
        """What mail brought once and brings no more; a row that anything else points at stays."""
        for model in (
            Question, Stop, Remark, Interview, Seat, PersonAddress, Case, Person, Company,
        ):  # fmt: skip
            table = self.rows.were[model]
            old = [r for r in table.values() if r.pk not in self.rows.used and not self._stays(r)]
            held = _pointed_at(model, self.account, {row.pk for row in old})
            keys = [row.pk for row in old if row.pk not in held]
            for start in range(0, len(keys), 500):
                model._default_manager.filter(pk__in=keys[start : start + 500]).delete()
            for key in keys:
                del table[key]

    def _stays(self, row: Any) -> bool:
        rows = self.rows
        if rows.stands(row) or getattr(row, "case_id", None) in rows.signposts:
            return True
        # The address of somebody who stays is theirs.
        return isinstance(row, PersonAddress) and rows.stands(row.person)

    def _create(self, *models: type[Any]) -> None:
        for model in models:
            model._default_manager.bulk_create(self.new[model])


def _update(model: type[Any], rows: Iterable[tuple[Any, set[str]]]) -> None:
    groups: dict[frozenset[str], list[Any]] = {}
    for row, names in rows:
        groups.setdefault(frozenset(names), []).append(row)
    for changed, same in groups.items():
        fields = sorted(model._meta.get_field(name).name for name in changed)
        model._default_manager.bulk_update(same, fields, batch_size=200)


def _pointed_at(model: type[Any], account: UUID, keys: set[UUID]) -> set[UUID]:
    """Those of these rows that another row points at which does not go with them."""
    held: set[UUID] = set()
    if not keys:
        return held
    for relation in model._meta.related_objects:
        other: Any = relation.related_model
        if getattr(other, "derived", False):
            continue
        name = relation.field.attname
        # No row points out of its account: of a database that many share the others are not read.
        pointing = other._default_manager.filter(account=account, **{f"{name}__isnull": False})
        held |= keys & set(pointing.values_list(name, flat=True))
    return held


def _values(row: Any) -> dict[str, Any]:
    return {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}


def _mark(row: Any) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in LEAVES[type(row)])


def _mark_of(model: type[Any], image: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(image.get(name)) for name in LEAVES[model])
