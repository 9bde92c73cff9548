"""From the asserted words to one kind of mail, and how sure that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.reading import senders
from afterword.reading.kind.mood import Mood, Moods, mood_of
from afterword.reading.kind.needed import may_match, scraps_in
from afterword.reading.kind.rule import Hit, Rule
from afterword.reading.kind.scene import Scene, scene_of
from afterword.reading.kind.tables import rules_of
from afterword.reading.sentences import Span, sentences
from afterword.reading.view import view
from afterword.terms import VERDICTS, Certainty, Mail, MailKind

K = MailKind

#: A kind is settled from this much evidence on; below it the mail only hints.
SETTLED = 0.8


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind, its certainty, and the hits that speak for it."""

    kind: MailKind
    certainty: Certainty
    hits: tuple[Hit, ...]
    scores: dict[MailKind, float]
    by_internal: bool
    scene: Scene


def judge(
    mail: Mail, text: str, languages: tuple[str, ...], *, outgoing: bool, around: str = ""
) -> Verdict:
    """Judge `text` (subject, blank line, body) by the rules of `languages`, best language first.

    `around` is what is quoted and signed: it says nothing here, but it shows whether
    the talk is about a job at all.
    """
    seen = view(text)
    scene = scene_of(mail, f"{seen}\n{view(around[:4000])}" if around else seen)
    hits = _asserted(seen, languages)
    scores = _scores(hits)
    if scores.get(K.ACKNOWLEDGEMENT, 0.0) >= 0.6:  # an answer to an application is no pitch
        scores[K.OUTREACH] = scores.get(K.OUTREACH, 0.0) - 0.8
    if outgoing:
        return _outgoing(hits, scores, scene, seen)
    kind, certainty = _settle(mail, scores, hits, scene)
    return Verdict(
        kind,
        certainty,
        tuple(h for h in hits if h.rule.kind is kind),
        scores,
        kind is K.POSITION_FILLED
        and any(h.rule.id.rpartition(".")[2] in {"inside", "colleague"} for h in hits),
        scene,
    )


def _asserted(seen: str, languages: tuple[str, ...]) -> tuple[Hit, ...]:
    """Every place where a rule's words stand asserted, in the order of the text.

    Nearly every rule is silent on nearly every mail: only those whose words occur at
    all are held against the sentences one by one.
    """
    spans = sentences(seen)
    lowered = seen.lower()
    if len(lowered) != len(seen):  # a letter that grows when lowered would shift every place
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in seen)
    stretches = [(span, lowered[span.start : span.end]) for span in spans]
    found: list[Hit] = []
    for language in languages:
        rules, moods = rules_of(language)
        for rule in rules:
            scraps = scraps_in(rule.spaced, lowered)
            if scraps is None:
                continue
            here = [span for span, low in stretches if may_match(scraps, low)]
            found.extend(_in_sentences(rule, seen, here, moods))
    return tuple(sorted(found, key=lambda hit: hit.start))


def _in_sentences(rule: Rule, seen: str, spans: list[Span], moods: Moods) -> Iterator[Hit]:
    for span in spans:
        sentence = seen[span.start : span.end]
        for match in rule.regex.finditer(sentence):
            if match.end() == match.start():
                continue
            mood = mood_of(sentence, match.start(), match.end(), moods, polar=rule.polar)
            if mood is Mood.ASSERTED or rule.kind in _UNASSERTED.get(mood, ()):
                yield Hit(rule, span.start + match.start(), span.start + match.end())
                break


#: Kinds whose natural mood is a question or a condition ("if you are interested, ...").
_CONDITIONAL = frozenset(
    {K.OUTREACH, K.ACTION_NEEDED, K.JOB_ALERT, K.ACCOUNT, K.ACKNOWLEDGEMENT, K.OTHER_JOB}
)
_POLITE = _CONDITIONAL | {
    K.INTERVIEW_INVITATION,
    K.ASSESSMENT,
    K.REFERENCE_CHECK,
    K.INTERVIEW_LOGISTICS,
}
_UNASSERTED = {
    Mood.CONDITIONAL: _CONDITIONAL,
    Mood.POLITE: _POLITE | {K.REOPENED},
    Mood.QUESTION: _POLITE | {K.REOPENED, K.STATUS_UPDATE},
}


def _scores(hits: tuple[Hit, ...]) -> dict[MailKind, float]:
    """Each rule counts once; strong rules beyond the first add only a little."""
    best: dict[MailKind, dict[str, float]] = defaultdict(dict)
    for hit in hits:
        best[hit.rule.kind][hit.rule.id] = hit.rule.weight
    scores: dict[MailKind, float] = {}
    for kind, weights in best.items():
        ordered = sorted(weights.values(), reverse=True)
        scores[kind] = ordered[0] + 0.5 * sum(ordered[1:])
    return scores


def _strong(hits: tuple[Hit, ...], kind: MailKind) -> float:
    return max((h.rule.weight for h in hits if h.rule.kind is kind and h.rule.strong), default=0.0)


def _outgoing(
    hits: tuple[Hit, ...], scores: dict[MailKind, float], scene: Scene, seen: str
) -> Verdict:
    from afterword.reading.kind.outgoing import is_about_a_slot, withdrawal

    found = withdrawal(seen)
    if found and (scene.job >= 0.5 and not scene.elsewhere):
        return Verdict(
            K.WITHDRAWN,
            Certainty.STRONG if scene.hiring else Certainty.FAIR,
            found,
            scores,
            False,
            scene,
        )
    kind = K.OTHER_JOB if scene.hiring else K.NOT_JOB
    if is_about_a_slot(seen) and scene.hiring:
        kind = K.INTERVIEW_LOGISTICS
    return Verdict(kind, Certainty.FAIR, (), scores, False, scene)


def _settle(
    mail: Mail, scores: dict[MailKind, float], hits: tuple[Hit, ...], scene: Scene
) -> tuple[MailKind, Certainty]:
    sender = mail.sender.email if mail.sender else ""
    vendor = senders.vendor_of(sender) if sender else None
    system = vendor.system if vendor else senders.System.NONE
    strong = {kind: _strong(hits, kind) for kind in MailKind}
    if scene.elsewhere:
        return K.NOT_JOB, Certainty.STRONG if scene.other > 2 * scene.job else Certainty.FAIR
    bulk = senders.is_bulk(mail)

    def at_least(kind: MailKind, need: float = SETTLED) -> bool:
        return scores.get(kind, 0.0) >= need

    if at_least(K.APPLICATION_VIEWED, 1.2) and strong[K.REJECTION] < SETTLED:
        return K.APPLICATION_VIEWED, Certainty.STRONG
    alert = system is senders.System.ALERT or (
        at_least(K.JOB_ALERT, 0.7)
        and (bulk or system is senders.System.BOARD or at_least(K.JOB_ALERT, 1.2))
        and not strong[K.REJECTION] >= SETTLED
        and scores.get(K.ACKNOWLEDGEMENT, 0) < 0.8
    )
    if alert and strong[K.REJECTION] < SETTLED:
        return (
            K.JOB_ALERT,
            Certainty.STRONG if system is senders.System.ALERT or bulk else Certainty.FAIR,
        )
    if (
        at_least(K.ACCOUNT, 1.0)
        and not any(strong[k] >= SETTLED for k in VERDICTS)
        and not (strong[K.ACKNOWLEDGEMENT] >= 0.8)
    ):
        return (K.ACCOUNT if scene.job >= 0.5 else K.NOT_JOB), Certainty.STRONG
    verdict = _verdict(strong, scores)
    if verdict:
        return verdict, _verdict_certainty(verdict, mail, strong, scores, scene)
    if scores.get(K.REJECTION, 0.0) >= 0.75 and scene.hiring and _no_rival(strong):
        return K.REJECTION, Certainty.LOW
    kind = _everyday(strong, scores, system, bulk)
    if kind is None:
        if not scene.hiring:
            return K.NOT_JOB, Certainty.FAIR if scene.job < 1 else Certainty.LOW
        return K.OTHER_JOB, Certainty.LOW
    if not scene.hiring and scene.job < 1.0:
        if (
            kind in _THREADED
            and strong[kind] >= SETTLED
            and scene.other == 0
            and not bulk
            and not senders.is_freemail(sender)
        ):
            return kind, Certainty.LOW  # mid-conversation mail need not say "job"
        return K.NOT_JOB, Certainty.FAIR if scene.job == 0 else Certainty.LOW
    sure = strong[kind] >= 1.0 or scores.get(kind, 0) >= 1.2
    return kind, Certainty.STRONG if sure else Certainty.FAIR


def _no_rival(strong: dict[MailKind, float]) -> bool:
    return all(
        strong[k] < SETTLED
        for k in (
            K.INTERVIEW_INVITATION,
            K.ASSESSMENT,
            K.STATUS_UPDATE,
            K.OUTREACH,
            K.ACKNOWLEDGEMENT,
            K.ACTION_NEEDED,
            K.INTERVIEW_LOGISTICS,
            K.REFERENCE_CHECK,
        )
    )


def _verdict(strong: dict[MailKind, float], scores: dict[MailKind, float]) -> MailKind | None:
    """Which verdict stands, when several are spoken of in one mail.

    The most specific wins: a taken-back offer over an offer, a freeze or a filled
    seat over the plain no it also implies, a re-opening over the old no it recalls.
    """
    live = {k for k in (*VERDICTS, K.WITHDRAWN) if strong[k] >= SETTLED}
    if not live:
        return None
    if K.OFFER_RESCINDED in live:
        return K.OFFER_RESCINDED
    if K.WITHDRAWN in live and strong[K.REJECTION] < 1.0:
        return K.WITHDRAWN
    if K.REOPENED in live and (K.REJECTION not in live or scores.get(K.REOPENED, 0) > 1.2):
        return K.REOPENED
    for kind in (K.POSITION_FILLED, K.ON_HOLD, K.CANCELLED):
        if kind in live and (K.REJECTION not in live or strong[kind] >= 1.0):
            return kind
    if K.REJECTION in live:
        return K.REJECTION
    return K.OFFER if K.OFFER in live else None


def _verdict_certainty(
    kind: MailKind,
    mail: Mail,
    strong: dict[MailKind, float],
    scores: dict[MailKind, float],
    scene: Scene,
) -> Certainty:
    rivals = [
        k
        for k in (*VERDICTS, K.WITHDRAWN, K.INTERVIEW_INVITATION, K.ASSESSMENT)
        if k is not kind and strong[k] >= SETTLED and (k in VERDICTS or scores.get(kind, 0.0) < 1.2)
    ]
    if not scene.hiring:
        # Suppliers and agents make offers too: without one word that only hiring uses, ask.
        bare = kind is K.OFFER and scene.hiring_words == 0
        return Certainty.FAIR if scene.job >= 0.5 and not bare else Certainty.LOW
    if (
        rivals
        and kind is not K.OFFER_RESCINDED
        and not (kind in {K.POSITION_FILLED, K.ON_HOLD, K.CANCELLED} and rivals == [K.REJECTION])
    ):
        return Certainty.FAIR
    if strong[kind] >= 1.0 or scores.get(kind, 0.0) >= 1.2:
        return Certainty.STRONG
    return Certainty.FAIR


#: Kinds that come in the middle of a conversation.
_THREADED = frozenset(
    {
        K.STATUS_UPDATE,
        K.INTERVIEW_INVITATION,
        K.INTERVIEW_LOGISTICS,
        K.REFERENCE_CHECK,
        K.ASSESSMENT,
    }
)

#: Precedence of everyday kinds with the evidence each needs.
_ORDER: tuple[tuple[MailKind, float], ...] = (
    (K.APPLICATION_VIEWED, 1.0),
    (K.REFERENCE_CHECK, 1.0),
    (K.ASSESSMENT, 1.0),
    (K.INTERVIEW_LOGISTICS, 1.0),
    (K.ACTION_NEEDED, 0.9),
    (K.STATUS_UPDATE, 0.8),
    (K.OUTREACH, 0.9),
    (K.INTERVIEW_INVITATION, 0.8),
    (K.ACKNOWLEDGEMENT, 0.7),
    (K.INTERVIEW_INVITATION, 0.6),
    (K.OUTREACH, 0.6),
    (K.JOB_ALERT, 0.6),
    (K.OTHER_JOB, 0.5),
    (K.ACKNOWLEDGEMENT, 0.5),
)


def _everyday(
    strong: dict[MailKind, float], scores: dict[MailKind, float], system: senders.System, bulk: bool
) -> MailKind | None:
    if system is senders.System.ASSESSMENT and scores.get(K.ACCOUNT, 0) < 1.0:
        return K.ASSESSMENT
    candidates = {k: scores.get(k, 0.0) for k, need in _ORDER if scores.get(k, 0.0) >= need}
    if not candidates:
        return None
    ack = scores.get(K.ACKNOWLEDGEMENT, 0.0)
    if (
        ack >= 0.8
        and all(
            candidates.get(k, 0.0) <= ack + 0.2
            for k in (K.INTERVIEW_INVITATION, K.OUTREACH, K.STATUS_UPDATE)
        )
        and strong[K.ACKNOWLEDGEMENT] >= 0.8
        and K.ASSESSMENT not in candidates
        and K.ACTION_NEEDED not in candidates
        and (K.INTERVIEW_LOGISTICS not in candidates or ack >= candidates[K.INTERVIEW_LOGISTICS])
    ):
        return K.ACKNOWLEDGEMENT
    for kind, need in _ORDER:
        if scores.get(kind, 0.0) >= need:
            return kind
    return None
