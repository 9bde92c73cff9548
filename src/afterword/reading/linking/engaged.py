"""In whose name a service writes: papers to sign, a check before the first day, in the languages of the rules."""

from __future__ import annotations

import re

from afterword.reading.names import company_key

_ENGAGED = re.compile(
    r"\bon behalf of\b|\bin the name of\b|\b(?:new|future|prospective) employer\b|\bdocuments? (?:to|for) (?:sign|signature|your signature)\b|\bpre-?employment\b|\bto sign\b|"
    r"\bim (?:auftrag|namen)\b|\b(?:künftige|neue|zukünftige)[rs]? arbeitgeber\w*|\bzur (?:unterschrift|unterzeichnung)\b|\bvor (?:dienstantritt|arbeitsbeginn|dem eintritt)\b|\b(?:einstellungs|eignungs)untersuchung\b|"
    r"\bpour le compte d|\bau nom d|\bà la demande d|\b(?:futur|nouvel) employeur\b|\bà signer\b|\bvisite médicale\b|"
    r"\ben nombre d|\bpor encargo d|\ba petición d|\b(?:futur[ao]|nuev[ao]) (?:empresa|empleador)\b|\b(?:para|pendiente de) firma\w*|\breconocimiento médico\b|"
    r"\bem nome d|\ba pedido d|\b(?:futuro|novo) empregador\b|\bpara (?:assinar|assinatura)\b|\bexame (?:médico|admissional)\b|"
    r"\bnamens\b|\bin opdracht van\b|\b(?:toekomstige|nieuwe) werkgever\b|\bter ondertekening\b|\bte ondertekenen\b|\baanstellingskeuring\b|"
    r"\b(?:per conto|a nome|su incarico) d|\b(?:futuro|nuovo) datore di lavoro\b|\bda firmare\b|\bvisita (?:medica )?pre-?assuntiva\b",
    re.IGNORECASE,
)
#: A firm with its legal form behind it, as papers write it.
_HOUSE = re.compile(
    r"((?:[A-ZÀ-Þ][\w&'’-]* ){1,4})(?:G?GmbH|AG|SE|KG|Ltd|Limited|plc|PLC|Inc|LLC|S\.?L\.?U?|S\.?A\.?S?|SARL|S\.?p\.?A|S\.?[rR]\.?[lL]|B\.?V|N\.?V|Ltda|Lda)\b"
)
#: A service says at once for whom it writes.
_EARLY = 1_500


def is_engaged(text: str) -> bool:
    """Whether a service says that it writes in the name of somebody who takes the reader on."""
    return bool(_ENGAGED.search(text[:_EARLY]))


def houses_named(text: str) -> frozenset[str]:
    """The firms it names with their legal form, as keys; of a longer run of names each end of it."""
    found: set[str] = set()
    for one in _HOUSE.findall(text[:_EARLY]):
        words = one.split()
        found |= {company_key(" ".join(words[at:])) for at in range(len(words))}
    return frozenset(key for key in found if len(key) > 5)
