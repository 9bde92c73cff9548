"""A grudge in a draft: sarcasm, parting shots, "you will regret" (S3-12, P10, gate G4).

The finding names what the reader may hear and offers a night's rest; it never blames the writer.
Seven languages, because hurt is written in one's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.terms import Finding

SHOT = "“{}” is a parting shot. It may be earned, and it is what they would remember. Let it rest a night."
BITE = "“{}” may be heard as sarcasm. Plain words carry further; or let it rest a night."
THREAT = "“{}” reads as a threat. Keep it for your own pages, and let the letter rest."

# Narrow on purpose: "sorry for your loss", "thank you so much for your time" and "good luck with your
# new role" are kind sentences, and a note beside them would sting somebody who was being gracious.
_SHOTS = (
    r"(?:it|that|this)(?:’s|'s| is) your (?:own )?loss|(?<=[.!?\n]\s)your loss(?=[.!])|"
    r"you(?:’ll|'ll| will) (?:all )?(?:be sorry|(?:come to )?regret)|"
    r"never (?:want|wish) to (?:hear|see)[^.?!]{0,20} (?:you|your)|"
    r"(?:I|we) (?:have )?dodged a bullet|thank god I (?:am|was) not|"
    r"I(?:’m|'m| am) (?:better off without|glad to be rid)|some of us have (?:principles|standards)|"
    r"(?:es|das) wird Ihnen (?:noch )?leid ?tun|Sie werden (?:es|das)(?: noch)? bereuen|"
    r"Ihr Pech|selbst schuld|tant pis pour vous|vous (?:le regretterez|allez le regretter)|"
    r"se (?:van a arrepentir|arrepentirán)|ustedes se lo pierden|peor para ustedes|"
    r"vão(?: se)? arrepender(?:-se)?|pior para vocês|azar o vosso|"
    r"ve ne pentirete|se ne pentirà|peggio per voi|"
    r"u zult (?:er )?spijt van krijgen|daar krijg(?:t u|en jullie) spijt van|(?:het is|dat is) jullie verlies"
)
_BITES = (
    r"thanks for nothing|"
    r"congratulations on (?:your|the) (?:wise|brilliant|clever|inspired) (?:choice|decision)|"
    r"good luck with (?:that|him|her)(?=[.!,]|$)|"
    r"good luck finding (?:any|some)(?:one|body) (?:else|cheaper|better|who will)|"
    r"how (?:very )?(?:convenient (?:for you|that)|professional of you)|"
    r"how (?:kind|nice|good) of you to finally|"
    r"I (?:suppose|guess) (?:experience|loyalty|honesty)[^.?!]{0,40}|"
    r"(?<![\w,]\s)so much for (?:your|the)|as if (?:you|anyone) (?:cared|read it)|"
    r"clearly you (?:prefer|never|did not|didn’t|didn't|do not|don’t|don't)|"
    r"enjoy (?:your|the) (?:mediocrity|bargain|cheaper)[^.?!]{0,20}|your so-called|"
    r"danke für nichts|vielen Dank auch(?=[.!])|wie überaus professionell|viel Glück damit|"
    r"merci pour rien|bravo pour (?:votre|ce) (?:brillant|excellent)\w* (?:choix|décision)|bonne chance avec ça|"
    r"gracias por nada|enhorabuena por su (?:brillante|sabia) (?:elección|decisión)|"
    r"obrigad[oa] por nada|grazie (?:di|per) niente|complimenti per la (?:saggia|brillante) (?:scelta|decisione)|"
    r"bedankt voor niets|lekker professioneel"
)
_THREATS = (
    r"(?:everyone|everybody|the (?:whole )?(?:industry|market|world)) will (?:hear|know) (?:about|of|what you)|"
    r"I(?:’ll|'ll| will| am going to) (?:tell everyone|post (?:about (?:you|this)|this (?:online|everywhere))|expose you|name and shame)|"
    r"you(?:’ll|'ll| will) (?:be hearing|hear) from my lawyers?|this is not over|"
    r"Sie (?:werden|hören)(?: noch)? von meinem Anwalt(?: hören)?|das (?:wird|hat) (?:noch )?ein Nachspiel|"
    r"vous entendrez parler de (?:moi|mon avocat)|tendrán noticias de mi abogado|"
    r"terão notícias do meu advogado|sentirete il mio avvocato|u hoort (?:nog )?van mijn advocaat"
)


def _row(pattern: str, says: str) -> tuple[re.Pattern[str], str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), says


#: What to look for and what to say; all of it is `stop`: worth a night before it leaves.
TABLE: tuple[tuple[re.Pattern[str], str], ...] = (
    _row(_THREATS, THREAT),
    _row(_SHOTS, SHOT),
    _row(_BITES, BITE),
)


def resentment(text: str) -> Iterator[Finding]:
    """Where a grudge shows; words quoted from somebody else are theirs and pass."""
    quoted = [match.span() for match in re.finditer(r"“[^”]*”", text)]
    for pattern, says in TABLE:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(a <= start and end <= b for a, b in quoted):
                yield Finding(start, end, "resentment", "stop", says.format(match[0]), None)
