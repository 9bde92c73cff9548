"""The sheet a letter is written on: sentences with their facts, cut to length at the end."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from afterword.terms import Brief, Draft, Fact, Sentence, Tone
from afterword.writing import calling, fragments, habits, voice
from afterword.writing.facts import facts_of
from afterword.writing.holes import HOLE
from afterword.writing.lexicon import words_of
from afterword.writing.limits import fits


def holes_in(text: str) -> str:
    """What a sentence still misses: the words in its square brackets, "" when none."""
    return "; ".join(match.strip() for match in HOLE.findall(text))


@dataclass(slots=True)
class _Line:
    text: str
    facts: tuple[str, ...]
    paragraph: int
    spare: int


class Page:
    """A letter being written. Sentences with a higher `spare` go first when it is too long."""

    def __init__(self, brief: Brief, language: str = "en") -> None:
        self.brief = brief
        self.language = language
        self.first = calling.first_name(brief.to.name)
        #: Words the user's own texts write small: no names, then, where they begin a fragment.
        self.small = _small_words(brief)
        #: How days are written for this reader: "en", "en-US", "de" …
        self.days = habits.of(brief.to.country).english if language == "en" else language
        self._lines: list[_Line] = []
        self._paragraph = 0
        self._brought: list[Fact] = []

    @property
    def tone(self) -> Tone:
        return self.brief.tone

    def paragraph(self) -> None:
        """What follows starts a new paragraph."""
        self._paragraph += 1

    def bring(self, fact: Fact) -> None:
        """A fact the brief does not hold because anyone can look it up, such as a law."""
        self._brought.append(fact)

    def say(self, text: str, *facts: str, spare: int = 0) -> None:
        """Put one sentence down; without facts it must claim nothing."""
        text = fragments.stop(re.sub(r" {2,}", " ", text).strip())
        if not text:
            return
        used = tuple(dict.fromkeys(fact for fact in facts if fact))
        if spare and not self._told(used) and voice.avoids(text, self.brief.voice):
            return  # a sentence we can do without, in words they would not use
        for part in self._in_voice(text, used):
            self._lines.append(_Line(part, used, self._paragraph, spare))

    def _in_voice(self, text: str, facts: tuple[str, ...]) -> list[str]:
        """Our sentence in the user's manner; what is told from their stories is theirs already."""
        if self.language != "en" or self._told(facts):
            return [text]
        return voice.spoken(text, self.brief.voice, self.brief.tone)

    def _told(self, facts: tuple[str, ...]) -> bool:
        return bool(facts) and all(fact.startswith(("story:", "news:")) for fact in facts)

    def pick(self, slot: str, *options: str) -> str:
        """One of the wordings, the same for the same people, different across a panel and its rounds."""
        fit = voice.allowed(options, self.brief.voice)
        return fit[self.turn(slot, len(fit))]

    def turn(self, slot: str, n: int) -> int:
        """Which of `n` wordings: the panel takes turns, so two of it never share one."""
        brief = self.brief
        panel = _panel(brief)
        if len(panel) > 1:
            seed, place = f"{brief.company}|{brief.role}", panel.index(_key(brief))
        else:
            seed, place = f"{brief.to.id}|{brief.to.name}", 0
        digest = hashlib.sha256(f"{brief.kind}|{slot}|{seed}".encode()).digest()
        return (int.from_bytes(digest[:4], "big") + place + brief.round) % n

    def draft(self, subject: str) -> Draft:
        """The letter, within its length: spare sentences leave first, the last one first."""
        lines = list(self._lines)
        if self.tone is Tone.PLAIN:  # the short form: what can be spared is
            lines = [line for line in lines if line.spare < 2]
        while True:
            made = self._made(subject, lines)
            spare = [i for i, line in enumerate(lines) if line.spare > 0]
            # A note of thanks in German is as short as one to Germany, wherever it goes.
            country = self.brief.to.country or ("DE" if self.language == "de" else "")
            if fits(made.body, made.kind, country) or not spare:
                return made
            most = max(lines[i].spare for i in spare)
            lines.pop(max(i for i in spare if lines[i].spare == most))

    def _made(self, subject: str, lines: list[_Line]) -> Draft:
        sentences = tuple(
            Sentence(
                _after_greeting(line.text, self.language) if i == 0 else line.text,
                line.facts,
                holes_in(line.text),
                i > 0 and line.paragraph != lines[i - 1].paragraph,
                ours=True,
            )
            for i, line in enumerate(lines)
        )
        return Draft(
            kind=self.brief.kind,
            to=self.brief.to,
            subject=_subject(subject),
            greeting=(self.brief.greeting if self.brief.language == self.language else "")
            or calling.greeting(
                self.brief.to.name,
                self.language,
                self.brief.to.country,
                self.tone,
                self.brief.voice,
            ),
            sentences=sentences,
            closing=calling.closing(
                self.brief.me, self.language, self.brief.to.country, self.tone, self.brief.voice
            ),
            facts=(*facts_of(self.brief), *self._brought),
            language=self.language,
        )


def _after_greeting(text: str, language: str) -> str:
    """German goes on small after the greeting's comma, save for nouns and "Sie"."""
    head, space, rest = text.partition(" ")
    if language == "de" and head in _SMALL_IN_GERMAN:
        return head.lower() + space + rest
    return text


_SMALL_IN_GERMAN = words_of(
    "Darf Wenn Vielen Für Danke Dies Aus Geschätzt Unser Haben Mitgenommen Zum"
)


def _small_words(brief: Brief) -> frozenset[str]:
    texts = [remark.quote for remark in brief.remarks]
    for story in brief.stories:
        texts += [story.challenge, story.action, story.result]
    words = set(re.findall(r"(?<![\w’'-])[a-zß-ÿ]{3,}(?![\w’'-])", " ".join(texts)))
    return frozenset(words | {word[:-1] for word in words if word.endswith("s")})


def _subject(text: str) -> str:
    line = re.sub(r"\s+", " ", text).strip()
    return line if len(line) <= 120 else line[:117].rsplit(" ", 1)[0] + "…"


def _key(brief: Brief) -> str:
    """How the brief's other records name the reader: by id, or by name."""
    name = brief.to.name.strip()
    by_name = brief.to.id not in brief.panel and any(
        remark.by.strip() == name for remark in brief.remarks if name
    )
    return name if by_name or name in brief.panel else brief.to.id


def _panel(brief: Brief) -> list[str]:
    known = set(brief.panel) or {r.by.strip() for r in brief.remarks if r.by.strip()}
    return sorted(known | {_key(brief)})
