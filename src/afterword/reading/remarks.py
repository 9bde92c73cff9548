"""What they said that a letter can answer later: doubts, praise, tasks, promises, topics."""

from __future__ import annotations

from afterword.reading.kind.mood import EN, Mood, mood_of
from afterword.reading.sentences import sentences
from afterword.reading.spoken_for import (
    AMONG_THE_LAST,
    FOR_YOU,
    MEASURED,
    NOT_ALL,
    in_words_of_others,
    speaker,
)
from afterword.reading.view import rule, view
from afterword.terms import Basis, Hand, RemarkKind, RemarkSeen

R = RemarkKind

#: One table; a sentence may be of several kinds (method 4, S2: challenge, priority, objection).
CUES: tuple[tuple[RemarkKind, str], ...] = (
    (
        R.RIVAL,
        r"\b(?:(?:other|another|internal|strong|second|final|remaining) (?:[\w'-]{1,14} ){0,2}(?:candidates?|finalists?|applicants?|person)(?: [\w'-]{1,14}){0,5} (?:has|have|had|with|who|brings?|is|was|are|in the)|(?:up against|between you and|you or|versus|against) (?:[\w'-]{1,12} ){0,3}(?:candidate|finalist|person|colleague|someone)|someone (?:with|who|whose)|two finalists|other finalist)\b",
    ),
    (
        R.DOUBT,
        r"\b(?:(?:concern|worr(?:y|ied|ies)|hesita\w+|question mark|reservation|doubt|unsure|not (?:sure|certain|convinced)|wonder\w*|nervous|risk|only question|one thing)(?:s|ed)?\b(?! hesitate)(?: [\w',-]{1,14}){0,14}|(?:felt|feel|thought|missing|lack\w*|needed|need|wanted|would have liked|less|light on|haven't|hasn't|not (?:yet )?(?:run|led|managed|worked|shown|done))(?: [\w',-]{1,14}){0,8} (?:experience|depth|exposure|evidence|examples?|hands-on|senior\w*|scale|detail|strategic|technical|junior|background|track record)|too (?:senior|junior|technical|academic|operational)|überqualifiziert|over-?qualified|bedenken|zweifel|réserve|doute|duda|dúvida|twijfel|dubbi\w*)\b",
    ),
    (
        R.DOUBT,
        r"\b(?:(?:haven't|have not|hasn't|has not|didn't|did not|never|yet to)(?: yet| quite| really)?(?: see| seen| hear| heard| get| got| find| found| convince| convinced)(?: [\w',-]{1,14}){0,5} (?:you|your|evidence|proof)\b|whether you (?:can|could|would|are able|have what)\b|that you (?:can|could|have what it)\b|you (?:have not|haven't|have never|had not|hadn't|never)(?: yet| really)? (?:run|led|managed|done|worked|built|shown|held|owned|carried)\b)",
    ),
    (
        R.DOUBT,
        r"\b(?:thought|felt|feared?|afraid|suspect(?:s|ed)?|sensed|believed?|worr(?:y|ied))(?: that)? (?:you|it|the \w{1,14}) (?:might|may|would|could|'d)(?: [\w',-]{1,14}){0,3} (?:find|be|get|feel|become|not|never|miss|leave|want|struggle|outgrow)\b",
    ),
    (
        R.DOUBT,
        r"\b(?:(?:befürcht\w{1,5}|sorge|bedenken|zweifel\w{0,3})(?:, | [\w-]{1,14}){0,4}(?:dass|ob) (?:sie|du)|craign\w{1,6} que (?:vous|tu)|tem(?:e|en|ía|ían) que (?:usted|se le|te|le)|(?:vrees\w{0,4}|bang|twijfel\w{0,3}) (?:dat|of) (?:u|je)|tem(?:e|ono|eva|evano) che (?:lei|le|ti)|rece(?:ia|iam|ava|avam) que (?:você|o senhor|a senhora|lhe|se))\b",
    ),
    (
        R.FIRST_PRIORITY,
        r"\b(?:(?:first|top|main|biggest|number one|most (?:urgent|important|pressing)) (?:[\w'-]{1,14} ){0,3}(?:priorit\w+|task|thing|job|challenge|project|goal)|first (?:\d+|ninety|thirty|hundred|three|six) (?:days|months|weeks)|priority (?:is|will be|would be|for)|(?:start|begin) (?:by|with) (?:fixing|building|rebuilding|sorting|cleaning))\b",
    ),
    (
        R.CHALLENGE,
        r"\b(?:(?:our|the|my|we have a|we've a|real|big(?:gest)?|main) (?:[\w'-]{1,14} ){0,3}(?:challenge|problem|headache|pain|struggle|bottleneck|issue|difficulty)\b|(?:we|team|i)(?:'re| are|'ve been| have been|'m| am)? (?:struggl\w+|fighting|wrestling|battling|drowning|losing)|keeps? (?:me|us) up|need(?:s)? (?:someone|somebody|a person) (?:who|to|that)|herausforderung|défi|desafío|desafio|uitdaging|sfida)\b",
    ),
    (
        R.PRAISE,
        r"\b(?:(?:impress(?:ed|ive)|loved|enjoyed|liked|appreciated|struck|admired|fan of|stood out|outstanding|excellent|brilliant|fantastic|superb|terrific|standout|really (?:good|strong|nice)|very (?:good|strong)|thoughtful|great (?:to|conversation|answer|presentation|questions|energy))(?: [\w',-]{1,14}){0,10} (?:you|your|how|the way|with|by|conversation|presentation|answers?|questions|work|examples?|thinking|candidate|background|interview)|you (?:[\w'-]{1,12} ){0,3}(?:impressed|stood out|interviewed (?:well|brilliantly)|did (?:really )?well|were (?:a |an |very |really |our )*(?:strong|excellent|great|close|favourite|favorite|finalist))|your (?:[\w'-]{1,14} ){1,5}(?:was|were|is) (?:really |very |truly )*(?:impressive|excellent|great|strong|outstanding|thoughtful|the best|clear|sharp|good)|beeindruckt|impressionn\w+|impresionad\w+|impressionad\w+|onder de indruk|colpit[oi])\b",
    ),
    (
        R.PROMISE,
        r"\b(?:i(?:'ll| will| promise(?: to)?|'d be happy to)|we(?:'ll| will)|(?:happy|glad) to)(?: [\w',-]{1,12}){0,4} (?:introduce|put you in touch|forward|pass|send|share|call|ring|write|get back|come back|be in touch|let you know|keep you|recommend|mention|reach out|connect you|update)\b",
    ),
    (
        R.TOPIC,  # a second seat named for later
        r"\b(?:(?:we|i)(?:'ll|'re| will| are)? (?:expect|plan|hope|intend|going|aim|be)?(?:ing)? ?(?:to )?(?:[\w'-]{1,12} )?(?:open|advertis|hir|recruit|add|creat|post|fill)(?:e|ing)?(?: [\w'-]{1,12}){0,2} (?:second|another|further|third|similar|new|next)(?: [\w'-]{1,14}){0,3} (?:post|role|position|seat|vacancy|place|job)|"
        r"(?:schreiben|besetzen|eröffnen|planen|suchen|schaffen)(?: [\w-]{1,14}){0,8} (?:zweite|weitere|neue)[nrs]? (?:[\w-]{1,14} )?\w{0,14}(?:stelle|position)|(?:ouvr\w{1,5}|cré\w{1,5}|recrut\w{1,5})(?: [\w'-]{1,14}){0,6} (?:second|deuxième|autre|nouveau|nouvel)e? (?:[\w'-]{1,14} )?poste|"
        r"(?:abri\w{1,5}|crear\w{1,5}|convocar\w{1,5})(?: [\w-]{1,14}){0,6} (?:segund[ao]|otr[ao]|nuev[ao]) (?:[\w-]{1,14} )?(?:puesto|plaza|vacante|vaga|posto)|(?:tweede|andere|nieuwe) (?:[\w-]{1,14} )?(?:functie|vacature|plek)(?: [\w-]{1,14}){0,8} (?:open|vrij|uit)\w{0,6}|(?:apri\w{1,5}|cre\w{1,6})(?: [\w-]{1,14}){0,6} (?:second[ao]|altr[ao]|nuov[ao]) (?:[\w-]{1,14} )?(?:posto|posizione))\b",
    ),
    (
        R.TOPIC,
        r"\b(?:(?:our|the|your) (?:chat|conversation|talk|discussion|point|question|idea|story|example)s? (?:about|on|around|regarding|of)|(?:you|we) (?:mentioned|talked about|discussed|spoke about|touched on)|as (?:discussed|you said|we discussed))\b",
    ),
)
#: What is told of those who decide, whoever writes it: by whom it is said stands in the sentence.
TOLD: tuple[tuple[RemarkKind, str], ...] = (
    (R.PRAISE, FOR_YOU),
    (R.PRAISE, NOT_ALL),
    (R.PRAISE, MEASURED),
    (R.RIVAL, AMONG_THE_LAST),
)
_STOCK = rule(
    r"\b(?:qualifications|impressed (?:with|by) your (?:background|qualifications|experience|skills|profile|resume|cv)\b(?! (?:in|with|at|running|leading))|(?:experience|background|skills) (?:is|are) impressive|more closely|we (?:received|had) (?:many|a large|a high|several)|hesitate|any (?:questions|concerns)|if you have)\b"
)
#: A doubt is about the person it is said to; these only sound like one.
_ABOUT_YOU = rule(
    r"\b(?:you|your|you'd|you've|you're)\b|\b(?:(?:dass|ob) (?:sie|du)|que (?:vous|tu|usted|te|le|se le|você|lhe|o senhor|a senhora)|(?:dat|of) (?:u|je)|che (?:lei|le|ti))\b"
)
_SUPPOSES = rule(r" (?:might|may|would|could|'d)\b")
#: A call that is to come at its hour is arranged, and owes nothing once it has been.
_A_TALK = rule(
    r"\b(?:call|ring|phone)(?: you)?(?: back)? (?:on )?(?:your (?:\w{1,10} )?(?:mobile|cell|phone|number|landline)|(?:(?:then|tomorrow|today) )?at \d|on [\d+]|you at \d|then\b|from a withheld)"
)
#: Days to be told of in a talk or a task are its subject; what comes first in the work is something else.
_TO_BE_SHOWN = rule(
    r"\b(?:presentation|slides?|(?:present|prepare|show|bring|send)(?:ing)? (?:us |me )?(?:an?|your|the|\d)|(?:first|second|third|final|last|next|\d(?:st|nd|rd|th)) ?\)? (?:\((?:\w{1,8})\) )?(?:round|stage|interview)|invite you|come (?:to|in|for) an?)\b"
)
_NO_DOUBT = rule(
    r"\b(?:(?:left|keep you|were|been|you're|are) wondering|wonder(?:ed|ing)? (?:if|whether) (?:you|we|it|there|i)\b|no (?:doubt|concerns?|reservations?|hesitation|worries)|without (?:a |any )?(?:doubt|hesitation|reservation)|(?:not|never|aren't|isn't|don't) (?:be )?(?:worr\w+|hesitat\w+)|(?:let (?:me|us)|i'll|we'll|i will|we will|please|could you) (?:\w{1,12} ){0,3}(?:know|check|ask|see|confirm|tell)|successful)\b"
)
_BUT = rule(r"\b(?:but|however|although|though|yet)\b")
_MOST = 8


def _taken_back(sentence: str, end: int) -> bool:
    """Whether the praise only leads up to a doubt about the reader ("did well, but we felt you …")."""
    but = _BUT.search(sentence, end)
    if but is None or _NO_DOUBT.search(sentence, but.end()):
        return False
    doubts = (rule(pattern) for kind, pattern in CUES if kind is R.DOUBT)
    return any(doubt.search(sentence, but.end()) for doubt in doubts)


def remarks_in(text: str, hand: Hand, by: str) -> tuple[RemarkSeen, ...]:
    """Remarks of a personal mail, in its order; a template remarks nothing."""
    if hand is Hand.TEMPLATE:
        return ()
    seen = view(text)
    offset = seen.find("\n\n") + 2
    out: list[RemarkSeen] = []
    for span in sentences(seen[offset:]):
        sentence = seen[offset + span.start : offset + span.end]
        if _STOCK.search(sentence):
            continue
        quote = text[offset + span.start : offset + span.end]
        for kind, pattern in TOLD:
            told = in_words_of_others(pattern, sentence)
            if told is not None and not any((o.kind, o.quote) == (kind, quote) for o in out):
                whose = speaker(quote, told.start()) or by
                out.append(RemarkSeen(kind, quote, whose, Basis.SAID))
        for kind, pattern in CUES:
            match = rule(pattern).search(sentence)
            if match is None:
                continue
            mood = mood_of(sentence, match.start(), match.end(), EN, polar=True)
            # what they fear of the reader is a supposition in itself ("thought you might find …")
            feared = kind is R.DOUBT and _SUPPOSES.search(match.group())
            if mood is Mood.CONDITIONAL and not feared:
                continue
            if kind is R.DOUBT and (_NO_DOUBT.search(sentence) or not _ABOUT_YOU.search(sentence)):
                continue
            if kind is R.PRAISE and _taken_back(sentence, match.end()):
                continue
            if kind is R.PROMISE and _A_TALK.search(sentence):
                continue
            if kind is R.FIRST_PRIORITY and _TO_BE_SHOWN.search(sentence):
                continue
            if not any(one.kind is kind and one.quote == quote for one in out):
                whose = speaker(quote, match.start()) if kind in (R.PRAISE, R.DOUBT) else ""
                out.append(RemarkSeen(kind, quote, whose or by, Basis.SAID))
        if len(out) >= _MOST:
            break
    return tuple(out[:_MOST])
