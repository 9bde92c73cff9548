"""What the user's own mail does to a case: only stepping back or declining an offer changes it."""

from __future__ import annotations

from afterword.reading.kind.mood import EN, Mood, mood_of
from afterword.reading.kind.rule import Hit, Rule
from afterword.reading.sentences import sentences
from afterword.reading.view import rule
from afterword.terms import MailKind

_K = MailKind.WITHDRAWN

WITHDRAWALS: tuple[Rule, ...] = (
    Rule(
        "out.withdraw",
        _K,
        r"\b(?:i|i'd|i'll|i'm|me|my|to)\b(?: [\w',-]{1,14}){0,8} (?:withdraw(?:ing|n)?|withdrew|pull(?:ing)? out|bow(?:ing)? out|step(?:ping)? (?:back|away|aside)|take (?:myself|my name) out|remove (?:myself|my (?:name|application))|drop(?:ping)? out|retract my application)",
        source="method 5 R17",
    ),
    Rule(
        "out.decline",
        _K,
        r"\b(?:i|i'd|i'll|i'm|to)\b(?: [\w',-]{1,14}){0,8} (?:declin(?:e|ing)|turn(?:ing)? (?:it |this |you |the \w{1,12} )?down|pass(?:ing)? on (?:the|this|your))(?: [\w',-]{1,14}){0,5} ?(?:offer|role|position|opportunity|job|it|invitation)?",
        source="method 5 R17, P21",
    ),
    Rule(
        "out.not-go-on",
        _K,
        r"\b(?:i|i'd|i'll|i'm|i've)\b(?: [\w',-]{1,14}){0,4} (?:not|won't|n't)(?: [\w',-]{1,14}){0,5} (?:accept(?:ing)?|continu(?:e|ing)|proceed(?:ing)?|pursu(?:e|ing)|mov(?:e|ing) (?:forward|ahead)|tak(?:e|ing) (?:the|this|up)|join(?:ing)?|go(?:ing)? (?:ahead|forward|further))(?: [\w',-]{1,14}){0,4} ?(?:offer|role|position|process|application|it|opportunity|you|job)?",
        polar=True,
        source="method 5 R17",
    ),
    Rule(
        "out.accepted-other",
        _K,
        r"\b(?:i|i've)(?: [\w',-]{1,14}){0,4} (?:accepted|taken|signed|said yes to)(?: [\w',-]{1,14}){0,2} (?:another|a different|a|an) (?:\w{1,12} )?(?:offer|role|position|job)",
        source="method 5 R17",
    ),
    Rule(
        "out.de",
        _K,
        r"(?:ziehe|zurückziehe|zurückziehen|nehme)(?: [\w-]{1,18}){0,5} (?:bewerbung|zurück)|(?:angebot|stelle)(?: [\w-]{1,18}){0,6} (?:nicht annehmen|ablehnen|absagen)|(?:lehne|sage)(?: [\w-]{1,18}){0,6} (?:angebot|stelle)?(?: [\w-]{1,18}){0,2} ?ab\b",
        source="method 5 R17",
    ),
    Rule(
        "out.fr",
        _K,
        r"(?:retirer?|retire) ma candidature|(?:décline[rz]?|refuse[rz]?|ne pas (?:accepter|donner suite))(?: [\w'’-]{1,18}){0,5} (?:offre|proposition|poste|candidature)",
        source="method 5 R17",
    ),
    Rule(
        "out.es",
        _K,
        r"retir(?:ar|o) mi (?:candidatura|solicitud|postulación)|(?:rechazar|declinar|declino|rechazo|no (?:voy a |puedo )?aceptar)(?: [\w-]{1,18}){0,5} (?:oferta|propuesta|puesto)",
        source="method 5 R17",
    ),
    Rule(
        "out.pt",
        _K,
        r"retir(?:ar|o) (?:a )?minha candidatura|(?:recusar|declinar|recuso|declino|não (?:vou |posso )?aceitar)(?: [\w-]{1,18}){0,5} (?:oferta|proposta|vaga)",
        source="method 5 R17",
    ),
    Rule(
        "out.nl",
        _K,
        r"(?:trek|terugtrekken|intrekken)(?: [\w-]{1,18}){0,6} (?:sollicitatie|terug|in)|(?:aanbod|functie)(?: [\w-]{1,18}){0,5} (?:niet (?:aannemen|accepteren)|afwijzen|afslaan)|zie ik af van",
        source="method 5 R17",
    ),
    Rule(
        "out.it",
        _K,
        r"(?:ritirare|ritiro) la mia candidatura|(?:declinare|rifiutare|declino|rifiuto|non (?:posso )?accettare)(?: [\w'-]{1,18}){0,5} (?:offerta|proposta|posizione)",
        source="method 5 R17",
    ),
)


#: "Tuesday 9.30 please", "I will be there": an answer about an appointment.
_SLOT = rule(
    r"\b(?:(?:mon|tues|wednes|thurs|fri)day|(?:maan|dins|woens|donder|vrij)dag|(?:mon|diens|donners|frei)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi)\b(?: [\w',.:-]{1,14}){0,6}? (?:\d{1,2}(?:[.:]\d\d)?|please|works|suits|is (?:fine|good|perfect)|perfect)|"
    r"\b(?:i(?:'ll| will) be there|(?:i|we) confirm\b|that works|works for me|see you (?:on|at|then|tomorrow)|i(?:'ll| will) take the|looking forward to (?:meeting|speaking|seeing)|yes,? with pleasure)"
)


def is_about_a_slot(seen: str) -> bool:
    """Whether the user's mail settles when to meet."""
    return len(seen) < 900 and _SLOT.search(seen) is not None


def withdrawal(seen: str) -> tuple[Hit, ...]:
    """The asserted words by which the user steps back, or nothing."""
    hits: list[Hit] = []
    for span in sentences(seen):
        sentence = seen[span.start : span.end]
        for one in WITHDRAWALS:
            match = one.regex.search(sentence)
            if match and not sentence.rstrip().endswith("?"):
                mood = mood_of(sentence, match.start(), match.end(), EN, polar=True)
                if mood in {Mood.ASSERTED, Mood.OTHERS}:
                    hits.append(Hit(one, span.start + match.start(), span.start + match.end()))
    return tuple(hits)
