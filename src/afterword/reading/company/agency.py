"""Who hires for others: how an agency says so, and how it names the firm it hires for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from afterword.reading.company.cues import END, NAME
from afterword.reading.company.spelling import fold
from afterword.reading.company.words import LEGAL_WORDS, TRADES
from afterword.reading.view import rule

#: They speak of a client of theirs; not of the firm's customers, whom a post would serve.
SAYS_CLIENT = rule(
    r"\b(?:(?:my|our|one of our|direct) clients?(?:'s)?\b(?! (?:success|service|relation|facing|portal|partner|care|solutions|support|base|satisf))|on behalf of (?:a|my|our) client|"
    r"recruitment (?:agency|consultan\w*)|staffing (?:firm|company|agency)|executive search|search firm|headhunt\w*|"
    r"the client (?:(?:has|have) (?:agreed|asked|decided|seen|read|chosen)|(?:would like|wants?|is keen) to (?:meet|see|speak|talk)|will (?:decide|come back|let))|"
    r"(?:unser|mein)(?:es|em|en|e|er)? (?:mandant|kunde|auftraggeber)\w*|personalberat\w*|personalvermittl\w*|(?:notre|mon) client|cabinet de recrutement|"
    r"(?:nuestro|mi) cliente|(?:nosso|meu) cliente|(?:onze|mijn) opdrachtgever|il (?:nostro|mio) cliente)\b"
)
#: Signed by somebody who advises a house of search: "Senior Consultant, Lark & Moss Recruitment".
SIGNS_AGENCY = rule(
    r"\b(?:consultant|headhunter|berater(?:in)?|consultora?|consulente|adviseur)\b[^\n]{0,8}\s[^\n]{2,40} (?:recruitment|recruiting|staffing|resourcing|headhunters|search|personalberatung|personalvermittlung|werving)\b"
)
#: How houses that hire for others call themselves, first or last in a part of their host's name.
_TRADE = r"(?:recruit(?:ing|ment|ers?)?|staffing|resourcing|personnel|headhunt(?:ing|ers?)?|personal(?:beratung|vermittlung))"
_BY_TRADE = re.compile(
    rf"(?:^|-){_TRADE}|(?:{_TRADE}|(?<!re)search)(?:group|partners|-|$)", re.IGNORECASE
)
#: Such words that other houses bear as well: a software for talents, a maker of executive cars.
_ALSO = r"(?:(?<!re)search|talent[es]?s?|talento|executive|interim|(?<!re)(?<!dis)placements?)"
_BY_WORD = re.compile(rf"(?:^|-){_ALSO}|{_ALSO}(?:group|partners|-|$)", re.IGNORECASE)
#: What an agent does: puts the reader before somebody else.
_FORWARD = (
    r"put(?:ting)? (?:you|your [\w ]{2,14}) forward|(?:sent|send|submit\w{0,4}|forward\w{0,3}|present\w{0,3}) (?:you|your (?:cv|resume|résumé|profile|details|application)) (?:over |on |across )?to|"
    r"(?:their|the) hiring (?:manager|team)|(?:they|the (?:firm|company|employer)) (?:would like|want|wish|are keen|have asked)|(?:role|position|post|opportunity|assignment|contract) with an? "
)
#: Beside a host that says so: as whom they sign or speak of themselves.
_FINDS = rule(
    rf"\b(?:{_FORWARD}|(?:senior|principal|lead|talent|search|recruitment|executive) consultant|headhunter|researcher|resourcer|(?:senior|search|managing|founding) partner|candidates?|kandidat\w{{0,4}}|candidat\w{{0,3}}|berater(?:in)?|personalvermittler(?:in)?|consultora?|consulente|adviseur|intercedent\w?)\b"
)
#: They thank for an application to themselves: the post is their own, whomever they serve.
_APPLIED = r"\b(?:appl(?:y|ying|ied|ication)|interest|bewerb\w{1,6}|beworben|candidature|postul\w{1,5}|candidatura|solicitud|sollicit\w{1,5}|interesse|intérêt|interés)\b(?: [^\s.!?]{1,20}){0,6}? (?:to|at|in|for|joining|bei|beim|an|chez|auprès de|à|en|a|na|bij|presso|da|alla) (?:(?:the|der|die|das|la|le|el|de) )?"
_CLIENT = rule(r"(?:client|mandant|kunde|auftraggeber|opdrachtgever)")
#: The place where one works for a customer; a post there is an agent's to give.
_THERE = rule(
    r"\b(?P<post>(?:role|position|vacancy|opportunity|post|job|interview|application|opening|contract|assignment|stelle|gespräch|poste|entretien|puesto|entrevista|vaga|functie|vacature|gesprek|ruolo|posizione|colloquio)(?: [\w'-]{1,14}){0,2} )?(?:at|by|for|from|with|to|of|inside|alongside|serv\w{1,4}|support\w{0,3}|advis\w{1,3}|help\w{0,3}|visit\w{0,3}|bei|beim|für|von|mit|chez|pour|avec|en|con|para|com|bij|voor|met|presso|per) (?:one of )?$"
)


@dataclass(frozen=True, slots=True)
class Hires:
    """Whether an agency stands between, whether the writer's house is one by trade, or hires for itself.

    `named`: their host is called as agencies and hiring systems are, so that the firm is rather another.
    """

    agency: bool = False
    search: bool = False
    own: bool = False
    named: bool = False


def hires(label: str, said: str, signed: str, house: str) -> Hires:
    """For whom they hire. `label` is their host's own name, `house` how the mail spells it.

    A host says it only where it ends in the trade itself, and nothing speaks against it; a maker of
    software has "talent" in its name. And who thanks for an application to themselves hires for
    themselves, though the work be done at a customer's.
    """
    whole = f"{said}\n{signed}"
    clients = list(SAYS_CLIENT.finditer(whole))
    signs = bool(SIGNS_AGENCY.search(signed))
    by_trade, by_word = bool(_BY_TRADE.search(label)), bool(_BY_WORD.search(label))
    served = all(_is_served(whole, one) for one in clients)
    if served and house and not signs and _applied_to(house, said):
        return Hires(own=True)
    finds = bool(clients) or bool(_FINDS.search(whole))
    search = signs or by_trade or (by_word and finds)
    return Hires(search or bool(clients), search, named=by_trade or by_word)


def _applied_to(house: str, said: str) -> bool:
    same = " ".join(map(re.escape, house.split()))
    return rule(rf"{_APPLIED}{same}(?!\w)").search(said) is not None


def _is_served(whole: str, told: re.Match[str]) -> bool:
    """Whether the client is a customer of theirs, at whose place or for whom one works."""
    if not _CLIENT.search(told.group()):
        return True
    before = _THERE.search(whole[max(0, told.start() - 60) : told.start()])
    return before is not None and not before["post"]


_THE = r"(?:(?:die|der|das|den|dem|la|le|el|il|lo|o|a|het|de|firma|fa\.|société|groupe|grupo|gruppo|empresa|azienda|ditta) )?"
#: Words that name the client outright; who writes them is the agency, whatever else it says.
_NAMED = (
    rf"\b(?:(?:my|our|the|this) client(?:,| is|'s name is| is called|:)|on behalf of (?:my|our) client,?) (?:the )?{NAME}{END}",
    rf"\b(?:my|our) client (?:the )?{NAME}(?= (?:would|wants?|is|are|needs?|seeks?|has|have|asked|looks?|liked)\b)",
    rf"\b(?:(?:unser|mein|der|die)(?:e|em|en|er|es)? (?:mandant|auftraggeber|kunde)(?:in|en|n)?(?:,| ist| heißt|:)|im (?:auftrag|namen) (?:unser|mein)e[rs]? (?:mandant|auftraggeber|kunde)(?:in|en|n)?,?) {_THE}{NAME}{END}",
    rf"\b(?:(?:mon|notre|le) client(?:e)?(?:,| est| s'appelle|:)|pour le compte de (?:mon|notre) client,?) {_THE}{NAME}{END}",
    rf"\b(?:(?:mi|nuestro|el) cliente(?:,| es| se llama|:)|(?:por cuenta|en nombre) de (?:mi|nuestro) cliente,?) {_THE}{NAME}{END}",
    rf"\b(?:(?:meu|nosso|o) cliente(?:,| é| chama-se|:)|(?:em nome|por conta) d[oe] (?:meu|nosso) cliente,?) {_THE}{NAME}{END}",
    rf"\b(?:(?:mijn|onze|de) (?:opdrachtgever|klant|cliënt)(?:,| is| heet|:)|namens (?:mijn|onze) (?:opdrachtgever|klant|cliënt),?) {_THE}{NAME}{END}",
    rf"\b(?:(?:mio|nostro|il) cliente(?:,| è| si chiama|:)|per conto del (?:mio|nostro) cliente,?) {_THE}{NAME}{END}",
)
#: The name told at last, after a mail or two without it: only an agency ever hid one.
_TOLD = (
    rf"\b(?:who (?:they|the client) (?:are|is)|(?:name|identity) of (?:my|our|the) client|(?:my|our|the) client's (?:name|identity))(?: is|:| -) (?:the )?{NAME}{END}",
    rf"\b(?:name (?:unser|mein|d)(?:es|er) (?:mandant|auftraggeber|kunde|unternehmen)(?:in|en|n|s)?|wer (?:dahinter|hinter der stelle) (?:steckt|steht)|um wen es (?:sich handelt|geht))(?: lautet| ist|:) {_THE}{NAME}{END}",
    rf"\b(?:nom d(?:e|u) (?:notre |mon )?client|identité d(?:e|u) (?:notre |mon )?client|de qui il s'agit)(?: est| ?:) {_THE}{NAME}{END}",
    rf"\b(?:nombre de(?:l| nuestro| mi) cliente|de quién se trata)(?: es|:) {_THE}{NAME}{END}",
    rf"\b(?:nome d(?:o|o nosso|o meu|el|el nostro|el mio) cliente|de quem se trata|di chi si tratta)(?: é| è|:) {_THE}{NAME}{END}",
    rf"\b(?:naam van (?:onze|mijn|de) (?:opdrachtgever|klant)|om wie het gaat)(?: is|:) {_THE}{NAME}{END}",
)
#: Words that name it where an agency writes them: anybody may act for a firm.
_FOR = (
    rf"\b(?:(?:my|our|the) client|retained by|acting for|on behalf of|representing) {NAME}{END}",
    rf"\b(?:im auftrag|im namen) (?:der|von|des) {_THE}{NAME}{END}",
    rf"\bpour le compte (?:de|du) {_THE}{NAME}{END}",
    rf"\b(?:por cuenta|en nombre|em nome|por conta) d[eoa] {_THE}{NAME}{END}",
    rf"\b(?:namens|in opdracht van) {_THE}{NAME}{END}",
    rf"\bper conto (?:di|del|della) {_THE}{NAME}{END}",
)

#: Where a person's name may stand as well: only what is plainly a firm's counts.
_MAYBE = (
    rf"\b(?:put(?:ting)?|sent|sending|submitt?(?:ed|ing)?|forward(?:ed|ing)?|present(?:ed|ing)?|introduc(?:ed|e|ing)) (?:you|your (?:cv|resume|résumé|details|profile|application))(?: forward| over| across| on)? (?:to|for|with) {NAME}{END}",
    rf"\b(?:the|this) (?:company|firm|charity|business|employer|organi[sz]ation|hospital|school) is {NAME}{END}",
    rf"\b(?:es ist|es handelt sich um|das unternehmen (?:ist|heißt)) {_THE}{NAME}{END}",
    rf"\b(?:il s'agit (?:de|du|d')|se trata de|trata-se d[eoa]|het gaat om|si tratta (?:di|del|della)) ?{_THE}{NAME}{END}",
)
#: Right after the client has let its name be told: the next that is named is it, however it is called.
_REVEALED = (
    rf"\b(?:(?:tell|give|share|reveal|disclose)\w* (?:you )?(?:their|its|the) (?:name|identity)|(?:tell|say|reveal|disclose)\w* (?:you )?who (?:they are|it is))[^.!?:\n]{{0,40}}[.:] ?(?:it is|it's|they are|this is) (?:the )?{NAME}{END}",
    rf"\b(?:(?:seinen|ihren|dessen|deren|den) namen (?:zu )?(?:nennen|verraten|mitzuteilen|mitteilen))[^.!?:\n]{{0,40}}[.:] ?(?:es ist|es handelt sich um|das ist) {_THE}{NAME}{END}",
    rf"\b(?:donner|révéler|communiquer|dévoiler|dire) (?:son|leur|le) (?:nom|identité)[^.!?:\n]{{0,40}}[.:] ?(?:il s'agit (?:de |du |d')|c'est ){_THE}{NAME}{END}",
    rf"\b(?:dar(?:le|te)?|decir(?:le|te)?|revelar(?:le)?|comunicar(?:le)?) (?:su|el) nombre[^.!?:\n]{{0,40}}[.:] ?(?:se trata de|es) {_THE}{NAME}{END}",
    rf"\b(?:dar-lhe|dizer-lhe|revelar(?:-lhe)?|dar|dizer|comunicar) o (?:seu )?nome[^.!?:\n]{{0,40}}[.:] ?(?:trata-se (?:de |da |do )|é ){_THE}{NAME}{END}",
    rf"\b(?:dir(?:le|ti)|rivelar(?:le|ti)|comunicar(?:le|ti)|far(?:le|ti)) (?:il )?(?:suo |loro )?nome[^.!?:\n]{{0,40}}[.:] ?(?:si tratta (?:di |del |della )|è ){_THE}{NAME}{END}",
    rf"\b(?:(?:zijn|haar|hun|de) naam (?:te )?(?:noemen|geven|delen|vertellen))[^.!?:\n]{{0,40}}[.:] ?(?:het gaat om|het is|dit is) {_THE}{NAME}{END}",
)
#: A first word with which a house calls itself one: "Maison Vidal", "Groupe Ferrand", "Grupo Salas".
_HOUSES = frozenset(
    {
        "maison", "groupe", "etablissements", "laboratoires", "laboratoire", "societe", "ateliers",
        "grupo", "gruppo", "bodegas", "laboratorios", "laboratori", "industrias", "industrie",
        "groep", "koninklijke", "stiftung", "fondation", "fundacion", "fondazione", "stichting",
    }
)  # fmt: skip


def client_named(seen: str, *, agency: bool) -> tuple[str, ...]:
    """The names that stand where a client's stands; without other signs of an agency only the plainest."""
    patterns = (*_NAMED, *_TOLD, *_FOR) if agency else (*_NAMED, *_TOLD)
    found = [one.group("name") for one in (rule(p).search(seen) for p in patterns) if one]
    maybe = [one.group("name") for one in (rule(p).search(seen) for p in _MAYBE) if one and agency]
    told = [
        one.group("name") for one in (rule(p).search(seen) for p in _REVEALED) if one and agency
    ]
    return (*found, *told, *(name for name in maybe if _is_a_firms(name)))


def _is_a_firms(name: str) -> bool:
    first, *rest = name.split() or [""]
    return bool(rest and fold(first) in _HOUSES) or any(
        fold(word) in TRADES | LEGAL_WORDS for word in rest
    )
