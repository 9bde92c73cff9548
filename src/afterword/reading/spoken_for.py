"""Who spoke for the user in a mail that somebody else wrote, and how near they were by its own words."""

from __future__ import annotations

import re

from afterword.reading.view import rule

#: Somebody there would have had the user, or thought them the better one.
FOR_YOU = (
    r"\b(?:(?:she|he|they|i|we)(?:'d| would) (?:gladly |happily )?(?:work with|hire|take|have) you (?:again|tomorrow|today|any ?(?:day|time)|at once|in a heartbeat)\b"
    r"|(?:fought|argued|spoke(?: up)?|voted|pushed|pleaded) (?:hard |strongly |very hard )?for you\b(?! to (?:get|have|come|attend|be) (?:an?|in|invited)\b)"
    r"|(?:would|'d) have (?:chosen|picked|hired|taken|preferred) you\b(?! (?:for|to) (?:an? |the )?(?:\w+ )?(?:interview|talk|call|chat|attend|come)\b)"
    r"|(?:thought|considered|judged|felt|rated) (?:that )?you (?:were |was |to be )?(?:clearly |easily |by far |actually )?(?:the )?(?:better|best|stronger|strongest)(?= (?:of|candidate|choice|one|person|finalist)\b|\s{0,3}[.,;:!?)\"]|$)"
    r"|wanted you(?= ?[.;!?)\"]|$)"
    r"|you (?:were|are) (?:my|her|his) (?:own )?(?:first )?choice\b"
    r"|(?<=\")(?:she|he|you)(?:'d| would) do (?:very|really) well\b(?! to\b)"
    r"|(?:that|this)(?: person)? is you(?= ?[.!]|$)"
    r"|hätte sie (?:genommen|gewählt|eingestellt)|(?:aurait|aurais) (?:choisi|pris) (?:votre candidature|vous)|(?:habría|hubiera) elegido a usted)"
)
#: Not all of them were against it.
NOT_ALL = (
    r"\b(?:(?:vote|decision|panel|board|choice|verdict) (?:was|were|is) (?:\w{1,10} )?(?:not|n't|far from|anything but) (?:\w{1,10} )?unanimous"
    r"|wasn't unanimous|(?:a|the) split (?:vote|panel|decision|board)|(?:panel|board|vote|we) (?:was|were) (?:\w{1,10} )?(?:split|divided)(?! (?:into|between the|among|over (?:two|three|several) (?:days|sites|rounds)))"
    r"|(?:by|lost by|came down to) (?:one|a single) vote)\b"
)
#: The user stood among the last few: told as a number of people, not of weeks or rooms.
AMONG_THE_LAST = (
    r"\b(?:(?:it|this|the (?:decision|choice)) (?:\w{1,12} ){0,2}(?:was|is|came down|has been) (?:\w{1,12} ){0,2}(?:between|to) (?:the )?(?:last |final )?(?:two|you and (?:one|another|the other|somebody|someone))(?= (?:of you|people|candidates?|finalists?|other|else|another)\b| ?[.,;!]|$)"
    r"|you(?:'re| are| were) (?:now |still )?(?:one|among) (?:of )?(?:the |our )?(?:last |final )?two(?= (?:people|candidates|finalists|we|left|still|in|for)\b| ?[.,;!]|$))"
)
#: How good it was, by the measure of all they have seen; or how near.
MEASURED = (
    r"\b(?:as good as (?:any(?:thing|one)? )?(?:that )?(?:i|we)(?:'ve| have)(?: ever)? (?:seen|met|read|heard)"
    r"|(?:the )?best (?:[\w'-]{1,14} ){0,2}(?:that )?(?:i|we)(?:'ve| have)(?: ever)? (?:seen|met|read|heard)"
    r"|(?:it|that|this) was (?:very |really |extremely )?close(?:r than|, closer|(?= ?[.,;!]|$| and\b| between\b)))"
)

_NOBODY = re.compile(
    r"\b(?:nobody|no one|none|never|not|if|unless|niemand|personne|nadie)\b|n'(?:t)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.;:!?]|, (?:but|and|though|yet|aber|mais|pero)\b", re.IGNORECASE)


def is_denied(sentence: str, start: int) -> bool:
    """Whether the clause before says that nobody did: "nobody there fought for you"."""
    return _NOBODY.search(_CLAUSE.split(sentence[:start])[-1]) is not None


#: Words that begin with a capital and name nobody.
_NO_NAMES = re.compile(
    r"(?:i|we|you|they|he|she|it|the|this|that|these|those|everyone|everybody|all|both|our|your|my|his|her|their|"
    r"who|what|when|as|and|but|so|also|many|most|some|one|dear|hi|hello|thanks|thank|people|team|panel|board|"
    r"really|very|honestly|personally|please|sorry|unfortunately|however|although|while|again|yes|no|not|still|"
    r"today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)",
    re.IGNORECASE,
)
_NAME = r"(?:(?:Dr|Mr|Mrs|Ms|Herr|Frau|Mme|Senhora?|Señora?|Sra?|Prof)\.? )?[A-Z][\w'-]+(?: (?:van|von|de|der|da|den|ter|le)){0,2}(?: [A-Z][\w'-]+){0,2}"
_BETWEEN = (
    r"(?:,? who (?:\w+ ){0,6}?)?(?:(?:both|all|too|also|really|genuinely|truly|certainly|very|much|had|has|have|did|was|were|is|"
    r"would|thoroughly|particularly|especially|always|clearly|said|told|wrote|asked|wants?|wanted|me|us|to|say|tell|pass|on|let|you|know|that|hard)[ ,]+){0,9}"
)
#: A name as the one who does what follows: "Colin | enjoyed", "Orla asked me to say | she'd work with you".
_SPEAKER = re.compile(
    rf"(?:^|[.,;:!?\u2013\"(] ?|\b(?:and|but|while|though|as|because) )(?P<who>{_NAME})(?:'s)? {_BETWEEN}$"
)


def speaker(sentence: str, start: int) -> str:
    """Who says or feels what stands from `start` on, where the sentence names them; "" for its writer.

    "Colin enjoyed speaking with you" is Colin's praise, whoever passes it on. The sentence is as
    written: a name is told by its capital.
    """
    before = " ".join(sentence[:start].split())
    found = _SPEAKER.search(f"{before} " if before else "")
    if found is None:
        return ""
    who = found.group("who")
    return "" if _NO_NAMES.fullmatch(re.split(r"[ .]", who)[0]) else who


def in_words_of_others(pattern: str, sentence: str) -> re.Match[str] | None:
    """Where a sentence tells of them, unless it says that nobody did."""
    found = rule(pattern).search(sentence)
    return None if found is None or is_denied(sentence, found.start()) else found
