"""The English everyday mail of a search: receipts, invitations, tests, alerts, pitches."""

from __future__ import annotations

from afterword.reading.kind.rule import Rule, bounded, expand
from afterword.reading.kind.words import WORDS
from afterword.terms import MailKind as K

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|next week|this week|\d{1,2}(?:st|nd|rd|th)?"
_TALK = (
    r"interview(?:ing|s)?|phone (?:call|screen\w*|interview|chat)|video (?:call|interview|chat)|intro(?:ductory)? (?:call|chat)|"
    r"screening call|(?:quick |short |brief |initial |informal |first |follow-up |final |second |next )?(?:call|chat|conversation|meeting|screen|discussion|round)|"
    r"speak|talk|meet|connect|catch up|onsite|on-site|coffee|panel"
)


def _r(
    id: str,
    kind: K,
    pattern: str,
    weight: float = 1.0,
    *,
    strong: bool = True,
    polar: bool = False,
    source: str = "contract: kinds",
    where: str = "body",
) -> Rule:
    words = {**WORDS, "DAY": _DAY, "TALK": _TALK}
    return Rule(
        "en." + id, kind, bounded(expand(pattern, words)), weight, strong, polar, source, where
    )


EVERYDAY_RULES: tuple[Rule, ...] = (
    _r(
        "ack.thanks-applying",
        K.ACKNOWLEDGEMENT,
        r"\b(?:thank(?:s| you)|appreciate)(?: [\w',-]{1,14}){0,8} (?:apply(?:ing)?|applied|application|submitting|submission|your (?:interest|cv|resume|résumé)|interest in)",
        0.6,
        strong=False,
    ),
    _r(
        "ack.received",
        K.ACKNOWLEDGEMENT,
        r"(?:(?:have|has|'ve|successfully|was|were|been|safely) (?:now |been |successfully |also )*(?:received|submitted|reached us|arrived|registered|recorded|logged|delivered)|we received|receipt of|acknowledge)(?: [\w',-]{1,14}){0,6}? ?(?:application|cv|resume|résumé|profile|submission|responses?|candidacy|details|interest)?",
        0.8,
    ),
    _r(
        "ack.your-application-in",
        K.ACKNOWLEDGEMENT,
        r"(?:application|cv|resume|submission)(?: [\w',&/-]{1,18}){0,10} (?:received|submitted|is in\b|was sent|has been sent|confirmation|complete\b|safe)|you(?:'ve| have)? (?:successfully |just )*(?:applied|submitted)",
        0.8,
    ),
    _r(
        "ack.will-review",
        K.ACKNOWLEDGEMENT,
        r"(?:will|is|are|being|'ll|begin|currently|now)(?: [\w',-]{1,14}){0,5} (?:review(?:ed|ing)?|consider(?:ed|ing)?|assess(?:ed|ing)?|evaluat(?:e|ed|ing)|look(?:ing)? (?:at|over|through|into)|go(?:ing)? through)(?: [\w',-]{1,14}){0,6} (?:application|resume|cv|profile|qualifications|background|experience|submission|information|it|shortly|soon|carefully)",
        0.5,
        strong=False,
    ),
    _r(
        "ack.in-touch",
        K.ACKNOWLEDGEMENT,
        r"(?:will|'ll|shall) (?:be in (?:touch|contact)|contact you|get back|reach out|reply|respond|let you know|come back|hear)",
        0.3,
        strong=False,
    ),
    _r(
        "ack.process-explained",
        K.ACKNOWLEDGEMENT,
        r"due to (?:the )?(?:high |large |sheer )?(?:volume|number)|only (?:shortlisted|successful|selected|those|candidates)|if (?:you are|your (?:application|profile|skills|qualifications|background|experience))(?: [\w',-]{1,14}){0,6} (?:selected|shortlisted|match\w*|fit|successful|align)",
        0.4,
        strong=False,
    ),
    _r(
        "viewed",
        K.APPLICATION_VIEWED,
        r"your (?:application|resume|cv|profile)(?: [\w',&/-]{1,18}){0,8} (?:was|has been|been|were) (?:viewed|opened|downloaded|read|seen)|(?:viewed|opened|downloaded|looked at) your (?:application|resume|cv)",
        1.2,
    ),
    _r(
        "act.complete",
        K.ACTION_NEEDED,
        r"(?:complete|finish|finali[sz]e|submit|update|upload|provide|fill (?:out|in)|send(?: us)?|attach|sign|confirm|answer)(?: [\w',-]{1,14}){0,6} (?:application(?: form)?|profile|documents?|missing|questionnaire|screening questions|additional (?:questions|information)|transcripts?|certificates?|right to work|work permit|passport|form\b|eligibility|candidate information)",
        0.7,
    ),
    _r(
        "act.required",
        K.ACTION_NEEDED,
        r"action (?:is )?(?:required|needed)|(?:application|submission)(?: [\w',-]{1,14}){0,5} (?:incomplete|not (?:yet )?(?:complete|been (?:completed|submitted))|unfinished|on hold until|cannot be processed|is missing)|(?:cannot|can't|unable to|before we can|in order for|so that we can)(?: [\w',-]{1,14}){0,6} (?:process|proceed|review|consider(?:ed)?|progress|continue|move)(?: [\w',-]{1,14}){0,6} (?:until|without|unless|you(?:'ll)? (?:need|must|have to)|we need)|not yet (?:submitted|completed|finished)",
        1.0,
        polar=True,
    ),
    _r(
        "test.complete",
        K.ASSESSMENT,
        r"(?:complet(?:e|ing)|tak(?:e|ing)|finish|submit|start|begin|invit(?:e|ed|ing|ation)|attempt|do|send(?:ing)?|sent|solve|undertake|set|attached|prepare|work on|next (?:step|stage)|link to)(?: [\w',:&/-]{1,16}){0,9} (?:assessments?|(?:coding|technical|online|skills|aptitude|psychometric|personality|programming|situational|written|ability|reasoning|language|practical) (?:\w{1,14} )?(?:tests?|challenges?|exercises?|tasks?|assignments?|assessments?|questionnaire)|coding (?:challenge|test|exercise)|take-?home(?: \w{1,14})?|case study|case exercise|homework|video questions|one-way (?:video|interview)|test task|work sample)",
        1.0,
    ),
    _r(
        "test.link",
        K.ASSESSMENT,
        r"(?:assessment|test|challenge|exercise|task|case study|assignment)(?: [\w',-]{1,14}){0,8} (?:expires?|will take|takes|should take|within \d|by <DAY>|link|deadline|\d{1,3} (?:minutes|hours|days)|due)",
        0.6,
    ),
    _r(
        "talk.invite",
        K.INTERVIEW_INVITATION,
        r"(?:invit(?:e|ed|ing|ation)|like|love|want|pleased|delighted|happy|keen|excited|glad|hoping|hope|progress(?:ing)? you|move you|moving you|mov(?:e|ing) forward|proceed|next (?:step|stage|round)|shortlist(?:ed)?|selected|arrange|schedul(?:e|ing)|set up|organi[sz]e|book|put in|jump on|hop on|have|find)(?: [\w',:&/-]{1,16}){0,10}? (?:an? |the |for |to |our |your |first |second |final |<DAY> )*(?:<TALK>)\b",
        0.9,
    ),
    _r(
        "talk.available",
        K.INTERVIEW_INVITATION,
        r"(?:your|share|send|provide|know|what(?:'s| is)|confirm|give|indicate)(?: [\w',-]{1,14}){0,5} availabilit(?:y|ies)|(?:are|would|will) you (?:be )?(?:free|available|around)\b|(?:what|which|any|some|few|two|three|couple of|following) (?:times?|slots?|days?|dates?)(?: [\w',-]{1,14}){0,3} (?:works?|suits?|convenient|available|for you|you(?:'re| are)|that|when|to speak|to talk|to meet|next week|this week)|let (?:me|us) know (?:when|what|which|your|a few|some|a time)(?: [\w',-]{1,14}){0,6} (?:times?|days?|slots?|availab\w+|works?|suits?|free|week|<DAY>)|(?:suggest|pick|choose|select|book|grab|propose|find)(?: [\w',-]{1,14}){0,4} (?:times?|slots?|dates?)\b|works? (?:best )?for you\b|(?:book|pick|choose|select|schedule)(?: [\w',-]{1,14}){0,3} (?:time|slot)|would <DAY>(?: [\w',-]{1,14}){0,6} (?:work|suit)|does <DAY>(?: [\w',:-]{1,14}){0,6} (?:work|suit)",
        0.7,
    ),
    _r(
        "talk.slot",
        K.INTERVIEW_INVITATION,
        r"(?:can (?:you|we|i)|could (?:you|we)|are you (?:about|around|free)|would|shall we|free|available|come (?:to|back|in|over)|how about|what about|panel|round|last step|next step|conversation|talk|interview|meet|call|propose)(?: [\w',.:-]{1,18}){0,12} (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)(?:day)?\b(?:,? \d{1,2}(?:st|nd|rd|th)?)?",
        0.85,
        source="manner personal",
    ),
    _r(
        "talk.calendar-link",
        K.INTERVIEW_INVITATION,
        r"calendly\.com/|cal\.com/|(?:my|our) calendar(?: link)?\b|(?:\d{1,2}|ten|fifteen|twenty|thirty) min(?:ute)?s\?|half an hour(?: [\w',-]{1,12}){0,4}\?",
        0.85,
        source="manner personal",
    ),
    _r(
        "talk.meet-you",
        K.INTERVIEW_INVITATION,
        r"(?:want|like|love|better|wants?|keen|good)(?: [\w',-]{1,12}){0,5} (?:(?:to )?(?:meet|see|speak (?:to|with)|talk (?:to|with)) you|get you in front of|you to (?:meet|see|speak|talk))",
        0.85,
        source="manner personal",
    ),
    _r(
        "talk.passed",
        K.INTERVIEW_INVITATION,
        r"(?:you(?:'ve| have)?|application)(?: [\w',-]{1,14}){0,4} (?:shortlisted|short-listed|passed|made it|progressed|been selected|successful|through)(?: [\w',-]{1,14}){0,6} (?:interview|next (?:round|stage|step)|final|screen|second)",
        1.0,
    ),
    _r(
        "talk.scheduled",
        K.INTERVIEW_INVITATION,
        r"pleased to (?:inform|confirm|tell|let)(?: [\w',-]{1,14}){0,8} interview",
        0.9,
    ),
    _r(
        "log.reminder",
        K.INTERVIEW_LOGISTICS,
        r"\b(?:reminder|remind(?:ing)? you|don't forget)\b(?: [\w',:&/-]{1,16}){0,10} (?:interview|call|meeting|chat|conversation|appointment|<DAY>|slot|assessment day)|interview reminder",
        1.1,
    ),
    _r(
        "log.confirmed",
        K.INTERVIEW_LOGISTICS,
        r"(?:interview|call|meeting|chat|conversation|slot|appointment|onsite|session)(?: [\w',:&/()-]{1,18}){0,12}? (?:is|has been|have been|was|are|been|now)? ?(?:(?:now|all|been) )*(?:confirmed|scheduled|booked|rescheduled|moved|changed|set|cancell?ed|postponed|arranged)|confirm(?:ing|ed|ation)?(?: [\w',:&/-]{1,16}){0,5} (?:interview|call|meeting|appointment|slot|time|attendance|booking)|(?:booked|all set|see you|speak (?:to you |with you )?|talk (?:to you |with you )?|meeting you|speaking (?:to|with) you)(?: [\w',:&/-]{1,10}){0,4} (?:on|at|tomorrow|<DAY>)\b",
        1.0,
    ),
    _r(
        "log.resched",
        K.INTERVIEW_LOGISTICS,
        r"re-?schedul\w*|(?:move|push|shift|bring forward|change|moving|pushing)(?: [\w',-]{1,14}){0,6} (?:interview|call|meeting|chat|slot|conversation|our \w{1,12})(?: [\w',-]{1,14}){0,4} (?:to|back|from|by|forward)|running (?:a (?:bit|little|few minutes) )?late|dial-?in|(?:zoom|teams|meet|webex) (?:link|details|invite)|join(?:ing)? (?:link|details|info)|meeting (?:id|link)|ask for (?:me|\w{2,14}) (?:at|when|in)|bring (?:a |your )?(?:photo )?(?:id|passport)|parking|at reception|building pass|you(?:'ll| will) (?:be meeting|meet with|meet|be speaking)|interview (?:details|schedule|agenda|panel|format|confirmation|guide)|who you'll (?:meet|be)",
        0.8,
    ),
    _r(
        "status.time",
        K.STATUS_UPDATE,
        r"(?:need|needs|takes?|taking|give us|requires?|be|ask for|wait|few|another|until)(?: [\w',-]{1,14}){0,4} (?:(?:a (?:little|bit|few)|another|slightly|few|couple of|little|bit) (?:more |longer |extra |additional )?(?:time|longer|week|weeks|days?|fortnight|month)|(?:more|longer|extra|additional) (?:time|days?|weeks?)|longer than)\b",
        0.9,
    ),
    _r(
        "status.undecided",
        K.STATUS_UPDATE,
        r"(?:not|n't|yet to|still|unable to|cannot)(?: [\w',-]{1,14}){0,5} (?:ma(?:d|k)e a (?:final )?decision|decided|decision|heard back|reached|finali[sz](?:ed|ing)|conclude|complet(?:ed|ing)|signed off|finish(?:ed|ing)?|an update|any news|news)|(?:no|any) (?:new )?(?:update|news)s? (?:yet|at this|to share|on|for you)|we have no update",
        1.0,
        polar=True,
    ),
    _r(
        "status.still",
        K.STATUS_UPDATE,
        r"(?:still|currently|continue to be|remain)(?: [\w',-]{1,14}){0,5} (?:interviewing|in (?:the )?process|considering|under (?:review|consideration)|finali[sz]ing|meeting|speaking|waiting|working (?:through|on)|in the (?:running|mix|frame)|reviewing|deliberating|discussing|active|debriefing|collecting|gathering)",
        0.8,
    ),
    _r(
        "status.delay",
        K.STATUS_UPDATE,
        r"(?:delay(?:s|ed)?|slower|longer than|later than|behind schedule|slipped|pushed back|held up|patience|bear with)(?: [\w',-]{1,14}){0,8}",
        0.5,
        strong=False,
    ),
    _r(
        "status.update",
        K.STATUS_UPDATE,
        r"(?:wanted|want|quick|just|brief|short)(?: [\w',-]{1,14}){0,5} (?:update|keep you (?:posted|in the loop|informed|updated)|touch base|check in|let you know (?:where|that we))",
        0.6,
        strong=False,
    ),
    _r(
        "status.will-decide",
        K.STATUS_UPDATE,
        r"(?:we|i|they|panel|team|board)(?:'ll| will| should| hope to| expect to| plan to| aim to| are going to|'re going to)(?: [\w',-]{1,12}){0,3} (?:decide|make (?:a|our|the) (?:final )?decision|have (?:a decision|an answer|news)|finali[sz]e|conclude)\b",
        0.9,
    ),
    _r(
        "status.decide-by",
        K.STATUS_UPDATE,
        r"(?:decision|answer|update|feedback|news|final word|outcome|verdict)(?: [\w',-]{1,14}){0,6} (?:by|before|next week|this week|early|end of|within|in the next|on) (?:the )?(?:<DAY>|end|close|start|week|next|early|month|mid|coming)",
        0.7,
        strong=False,
    ),
    _r(
        "ref.check",
        K.REFERENCE_CHECK,
        r"(?:contact|reach out to|speak (?:to|with)|call|provide|send|share|name|details (?:of|for)|list|supply|request(?:ing)?|take up|collect|need|names of|give us|submit|contacted|obtain)(?: [\w',&-]{1,14}){0,9} (?:references?|referees?)\b|reference (?:check(?:s|ing)?|request|form)|background (?:check|screening|verification)|pre-?employment (?:check|screen\w*)|(?:criminal|dbs|credit|employment) (?:record )?(?:check|verification)\b",
        1.0,
    ),
    _r(
        "pitch.found-you",
        K.OUTREACH,
        r"(?:came across|come across|found|saw|seen|noticed|viewed|looking at|impressed by|stumbled (?:up)?on)(?: [\w',-]{1,14}){0,4} your (?:profile|resume|résumé|cv|background|experience|linkedin|github|work|details|information)(?: (?:on|in|through|via|and|online)|[ ,.;!]|$)",
        0.9,
    ),
    _r(
        "pitch.have-role",
        K.OUTREACH,
        r"(?:i|we)(?:'m| am|'re| are|'ve| have)?(?: [\w',-]{1,14}){0,4} (?:have(?! (?:decided|received|reviewed|carefully|already|filled|chosen|selected|your|been|had|now|other))|working on|recruiting for|hiring for|looking for|searching for|got|reaching out (?:about|regarding|with|to)|contacting you (?:about|regarding|because)|partner(?:ed|ing) with|supporting|representing|seeking|staffing)(?: [\w',/&+#.-]{1,18}){0,9} (?:role|position|opportunity|opening|opportunities|requirement|vacancy|job|client|roles|positions|engineers?|developers?|manager|candidates?)",
        0.8,
    ),
    _r(
        "pitch.client",
        K.OUTREACH,
        r"\b(?:my|our|one of our|direct|a|the) (?:\w{1,12} )?clients?\b(?: [\w',-]{1,14}){0,3} (?:is|are|who|has|have|looking|seeking|in|based|needs)",
        0.6,
    ),
    _r(
        "pitch.open-to",
        K.OUTREACH,
        r"(?:are|would|if) you(?:'d| would|'re)?(?: (?:be|at all|currently|perhaps|potentially|possibly))* (?:open to|interested in|looking for|considering|curious|up for)(?: [\w',-]{1,14}){0,6} ?(?:new|a|hearing|learning|roles?|opportunit\w*|chat|this|discuss\w*|explor\w*|it|mov\w*|change)",
        0.7,
    ),
    _r(
        "pitch.send-cv",
        K.OUTREACH,
        r"(?:send|share|forward|reply with|revert(?: back)?(?: \w{1,6})? with|respond with|email)(?: [\w',-]{1,14}){0,5} (?:updated|latest|recent|current|most recent|your) (?:\w{1,10} )?(?:resume|résumé|cv|profile)|let me know (?:your|if you(?:'re| are)?) (?:interest|comfortable|open)|hourly rate|\bw2\b|\bc2c\b|job description:|visa status|urgent (?:requirement|need|opening|position)",
        0.7,
    ),
    _r(
        "pitch.recruiter",
        K.OUTREACH,
        r"(?:my name is|i'm|i am|this is|this side)(?: [\w',.-]{1,16}){1,5},? (?:and i'?m |and i am |a |an |the |from |with |at )+(?:[\w'&/-]{1,16} ){0,5}(?:recruit\w*|talent|sourcer|staffing|consultant|headhunter|search)",
        0.7,
    ),
    _r(
        "alert.new-jobs",
        K.JOB_ALERT,
        r"(?:\d{1,5}\+?|new|more|top|latest|recommended|similar|hot|fresh|matching|other|these|great) (?:[\w'/&+#.-]{1,18} ){0,5}?(?:jobs?|roles|openings|vacancies|positions|opportunities) (?:for you|in |near|match\w*|that match|you (?:may|might)|posted|alert|based on|picked|available|from|at )",
        1.0,
    ),
    _r(
        "alert.saved",
        K.JOB_ALERT,
        r"job alerts?\b|saved (?:job )?(?:search|alert)|jobs? (?:recommendations?|matches|matching your|you(?:'ll| may| might| will) (?:love|like|be interested))|recommended for you|is (?:now )?hiring (?:for|a|an|in|near)|talent (?:network|community)|see (?:all|more) jobs|apply now|easy apply|be (?:among|one of) the first",
        0.7,
    ),
    _r(
        "acct.verify",
        K.ACCOUNT,
        r"(?:verify|confirm|validate|activate)(?: [\w',-]{1,14}){0,3} (?:e-?mail|account|identity|address|registration)|verification code|your (?:\w{1,14} )?code is|pass-?code|one-?time (?:pass|code|pin)|security code|\botp\b|(?:reset|change|forgot(?:ten)?|new|temporary)(?: [\w',-]{1,14}){0,3} password|password (?:reset|has been|was|will|change|expir\w*)|sign(?:ed)?[- ]in (?:attempt|activity|from|detected)|new (?:device|login|log-in|sign-in)|log(?:ged)? in from",
        1.2,
    ),
    _r(
        "acct.created",
        K.ACCOUNT,
        r"account (?:has been|was|is) (?:successfully )?(?:created|registered|activated|deleted|locked)|(?:creating|created|registering|registered|registration of|set up)(?: [\w',-]{1,14}){0,4} (?:an |your |a )*(?:new )?(?:candidate )?(?:account|profile)|welcome to (?:your|the|our) (?:candidate|careers?|applicant) (?:portal|account|home|site)|your (?:user ?name|login) (?:is|details)|profile (?:has been|was) (?:created|deleted|updated)",
        1.0,
    ),
    _r(
        "acct.privacy",
        K.ACCOUNT,
        r"(?:privacy (?:policy|notice|statement)|terms (?:of (?:use|service)|and conditions)|data (?:retention|protection)|your (?:personal )?data)(?: [\w',-]{1,14}){0,6} (?:updat\w*|chang\w*|will be (?:deleted|removed)|expir\w*|consent|deleted|retain\w*)",
        0.8,
        strong=False,
    ),
    _r(
        "work.survey",
        K.OTHER_JOB,
        r"(?:survey|(?:your|share|leave|give)(?: [\w',-]{1,14}){0,3} feedback|rate your|candidate experience|how did we do|tell us about your experience|net promoter)\b(?: [\w',-]{1,14}){0,8}",
        0.7,
    ),
    _r(
        "work.event",
        K.OTHER_JOB,
        r"webinar|career(?:s)? (?:fair|event|day|expo|workshop|tips|advice|coaching)|job fair|open (?:day|evening|house)|meet-?up|networking (?:event|group|evening)|(?:résumé|resume|cv|cover letter|interview) (?:tips|advice|writing|review service)|newsletter|podcast",
        0.7,
    ),
    _r(
        "work.network",
        K.OTHER_JOB,
        r"(?:great|good|lovely|nice|pleasure) (?:to (?:meet|chat|speak|catch up|talk|see|connect)|meeting|chatting|speaking|catching up)|thanks for (?:your (?:note|message|e-?mail|kind|patience|call)|reaching out|getting in touch|the (?:note|chat|coffee|call|update|kind)|coming)|happy to (?:introduce|put you in touch|pass (?:on|along)|help|chat)|put you in touch|introduce you to|pass(?:ed)? your (?:cv|resume|name|details) (?:on|along|to)",
        0.5,
        strong=False,
    ),
)
