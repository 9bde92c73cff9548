"""A friend who tells of their own search: the verdict in such a mail is theirs, and none of the user's.

Told by the first person: who was interviewed, turned down or given the seat is the writer. Of 2,645
noes of the corpus two sound so, and of 2,300 verdicts of other kinds one.
"""

from __future__ import annotations

from afterword.reading.view import rule, view

_MINE = rule(
    # English
    r"\b(?:interviewed me|(?:turned|knocked) me (?:down|back)|rejected me|ghosted me|(?:offered|given|gave) me (?:the (?:job|post|role|position|place)|a job)|"
    r"(?:they|he|she) (?:passed on|binned|dropped|said no to) me|i (?:did not|didn't) (?:get|make) (?:it|the (?:job|post|role|cut|shortlist|second round|final))|"
    r"i (?:got|have got|'ve got|landed) (?:the job|the post|the role|an offer|a no|another no|my (?:first|second|third|fourth|fifth) (?:no|rejection))|"
    r"my (?:own )?(?:final (?:round|interview)|second round|rejection|job (?:hunt|search))\b|i (?:interviewed for|had my (?:interview|final|second round)|was (?:rejected|ghosted|made redundant|one of the last))|"
    r"i've (?:been (?:rejected|turned down|ghosted|made redundant)|had (?:another|my|a) (?:no|rejection))|would i still|do i still want it|how(?:'s| is) (?:yours|your (?:search|hunt|job hunt)) (?:going|coming)|"
    # German
    r"ich (?:habe|hab) (?:die|eine|den|keine) (?:absage|stelle|job|zusage|posten) (?:bekommen|gekriegt|erhalten)|(?:haben|hat) mi(?:r abgesagt|ch (?:abgelehnt|genommen))|"
    r"mein(?:e|em|er|en)? (?:vorstellungsgespräch|jobsuche)|ich (?:wurde|bin) (?:abgelehnt|genommen) worden|"
    # French
    r"(?:ils|on) m'(?:ont|a) (?:refus\w{1,3}|rejet\w{1,3}|dit non|pris\w?)|mon entretien s'est|je n'ai pas (?:eu|obtenu) le poste|j'ai (?:eu|obtenu|décroché) le poste|"
    # Spanish, Portuguese, Dutch, Italian
    r"me (?:rechazaron|han rechazado|dijeron que no|han cogido)|mi entrevista (?:fue|salió)|me recusaram|não fui (?:escolhid|selecionad)[oa]|minha entrevista (?:foi|correu)|"
    r"(?:hebben|heeft) me (?:afgewezen|aangenomen)|ik ben (?:afgewezen|aangenomen)|mi hanno (?:rifiutat[oa]|scartat[oa]|detto di no|pres[oa])|il mio colloquio è)\b"
)
#: Who is on the writer's side of a process speaks of the reader's, whatever else is told.
_YOURS = rule(
    r"\b(?:your (?:application|candidacy|interview|cv|résumé|resume)|ihre bewerbung|deine bewerbung|votre candidature|ta candidature|su candidatura|sua candidatura|tua candidatura|"
    r"uw sollicitatie|je sollicitatie)\b"
)


def tells_of_their_own(body: str) -> bool:
    """Whether the writer tells of a search of their own, and says nothing of the reader's."""
    seen = view(body)
    return _MINE.search(seen) is not None and _YOURS.search(seen) is None
