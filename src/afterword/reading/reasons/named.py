"""The sentence of a no that names what was lacking, or what the other one had (method 5, R03).

A letter that says "the actual reason" says it in this sentence or in the next ones: they are read
together. A comparison that names nothing ("whose profile fits more closely") is none of these.
"""

from __future__ import annotations

from afterword.reading.sentences import Span
from afterword.reading.view import rule

_W = r"(?: [\w',/-]{1,18})"
_HEARD = r"(?:heard|hear|seen|saw|see|read|found|find|learn(?:ed|t)?|noticed)"
_WHO = r"(?:candidate|applicant|finalist|person|colleague|somebody|someone|woman|man|engineer|manager|nurse|the other(?: one)?)"
_DID = r"(?:already|before|experience (?:of|in|with|as|at|running|leading|on)|years|twice|done|run|led|managed|built|opened|moved|migrated|introduced|rolled|worked in|certified|fluent|implemented|delivered|headed|shipped|launched|carried)"

#: That a choice was about one of these names nothing that was lacking.
_NOTHING = r"(?:seat|timing|time|budget|role|post|fit|numbers?|money|chance|luck|us|circumstances?)"
#: A thing one has done for long, in the trade.
_LIVED = r"(?:run|led|built|kept|worked|managed|taught|sailed|lived|done|flown|driven|farmed|spent|handled|played|sung)(?: [\w',-]{1,14}){0,6} (?:life|years|decades?|twice|before|twenty|ten)"

#: What they had not heard of the user, or what the other one brings, each with a thing named.
_NAMED = rule(
    rf"\b(?:nobody|no one|none of (?:us|them)|neither of us){_W}{{0,8}} {_HEARD}\b{_W}{{0,10}} (?:you|your|you've|you'd)\b|\b{_HEARD} (?:nothing|little|too little|not enough|no evidence|no examples?) (?:of|from|about|on|in|that)\b"
    rf"|\b(?:never|not|hadn't|haven't|didn't)(?: yet| really| quite| once)? {_HEARD}\b(?: from| of| about| in)? (?:you|your)\b{_W}{{0,8}} (?:that|on|about|whether|had|have|having|with|any)\b|\b(?:one|only|single) thing(?: that)? (?:we|i|they|the panel|nobody|none of us)(?: [\w'-]{{1,12}}){{0,2}} (?:not|n't|couldn't|cannot|can't|missed|lacked)\b|\b(?:on trust|on faith)\b"
    rf"|\b(?:we|they|i|the team|the role|the post)(?: [\w'-]{{1,12}}){{0,2}} (?:needed|need|needs|wanted|want) (?:somebody|someone|a person|a colleague) who (?:has|had|have|knows|knew|speaks|spoke)\b"
    rf"|\b{_WHO}(?: from(?: [\w'-]{{1,14}}){{1,3}})?,? who(?: [\w'-]{{1,12}}){{0,2}} (?:(?:has|had|have|'s|'d) {_LIVED}|(?:already )?(?:speaks?|spoke|grew up|came up|comes up|trained)(?: [\w'-]{{1,14}})?)\b|\bs?he has {_LIVED}\b"
    r"|\b(?:bring|get|getting|bringing) you up to speed (?:on|with|in) [\w'-]"
    rf"|\b(?:(?:it|this|that) (?:was|is)(?: (?:only|really|purely|simply|just|all|mostly))? (?:about|down to)|came down to) (?!(?:the |your )?{_NOTHING}\b)(?:the |your |a )?(?:[\w'-]{{1,16}} ?){{1,5}},? ?(?:and |but )?not (?:about |to )?you\b"
    rf"|\b{_WHO}(?:,? (?:who|whom|that|we (?:chose|took|hired|picked)))?(?: [\w'-]{{1,12}}){{0,2}} (?:has|had|have|brings|brought|comes|came|'s|'d|is|was) (?:[\w'/-]{{1,16}} ){{0,3}}{_DID}\b"
    r"|\b(?:niemand|keiner(?: von uns)?|wir)(?: [\w-]{1,18}){0,6} (?:nichts|wenig|kaum|nie|nicht|von ihnen)(?: [\w,-]{1,20}){0,12} (?:gehört|gesehen|erfahren|gefunden|gelesen)\b|\bniemand(?: [\w-]{1,18}){0,6} (?:gehört|gesehen|erfahren)\b"
    r"|\b(?:kandidat\w{0,4}|bewerber\w{0,4}|person|jemand\w{0,2}|mitbewerber\w{0,4}|profil)(?: [\w-]{1,18}){0,2},? (?:(?:der|die|das|welche[rs]?) )?(?:[\w-]{1,18} ){0,4}(?:bereits|schon)\b(?: [\w-]{1,24}){0,10} (?:mitbring\w{1,2}|bring(?:t|en)|hat|haben|hatte|verfügt\w{0,2}|ist|war|kennt|leitet\w{0,2}|umgezogen|aufgebaut|eingeführt|geleitet|gesammelt)\b"
    r"|\b(?:kandidat\w{0,4}|bewerber\w{0,4}|person|jemand\w{0,2}|mitbewerber\w{0,4})(?: [\w-]{1,18}){0,2},? (?:der|die|mit|welche[rs]?) (?:[\w-]{1,18} ){0,4}erfahrung(?:en)? (?:mit|in|im|als|aus|bei)\b"
    r"|\b(?:personne|aucun de nous|aucune de nous)(?: [\w',-]{1,16}){0,6} (?:entendu|vu|lu|trouvé)(?: [\w',-]{1,16}){0,8} (?:vous|votre|vos)\b|\b(?:rien|peu) (?:entendu|vu|lu|trouvé)\b"
    r"|\b(?:candidate?|personne|quelqu'un|finaliste|profil),? (?:qui|ayant|disposant) (?:[\w'-]{1,16} ){0,4}(?:déjà|une (?:[\w'-]{1,14} )?expérience (?:(?:plus |bien |très )*[\w'-]{1,14} ){0,2}(?:de|en|dans|du|des)|d'une expérience)\b|\bl'autre (?:candidate?|personne|finaliste) (?:a|avait) (?:déjà|une expérience)\b"
    r"|\b(?:nadie|ninguno de nosotros)(?: [\w,-]{1,16}){0,6} (?:oyó|oído|escuchó|escuchado|vio|visto)(?: [\w,-]{1,16}){0,10} (?:usted|ti|su|sus|tu|le|te|ha|había)\b|\bno (?:le |te )?(?:oímos|escuchamos|vimos|hemos (?:oído|visto|escuchado)) (?:nada|hablar|ningún|ninguna)\b"
    r"|\b(?:candidat[oa]|persona|alguien|finalista),? (?:que|quien|con) (?:[\w-]{1,16} ){0,4}(?:ya|experiencia (?:en|con|de|como))\b|\b(?:la otra|el otro) (?:persona|candidat[oa]|finalista) (?:ya )?(?:ha|había|tiene|tenía)\b"
)
#: Said of what was named just before: that was what they missed in the user.
_MISSED = rule(
    r"\b(?:what|all|the (?:only |one |sole |main |single )?(?:thing|point|piece|part))(?: that| which)? (?:we|i|they|the (?:panel|team|board|committee))(?: [\w'-]{1,12}){0,3} (?:missed|lacked)(?: [\w'-]{1,12}){0,3} (?:in|from|with|about) you\w*\b|\b(?:we|i|the (?:panel|team|board|committee)) (?:only |really |did )?miss(?:ed)? (?:that|this|it|exactly (?:that|this))(?: [\w'-]{1,12}){0,2} (?:in|from|with|on) you\w*\b|\b(?:that|this|it) (?:is|was)(?: (?:the )?(?:only|all|one|what|thing|that|which|just)){1,5} (?:was |were |is )?(?:missing|lacking)\b"
    r"|\b(?:das|dies|es|dieser punkt|diese (?:erfahrung|praxis|kenntnis))(?: [\w-]{1,14}){0,3} (?:hat|haben|hatte) (?:uns |wir )?(?:[\wäöüß-]{1,14} ){0,6}(?:gefehlt|vermisst)\b|\b(?:das einzige|der einzige punkt|die einzige erfahrung),? (?:was|das|der|die) (?:uns|wir)(?: [\wäöüß-]{1,14}){0,6} (?:fehlte|gefehlt|vermisst|vermissten)\b|\b(?:hat|haben) (?:uns|wir) (?:bei|an) (?:ihnen|dir|ihrem \w+)(?: [\wäöüß-]{1,16}){0,6} (?:gefehlt|vermisst)\b"
    r"|\b(?:qui|il|cela|ça|ce point|cette expérience) (?:nous|vous)(?: en)? (?:a|ait|avait|aura) (?:[\w'-]{1,14} ){0,2}(?:manqué|fait défaut)\b|\b(?:ce|la seule chose|le seul point) qui (?:vous|nous) manqu(?:e|ait)\b|\b(?:ce|c'est ce) que nous n'avons pas trouvé chez vous\b"
    r"|\b(?:que|eso|esto|ello) (?:nos|le|te) (?:faltó|ha faltado|había faltado|faltaba)\b|\b(?:que|eso|esto)(?: sí)? (?:echamos|hemos echado|habíamos echado) (?:de menos|en falta)\b"
    r"|\b(?:que|isso|isto) (?:nos|lhe|te) faltou\b|\b(?:que nos|isso nos) (?:faltava|tinha faltado)\b|\bsentimos falta (?:disso|no seu|na sua|em si)\b"
    r"|\b(?:che|questo|ciò|ci) ci è mancat[oa]\b|\bci è mancat[oa]\b|\bche ci (?:mancava|mancherebbe)\b"
    r"|\b(?:het enige|de enige ervaring|dat|dit),? (?:wat|dat|die)? ?(?:we|wij|ons)(?: [\w-]{1,12}){0,4} (?:misten|gemist|ontbrak)\b|\bdat (?:misten|hebben) (?:we|wij) bij (?:u|je|jou)\b"
)
#: What a firm may miss without its being said of the user: the time, the money, somebody who did not come.
_NOT_OF_ONE = rule(
    r"\b(?:time|budget|funds|money|headcount|document\w*|attachment|call|appointment|zeit|geld|unterlagen|anlage|temps|moyens|pièce|document|tiempo|presupuesto|tempo|orçamento|soldi|tijd|geld|bijlage)\b"
)
#: Where a letter says that the reason comes now.
_DECIDED = rule(
    r"\b(?:(?:actual|real|true|honest|main|whole|deciding|decisive) (?:reason|point|factor|thing|argument)|(?:deciding|decisive) (?:was|were)|what (?:decided|tipped|swung|settled|made) (?:it|the)|came down to|made the difference|tipped (?:it|the (?:balance|scales?))"
    r"|ausschlaggebend\w{0,2}|den ausschlag|(?:eigentliche|wahre|konkrete|entscheidende)[rn]? (?:grund|punkt)|entscheidend war|vraie raison|véritable raison|fait la différence|point décisif|déterminant|a (?:tranché|pesé)|verdadera razón|(?:razón|motivo) (?:real|concret[oa]|principal)|motivo verdadero|lo (?:decisivo|determinante)|inclinó la balanza|marcó la diferencia)\b"
)
#: What stands near such a sentence: a thing one has or has not.
_THING = rule(
    r"\b(?:(?:she|he|they) (?:has|had|have|'s|'d|brings|brought)(?: \w{1,12})? (?:already|done|run|led|managed|built|opened|moved|years|experience)|(?:she|he)'s already|experience|knowledge|certificate|fluen\w{1,4}|hands-on|track record"
    r"|(?:er|sie) (?:hat|hatte|bringt|brachte) (?:[\w-]{1,14} ){0,3}(?:bereits|schon|erfahrung)|\w{0,18}erfahrung(?:en)?|\w{0,12}kenntnisse?|(?:elle|il) (?:a|avait) déjà|expérience|connaissances?|maîtrise|(?:ella|él) ya (?:ha|había|tiene)|ya (?:ha|había|tiene|tenía)|experiencia|conocimientos?|dominio)\b"
)
#: A comparison that names nothing.
_STOCK = rule(
    r"\b(?:more closely|most closely|closer (?:match|fit)|(?:better|best) (?:match\w{0,3}|fit\w{0,2}|suit\w{0,3}|align\w{0,2})|(?:candidates|applicants|others|those|individuals) (?:who|whose|with)|your experience (?:and|with us)|(?:candidate|applicant|recruitment|interview) experience|pool of|keep your|besser (?:pass\w{0,2}|entspr\w{1,6})|(?:de|un) profil(?:s)? (?:plus|mieux)|no hesitate|agradec\w{1,6})\b"
)
#: How many sentences after "the actual reason" may still tell it.
_NEAR = 2


def naming(seen: str, spans: tuple[Span, ...]) -> Span | None:
    """The sentence that names what was lacking or what the other one had; None where none does."""
    for span in spans:
        missed = _MISSED.search(seen, span.start, span.end)
        if missed and _NOT_OF_ONE.search(seen, span.start, span.end) is None:
            return span
    if _NAMED.search(seen) is None and _DECIDED.search(seen) is None:
        return None
    near = 0
    for span in spans:
        if _STOCK.search(seen, span.start, span.end):
            near = max(0, near - 1)
            continue
        if _NAMED.search(seen, span.start, span.end):
            return span
        if _DECIDED.search(seen, span.start, span.end):
            near = _NEAR + 1
        if near and _THING.search(seen, span.start, span.end):
            return span
        near = max(0, near - 1)
    return None
