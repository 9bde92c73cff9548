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
  afterword letter grace_note --case 01a2... --json
  afterword letter thank_you --case 01a2... --keep    lays it on the desk for editing
"""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help="which letter")
    parser.add_argument("--case", required=True, metavar="ID", help="from `afterword cases`")
    parser.add_argument(
        "--to", metavar="EMAIL", help="whom (default: whom the case's next step names)"
    )
    parser.add_argument(
        "--tone", choices=("usual", "formal", "plain"), help="how stiff or short (default: as set)"
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
    from afterword.desk import correspondence, second_eyes

    case = _case(account.id, args.case)
    person = _person(account.id, args.to) if args.to else correspondence.addressee(case, now)
    draft = correspondence.compose(case, kind, now=now, person=person, tone=args.tone or "")
    brief = correspondence.brief(case, kind, now=now, person=person)
    answers = second_eyes.answers_json(second_eyes.matches(brief))
    kept = correspondence.draft(case, kind, now=now, person=person) if args.keep else None
    if args.json:
        whole = {**_whole(draft), "answers": answers, "letter": str(kept.pk) if kept else None}
        print(json.dumps(whole, ensure_ascii=False, indent=2))
        return 0
    if draft.to.name or draft.to.email:
        print(f"To: {draft.to.name} <{draft.to.email}>".replace(" <>", ""))
    print(f"Subject: {draft.subject}\n\n{draft.body}\n")
    for hole in draft.holes:
        print(f"  missing: {hole}")
    for one in answers:
        if one["story"] is None:
            print(f"  no story answers “{one['quote']}” yet: challenge, action, result?")
    if kept is not None:
        print(f"  on the desk as {kept.pk}")
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


def _person(account: UUID, email: str) -> Any:
    from afterword.casebook.person import PersonAddress

    rows = PersonAddress.objects.of(account).filter(email=email.strip().lower())
    found = rows.select_related("person").first()
    if found is None:
        raise UserError(f"Nobody with the address {email} is known here.")
    return found.person
