"""Whether more than the model's guess says that a mail is about this person's search.

The hands wrote short mail, mostly to one person. Of a shop's offer, a scheme to earn at
home or a magazine of two thousand words the model knows little and guesses freely, so
what is made like those needs a second ground: a rule that hears the same, a thread that
speaks of a job, or words enough that only hiring uses.
"""

from __future__ import annotations

import re

from afterword.reading.hearing import Heard
from afterword.reading.kind import Verdict
from afterword.reading.model import Facts
from afterword.reading.view import view
from afterword.terms import Certainty, MailKind

K = MailKind

#: What sells, one pattern for each way of selling, in all read languages. Money alone and
#: loud letters stand in offers and pitches too: they count only beside one of these.
_SELLS = (
    # how to be rid of it: whoever was written to by a person needs no way out
    r"\bun-?subscri\w{1,12}|\bremoved? (?:from|me|my|your|us|you)\b|\bto (?:be|get) removed|\bremove\b[^.\n]{0,30}(?:list|mailing|address|subject)|"
    r"\bopt(?:ed)?[- ]?(?:in|out)\b|\bfuture (?:mailings?|e-?mails?|offers)|\babmelden|\babbestell\w{1,8}|\baustragen|\bd[ée]sabonn\w{1,10}|\bd[ée]sinscri\w{1,10}|"
    r"\bne (?:souhaitez|d[ée]sirez) plus recevoir|\bdar(?:se|te)? de baja|\bcancelar (?:la |tu |su )?suscripci[oó]n|\bdescadastr\w{1,10}|"
    r"\bcancelar (?:a )?(?:inscri|assinatura|subscri)\w{1,10}|\buitschrijven|\bafmelden|\bdisiscri\w{1,10}|\bannulla(?:re)? l'iscrizione",
    # press here
    r"\bclick (?:here|below|on)\b|\bcliquez (?:ici|sur)|\bklicken sie|\bhier klicken|\bhaga clic|\bhaz clic|\bclique aqui|\bklik hier|\bclicca qui",
    # buy
    r"\border (?:now|today|yours|form)|\bbuy (?:now|it)|\bto order\b|\bpurchas\w{1,8}|\bfree shipping|\bcheck ?out now|\badd to cart|\bjetzt (?:kaufen|bestellen|sichern)|"
    r"\bbestellen sie|\bcommandez|\bachetez|\bcomprar? (?:ahora|agora)|\bcompre (?:ahora|agora|j[áa])|\bkoop nu|\bbestel (?:nu|direct)|\bacquista(?:re)?\b|\bordina (?:ora|subito)",
    # for nothing
    r"\bfree (?:trial|info\w{0,8}|details|report|gift|quote|sample|membership|sign|to join|consultation)|\bfor free|\b100% ?free|\b(?:no|without) (?:cost|obligation|risk)\b|"
    r"\brisk[- ]free|\b(?:gratis|gratuit\w{0,6}|kostenlos\w{0,3}|unverbindlich\w{0,3}|sans engagement|senza impegno|sin compromiso|sem compromisso|vrijblijvend)\b",
    # with a promise
    r"\bmoney[- ]?back|\bguarante(?:ed?|es)\b|\bgarant(?:ie|iert|i|ía|ia|ito|izado)\b|\bsatisfaction",
    # for less, and only now
    r"\blimited (?:time|offer)|\bact (?:now|fast|today)|\bspecial (?:offer|price|discount)s?|\bdiscounts?\b|\b\d{1,2} ?(?:%|percent|per cent|prozent) (?:off|rabatt|korting|de (?:r[ée]duction|remise|descuento|desconto)|di sconto)|"
    r"\bsave (?:up to|\d|\$)|\bhurry\b|\bdon't miss|\bbargain|\blowest price|\brabatt\w{0,4}|\bkorting|\bdescuentos?|\bdescontos?|\bsconti?\b|\br[ée]duction|\bsoldes|\bnur heute|\bonly today",
    # an income of one's own: no employment, whatever it calls itself
    r"\bmake money|\bearn (?:[$£€]|money|up to|extra|an extra|big|over|\d)|\bextra (?:income|cash)|\b(?:residual|passive|unlimited|incredible|second) income|\bsix[- ]figure|\bfinancial(?:ly)? (?:freedom|independen\w{1,4}|free)|"
    r"\bget rich|\bbe your own|\bown boss|\bhome[- ]based|\b(?:home|business|income) opportunit\w{1,4}|\bdownline|\bupline|\bmlm\b|\bmulti-?level|\b(?:work(?:ing)?|business|money|income|earn\w{0,4}) (?:from|at) home|"
    r"\bnebenverdienst|\bpassives einkommen|\bgeld verdien\w{0,3}|\bgagne[rz] (?:de l'argent|\d)|\brevenus? compl[ée]mentaires?|\bingresos? (?:extra|pasivos?)|\bganar dinero|\bganhe dinheiro|\brenda extra|\bguadagn(?:a|are|i) (?:da casa|soldi|online|fino)",
    # and how to pay
    r"\bcredit cards?|\bmastercard|\bpaypal|\btoll[- ]free|\b1-8\d\d\b|\bbulk e-?mail|\be-?mail addresses|\bviagra|\bcasino|\blottery|\bxxx\b",
)
_WAYS = tuple(re.compile(pattern.replace(" ", r"\s"), re.IGNORECASE) for pattern in _SELLS)
_MONEY = re.compile(r"[$£€]\s?\d|\d\s?(?:[$£€]|euros?\b|dollars?\b|usd\b)", re.IGNORECASE)
_LOUD = re.compile(r"!!|(?:\b[A-Z]{4,20} ){3}")
#: So much of a mail is searched for ways of selling.
_REACH = 6_000
#: A verdict is said before this; what a rule finds later is some article's.
_OPENING = 3_000
#: No hand wrote more than this many words, and hardly one more than LONG.
_LONGEST, _LONG = 450, 250
#: Who writes so many words to somebody about their search uses one that rules know, or the
#: model must be surer than this.
_SPOKEN, _MIDDLING = 80, 0.7
#: From so many words of hiring on the talk is of hiring, whoever sells.
_HIRES = 3
#: A rule and the model hear the same from this share on.
_SHARED = 0.3
#: Alerts are sent to many and tell how to be rid of them, so a model so sure is believed.
_ALERT = 0.8
#: Nearly sure without a rule: one way of selling does not outweigh it.
_NEARLY = 0.9


def ways_of_selling(subject: str, text: str) -> int:
    """How many ways of selling a mail uses, money and loudness among them once it does."""
    seen = view(f"{subject}\n{text[:_REACH]}")
    ways = sum(bool(way.search(seen)) for way in _WAYS)
    return ways and ways + bool(_MONEY.search(seen)) + bool(_LOUD.search(seen))


def lacks_ground(heard: Heard, facts: Facts, kind: MailKind, share: float) -> bool:
    """Whether nothing but a guess makes this offer or long writing a mail about a job.

    `share` is the model's for `kind`. Mail of systems and of known threads is not asked about.
    """
    verdict = heard.verdict
    if facts.quotes_a_job or _seconded(verdict, kind, share):
        return False
    hiring = verdict.scene.hiring_words
    words = len(heard.letter.body.split())
    if heard.overheard and hiring < 2 and share < _NEARLY:
        return True
    if words > _LONGEST or (words > _LONG and hiring < _HIRES):
        return True
    silent = verdict.kind is K.NOT_JOB and not hiring
    if silent and words > _SPOKEN and share < _MIDDLING:
        return True
    if kind is K.JOB_ALERT and share >= _ALERT and hiring:
        return False
    ways = ways_of_selling(heard.mail.subject, heard.letter.whole)
    if kind is verdict.kind and verdict.certainty is Certainty.STRONG and share < 0.05:
        return ways >= 2  # a rule alone, and a shop that speaks of careers
    if ways >= 3 or (ways == 2 and hiring < _HIRES):
        return True
    return ways == 1 and hiring < 2 and words > 100 and share < _NEARLY


def _seconded(verdict: Verdict, kind: MailKind, share: float) -> bool:
    """Whether rule and model hear the same, early enough to be what the mail is for."""
    early = any(hit.start < _OPENING for hit in verdict.hits)
    # A webinar or a newsletter is all that rules hear of other_job: that is no search of anybody's.
    telling = kind is not K.OTHER_JOB or verdict.scene.hiring_words >= _HIRES
    return kind is verdict.kind and early and telling and share >= _SHARED
