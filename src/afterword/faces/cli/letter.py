"""Drafts a letter from your own facts and prints it. Sends nothing, keeps nothing unless asked.

A part in [square brackets] is a hole: the program did not know and does not make it up.
KIND is one of: thank_you, influence_letter, second_influence, proof_offer, status_nudge,
final_nudge, grace_note, advice_request, call_request, reopen_letter, keep_in_touch, card,
congratulation, trigger_note, offer_acceptance, offer_decline, withdrawal, referral_ask,
referral_give, reference_request, reference_brief, reference_thanks, pain_letter, access_request.
"""

from __future__ import annotations

import argparse
import json
from typing import Any
from uuid import UUID

from afterword.errors import UserError
from afterword.terms import LetterKind

EXAMPLE = """examples:
  afterword letter influence_letter --case 01a2... --to dana@acme.example
  afterword letter thank_you --case 01a2... --to "Gordon Pryce"    who has no address yet
  afterword letter status_nudge --case 01a2... --language de
  afterword letter grace_note --case 01a2... --json
  afterword letter thank_you --case 01a2... --keep    lays it on the desk for editing
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help="which letter")
    parser.add_argument("--case", required=True, metavar="ID", help="from `afterword cases`")
    parser.add_argument(
        "--to",
        metavar="WHOM",
        help="an address or a name (default: whom the next step names, else who wrote last)",
    )
    parser.add_argument(
        "--tone", choices=("usual", "formal", "plain"), help="how stiff or short (default: as set)"
    )
    parser.add_argument(
        "--language",
        choices=("en", "de", "fr", "es"),
        help="in which language (default: the one they last wrote in)",
    )
    parser.add_argument("--json", action="store_true", help="each sentence with its facts")
    parser.add_argument("--keep", action="store_true", help="lay it on the desk")


def run(args: argparse.Namespace) -> int:
    if args.kind not in set(LetterKind):
        raise UserError(f"{args.kind} is no letter. It is one of: {', '.join(LetterKind)}.")
    kind = LetterKind(args.kind)
    from afterword.faces import clock
    from afterword.faces.cli.house import open_house

    account, now = open_house(), clock.now()
    from afterword.desk.letters import correspondence, margin, second_eyes

    case = _case(account.id, args.case)
    if args.to:
        person = _person(account.id, case, args.to)
    else:
        person = correspondence.addressee(case, now, kind)
    language = args.language or ""
    draft = correspondence.compose(
        case, kind, now=now, person=person, tone=args.tone or "", language=language
    )
    brief = correspondence.brief(case, kind, now=now, person=person)
    answers = second_eyes.answers_json(second_eyes.matches(brief))
    caution = margin.asked_enough(case, kind)
    kept = None
    if args.keep:
        kept = correspondence.keep(case, draft, now=now, person=person)
    if args.json:
        whole = {**_whole(draft), "caution": caution or None, "answers": answers}
        whole["letter"] = str(kept.pk) if kept else None
        print(json.dumps(whole, ensure_ascii=False, indent=2))
        return 0
    if caution:
        print(f"  before you send this: {caution}\n")
    if draft.to.name or draft.to.email:
        print(f"To: {draft.to.name} <{draft.to.email}>".replace(" <>", ""))
    print(f"Subject: {draft.subject}\n\n{draft.body}\n")
    for hole in draft.holes:
        print(f"  missing: {hole}")
    for one in answers:
        if one["story"] is None:
            print(f"  no story answers “{one['quote']}” yet: challenge, action, result?")
    wanted = language or brief.language
    if draft.language != wanted:
        print(f"  this letter is not written in “{wanted}” yet; it stands in English")
    if kept is not None:
        print(f"  on the desk as {kept.pk}")
    if case.messages.sealed().exists():
        print("  a letter of theirs lies unopened; open it before you send anything")
    return 0


def _whole(draft: Any) -> dict[str, Any]:
    return {
        "kind": str(draft.kind),
        "to": {"name": draft.to.name, "email": draft.to.email},
        "subject": draft.subject,
        "body": draft.body,
        "sentences": [
            {"text": s.text, "facts": list(s.facts), "hole": s.hole or None}
            for s in draft.sentences
        ],
        "holes": list(draft.holes),
        "facts": [
            {"id": f.id, "text": f.text, "source": f.source, "basis": str(f.basis)}
            for f in draft.facts
        ],
    }


def _case(account: UUID, given: str) -> Any:
    from afterword.casebook.case import Case

    try:
        found = Case.objects.of(account).filter(pk=UUID(given)).first()
    except ValueError:
        found = None
    if found is None:
        raise UserError(f"There is no case {given}. `afterword cases` lists them.")
    return found


def _person(account: UUID, case: Any, given: str) -> Any:
    """Who is meant: by address, or by name among the people of this case, then among all.

    Raises UserError, naming them, where it may be one of two.
    """
    from afterword.casebook.person import Person, PersonAddress

    if "@" in given:
        rows = PersonAddress.objects.of(account).filter(email=given.strip().lower())
        found = rows.select_related("person").first()
        if found is None:
            raise UserError(f"Nobody with the address {given} is known here.")
        return found.person
    name = " ".join(given.split()).casefold()
    seated = [seat.person for seat in case.seats.select_related("person").order_by("id")]
    for people in (seated, Person.objects.of(account)):
        named = [one for one in people if name and name in one.name.casefold()]
        exact = [one for one in named if one.name.casefold() == name]
        for chosen in (exact, named):
            if len({one.name.casefold() for one in chosen}) == 1:
                return _one_of(chosen, here=people is seated)
    known = ", ".join(sorted({one.name for one in seated if one.name}))
    raise UserError(
        f"I cannot tell who {given} is."
        + (f" In this case are: {known}." if known else " Nobody is known in this case yet.")
    )


def _one_of(people: list[Any], *, here: bool) -> Any:
    """The one person that these records of one name are; raises UserError where they may be two.

    Of two records in one case, or at one firm, it is the one that can be written to.
    """
    written = [one for one in people if one.email]
    near = here or len({one.company_id for one in people}) == 1
    if len(people) == 1 or (near and len(written) < 2):
        return (written or people)[0]
    told = "; ".join(
        " ".join(
            filter(
                None,
                (
                    one.name,
                    f"at {one.company}" if one.company else "",
                    f"<{one.email}>" if one.email else "(no address known)",
                ),
            )
        )
        for one in people
    )
    raise UserError(f"More than one goes by that name: {told}. Say which by the address.")
