"""The words of the mail itself: quoted replies, signatures and legal feet set apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Longest body that is judged; the rest of a mail this long is never the verdict.
LONGEST = 20_000

_INVISIBLE = re.compile("[\u200b\u200c\u200d\ufeff\u2060\u00ad\u034f]")

# "On Tue, 3 Mar 2026, Ann <a@x> wrote:" in the manners of the common mail programs.
# The verb closes the line; the line may be wrapped once or twice.
_WROTE = re.compile(
    r"^[ \t>*_]{0,4}(?:"
    r"(?:on|le|am|el|em|op|il|den|dne|w dniu|på)\b[^\n]{3,160}(?:\n[^\n]{0,120}){0,2}?"
    r"(?:wrote|a écrit|schrieb[^\n:]{0,80}|escribió|escreveu|schreef[^\n:]{0,80}|ha scritto)"
    r"[ \t\u00a0]{0,2}:"
    r"|[^\n]{3,100}<[^\n>]{3,80}>[^\n]{0,40}(?:wrote|a écrit|schrieb|escribió|escreveu|schreef|ha scritto)"
    r"[^\n:]{0,40}:"
    r")[ \t*_]{0,4}$",
    re.IGNORECASE | re.MULTILINE,
)
# Outlook's block of header lines, in the languages of the rules.
_OUTLOOK = re.compile(
    r"^[ \t>*_]{0,4}(?:from|von|de|da|van)[ \t*_\u00a0]{0,3}:[^\n]{1,200}\n"
    r"(?:[^\n]{0,200}\n){0,2}?"
    r"[ \t>*_]{0,4}(?:sent|date|date sent|gesendet|datum|envoyé|date d'envoi|enviado(?: el| em)?|fecha|data|"
    r"enviada|verzonden|inviato|to|an|à|para|aan|a)[ \t*_\u00a0]{0,3}:",
    re.IGNORECASE | re.MULTILINE,
)
_DIVIDER = re.compile(
    r"^[ \t>]{0,4}(?:-{2,}|_{2,})? ?(?:original message|ursprüngliche nachricht|message d'origine|"
    r"mensaje original|mensagem original|oorspronkelijk bericht|messaggio originale|"
    r"begin forwarded message|forwarded message|weitergeleitete nachricht|message transféré|"
    r"mensaje reenviado|mensagem encaminhada|doorgestuurd bericht|messaggio inoltrato)"
    r"[^\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_LINE = re.compile(
    r"^[ \t>*_]{0,4}(?:from|von|de|da|van|sent|date(?: sent| received)?|gesendet|datum|envoyé|enviado|fecha|data|"
    r"verzonden|inviato|to|an|à|para|aan|a|cc|subject|betreff|objet|asunto|assunto|onderwerp|oggetto|"
    r"reply-to)[ \t*_\u00a0]{0,3}:[^\n]{0,300}$",
    re.IGNORECASE,
)

_CLOSING = re.compile(
    r"^[ \t]{0,8}(?:"
    r"(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many thanks and|sincere|all good|with kind)[ \t]?"
    r"(?:and warm )?(?:regards|wishes)?(?: from [^\n]{1,40})?"
    r"|(?:thanks|thank you)(?: (?:again|so much|very much|and regards|& regards|and best))?"
    r"|regards|sincerely(?: yours)?|yours(?: (?:sincerely|faithfully|truly))?|respectfully|cheers|"
    r"all the (?:very )?best|take care|warmly|cordially|thanks (?:&|and)(?: kind| best| warm)? regards|"
    r"(?:mit )?(?:freundliche[nm]?|beste[nm]?|viele[nm]?|herzliche[nm]?|liebe[nm]?|schöne[nm]?) gr(?:ü|ue)(?:ß|ss)en?"
    r"(?: aus [^\n]{1,30})?|mfg|(?:bien )?cordialement|bien à vous|(?:très )?(?:sincères|meilleures|cordiales) salutations|"
    r"(?:un |muy )?(?:cordial(?:es)? )?saludos?(?: cordiales)?|atentamente|un abrazo|"
    r"(?:com os melhores )?cumprimentos|atenciosamente|abraços?|abs|"
    r"(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|(?:cordiali|distinti) saluti|"
    r"un cordiale saluto|a presto"
    r")[ \t]{0,4}[,.!–-]?[ \t]{0,4}$",
    re.IGNORECASE | re.MULTILINE,
)
_SENT_FROM = re.compile(
    r"^[ \t]{0,4}(?:sent from (?:my|outlook|yahoo|mail)|get outlook for|von meinem \w+ gesendet|"
    r"envoyé de(?:puis)? mon|enviado desde mi|enviado do meu|verstuurd vanaf mijn|inviato da)[^\n]{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
_POSTSCRIPT = re.compile(r"^[ \t]{0,4}p\.? ?s\.?\b[^\n]{1,400}", re.IGNORECASE | re.MULTILINE)

# A paragraph that is law, not letter. Each needs a telling phrase, so that a
# plain sentence with "privacy" in it stays.
_LEGAL = re.compile(
    r"(?:intended (?:only |solely )?for the (?:use of |addressee|recipient|person|individual|named)|"
    r"intended recipient|confidential(?:ity)? (?:notice|and (?:may|intended|privileged)|information)|"
    r"privileged (?:and|or|information)|if you (?:have )?received this (?:e-?mail|message|communication) (?:in error|by mistake)|"
    r"equal[- ](?:employment )?opportunit(?:y|ies) employer|without regard to race|"
    r"to (?:un|stop )?subscribe|unsubscribe|manage (?:your )?(?:email )?preferences|opt[- ]out|"
    r"registered (?:office|in england)|company number|all rights reserved|©|"
    r"consider the environment|virus(?:es)? (?:scan|free)|views (?:and|or) opinions|"
    r"never ask (?:you )?for (?:any )?(?:payment|money|bank|fees?)|recruitment (?:fraud|scam)|fraudulent (?:job|offer|recruit)|"
    r"diese e-?mail (?:enthält|kann|ist)[^\n]{0,40}vertraulich|vertrauliche informationen|amtsgericht|handelsregister|"
    r"ce (?:message|courriel|mail)[^\n]{0,60}confidentiel|"
    r"este (?:mensaje|correo|mensagem)[^\n]{0,60}confidencial|dit (?:bericht|e-?mail)[^\n]{0,60}vertrouwelijk|"
    r"questo messaggio[^\n]{0,60}riservat|privacy (?:policy|notice|statement)[^\n]{0,40}(?:https?:|here|click))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's text in parts: `body` is judged, the rest is only looked up in."""

    body: str
    signature: str
    quoted: str
    footer: str
    whole: str


def open_letter(text: str, writers: tuple[str, ...] = ()) -> Letter:
    """The sender's own words apart from what they quote, sign and print under every mail."""
    whole = _tidy(text)
    own, quoted = _split_quoted(whole)
    own, footer = _split_legal(own)
    body, signature = _split_signature(own)
    if not signature:
        body, signature = _split_signed(own, writers)
    return Letter(body.strip("\n "), signature.strip(), quoted.strip(), footer.strip(), whole)


def _tidy(text: str) -> str:
    text = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    text = _INVISIBLE.sub("", text)
    text = "\n".join(line.rstrip(" \t\u00a0") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _split_quoted(text: str) -> tuple[str, str]:
    cuts = [
        m.start() for m in (_WROTE.search(text), _OUTLOOK.search(text), _DIVIDER.search(text)) if m
    ]
    cut = min(cuts, default=len(text))
    own, quoted = text[:cut], text[cut:]
    if not own.strip() or all(
        not line.strip() or _HEADER_LINE.match(line) for line in own.split("\n")
    ):  # a bare forward, or a mail printed with its headers
        return _without_headers(text), ""
    lines = own.split("\n")
    kept = [line for line in lines if not line.lstrip().startswith(">")]
    if not "".join(kept).strip():
        return "\n".join(line.lstrip("> ") for line in lines), quoted
    marked = [line for line in lines if line.lstrip().startswith(">")]
    return "\n".join(kept), "\n".join([*marked, quoted])


def _without_headers(text: str) -> str:
    lines = text.split("\n")
    at = 0
    while at < len(lines) and (
        not lines[at].strip()
        or _HEADER_LINE.match(lines[at])
        or _DIVIDER.match(lines[at])
        or _WROTE.match(lines[at])
    ):
        at += 1
    rest = "\n".join(line.lstrip("> ") for line in lines[at:])
    return rest if rest.strip() else text


def _split_legal(text: str) -> tuple[str, str]:
    kept: list[str] = []
    footer: list[str] = []
    for paragraph in text.split("\n\n"):
        legal = bool(kept) and _LEGAL.search(paragraph) is not None
        (footer if legal else kept).append(paragraph)
    return "\n\n".join(kept), "\n\n".join(footer)


def _first_name(writer: str) -> str:
    return (writer.split() or [""])[0].strip(".,\"'").lower()


def _split_signed(text: str, writers: tuple[str, ...]) -> tuple[str, str]:
    """Cut where the writer's own name stands alone on one of the last lines."""
    names = {part for w in writers for part in (w.lower().strip(), _first_name(w)) if part}
    lines = text.split("\n")
    for at in range(max(1, len(lines) - 9), len(lines)):
        line = re.split(r"\s*[,|•–]\s*", lines[at].strip(" *_-–"))[0].strip().lower()
        tail = [x for x in lines[at:] if x.strip()]
        if line in names and all(len(x) < 100 for x in tail):
            return "\n".join(lines[:at]), "\n".join(lines[at:])
    return text, ""


def _split_signature(text: str) -> tuple[str, str]:
    """Cut at the closing line whose tail looks like a signature; a postscript stays."""
    dashes = re.search(r"^-- ?$", text, re.MULTILINE)
    if dashes and text[: dashes.start()].strip():
        head, tail = text[: dashes.start()], text[dashes.end() :]
        body, more = _split_signature(head)
        return body, (more + "\n" + tail).strip()
    for closing in _CLOSING.finditer(text):
        tail = text[closing.end() :]
        lines = [line for line in tail.split("\n") if line.strip()]
        if not text[: closing.start()].strip() or len(lines) > 14:
            continue
        if any(len(line) > 110 for line in lines[:2]):
            continue
        postscript = _POSTSCRIPT.search(tail)
        body = text[: closing.start()].rstrip()
        long_lines = [line for line in lines if len(line) > 110]
        extra = [postscript.group(0).strip()] if postscript else long_lines
        return ("\n\n".join([body, *extra]), tail)
    sent_from = _SENT_FROM.search(text)
    if sent_from and text[: sent_from.start()].strip():
        return text[: sent_from.start()], text[sent_from.start() :]
    return text, ""
