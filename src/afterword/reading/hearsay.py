"""A friend who tells of their own search: the verdict in such a mail is theirs, and none of the user's.

Told by the first person in the clause of the verdict itself: who was turned down or given the seat
is the writer. Small talk proves nothing: recruiters ask how a search goes, have had interviews and
jobs lost of their own, and tell whom they refuse about them.
"""

from __future__ import annotations

from afterword.reading.view import rule, view

#: A relayed no is told in the same words: "I got a no from the client".
_NOT_RELAYED = r"(?! (?:from|by|of|at) (?:the|their|our|my|your|his|her) (?:client|panel|team|board|manager|hiring|director|department|head|committee|chef|fachbereich|kunden?|fachabteilung)\b)"
#: After a thing one gets the clause must end or say where, when, why: "the job description" is none.
_CLAUSE_ENDS = r"(?= ?(?:[.,;:!?()\u2013\u2014-]|$|\n)| (?:at|in|with|after|because|either|again|too|as|and|but|so|then|back|yesterday|today|this|last|by|despite|without|over|on)\b)"
_MINE = rule(
    # English
    r"\b(?:(?:that|who|which|they|he|she) interviewed me|(?:turned|knocked) me (?:down|back)|(?:rejected|ghosted) me|(?:offered|given|gave) me (?:(?:the|a) (?:job|post|role|position|place))"
    + _CLAUSE_ENDS
    + "|"
    r"(?:they|he|she) (?:(?:passed on|binned|dropped) me" + _CLAUSE_ENDS + r"|said no to me)|"
    r"i (?:did not|didn't) (?:get|make) the (?:job|post|role|cut|shortlist|second round|final)"
    + _CLAUSE_ENDS
    + "|"
    r"i (?:got|have got|'ve got|landed) (?:(?:the (?:job|post|role)|an offer)"
    + _CLAUSE_ENDS
    + r"|(?:a no|another no|my (?:first|second|third|fourth|fifth) (?:no|rejection)|turned down|rejected)"
    + _NOT_RELAYED
    + r")|"
    r"my (?:own )?(?:interview|final|final (?:round|interview)|second round|last round) (?:went|was|ended|turned)(?: [\w'-]{1,12}){0,2} (?:badly|well|awful|terrible|no|rejection|disaster|nowhere)|"
    r"i (?:was|got) (?:rejected|ghosted|turned down|one of the last)" + _NOT_RELAYED + "|"
    r"i(?:'ve| have) (?:been (?:rejected|turned down|ghosted)|had (?:another|my|a) (?:no|rejection))"
    + _NOT_RELAYED
    + "|would i still (?:consider|want|take|like|come|be (?:up|keen|interested|free))|do i still want it|"
    # German
    r"ich (?:habe|hab) (?:(?:die|eine|meine|wieder eine) absage|(?:die|eine|keine) (?:stelle|zusage)|(?:den|einen|keinen) (?:job|posten)) (?:bekommen|gekriegt|erhalten)(?!,? (?:dass|zu|für (?:sie|dich)))|(?:haben|hat) mi(?:r abgesagt|ch (?:abgelehnt|genommen))|"
    r"mein (?:vorstellungsgespräch|gespräch) (?:lief|ist|war)(?: \w{1,12}){0,2} (?:schlecht|mies|gut|schief|gelaufen)|ich (?:wurde|bin) (?:abgelehnt|genommen) worden|"
    # French
    r"(?:ils|on|elle|il) m'(?:ont|a) (?:refus\w{1,3}|rejet\w{1,3}|dit non|pris\w?"
    + _CLAUSE_ENDS
    + r")|mon entretien s'est (?:très |plutôt )?(?:mal|bien) passé|je n'ai pas (?:eu|obtenu) le poste|j'ai (?:eu|obtenu|décroché) le poste|"
    # Spanish, Portuguese, Dutch, Italian
    r"me (?:rechazaron|han rechazado|dijeron que no(?= ?(?:[.,;:!?)\n]|$)| (?:otra|y|pero|porque|para|por|en)\b)|han cogido)|mi entrevista (?:fue|salió) (?:muy )?(?:mal|fatal|bien)|me recusaram|não fui (?:escolhid|selecionad)[oa]|minha entrevista (?:foi|correu) (?:muito )?(?:mal|bem)|"
    r"(?:hebben|heeft) me (?:afgewezen|aangenomen)|ik ben (?:afgewezen|aangenomen)|mi hanno (?:rifiutat[oa]|scartat[oa]|detto di no|pres[oa])|il mio colloquio è andato (?:molto )?(?:male|bene))\b"
)
#: Who is on the house's side, or at the reader's, speaks of the reader's, whatever else is told.
_YOURS = rule(
    r"\b(?:your (?:application|candidacy|candidature|interview|cv|résumé|resume|interest in|time and)|(?:thank you|thanks)(?: (?:very|so) much| again)? for (?:coming|applying|attending|interviewing|meeting (?:with )?(?:us|the)|speaking|taking (?:the time|part)|your (?:interest|application|time|patience))|"
    # their side refuses
    r"we(?:'ve| have| had)? (?:[\w-]{1,13} ){0,2}(?:decided|chosen|chose|selected|opted|filled|given the|offered the|gone with|went with|going with|regret|moving|proceed\w*)|we (?:are|were|'re) (?:not able|unable|not going|not moving)|we (?:cannot|can't|won't|will not|'ll not) (?:be )?(?:able|offer\w*|tak\w+|continu\w+|proceed\w*|progress\w*|mov\w+|invit\w+|go\w*|hir\w+)|"
    # it is the reader who is refused
    r"(?:forward|ahead|further|on|proceed|proceeding|continue) with you(?!r)|(?:offer|offering|hire|hiring|shortlist|invite) you|against you|(?:argued|fought|pushed|spoke|voted|rooted) (?:\w{1,8} )?for you|(?:recommended|submitted) you|put you forward|you (?:were|are|have|had|did)(?:n't| not) (?:been )?(?:selected|successful|chosen|shortlisted|get (?:it|the))|you (?:did (?:very |really )?well|interviewed|came (?:close|second|across|a close))|"
    r"ihre bewerbung|deine bewerbung|(?:gegen|für) (?:sie|dich) entschieden|(?:ihnen|dir) (?:[\w-]{1,14} ){0,4}(?:absagen|abzusagen|mitteilen|mitzuteilen)|(?:wir (?:haben|mussten)|haben wir) uns|"
    r"(?:votre|ta) (?:candidature|profil)|(?:pour|avec) vous\b|nous (?:avons|n'avons|ne) (?:pas )?(?:[\w']{1,12} )?(?:choisi|décidé|retenu|pouvons)|(?:su|tu) (?:candidatura|perfil)|hemos (?:decidido|elegido|optado)|(?:contigo|con usted|con vosotros)\b|"
    r"(?:a sua|sua|tua|vossa) candidatura|decidimos|optámos|uw sollicitatie|je sollicitatie|jouw sollicitatie|(?:wij|we) hebben (?:[\w-]{1,14} ){0,6}gekozen|hebben (?:wij|we) |met (?:u|jou) (?:verder|door)|(?:tua|sua|vostra) candidatura|abbiamo (?:deciso|scelto))\b"
)


#: What somebody else said or wrote: "we regret to inform you" in a friend's mail is said to the friend.
_SAID = rule(
    r"\"(?:[^\"\n]|\n(?!\n)){1,400}\"|(?<!\w)'(?:[^'\n]|\n(?!\n)|(?<=\w)'(?=\w)){1,400}'(?!\w)"
)
#: What they wonder about, they do not tell.
_WONDERS = rule(r"\b(?:if|whether|unless|in case|ob|si|se|of) $")


def tells_of_their_own(body: str) -> bool:
    """Whether the writer tells of a verdict on themselves, and refuses or gives the reader nothing."""
    seen = _SAID.sub(" ", view(body))
    told = (
        found
        for found in _MINE.finditer(seen)
        if not _WONDERS.search(seen, max(0, found.start() - 12), found.start())
    )
    return next(told, None) is not None and _YOURS.search(seen) is None
