"""A house's own word that it takes nobody on, or lets people go.

Adverts that vanish may be a bad night of the board; a house that says why makes them a loss at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from afterword.terms import FeedItem

#: So long it explains what is missing on the board.
SAID_FOR = timedelta(days=28)
_HARD = re.compile(
    r"\blay-?offs?\b|\blaid off\b|\bredundanc(?:y|ies)\b|\bredundant\b|\b(?:let|letting|lets) (?:[\w-]+ ){1,6}go\b|\bsaid goodbye to [\w-]+ (?:colleagues|people)"
    r"|\b(?:stop(?:ped|s)?|paus(?:e|ed|es|ing)|froze|frozen|freez(?:e|es|ing)|suspend(?:ed|s)?|halt(?:ed|s)?) (?:[\w-]+ ){0,3}(?:hiring|recruit\w*)\b|\b(?:hiring|recruitment) (?:is|has been|was|will be) (?:paused|stopped|frozen|suspended|halted|on hold)\b|\b(?:hiring|recruitment) (?:freeze|stop|pause)\b|\bjob cuts\b|\bshort[- ]time work"
    r"|\bstellenabbau|\beinstellungs(?:stopp|pause)|\bentlassung(?:en)?\b|\bkündigungen\b|\bkurzarbeit\b|\bstell(?:en|t) (?:\w+ ){0,3}(?:niemand\w*|nicht mehr|keine \w+(?: \w+)?) ein\b"
    r"|\b(?:arrêt|gel|suspension) (?:immédiat )?(?:des|de tous les|du) (?:recrutement|embauche)s?|\bsuppressions? de postes?|\bplan (?:social|de sauvegarde)|\blicenciements?\b|\bchômage partiel|\brecrutements? (?:est|sont) (?:suspendu|gelé|arrêté)"
    r"|\bvacaturestop|\bpersoneelsstop|\bontslag(?:en|ronde)?\b|\bgeen nieuwe (?:mensen|collega's|medewerkers)\b|\bbanen (?:verdwijnen|schrappen)|\bschrapt [\w.]+ banen"
    r"|\bdespidos?\b|(?-i:\bERT?E\b)|\b(?:congela|suspende|paraliza)\w* (?:\w+ ){0,2}contrataci|\bdespedimentos?\b|\b(?:congela|suspende)\w* (?:\w+ ){0,2}(?:recrutamento|contrataç)"
    r"|\besuberi\b|\blicenziamenti\b|\bcassa integrazione|\bblocco delle assunzioni"
    r"|\bansættelsesstop|\bfyring|\banställningsstopp|\bvarsel\b|\bpermitter|\bansettelsesstopp|\bnedbemann",
    re.IGNORECASE,
)


def is_hard(item: FeedItem) -> bool:
    """Whether this item says that they take nobody on, or let people go."""
    return bool(_HARD.search(f"{item.title}. {item.text[:2000]}"))


def hard_times(items: Iterable[FeedItem], now: datetime) -> bool:
    """Whether they said so of late."""
    return any(
        item.at is not None and now - SAID_FOR <= item.at <= now and is_hard(item) for item in items
    )
