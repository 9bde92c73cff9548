"""The person behind the search: rest, a word a day, help when it is wanted. Nothing here keeps score.

Method section 6, points 3 and 8 to 11. Each judgement is a function of what the user chose to say
and of the day; none of them opens the journal.
"""

from afterword.counsel.wellbeing.exercises import EXERCISES, Exercise
from afterword.counsel.wellbeing.lines import (
    EVERYWHERE,
    Help,
    Line,
    countries,
    country_by,
    help_for,
)
from afterword.counsel.wellbeing.mindset import Mindset, before_sending
from afterword.counsel.wellbeing.offering import (
    OFFERS_REST,
    Offer,
    Offering,
    PutAway,
    may_offer_exercise,
    offering,
    today_line,
)
from afterword.counsel.wellbeing.risk import Care, care
from afterword.counsel.wellbeing.unlawful import Limit, Noted, limits, noted
from afterword.counsel.wellbeing.words import Day

__all__ = [
    "EVERYWHERE",
    "EXERCISES",
    "OFFERS_REST",
    "Care",
    "Day",
    "Exercise",
    "Help",
    "Limit",
    "Line",
    "Mindset",
    "Noted",
    "Offer",
    "Offering",
    "PutAway",
    "before_sending",
    "care",
    "countries",
    "country_by",
    "help_for",
    "limits",
    "may_offer_exercise",
    "noted",
    "offering",
    "today_line",
]
