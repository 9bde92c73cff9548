"""The English verdicts: verb, polarity and object make a no, not a stock phrase.

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
    r"another (?:candidates?|applicants?|person|individual|profile|finalist|strong|direction|very|more)|someone (?:else|whose|who|with|more|closer|from|local)|somebody else|"
    r"a (?:different|stronger|closer|more \w+|slightly different|local) (?:candidate|applicant|person|profile|fit|match|experienced|direction|route|way)|"
    r"a (?:candidate|person|finalist|profile) (?:who|whose|with|that)|"
    r"(?:those |the )?(?:candidates?|applicants?|individuals|profiles|people) (?:who|whose|with|that|more|better)|the other (?:candidate|finalist|person|applicant)|"
    r"(?:a |an )?more (?:suitable|experienced|qualified|suited) (?:candidates?|applicants?)|an? (?:alternative|alternate|existing) (?:candidate|applicant)|candidates? (?:already|further)|others\b",
    "CHOOSE": r"(?:decid|elect|opt)(?:ed|ing)|chosen|chose|choosing|opted|elected|agreed|made the (?:difficult |tough |hard )?(?:decision|choice)|taken the decision|had to make",
    "INSIDE": r"internal(?:ly)?|in-?house|from within|(?:an?|our) (?:existing|current) (?:employee|colleague|member|team member)|"
    r"someone (?:already )?(?:inside|on the team|in the team|within|in the company)|a colleague|promot(?:ed|ing|e) (?:someone |a )?(?:from )?within|within the (?:team|company|business|organi[sz]ation|firm|group|bank)",
}


def _r(id: str, kind: K, pattern: str, weight: float = 1.0, *, strong: bool = True, polar: bool = False,
       source: str = "method 5") -> Rule:
    return Rule("en." + id, kind, bounded(expand(pattern, WORDS)), weight, strong, polar, source)


REJECTION: tuple[Rule, ...] = (
    # not + going on + further: "won't be progressing your application", "decided not to take this further"
    _r("no.not-on", K.REJECTION, r"<NOT><GAP> <GO><GAP6> <ON>", polar=True, source="method 5 R01"),
    _r("no.not-with-you", K.REJECTION, r"<NOT><GAP> <GO> (?:with |on |the recruitment |the process |in the (?:process|selection) with )?(?:<APP>)\b", polar=True, source="method 5 R18"),
    _r("no.not-proceed", K.REJECTION, r"(?:<CHOOSE>|will|are|am|is|be|'re|'m|going)<GAP2> ?<NOT><GAP> (?:proceed|progress|continue|advance|mov)\w{0,4}\b(?! (?:to|house|in|the goal))", 0.8, polar=True, source="method 5 R18"),
    _r("no.wont-move", K.REJECTION, r"(?:won't|not) be (?:moving|going|proceeding|progressing|continuing|advancing|taking (?:you|your|this|it|things))\b", 0.8, polar=True, source="method 5 R18"),
    # chosen others
    _r("no.others", K.REJECTION, r"(?:<CHOOSE>|mov(?:e|ed|ing)|go(?:ne|ing)?|went|proceed(?:ed|ing)?|progress(?:ed|ing)?|continu(?:e|ed|ing)|advanc(?:e|ed|ing)|pursu(?:e|ed|ing)|select(?:ed|ing)?|hir(?:e|ed|ing)|appoint(?:ed|ing)?|offer(?:ed|ing)|identif(?:ied|y)|prefer(?:red)?|favou?r(?:ed)?|shortlist(?:ed|ing)?|focus(?:ed|ing)?|found|picked|interview(?:ing)?)(?: (?:to|on|with|for|the|a|this|role|position|job|post|it|that|in|favou?r|of|forward|ahead|further|proceed|move|go|pursue|our|search|process|select|offer|hire|appoint|progress|advance|only|instead|consider|focus|efforts|continue|speak|interview|selection|hiring|candidate|discussions?|conversations?|moving|proceeding)){0,8} (?:<ELSE>)", source="method 5 R02"),
    _r("no.way", K.REJECTION, r"(?:go|going|gone|went|move|moving|moved|head|heading|headed)(?: (?:in|forward|a|with))* (?:another|a different|a slightly different|a new) (?:way|direction|route|path)", source="manner US"),
    _r("no.pass", K.REJECTION, r"(?:<CHOOSE>|going|have|has|had|will|need|'ll|team|we|i)(?: (?:to|had|have|has|are|team|is|'re|unfortunately|sadly|regretfully|all|collectively|now|respectfully|ultimately)){0,4} pass(?:ing|ed)?(?: (?:on (?:you|your|this|the)|this time|at this time|for now|on moving|here))", source="manner US"),
    # you were not
    _r("no.you-not", K.REJECTION, r"(?:<APP>|it)(?:,? (?!decided|chosen|opted|elected|chose)[\w'-]{1,14}){0,5}? ?<NOT>(?: [\w'-]{1,14}){0,3} (?:successful|select(?:ed|ion)|shortlist(?:ed)?|short-listed|chosen|accept(?:ed)?|progress(?:ed|ing)|consider(?:ed|ation)|approv(?:ed|al)|taken|retained|recommended|moved|mov(?:e|ing)|advanc(?:e|ed|ing)|appointed|invited|appointable|continu(?:e|ing)|proceed(?:ing)?|qualif(?:y|ied)|matched|fit|made it|make it|been a match|in the (?:running|mix|final))", polar=True, source="method 5 R01"),
    _r("no.unsuccessful", K.REJECTION, r"(?:<APP>|interview|it|been|outcome)(?:,? [\w'-]{1,20}){0,8} unsuccessful", source="manner UK"),
    _r("no.occasion", K.REJECTION, r"(?:not|n't|un)(?: been| be| quite)? ?successful (?:on this occasion|this time|at this time|in (?:your|this|being|securing|progressing|obtaining)|for (?:this|the)|with)", polar=True, source="manner UK"),
    _r("no.rejected", K.REJECTION, r"(?:<APP>)(?: [\w'-]{1,14}){0,5}? (?:has|have|was|were|is|are|been)(?: (?:been|not|now|unfortunately|regrettably|sadly))* (?:rejected|declined|unsuccessful|refused|turned down|disqualified|dismissed|screened out|archived|closed)", source="method 5 R01"),
    _r("no.decline", K.REJECTION, r"(?:<CHOOSE>|have|regret|must|need|sorry)(?: (?:to|had|we|must|not))* (?:decline|reject|turn down|regret) (?:your (?:application|candidacy|candidature|profile)|you)\b", source="method 5 R18"),
    _r("no.longer-considered", K.REJECTION, r"no longer (?:be |being )?(?:under |in )?(?:consider(?:ed|ation|ing you)?|in the (?:running|process)|a candidate|progressing|pursuing you|moving)", polar=True, source="method 5 R01"),
    _r("no.not-consider", K.REJECTION, r"<NOT>(?: [\w'-]{1,14}){0,4} (?:consider(?:ing)?|select(?:ing)?|choos(?:e|ing)|pick(?:ing)?|shortlist(?:ing)?|interview(?:ing)?|hir(?:e|ing)|employ|appoint(?:ing)?|recommend|includ(?:e|ing)|invit(?:e|ing)|engag(?:e|ing)|accommodate|accept(?:ing)?|plac(?:e|ing)|onboard|support|progress(?:ing)?|advanc(?:e|ing)|consider)(?: (?:with|for|on))? (?:<APP>|it for)\b(?! (?:again )?until)", polar=True, source="manner India, Africa"),
    _r("no.no-offer", K.REJECTION, r"<NOT>(?: [\w'-]{1,14}){0,4} (?:offer|offering|extend|extending|make|making|provide|presenting|give|giving)(?: to)? (?:you|an? (?:\w{1,12} )?offer|the (?:role|position|job))(?! feedback| individual| specific| detailed| personal)", polar=True, source="method 5 R18"),
    _r("no.cant-place", K.REJECTION, r"<NOT>(?: [\w'-]{1,14}){0,3} (?:have|find|see|identify|identified|found)(?: [\w'-]{1,14}){0,3} (?:(?:appropriate|suitable|matching|available|right|open|current|relevant)(?: [\w'-]{1,14}){0,2} (?:position|role|opening|vacancy|opportunity|match|fit)|(?:a|the|an)(?: \w{1,12}){0,2} (?:match|fit)\b)", polar=True, source="method 5 R18"),
    _r("no.not-fit", K.REJECTION, r"(?:<NOT>)(?: [\w'-]{1,14}){0,6} (?:(?:the |a |an |our |quite )*(?:right|best|good|ideal|strong(?:est)?|suitable|perfect|close(?:st)?|great|natural|most \w+|strong enough|exact|correct)(?: [\w'-]{1,12}){0,2} (?:fit|match|candidate|person|one|choice|place|combination)|(?:a|the|an) (?:match|fit)\b)", polar=True, source="method 5 R15"),
    _r("no.not-match", K.REJECTION, r"(?:<APP>|background|experience|skills?|skillset|qualifications|profile)(?:,? [\w'-]{1,16}){0,5}? ?<NOT>(?: [\w'-]{1,14}){0,3} (?:match(?:ing)?|meet(?:ing)?|align(?:ed)?|fit|correspond|satisfy|suit(?:ed|able)?|a (?:match|fit)|what we|in line)", polar=True, source="method 5 R03"),
    _r("no.others-better", K.REJECTION, r"(?:other|another|few|several|some|number of|a) (?:[\w'-]{1,14} )?(?:candidates?|applicants?|profiles?|finalists?)(?: [\w'-]{1,14}){0,6} (?:better|more (?:closely|suited|suitable|qualified|experienced|aligned|relevant|direct|recent)|closer|stronger|whose (?:skills|experience|background|profile|qualifications))", 0.9, source="method 5 R02"),
    _r("no.stopped", K.REJECTION, r"no longer (?:be )?(?:interviewing|accepting|processing|reviewing|considering|taking)(?: [\w'-]{1,14}){0,6}", 0.85, polar=True, source="method 5 R05"),
    # personal, without stock phrases
    _r("no.is-a-no", K.REJECTION, r"(?:it's|it is|this is|that's|answer (?:is|was|has to be)|is going to be|has to be|i'm afraid it's|be)(?: (?:a|an|going|to|be|unfortunately|sadly|regrettably|\u2013|have))* ?\bno\b(?: (?:from us|from me|this time|for now|on this|i'm afraid|at this|from the)|[.,!;]|$)", source="manner personal"),
    _r("no.didnt-make", K.REJECTION, r"you(?:'ve)? (?:just |narrowly |only )?(?:did not|didn't|haven't|have not|were not able to|won't|weren't|are not going to|aren't going to)(?: [\w']{1,12}){0,2} (?:get|got|make|made|making|getting|secure|secured|reach|reached)(?: (?:it|the|this|to|through|on|onto|past|our|job|role|that|final|last|next)){1,4}", polar=True, source="manner UK"),
    _r("no.not-the-one", K.REJECTION, r"(?:not|n't)(?: [\w']{1,12}){0,3} (?:inviting|asking|bringing|having|calling|hiring|taking|choosing|picking|seeing|able to (?:give|take|get|bring|hire|make))(?: you\b)", polar=True, source="manner personal"),
    _r("no.came-second", K.REJECTION, r"(?:you|it|decision)(?: [\w']{1,12}){0,3} (?:came (?:a )?(?:very )?(?:close )?second|narrowly miss(?:ed)? out|miss(?:ed)? out|lost out|were pipped|were edged out|just missed|runner-up|the runner up|second choice|our number two)", source="manner UK"),
    _r("no.edged", K.REJECTION, r"(?:another|the other|one|an?|different) (?:\w{1,14} )?(?:candidate|applicant|person|finalist|colleague)(?: [\w']{1,12}){0,9} (?:edged|pipped|(?:has|have|was|were) (?:now )?(?:been )?(?:selected|chosen|appointed|hired)|was (?:stronger|slightly|a (?:closer|better|stronger)|closer|just|chosen|selected|appointed|preferred|successful|ahead)|had (?:more|the edge|slightly|direct|deeper|stronger|just)|has (?:been|accepted|more|since)|accepted|brought more|got the (?:job|nod|role))", source="method 5 R02"),
    _r("no.not-work-out", K.REJECTION, r"(?:not|n't)(?: (?:going|be|able|to|quite|gonna|have|been))* (?:work(?:ing)? out|happen(?:ing)?|work for us|get (?:it|this|you) (?:over the line|through)|pan(?:ned)? out|be (?:you|us|together))", 0.9, polar=True, source="manner personal"),
    _r("no.close-file", K.REJECTION, r"(?:end|ending|stop|stopping|conclude|concluding|close|closing|closed|draw a line|leave it|leave things|part ways|wrap)(?:ed)?(?: (?:the|your|our|this|it|things|process|up|with))*(?: (?:process|candidacy|application|conversation|conversations|discussions|there|here|journey))(?: (?:with you|here|there|at this|for you|for now|at this point)|[.,;]|$)", 0.8, source="manner US"),
    _r("no.felt-others", K.REJECTION, r"(?:panel|team|we|they|committee|board|partners|i|interviewers|manager|client)(?: [\w']{1,12}){0,3} (?:felt|feel|thought|think|concluded|believed?|judged)(?: [\w',-]{1,14}){0,8} (?:more senior|stronger|better suited|better fit|better match|closer (?:match|fit)|not (?:quite|the right|yet|right|ready|what)|n't (?:quite|the right|yet|right|what|ready|there)|another candidate|other candidates?|someone (?:else|more|with)|too (?:senior|junior)|would struggle|overqualified|over-qualified|underqualified|lack(?:ed|s)?)", 0.9, source="method 5 R15"),
    _r("no.look-elsewhere", K.REJECTION, r"(?:<CHOOSE>|going|continue|continuing|keep)(?: (?:to|on|we|our|keep|continue))* (?:look(?:ing)?|search(?:ing)?)(?: (?:elsewhere|for (?:someone|a candidate|other|more|a more)|our search))", 0.9, source="manner personal"),
    _r("no.status-card", K.REJECTION, r"(?:application|candidate|candidacy|status)(?: status)?(?: (?:is|has|changed|updated|to|now|been|marked|as)|:)* ?(?:not selected|rejected|no longer (?:under|in) consideration|application closed|not retained|declined|unsuccessful|not (?:successful|progressing))", source="method 5 R18"),
    _r("no.will-not-be-you", K.REJECTION, r"you (?:will|would) (?:not|no longer) be (?:moving|progressing|advancing|continuing|going|proceeding|considered|taken|part|joining)", polar=True, source="method 5 R01"),
    _r("no.sponsor", K.REJECTION, r"<NOT>(?: [\w'-]{1,14}){0,4} sponsor(?:ing|ship)?\b", 0.5, strong=False, polar=True, source="method 5 R13"),
    _r("no.advanced-others", K.REJECTION, r"(?:moved|moving|progressed|gone) (?:on )?to the next (?:step|stage|phase|round) (?:in|of|with)(?: [\w']{1,14}){1,5},? and your application (?:was|is|has)", source="method 5 R01"),
    # weak colour
    _r("hint.unfortunately", K.REJECTION, r"\b(?:unfortunately|regretfully|regrettably|sadly|i'm afraid|i am afraid|we're sorry|(?:i am|i'm|we are|so|very|really) sorry to (?:say|tell|inform|let|be|share|have)|afraid that)", 0.35, strong=False, source="field 3.4"),
    _r("hint.regret", K.REJECTION, r"\bregret(?:s)? to (?:inform|advise|tell|let|say|notify)|regret that (?:we|i|your|you|on)", 0.7, strong=False, source="field 3.4"),
    _r("hint.luck", K.REJECTION, r"\b(?:wish(?:ing)?|best of luck|good luck|every success|all the best|success)(?: [\w']{1,14}){0,8} (?:search|endeavou?rs?|future|career|hunt|elsewhere|next (?:step|chapter|role)|job|path|journey)", 0.35, strong=False, source="method 3.1"),
    _r("hint.file", K.REJECTION, r"(?:keep|retain|hold|have|kept|retained|store)(?: [\w']{1,14}){0,5} (?:on file|on record|in our (?:database|files?|records?|talent|system|pool|pipeline)|for future (?:reference|opportunities|openings|roles|vacancies))", 0.3, strong=False, source="method 5 R09"),
    _r("hint.other-roles", K.REJECTION, r"(?:encourage|invite|welcome|hope)(?: [\w']{1,14}){0,6} (?:apply|check|visit|consider|look|explore|reapply|re-apply|keep an eye)", 0.2, strong=False, source="method 3.1"),
    _r("hint.impressed", K.REJECTION, r"(?:although|while|though|despite|even though)(?: [\w',]{1,16}){0,6} (?:impress\w*|enjoyed|qualif\w*|strong|interesting|appreciate|experience|background|skills)", 0.3, strong=False, source="method 3.1"),
    _r("hint.tough", K.REJECTION, r"(?:difficult|tough|hard|not an easy|not easy|very close|close) (?:decision|choice|call)|competition (?:was|is|has been)|high(?:ly)? (?:volume|number|calib|competitive|standard)|many (?:qualified|strong|excellent|talented)|large number of (?:applications|applicants|candidates|responses)|overwhelming", 0.25, strong=False, source="method 5 R02"),
    _r("hint.disappoint", K.REJECTION, r"\bdisappoint\w*|not the (?:news|answer|outcome|result|response) (?:you|we|that)|(?:bad|difficult|disappointing|not great|less positive) news|hoped? for (?:a )?(?:better|different|good|other)", 0.5, strong=False, source="manner personal"),
)

ROLE_STATE: tuple[Rule, ...] = (
    # the seat is taken
    _r("filled.role", K.POSITION_FILLED, r"<ROLE>(?:,? [\w'(),-]{1,20}){0,8}? (?:has|have|had|was|were|is|been|'s)(?: (?:now|since|already|recently|just|been|subsequently|successfully|unfortunately|being))* (?:filled|taken|staffed|occupied|fulfilled)", source="method 5 R05"),
    _r("filled.we", K.POSITION_FILLED, r"(?:we|i|they|client|team|company|have|has|'ve|just|recently|already)(?: (?:have|has|just|recently|already|now|since|were|able|to|successfully|managed|'ve|been))* fill(?:ed|ing)? (?:the|this|that|our|all|it|both|every|your|said)\b", source="method 5 R05"),
    _r("filled.bare", K.POSITION_FILLED, r"(?:position|role|vacancy|job|post) (?:now |already )?filled|(?:been|now|already) filled\b|someone (?:else )?(?:has )?(?:already )?(?:accepted|signed|taken) (?:the|our|it)|(?:has|have) accepted (?:the|our) (?:offer|role|position)|filled by (?:an?|another)", 0.9, source="method 5 R05"),
    _r("filled.inside", K.POSITION_FILLED, r"(?:fill(?:ed|ing)?|went|go(?:ing|ne)?|offer(?:ed|ing)?|giv(?:en|ing)|gave|appoint(?:ed|ing)?|promot(?:ed|ing|e)|select(?:ed|ing)?|chosen|chose|hir(?:e|ed|ing)|tak(?:e|en|ing)|mov(?:e|ed|ing)|proceed(?:ed|ing)?|award(?:ed)?|accepted by|goes|decided on|identified)(?: [\w'-]{1,14}){0,7} (?:<INSIDE>)", source="method 5 R04"),
    _r("filled.colleague", K.POSITION_FILLED, r"(?:a|an|one of our|another|an existing) (?:\w{1,14} ){0,2}(?:colleague|employee|team member|member of (?:our|the) team|internal (?:candidate|applicant|colleague))(?: [\w'-]{1,14}){0,5} (?:is moving|moving|moves|will (?:be |step|take|move)|has (?:taken|stepped|been|accepted|applied and)|took|takes|stepped|steps|got|was (?:appointed|selected|chosen|given))", source="method 5 R04"),
    # the seat waits
    _r("hold.on-hold", K.ON_HOLD, r"(?:on|into a) (?:\w{1,10} )?(?:hold|pause|ice|standstill|the back burner|freeze)\b", source="method 5 R07"),
    _r("hold.pause", K.ON_HOLD, r"(?:paus(?:e|ed|ing)|suspend(?:ed|ing)?|froz(?:e|en)|freez(?:e|ing)|postpon(?:e|ed|ing)|defer(?:red|ring)?|halt(?:ed|ing)?|shelv(?:e|ed|ing)|stopp(?:ed|ing)|delay(?:ed|ing))(?: [\w'/&-]{1,18}){0,8} (?:recruit\w*|hiring|search|role|position|process|vacancy|hire|headcount|requisition|interviews|interviewing|applications|opening|campaign|post)\b", source="method 5 R07"),
    _r("hold.is-paused", K.ON_HOLD, r"(?:recruit\w*|hiring|search|role|position|process|vacancy|headcount|requisition|everything|opening|budget|interviews|campaign|post)(?:,? [\w'/&()-]{1,18}){0,8} (?:has|have|is|are|was|were|been|being|'s)(?: (?:been|being|now|currently|temporarily|all|unfortunately|just))* (?:paused|suspended|frozen|postponed|deferred|halted|shelved|on pause|delayed|pushed (?:back|out))", source="method 5 R07"),
    _r("hold.freeze", K.ON_HOLD, r"(?:hiring|recruitment|headcount|budget|recruiting) (?:freeze|pause|stop|moratorium)|freeze on (?:all )?(?:\w{1,12} )?(?:hiring|recruitment|headcount|hires)|temporary (?:pause|halt|stop|freeze)", source="method 5 R07"),
    _r("hold.until-budget", K.ON_HOLD, r"(?:until|while|pending|awaiting)(?: [\w'-]{1,14}){0,6} (?:budget|headcount|funding|reorgani[sz]ation|restructur\w*|re-evaluat\w*|re-?assess\w*|approv\w*)", 0.5, strong=False, source="method 5 R07"),
    # the seat is gone
    _r("cancel.role", K.CANCELLED, r"<ROLE>(?:,? [\w'(),-]{1,20}){0,8}? (?:has|have|was|were|is|been|'s)(?: (?:now|since|already|recently|just|been|being|subsequently|unfortunately|no longer))* (?:cancell?ed|eliminated|withdrawn|removed|discontinued|scrapped|pulled|dissolved|abolished|closed|no longer (?:available|open|needed|required|exists?|going|being|active|proceeding|part)|not going ahead)", source="method 5 R08"),
    _r("cancel.longer", K.CANCELLED, r"no longer (?:be )?(?:hiring|recruiting|looking to (?:hire|fill)|filling|seeking to|proceeding with (?:the|this) (?:role|position|recruit\w*|hire|vacancy|search)|have (?:the |a |an |any )?(?:\w{1,10} )?(?:need|budget|headcount|opening|requirement|vacancy|position|role)|need(?:ed)? (?:to|for|someone|this)|(?:available|exists?|required|needed))", 0.9, polar=True, source="method 5 R08"),
    _r("cancel.not-fill", K.CANCELLED, r"<NOT>(?: [\w'-]{1,14}){0,4} (?:fill(?:ing)?|hir(?:e|ing) (?:for|anyone|anybody)|recruit(?:ing)? (?:for|to|anyone|at)|go(?:ing)? ahead with (?:the|this|any) (?:role|position|recruit\w*|hire|hiring|vacancy|search|post)|proceed(?:ing)? with (?:the|this|any) (?:role|recruitment|hire|hiring|vacancy|search|post|requisition)|hire at (?:all|this)|both hiring|be hiring|hiring (?:for|at))", polar=True, source="method 5 R08"),
    _r("cancel.role-not-on", K.CANCELLED, r"(?:this|the|our) (?:role|position|vacancy|post|requisition|recruitment|search)(?: (?!and|but|we|i|so|that|which|you)[\w'-]{1,14}){0,3} (?:not|n't) (?:be )?(?:mov(?:e|ing)|go(?:ing)?|proceed(?:ing)?|continu(?:e|ing)) (?:ahead|forward|further|on)", polar=True, source="method 5 R08"),
    _r("cancel.we", K.CANCELLED, r"(?:cancel(?:l?ed|l?ing)?|scrap(?:ped|ping)?|eliminat(?:ed|ing)|withdr(?:aw|awn|ew|awing)|pull(?:ed|ing)|remov(?:ed|ing)|clos(?:ed|ing)) (?:the|this|that|our|all) (?:[\w'/&-]{1,16} ){0,5}?(?:role|position|vacancy|requisition|search|recruitment|opening|post|job|hiring|hire|campaign)\b", source="method 5 R08"),
    _r("cancel.need", K.CANCELLED, r"(?:need|needs|requirements?|scope|priorities|plans|business case|team structure)(?: [\w'-]{1,14}){0,5} (?:has|have) (?:changed|shifted|disappeared|gone away|been re-?scoped)|re-?scop(?:ed|ing) the (?:role|position)", 0.5, strong=False, source="method 5 R08"),
    # it opens again
    _r("open.re", K.REOPENED, r"re-?open(?:ed|ing|s)?\b", source="contract: reopened"),
    _r("open.back", K.REOPENED, r"(?:role|position|vacancy|job|search|recruitment|hiring|headcount|budget|opening|post|requisition|process|seat)(?:,? [\w'()-]{1,14}){0,6} (?:is|are|has|have|was|'s|been|come|become)(?: (?:now|just|once|been|come|become|got|all))* (?:back (?:on|open|up|in|to|again)|open again|live again|available (?:again|once)|active again|resum(?:ed|ing)|restart(?:ed|ing)|unfrozen|un-frozen|reinstated|revived|approved (?:again|after|now)|free again|unpaused)", source="contract: reopened"),
    _r("open.lifted", K.REOPENED, r"(?:freeze|pause|hold)(?: [\w'-]{1,14}){0,4} (?:lifted|over|ended|behind us|has thawed)|(?:resum(?:ed|ing)|restart(?:ed|ing)|pick(?:ed|ing)? up|reviv(?:ed|ing)|unfroz(?:e|en))(?: [\w'-]{1,14}){0,4} (?:hiring|recruitment|recruiting|search|process|role|conversation)", 0.9, source="contract: reopened"),
    _r("open.first-choice", K.REOPENED, r"(?:person|candidate|someone|hire|choice|applicant|finalist|one)(?: [\w'-]{1,14}){0,8}? (?:has |have |had )?(?:declined|turned (?:it|us|the|our)\b|pulled out|withdrawn|withdrew|dropped out|fell through|fallen through|changed (?:his|her|their) mind|backed out|didn't work out|did not work out|accepted (?:a counter|another)|isn't joining|won't be joining|left (?:us|after|again|already))", source="S1-12"),
    _r("open.still", K.REOPENED, r"(?:are|would|if) you(?:'re| are)? (?:be )?still (?:be )?(?:interested|available|open|looking|keen|up for|on the market)|still (?:be )?(?:interested|open to|keen)(?: [\w'-]{1,14}){0,6}\?", 0.6, strong=False, source="contract: reopened"),
    _r("open.again", K.REOPENED, r"(?:circumstances|things|situation|plans) (?:have|has) changed|(?:revisit|reconsider|restart|resume|pick(?:ing)? up)(?: [\w'-]{1,14}){0,4} (?:your (?:application|candidacy)|our conversation|the conversation|where we left)", 0.5, strong=False, source="contract: reopened"),
)

OFFERS: tuple[Rule, ...] = (
    _r("offer.pleased", K.OFFER, r"(?:pleased|delighted|happy|excited|thrilled|glad|like|love|want|proud|honou?red|pleasure|privilege)(?:ed)? (?:to |in )(?:be able to )?(?:(?:formally |officially |now |hereby )*)(?:offer(?:ing)?|extend(?:ing)?|make|making|confirm(?:ing)?|present(?:ing)?|send)(?: to)?(?: you)?(?: (?:with|an|our|the|this|a|your|formal|written|verbal|conditional|official|job|employment|full-time|part-time|permanent|following|unconditional)){0,6} (?:offer|role|position|job|post|contract|employment|place|[\w-]{1,16} (?:role|position|job))", source="method 5 verbal_offer"),
    _r("offer.we-offer", K.OFFER, r"(?:we|i)(?:'d| would| are| am|'re|'m| can)?(?: (?:like|love|now|able|to|going|very|formally|hereby|happy|want|able|finally))* offer(?:ing)? you (?:the|this|a|an|our|your) (?:(?!interview|chance|opportunity to|call|chat|slot|phone|discount)[\w'/&-]{1,18} ?){1,8}", 0.9, source="method 5 verbal_offer"),
    _r("offer.letter", K.OFFER, r"(?:attached|enclosed|find|sending|sent|here is|here's|review|sign|send you|signing)(?: [\w'-]{1,14}){0,6} (?:(?:formal |written |official |your |the |our |employment )*offer(?: letter| of employment| package|\b)|offer letter|contract of employment|employment contract|employment agreement)", source="method 5 written_offer"),
    _r("offer.your", K.OFFER, r"\b(?:your|formal|written|verbal|official|conditional|unconditional|job|employment) (?:\w{1,12} )?offer(?: (?:letter|of employment|details|package|from|for the))?(?: [\w'-]{1,14}){0,3} (?:is|are|attached|enclosed|below|ready|includes|stands|expires|remains|we discussed|has been)", source="method 5 written_offer"),
    _r("offer.subject", K.OFFER, r"^(?:re: |fwd: )?(?:your |formal |job |conditional |official |written )*(?:offer (?:letter|of employment|of appointment)|(?:job|employment) offer)\b", 0.9, source="method 5 written_offer"),
    _r("offer.got-it", K.OFFER, r"(?:you (?:have |'ve )?(?:got|are getting) the (?:job|role|position)|(?:the )?(?:job|role|position)(?: is|'s) yours|welcome (?:you )?(?:aboard|on board|to the team)|you(?:'re| are) hired|congratulations(?:[!,.])? (?:we|and welcome|you have been (?:selected|chosen|appointed)|on (?:your )?(?:offer|being (?:selected|chosen|appointed))))", 0.9, source="manner personal"),
    _r("offer.want-you", K.OFFER, r"(?:want|like|love|keen|decided|unanimous\w*)(?: (?:for|to|have|that|we|all|you|and|very much))* (?:you )?(?:to (?:have you )?join (?:us|the team|our team)|you on (?:the team|board)|hire you|you for the (?:job|role|position))", 0.7, source="manner personal"),
    _r("offer.terms", K.OFFER, r"(?:base |annual |gross |starting )salary (?:of|is|will be|would be)|start date (?:of|is|will be|would be)|(?:sign|return|accept)(?: [\w'-]{1,14}){0,5} (?:offer|contract|agreement)", 0.5, strong=False, source="method 5 written_offer"),
    _r("rescind.offer", K.OFFER_RESCINDED, r"(?:withdraw(?:n|ing)?|rescind(?:ed|ing)?|revok(?:e|ed|ing)|retract(?:ed|ing)?|cancel(?:l?ed|l?ing)?|pull(?:ed|ing)?|take back|taking back|walk back)(?: [\w'-]{1,14}){0,4} offer\b(?! from)", source="method 5 R19"),
    _r("rescind.passive", K.OFFER_RESCINDED, r"offer(?: [\w',-]{1,18}){0,8} (?:(?:has|is|was|been|must be|be|being)(?: (?:been|now|therefore|hereby|formally))* (?:withdrawn|rescinded|revoked|retracted|cancell?ed|void)|no longer (?:stands?|valid|available|be honou?red|able))", source="method 5 R19"),
    _r("rescind.honour", K.OFFER_RESCINDED, r"<NOT>(?: [\w'-]{1,14}){0,3} honou?r(?: [\w'-]{1,14}){0,4} offer", polar=True, source="method 5 R19"),
)

WITHDRAWN_IN: tuple[Rule, ...] = (
    _r("gone.request", K.WITHDRAWN, r"(?:received|confirm(?:ing|ed)?|process(?:ed|ing)?|acknowledg(?:e|ed|ing)|note(?:d)?|honou?red|per|following|at)(?: [\w'-]{1,14}){0,4} (?:your )?(?:withdrawal|(?:request|wish|decision|asked) to withdraw|withdraw(?:ing|n)?)", source="method 5 R17"),
    _r("gone.you", K.WITHDRAWN, r"you(?:'ve| have| had)?(?: (?:recently|just|already|chosen|decided|elected|asked|requested|opted|to|successfully))* (?:withdrawn|withdrew|withdraw)\b(?: (?:your|from|the|this))?", source="method 5 R17"),
    _r("gone.app", K.WITHDRAWN, r"your (?:\w{1,14} ){0,4}(?:application|candidacy|candidature)(?: [\w'-]{1,14}){0,6}? (?:has been|was|is now|is|been) (?:successfully )?withdrawn", source="method 5 R17"),
    _r("gone.sorry", K.WITHDRAWN, r"(?:sorry|accept|see|hear|note|understand|disappointed|respect|sad)(?: [\w'-]{1,14}){0,5} (?:you(?:'ve| have|'re| are|'ll| will| won't)?|your decision)(?: (?:decided|chosen|opted|elected|be|are|to))* (?:not to (?:proceed|join|continue|accept|take|pursue|move)|to (?:withdraw|decline|pursue|accept another|take another|go elsewhere)|withdr\w+|declin\w+|turn(?:ed|ing)? (?:us|it|down|the))", source="method 5 R17"),
)

VERDICT_RULES: tuple[Rule, ...] = (*REJECTION, *ROLE_STATE, *OFFERS, *WITHDRAWN_IN)
