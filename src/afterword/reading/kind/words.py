"""The English word classes of the verdict rules: verb, polarity and object make a no, not a stock phrase.

A verb of going on ("move", "progress", "take further"), a not, and an object that
is the person or the application say no; the same verb without the not says yes;
the same verb with the role as its object says the role is off. Wordings are our
own; manners of the US, UK, India, Africa and Australia.
"""

from __future__ import annotations

from afterword.reading.kind.rule import Rule, bounded, expand
from afterword.terms import MailKind as K

WORDS: dict[str, str] = {
    "NOT": r"\bnot|n't|\bnever|\bunable to|\bcannot|\bno longer",
    "GAP": r"(?: [\w'-]{1,16}){0,4}",
    "GAP2": r"(?: [\w'-]{1,16}){0,2}",
    "GAP6": r"(?:,? [\w'/&()-]{1,24}){0,7}",
    "GO": r"mov(?:e|ed|ing)|go(?:ne|ing)?|progress(?:ed|ing)?|proceed(?:ed|ing)?|continu(?:e|ed|ing)|advanc(?:e|ed|ing)|"
    r"pursu(?:e|ed|ing)|tak(?:e|en|ing)|carry(?:ing)?|bring(?:ing)?|put(?:ting)?|pass(?:ing)?",
    "ON": r"forward|forwards|ahead|further|onward|on to|onto|through|to the next|to (?:the |an? )?(?:final |next |second |third )?(?:interview|stage|round|step|phase)",
    "YOU": r"you(?:r (?:application|candidacy|candidature|profile|resume|résumé|cv|submission|interest|details|process|request))?|yours",
    "APP": r"your (?:\w{1,14} ){0,4}(?:application|candidacy|candidature|profile|resume|résumé|cv|submission)|you",
    "ROLE": r"(?:the|this|that|our|said|above|a|your) (?:[\w'/&()+#.-]{1,20},? ){0,6}?(?:role|position|job|post|vacancy|opening|opportunity|requisition|seat|spot)|"
    r"(?:role|position|job|post|vacancy|opening|requisition)",
    "ELSE": r"other (?:candidates?|applicants?|people|profiles?|individuals|strong|more|well|highly|qualified|options|applications|very)|"
    r"another (?:candidates?|applicants?|person|individual|profile|finalist|strong|direction|very|more)|someone (?:else|whose|who|with|more|closer|from|local)|somebody (?:else|who|whose|with|from)|a (?:man|woman|lady|gentleman|chap) (?:who|from|with)|the other (?:one|man|woman|person)|"
    r"a (?:different|stronger|closer|more \w+|slightly different|local) (?:candidate|applicant|person|profile|fit|match|experienced|direction|route|way)|"
    r"a (?:candidate|person|finalist|profile) (?:who|whose|with|that)|"
    r"(?:those |the )?(?:candidates?|applicants?|individuals|profiles|people) (?:who|whose|with|that|more|better)|the other (?:candidate|finalist|person|applicant)|"
    r"(?:a |an )?more (?:suitable|experienced|qualified|suited) (?:candidates?|applicants?)|an? (?:alternative|alternate|existing) (?:candidate|applicant)|candidates? (?:already|further)|others\b",
    "CHOOSE": r"(?:decid|elect|opt)(?:ed|ing)|chosen|chose|choosing|opted|elected|agreed|made the (?:difficult |tough |hard )?(?:decision|choice)|taken the decision|had to make",
    "INSIDE": r"internal(?:ly)?|in-?house|from within|from inside|(?:an?|our) (?:existing|current) (?:employee|colleague|member|team member)|"
    r"someone (?:already )?(?:inside|on the team|in the team|within|in the company)|a colleague|promot(?:ed|ing|e) (?:someone |a )?(?:from )?within|within the (?:team|company|business|organi[sz]ation|firm|group|bank)",
}


def english(
    id: str,
    kind: K,
    pattern: str,
    weight: float = 1.0,
    *,
    strong: bool = True,
    polar: bool = False,
    source: str = "method 5",
) -> Rule:
    return Rule("en." + id, kind, bounded(expand(pattern, WORDS)), weight, strong, polar, source)
