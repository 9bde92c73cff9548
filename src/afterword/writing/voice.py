"""The user's own manner, taken from mail they sent: short forms and numbers, never sentences.

What is looked for is a closed list (greetings, farewells, contractions, colour words), so that
nothing a private mail said can be kept by it (contract, ruling 7). `hear` counts, `voice_of`
says what the counts show and stays silent below a fair number of mails; the rest puts our
sentences into that manner without touching quotations, holes or what the user's stories say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from afterword.terms import Tone, Voice
from afterword.writing import fragments
from afterword.writing.lexicon import words_of

#: Fewer mails, sentences or chances than these show no habit.
MAILS, SENTENCES, CHANCES = 3, 20, 6
#: Below this many words in a sentence, ours are parted where they can be.
SHORT = 13.0
#: A colour word is a favourite when at least so many of the mails hold it, and this share.
OFTEN, SHARE = 3, 0.25

GREETINGS = ("Good morning", "Good afternoon", "Hello", "Hey", "Hi", "Dear")
SIGN_OFFS = (
    "With kind regards",
    "With best wishes",
    "Kindest regards",
    "Kind regards",
    "Warm regards",
    "Best regards",
    "Best wishes",
    "All the best",
    "Yours sincerely",
    "Yours truly",
    "Many thanks",
    "Thank you",
    "Sincerely",
    "Regards",
    "Cheers",
    "Thanks",
    "Warmly",
    "Yours",
    "Best",
)
#: Words that colour a letter and can be swapped for one another in ours. The first is ours.
ALIKE: tuple[tuple[str, ...], ...] = (
    ("glad", "happy", "pleased"),
    ("gladly", "happily"),
    ("grateful", "thankful"),
    ("talk", "conversation", "chat"),
)
COLOURS = words_of(
    """glad happy pleased gladly happily grateful thankful delighted keen talk conversation chat
    appreciate really truly great lovely brilliant wonderful excited absolutely definitely
    hopefully honestly simply actually certainly perhaps kindly warmly"""
)
#: Where a swap leaves a sentence that is still English: "glad to", "our talk", never "to talk".
_PLACES: Mapping[str, str] = {
    "glad": r"\b{w}\b(?= (?:to|that|we|if)\b)",
    "gladly": r"\b{w}\b",
    "grateful": r"\b{w}\b(?= (?:for|that|to)\b)",
    "talk": r"(?<=\bour )(?<!that our ){w}\b|(?<=\bshort ){w}\b",
}

_QUOTED = re.compile(r"^\s*(?:>|On .{4,120}wrote:|-{2,} ?(?:Original|Forwarded)|From: )", re.M)
_APART = re.compile(r"“[^”]*”|«[^»]*»|\[[^\]]*\]")
_DONE = r"(?:been|gone|kept|thought|noted|told|met|stood|seen|read|had|heard|begun|\w{3,}ed)"
_CONTRACTIONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b{long}\b(?= \w)"), short)
    for long, short in (
        ("I am", "I’m"),
        (rf"I have(?= {_DONE}\b)", "I’ve"),
        ("I will(?! not)", "I’ll"),
        ("I would", "I’d"),
        ("([Dd])o not", r"\1on’t"),
        ("([Dd])id not", r"\1idn’t"),
        ("([Cc])annot", r"\1an’t"),
        ("([Cc])ould not", r"\1ouldn’t"),
        ("([Ww])ould not", r"\1ouldn’t"),
        ("([Ww])ill not", r"\1on’t"),
        ("([Ww])as not", r"\1asn’t"),
        ("([Ii])s not", r"\1sn’t"),
        ("([Ii])t is(?! not)", r"\1t’s"),
        ("([Tt])hat is(?! not)", r"\1hat’s"),
    )
)
_SHORTENED = re.compile(
    r"\b(?:I[’']m|I[’']ve|I[’']ll|I[’']d|it[’']s|that[’']s|(?:do|did|ca|could|would|wo|was|is)n[’']t)\b",
    re.IGNORECASE,
)
_UNSHORTENED = re.compile(
    r"\b(?:I am|I will|I would|it is|that is|do not|did not|cannot|could not|would not|will not|"
    r"was not|is not)\b",
    re.IGNORECASE,
)
_NEW_SENTENCE = re.compile(r"; (?=[a-z])|, and (?=(?:I|it|you|this)\b)")

Tally = dict[str, dict[str, int]]


# ── hearing it ──────────────────────────────────────────────────────────────


def hear(texts: Iterable[str]) -> Tally:
    """What these mails show, as counts: `greeting`, `sign_off`, `colour` by form, and `sums`."""
    greetings, farewells = Counter[str](), Counter[str]()
    colours, sums = Counter[str](), Counter[str]()
    for text in texts:
        own = _own(text)
        if not own:
            continue
        lines = [line.strip() for line in own.splitlines() if line.strip()]
        sums["mails"] += 1
        if form := _form(lines[0], GREETINGS):
            greetings[form] += 1
        for line in lines[-6:]:
            if form := _form(line, SIGN_OFFS, whole=True):
                farewells[form] += 1
                break
        body = " ".join(line for line in lines[1:] if not _form(line, SIGN_OFFS, whole=True))
        for sentence in fragments.split(body):
            count = len(sentence.split())
            if 2 < count < 80:
                sums["sentences"] += 1
                sums["words"] += count
        sums["short"] += len(_SHORTENED.findall(own))
        sums["long"] += len(_UNSHORTENED.findall(own))
        colours.update(COLOURS & set(re.findall(r"[a-z]+", own.casefold())))
    return {
        "greeting": dict(greetings),
        "sign_off": dict(farewells),
        "colour": dict(colours),
        "sums": dict(sums),
    }


def together(*tallies: Mapping[str, Mapping[str, int]]) -> Tally:
    """Several countings as one; a key that `hear` does not know is left out."""
    whole: dict[str, Counter[str]] = {
        name: Counter() for name in ("greeting", "sign_off", "colour", "sums")
    }
    for tally in tallies:
        for name, counts in tally.items():
            if name in whole:
                whole[name].update({str(k): int(v) for k, v in counts.items()})
    return {name: dict(counts) for name, counts in whole.items()}


def voice_of(
    tally: Mapping[str, Mapping[str, int]], said: Mapping[str, object] | None = None
) -> Voice:
    """The manner these counts show; what the user `said` of it themselves wins.

    `said` may hold `greeting`, `sign_off` (text), `contractions` (true or false), `pace`,
    `favourites` and `avoided` (words). Too few mails show nothing, and nothing is guessed.
    """
    said = said or {}
    sums = tally.get("sums", {})
    mails = sums.get("mails", 0)
    chances = sums.get("short", 0) + sums.get("long", 0)
    contractions = said.get("contractions")
    if not isinstance(contractions, bool):
        contractions = sums.get("short", 0) * 2 > chances if chances >= CHANCES else None
    pace = said.get("pace")
    if not isinstance(pace, int | float):
        enough = sums.get("sentences", 0) >= SENTENCES
        pace = round(sums.get("words", 0) / sums["sentences"], 1) if enough else 0.0
    often = [
        word
        for word, n in sorted(tally.get("colour", {}).items(), key=lambda row: (-row[1], row[0]))
        if n >= OFTEN and n >= SHARE * mails
    ]
    return Voice(
        greeting=_said(said, "greeting", _most(tally.get("greeting", {}))),
        sign_off=_said(said, "sign_off", _most(tally.get("sign_off", {}))),
        pace=float(pace),
        contractions=contractions,
        favourites=_words(said, "favourites", often[:8]),
        avoided=_words(said, "avoided", ()),
        letters=mails,
    )


def _said(said: Mapping[str, object], name: str, heard: str) -> str:
    own = said.get(name)
    return fragments.clean(own)[:40] if isinstance(own, str) and own.strip() else heard


def _words(said: Mapping[str, object], name: str, heard: Sequence[str]) -> tuple[str, ...]:
    own = said.get(name)
    if not isinstance(own, list | tuple):
        return tuple(heard)
    return tuple(dict.fromkeys(str(w).strip().casefold() for w in own if str(w).strip()))[:40]


def _most(counts: Mapping[str, int]) -> str:
    """The form they use most, if it is a habit: three times, and half of the times."""
    form, n = max(counts.items(), key=lambda row: (row[1], row[0]), default=("", 0))
    return form if n >= MAILS and 2 * n >= sum(counts.values()) else ""


def _own(text: str) -> str:
    """What they wrote themselves: the text before the mail it answers."""
    found = _QUOTED.search(text.replace("\r\n", "\n"))
    return (text[: found.start()] if found else text).strip()


def _form(line: str, forms: Iterable[str], *, whole: bool = False) -> str:
    low = line.casefold()
    for form in forms:
        rest = low[len(form) :]
        if low.startswith(form.casefold()) and (
            rest.strip(" ,.!") == "" if whole else not rest[:1].isalpha() and len(line) < 60
        ):
            return form
    return ""


# ── speaking in it ──────────────────────────────────────────────────────────


def avoids(text: str, voice: Voice | None) -> bool:
    """Whether our sentence holds a word they never use."""
    if voice is None or not voice.avoided:
        return False
    words = " ".join(re.findall(r"[\w’'-]+", _APART.sub(" ", text).casefold()))
    return any(re.search(rf"\b{re.escape(word)}\b", words) for word in voice.avoided)


def allowed(options: Sequence[str], voice: Voice | None) -> Sequence[str]:
    """The wordings without a word they never use; all of them where none is left."""
    fit = [one for one in options if not avoids(one, voice)]
    return fit or options


def spoken(text: str, voice: Voice | None, tone: Tone = Tone.USUAL) -> list[str]:
    """Our sentence in their manner: one, or two where they write short ones.

    A formal letter keeps full forms whatever the habit, a plain one takes short ones.
    Quotations and holes stay as they are.
    """
    plain = tone is Tone.PLAIN
    if tone is not Tone.FORMAL:
        short = voice.contractions if voice is not None else None
        if short or (short is None and plain):
            text = _outside(text, _contracted)
    if voice is not None:
        text = _outside(text, lambda part: _coloured(part, voice))
    if plain or (voice is not None and 0 < voice.pace < SHORT):
        return _parted(text)
    return [text]


def _outside(text: str, change: Callable[[str], str]) -> str:
    parts, last = [], 0
    for kept in _APART.finditer(text):
        parts += [change(text[last : kept.start()]), kept[0]]
        last = kept.end()
    return "".join([*parts, change(text[last:])])


def _contracted(part: str) -> str:
    for pattern, short in _CONTRACTIONS:
        part = pattern.sub(short, part)
    return part


def _coloured(part: str, voice: Voice) -> str:
    for ours, *others in ALIKE:
        wanted = _wanted((ours, *others), voice)
        if wanted != ours:
            part = re.sub(_PLACES[ours].format(w=ours), wanted, part)
    return part


def _wanted(group: Collection[str], voice: Voice) -> str:
    left = [word for word in group if word not in voice.avoided]
    loved = [word for word in voice.favourites if word in left]
    return (loved or left or list(group))[0]


def _parted(text: str) -> list[str]:
    """The sentence cut where a new one can begin; short enough already, it stays whole."""
    if len(text.split()) <= SHORT or _APART.search(text):
        return [text]
    parts = _NEW_SENTENCE.split(text)
    if any(len(part.split()) < 4 for part in parts):
        return [text]
    return [fragments.stop(fragments.upper_first(part.strip())) for part in parts]
