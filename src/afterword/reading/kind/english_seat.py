"""What became of the seat in English: filled, waiting, gone, open again; offers and withdrawals.

The same verbs as a no, with the role instead of the person as their object.
"""

from __future__ import annotations

from afterword.reading.kind.rule import Rule
from afterword.reading.kind.words import english as _r
from afterword.terms import MailKind as K

ROLE_STATE: tuple[Rule, ...] = (
    # the seat is taken
    _r(
        "filled.role",
        K.POSITION_FILLED,
        r"<ROLE>(?:,? [\w'(),-]{1,20}){0,8}?(?: (?:has|have|had|was|were|is|been)|'s)(?: (?:now|since|already|recently|just|been|subsequently|successfully|unfortunately|being))* (?:filled|taken|staffed|occupied|fulfilled)",
        source="method 5 R05",
    ),
    _r(
        "filled.we",
        K.POSITION_FILLED,
        r"(?:we|i|they|client|team|company|have|has|'ve|just|recently|already)(?: (?:have|has|just|recently|already|now|since|were|able|to|successfully|managed|'ve|been))* fill(?:ed|ing)? (?:the|this|that|our|all|it|both|every|your|said)\b",
        source="method 5 R05",
    ),
    _r(
        "filled.bare",
        K.POSITION_FILLED,
        r"(?:position|role|vacancy|job|post) (?:now |already )?filled|(?:been|now|already) filled\b|someone (?:else )?(?:has )?(?:already )?(?:accepted|signed|taken) (?:the|our|it)|(?:has|have) accepted (?:the|our) (?:offer|role|position)|filled by (?:an?|another)",
        0.9,
        source="method 5 R05",
    ),
    _r(
        "filled.inside",
        K.POSITION_FILLED,
        r"(?:fill(?:ed|ing)?|went|go(?:ing|ne)?|offer(?:ed|ing)?|giv(?:en|ing)|gave|appoint(?:ed|ing)?|promot(?:ed|ing|e)|select(?:ed|ing)?|chosen|chose|hir(?:e|ed|ing)|tak(?:e|en|ing)|mov(?:e|ed|ing)|proceed(?:ed|ing)?|award(?:ed)?|accepted by|goes|decided on|identified)(?: [\w'-]{1,14}){0,7} (?:<INSIDE>)",
        source="method 5 R04",
    ),
    _r(
        "filled.colleague",
        K.POSITION_FILLED,
        r"(?:a|an|one of our|another|an existing) (?:\w{1,14} ){0,2}(?:colleague|employee|team member|member of (?:our|the) team|internal (?:candidate|applicant|colleague))(?: [\w'-]{1,14}){0,5} (?:is moving|moving|moves|will (?:be |step|take|move)|has (?:taken|stepped|been|accepted|applied and)|took|takes|stepped|steps|got|was (?:appointed|selected|chosen|given))",
        source="method 5 R04",
    ),
    # the seat waits
    _r(
        "hold.on-hold",
        K.ON_HOLD,
        r"(?:on|into a) (?:\w{1,10} )?(?:hold|pause|ice|standstill|the back burner|freeze)\b",
        source="method 5 R07",
    ),
    _r(
        "hold.pause",
        K.ON_HOLD,
        r"(?:paus(?:e|ed|ing)|suspend(?:ed|ing)?|froz(?:e|en)|freez(?:e|ing)|postpon(?:e|ed|ing)|defer(?:red|ring)?|halt(?:ed|ing)?|shelv(?:e|ed|ing)|stopp(?:ed|ing)|delay(?:ed|ing))(?: [\w'/&-]{1,18}){0,8} (?:recruit\w*|hiring|search|role|position|process|vacancy|hire|headcount|requisition|interviews|interviewing|applications|opening|campaign|post)\b",
        source="method 5 R07",
    ),
    _r(
        "hold.is-paused",
        K.ON_HOLD,
        r"(?:recruit\w*|hiring|search|role|position|process|vacancy|headcount|requisition|everything|opening|budget|interviews|campaign|post)(?:,? [\w'/&()-]{1,18}){0,8}(?: (?:has|have|is|are|was|were|been|being)|'s)(?: (?:been|being|now|currently|temporarily|all|unfortunately|just))* (?:paused|suspended|frozen|postponed|deferred|halted|shelved|on pause|delayed|pushed (?:back|out))",
        source="method 5 R07",
    ),
    _r(
        "hold.freeze",
        K.ON_HOLD,
        r"(?:hiring|recruitment|headcount|budget|recruiting) (?:freeze|pause|stop|moratorium)|freeze on (?:all )?(?:\w{1,12} )?(?:hiring|recruitment|headcount|hires)|temporary (?:pause|halt|stop|freeze)",
        source="method 5 R07",
    ),
    _r(
        "hold.until-budget",
        K.ON_HOLD,
        r"(?:until|while|pending|awaiting)(?: [\w'-]{1,14}){0,6} (?:budget|headcount|funding|reorgani[sz]ation|restructur\w*|re-evaluat\w*|re-?assess\w*|approv\w*)",
        0.5,
        strong=False,
        source="method 5 R07",
    ),
    # the seat is gone
    _r(
        "cancel.role",
        K.CANCELLED,
        r"<ROLE>(?:,? [\w'(),-]{1,20}){0,8}?(?: (?:has|have|was|were|is|been)|'s)(?: (?:now|since|already|recently|just|been|being|subsequently|unfortunately|no longer))* (?:cancell?ed|eliminated|withdrawn|removed|discontinued|scrapped|pulled|dissolved|abolished|closed|no longer (?:available|open|needed|required|exists?|going|being|active|proceeding|part)|not going ahead)",
        source="method 5 R08",
    ),
    _r(
        "cancel.longer",
        K.CANCELLED,
        r"no longer (?:be )?(?:hiring|recruiting|looking to (?:hire|fill)|filling|seeking to|proceeding with (?:the|this) (?:role|position|recruit\w*|hire|vacancy|search)|have (?:the |a |an |any )?(?:\w{1,10} )?(?:need|budget|headcount|opening|requirement|vacancy|position|role)|need(?:ed)? (?:to|for|someone|this)|(?:available|exists?|required|needed))",
        0.9,
        polar=True,
        source="method 5 R08",
    ),
    _r(
        "cancel.not-fill",
        K.CANCELLED,
        r"<NOT>(?: [\w'-]{1,14}){0,4} (?:fill(?:ing)?\b|hir(?:e|ing) (?:for|anyone|anybody)|recruit(?:ing)? (?:for|to|anyone|at)|go(?:ing)? ahead with (?:the|this|any) (?:role|position|recruit\w*|hire|hiring|vacancy|search|post)|proceed(?:ing)? with (?:the|this|any) (?:role|recruitment|hire|hiring|vacancy|search|post|requisition)|hire at (?:all|this)|both hiring|be hiring|hiring (?:for|at))",
        polar=True,
        source="method 5 R08",
    ),
    _r(
        "cancel.role-not-on",
        K.CANCELLED,
        r"(?:this|the|our) (?:role|position|vacancy|post|requisition|recruitment|search)(?: (?!and|but|we|i|so|that|which|you)[\w'-]{1,14}){0,3} (?:not|n't) (?:be )?(?:mov(?:e|ing)|go(?:ing)?|proceed(?:ing)?|continu(?:e|ing)) (?:ahead|forward|further|on)",
        polar=True,
        source="method 5 R08",
    ),
    _r(
        "cancel.we",
        K.CANCELLED,
        r"(?:cancel(?:l?ed|l?ing)?|scrap(?:ped|ping)?|eliminat(?:ed|ing)|withdr(?:aw|awn|ew|awing)|pull(?:ed|ing)|remov(?:ed|ing)|clos(?:ed|ing)) (?:the|this|that|our|all) (?:[\w'/&-]{1,16} ){0,5}?(?:role|position|vacancy|requisition|search|recruitment|opening|post|job|hiring|hire|campaign)\b",
        source="method 5 R08",
    ),
    _r(
        "cancel.need",
        K.CANCELLED,
        r"(?:need|needs|requirements?|scope|priorities|plans|business case|team structure)(?: [\w'-]{1,14}){0,5} (?:has|have) (?:changed|shifted|disappeared|gone away|been re-?scoped)|re-?scop(?:ed|ing) the (?:role|position)",
        0.5,
        strong=False,
        source="method 5 R08",
    ),
    # it opens again
    _r("open.re", K.REOPENED, r"re-?open(?:ed|ing|s)?\b", source="contract: reopened"),
    _r(
        "open.back",
        K.REOPENED,
        r"(?:role|position|vacancy|job|search|recruitment|hiring|headcount|budget|opening|post|requisition|process|seat)(?:,? [\w'()-]{1,14}){0,6} (?:is|are|has|have|was|'s|been|come|become)(?: (?:now|just|once|been|come|become|got|all))* (?:back (?:on|open|up|in|to|again)|open again|live again|available (?:again|once)|active again|resum(?:ed|ing)|restart(?:ed|ing)|unfrozen|un-frozen|reinstated|revived|approved (?:again|after|now)|free again|unpaused)",
        source="contract: reopened",
    ),
    _r(
        "open.lifted",
        K.REOPENED,
        r"(?:freeze|pause|hold)(?: [\w'-]{1,14}){0,4} (?:lifted|over|ended|behind us|has thawed)|(?:resum(?:ed|ing)|restart(?:ed|ing)|pick(?:ed|ing)? up|reviv(?:ed|ing)|unfroz(?:e|en))(?: [\w'-]{1,14}){0,4} (?:hiring|recruitment|recruiting|search|process|role|conversation)",
        0.9,
        source="contract: reopened",
    ),
    _r(
        "open.first-choice",
        K.REOPENED,
        r"(?:person|candidate|someone|hire|choice|applicant|finalist|one)(?: [\w'-]{1,14}){0,8}? (?:has |have |had )?(?:declined|turned (?:it|us|the|our)\b|pulled out|withdrawn|withdrew|dropped out|fell through|fallen through|changed (?:his|her|their) mind|backed out|didn't work out|did not work out|accepted (?:a counter|another)|isn't joining|won't be joining|left (?:us|after|again|already))",
        source="S1-12",
    ),
    _r(
        "open.still",
        K.REOPENED,
        r"(?:are|would|if) you(?:'re| are)? (?:be )?still (?:be )?(?:interested|available|open|looking|keen|up for|on the market)|still (?:be )?(?:interested|open to|keen)(?: [\w'-]{1,14}){0,6}\?",
        0.6,
        strong=False,
        source="contract: reopened",
    ),
    _r(
        "open.again",
        K.REOPENED,
        r"(?:circumstances|things|situation|plans) (?:have|has) changed|(?:revisit|reconsider|restart|resume|pick(?:ing)? up)(?: [\w'-]{1,14}){0,4} (?:your (?:application|candidacy)|our conversation|the conversation|where we left)",
        0.5,
        strong=False,
        source="contract: reopened",
    ),
)

OFFERS: tuple[Rule, ...] = (
    _r(
        "offer.pleased",
        K.OFFER,
        r"(?:pleased|delighted|happy|excited|thrilled|glad|like|love|want|proud|honou?red|pleasure|privilege)(?:ed)? (?:to |in )(?:be able to )?(?:(?:formally |officially |now |hereby )*)(?:offer(?:ing)?|extend(?:ing)?|make|making|confirm(?:ing)?|present(?:ing)?|send)(?: to)?(?: you)?(?: (?:with|an|our|the|this|a|your|formal|written|verbal|conditional|official|job|employment|full-time|part-time|permanent|following|unconditional)){0,6} (?:offer|role|position|job|post|contract|employment|place|[\w-]{1,16} (?:role|position|job))",
        source="method 5 verbal_offer",
    ),
    _r(
        "offer.we-offer",
        K.OFFER,
        r"(?:we|i)(?:'d| would| are| am|'re|'m| can)?(?: (?:like|love|now|able|to|going|very|formally|hereby|happy|want|able|finally))* offer(?:ing)? you (?:the|this|a|an|our|your) (?:(?!interview|chance|opportunity to|call|chat|slot|phone|discount)[\w'/&-]{1,18} ?){1,8}",
        0.9,
        source="method 5 verbal_offer",
    ),
    _r(
        "offer.letter",
        K.OFFER,
        r"(?:attached|enclosed|find|sending|sent|here is|here's|review|sign|send you|signing)(?: [\w'-]{1,14}){0,6} (?:(?:formal |written |official |your |the |our |employment )*offer(?: letter| of employment| package|\b)|offer letter|contract of employment|employment contract|employment agreement)",
        source="method 5 written_offer",
    ),
    _r(
        "offer.your",
        K.OFFER,
        r"\b(?:your|formal|written|verbal|official|conditional|unconditional|job|employment) (?:\w{1,12} )?offer(?: (?:letter|of employment|details|package|from|for the))?(?: [\w'-]{1,14}){0,3} (?:is|are|attached|enclosed|below|ready|includes|stands|expires|remains|we discussed|has been)",
        source="method 5 written_offer",
    ),
    _r(
        "offer.subject",
        K.OFFER,
        r"^(?:re: |fwd: )?(?:your |formal |job |conditional |official |written )*(?:offer (?:letter|of employment|of appointment)|(?:job|employment) offer)\b",
        0.9,
        source="method 5 written_offer",
    ),
    _r(
        "offer.got-it",
        K.OFFER,
        r"(?:you (?:have |'ve )?(?:got|are getting) the (?:job|role|position)|(?:the )?(?:job|role|position)(?: is|'s) yours|welcome (?:you )?(?:aboard|on board|to the team)|you(?:'re| are) hired|congratulations(?:[!,.])? (?:we|and welcome|you have been (?:selected|chosen|appointed)|on (?:your )?(?:offer|being (?:selected|chosen|appointed))))",
        0.9,
        source="manner personal",
    ),
    _r(
        "offer.want-you",
        K.OFFER,
        r"(?:want|like|love|keen|decided|unanimous\w*)(?: (?:for|to|have|that|we|all|you|and|very much))* (?:you )?(?:to (?:have you )?join (?:us|the team|our team)|you on (?:the team|board)|hire you|you for the (?:job|role|position))",
        0.7,
        source="manner personal",
    ),
    _r(
        "offer.terms",
        K.OFFER,
        r"(?:base |annual |gross |starting )salary (?:of|is|will be|would be)|start date (?:of|is|will be|would be)|(?:sign|return|accept)(?: [\w'-]{1,14}){0,5} (?:offer|contract|agreement)",
        0.5,
        strong=False,
        source="method 5 written_offer",
    ),
    _r(
        "rescind.offer",
        K.OFFER_RESCINDED,
        r"(?:withdraw(?:n|ing)?|rescind(?:ed|ing)?|revok(?:e|ed|ing)|retract(?:ed|ing)?|cancel(?:l?ed|l?ing)?|pull(?:ed|ing)?|take back|taking back|walk back)(?: [\w'-]{1,14}){0,4} offer\b(?! from)",
        source="method 5 R19",
    ),
    _r(
        "rescind.passive",
        K.OFFER_RESCINDED,
        r"offer(?: [\w',-]{1,18}){0,8} (?:(?:has|is|was|been|must be|be|being)(?: (?:been|now|therefore|hereby|formally))* (?:withdrawn|rescinded|revoked|retracted|cancell?ed|void)|no longer (?:stands?|valid|available|be honou?red|able))",
        source="method 5 R19",
    ),
    _r(
        "rescind.honour",
        K.OFFER_RESCINDED,
        r"<NOT>(?: [\w'-]{1,14}){0,3} honou?r(?: [\w'-]{1,14}){0,4} offer",
        polar=True,
        source="method 5 R19",
    ),
)

WITHDRAWN_IN: tuple[Rule, ...] = (
    _r(
        "gone.request",
        K.WITHDRAWN,
        r"(?:received|confirm(?:ing|ed)?|process(?:ed|ing)?|acknowledg(?:e|ed|ing)|note(?:d)?|honou?red|per|following|at)(?: [\w'-]{1,14}){0,4} (?:your )?(?:withdrawal|(?:request|wish|decision|asked) to withdraw|withdraw(?:ing|n)?)",
        source="method 5 R17",
    ),
    _r(
        "gone.you",
        K.WITHDRAWN,
        r"you(?:'ve| have| had)?(?: (?:recently|just|already|chosen|decided|elected|asked|requested|opted|to|successfully))* (?:withdrawn|withdrew|withdraw)\b(?: (?:your|from|the|this))?",
        source="method 5 R17",
    ),
    _r(
        "gone.app",
        K.WITHDRAWN,
        r"your (?:\w{1,14} ){0,4}(?:application|candidacy|candidature)(?: [\w'-]{1,14}){0,6}? (?:has been|was|is now|is|been) (?:successfully )?withdrawn",
        source="method 5 R17",
    ),
    _r(
        "gone.sorry",
        K.WITHDRAWN,
        r"(?:sorry|accept|see|hear|note|understand|disappointed|respect|sad)(?: [\w'-]{1,14}){0,5} (?:you(?:'ve| have|'re| are|'ll| will| won't)?|your decision)(?: (?:decided|chosen|opted|elected|be|are|to))* (?:not to (?:proceed|join|continue|accept|take|pursue|move)|to (?:withdraw|decline|pursue|accept another|take another|go elsewhere)|withdr\w+|declin\w+|turn(?:ed|ing)? (?:us|it|down|the))",
        polar=True,
        source="method 5 R17",
    ),
)
