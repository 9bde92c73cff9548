"""Words of a door left open or shut, in seven languages."""

from __future__ import annotations

from afterword.reading.view import rule

#: Somebody asks you to come, ring, write or apply, to them.
COME = rule(
    r"\b(?:(?:ring|call|phone|e-?mail|mail|text|message|whatsapp|dm|ping|tell|send|bring|ask for|ask|find|try|drop|see|show|write to|talk to|speak to|shout)(?: it| him| her)? (?:me|us|my \w+)\b(?! know what)|(?:come|stop|drop|swing|pop) (?:back|by|in|round|over|see|and see|find|to see|,)|"
    r"(?:re-?apply|apply)(?:,? please| again| then| for it| to it| directly)|apply,|(?:try|ask|apply|come|call|ring) (?:me )?(?:again|then)|throw your hat|put in (?:for|again)|go for it|(?:call|ring|come) in (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|new year)|"
    r"(?:i'd|i would|we'd|we would|would) (?:really |very much |dearly )?(?:like|love|want|rather|be (?:glad|happy|delighted|proud|keen)) (?:for )?(?:you|to (?:see|hear|talk|meet|have|work|be talking|discuss))|(?:talk|speak|meet|chat|sit down) again|shall i (?:pencil|put) you|would you (?:teach|take|do|come|consider)|let's (?:talk|speak|meet|get|have|grab|do|try)|stay in touch|"
    r"ruf(?:en sie|t)? mich|schreib(?:en sie|t)? mir|melde? (?:dich|sie sich)|melden sie sich|frag(?:en sie)? [\w ,]{0,24}(?:wieder )?(?:an|nach)|komm(?:en sie|t)? (?:[\w-]{1,12} ){0,3}(?:wieder|vorbei|mit|zu)|bewirb dich|bewerben sie sich|sprechen sie mich|bleiben wir in|"
    r"mail (?:me|mij|míj)|bel (?:me|mij)|stuur (?:me|mij)|schrijf (?:me|mij)|laat (?:het |iets |me |mij )(?:dan )?weten|kom (?:[\w-]{1,12} ){0,3}(?:terug|langs|weer)|probeer het|meld je|neem contact|ik lees graag|"
    r"(?:r)?appel(?:le|ez)-moi|écri(?:s|vez)-moi|tu m'appelles|repass(?:e|ez)|revenez|reviens|pass(?:e|ez) me voir|représentez|recontact\w+|on en reparle|autour d'un café|je regarderai vos|je vous garde|prévenez-(?:nous|moi)|"
    r"llám[ae]me|llamame|escr[ií]b[ae]me|av[ií]s[ae]me|avisame|vuelv[ae]|volv[eé]|ven (?:en|a|cuando)|preséntate|échame|búscame|te espero|lo propongo|te quiero pedir|"
    r"ligue-me|liga-me|me lig[au]e?|telefon[ea]-me|escreva-me|mande-me|me chama|volt[ea] a|apareça|apareces|a si que telefono|voltar a falar|fale comigo|"
    r"(?:scrivi|scriva|scrivimi|mi scriva)|torn[ai] a|bussa|ripass[ai]|chiamami|mi chiami|vieni|venga|ripresentat[ei]|vorrei (?:trovare|rivederla|rivederti))\b"
)
#: Somebody would meet over a cup, which they ask of nobody they are done with.
MEET = rule(
    r"\b(?:(?:i|we)(?:'d|'ll| would| will) (?:[\w'-]{1,12} ){0,6}(?:coffee|cuppa|cup of tea|lunch|drink)|let me (?:buy|take) you (?:[\w'-]{1,10} ){0,3}(?:coffee|lunch|drink)|"
    r"(?:gern\w{0,2}|würde\w{0,2}|möchte\w{0,2}|lade\w{0,2})(?: [\w-]{1,14}){0,9} kaffee|(?:volontiers|aimerais|aimerions|ravie?|invite)(?: [\w'-]{1,14}){0,8} café|"
    r"(?:encantaría|gustaría|gustosamente|invito|invitamos)(?: [\w-]{1,14}){0,8} café|(?:gostaria|gostaríamos|adoraria|convido)(?: [\w-]{1,14}){0,8} café|"
    r"(?:graag|zou|wil)(?: [\w-]{1,14}){0,9} koffie|(?:volentieri|vorrei|vorremmo|piacerebbe|prenderei|offrirei)(?: [\w'-]{1,14}){0,8} caffè)\b"
)
#: What makes it real: a time, a condition, or that it is meant.
REAL = rule(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|new year|next (?:year|month|round|intake|time|week|week's|committee)|first (?:monday|week)|"
    r"when|once|as soon as|after (?:that|you)|if you (?:ever|get|can|still|read|pass|finish|sit|take|want to come)|with it in|then|again|direct|directly|personally|myself|i mean (?:it|that)|she means it|not hr|on the (?:1st|first)|my (?:mobile|number|cell)|"
    r"neuen jahr\w{0,2}|nouvelle année|début d'année|nuevo año|año nuevo|ano novo|novo ano|nieuwe jaar|nuovo anno|anno nuovo|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|herbst|frühjahr|frühling|sommer|wenn|sobald|danach|dann|beim nächsten|nächste[snr]?|direkt|ehrlich|wieder|"
    r"januari|februari|maart|mei|augustus|najaar|voorjaar|zomer|als|dan|daarna|volgend\w*|volgende|toch|ooit|"
    r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|printemps|été|automne|rentrée|si|quand|dès|une fois|directement|sérieux|vraie invitation|portable|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|otoño|primavera|verano|cuando|de nuevo|otra vez|en serio|"
    r"janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|outono|verão|quando|assim que|direto|"
    r"gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|autunno|estate|pasqua|se|appena|poi|di nuovo|direttamente|fra \w+ mesi)\b"
)
#: What stands behind "first" where it means: before all others. With anything else behind it
#: ("first thing on Monday", "first about your job") it tells the order of a day.
_BEFORE_ALL = r"(?= ?(?:[.!?;:)\"\u2013\n]|$)|,? (?:when|whenever|once|if|should|next time|as soon as|the (?:moment|minute|day)|before (?:anyone|anybody|the others|all others|it is|we)|no matter)\b)"
#: They will ask the user before anybody else: an invitation in a mail that ends something, or that
#: answers the user who stepped back.
FIRST = rule(
    r"\b(?:you(?:'ll| will| are to|'re to| would| shall) be (?:asked|called|rung|told|offered|contacted|approached)|(?:we|i)(?:'ll| will| would|'d) (?:ask|call|ring|come to|turn to|write to|approach) you) "
    rf"(?:before (?:anyone|anybody|the others|all others|it is advertised|we advertise)\b|first\b{_BEFORE_ALL})"
    r"|\b(?:you(?:'ll| will| would)? be the first (?:person |one |name |call )?(?:that )?(?:we|i) (?:ask|call|ring|write to|come to|turn to|think of|tell)|you(?:'re| are) the first (?:person|one|name|call) (?:that )?(?:we|i)(?:'ll| will| would)? (?:ask|call|ring|make|write to|come to|turn to))\b"
    + _BEFORE_ALL
)
#: Not that: an hour or a day of this week says when the telephone rings, a decision that they wait.
ORDER = rule(
    r"\b(?:\d{1,2}[:.]\d\d|\d{1,2} ?(?:am|pm|o'clock)|noon|tomorrow|today|tonight|this (?:morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|then the (?:others?|next|rest|second)|(?:have|made?|make|reach(?:ed)?|c[ao]me to|take(?:n)?) (?:a|our|the|my) decision|(?:we|they)(?: have|'ve)? decided?|the outcome|the results?)\b"
)
#: To keep in touch: a word of manners, unless a time and a thing of theirs stand beside it.
TOUCH = rule(
    r"\b(?:(?:keep|stay|remain) in (?:touch|contact)|(?:in|im) (?:kontakt|verbindung|gespräch) (?:zu )?bleiben|bleiben (?:wir|sie)(?: [\w-]{1,12}){0,3} in (?:kontakt|verbindung)|(?:rester|restons) en contact|gard(?:er|ons) (?:le )?contact|seguir en contacto|sigamos en contacto|manten(?:er|ernos|gamos) (?:el |en )?contacto)\b"
)
#: What they will do themselves: they build, open, hire …
PLANS = rule(
    r"\b(?:we(?:'re|'ll| are| will)? (?:[\w'-]{1,12} ){0,2}(?:build\w{0,3}|open\w{0,3}|hir(?:e|ing)|add(?:ing)?|start\w{0,3}|recruit\w{0,3}|expand\w{0,3}|set(?:ting)? up|grow(?:ing)?|launch\w{0,3}|need|fill(?:ing)?|look(?:ing)? for)"
    r"|(?:bauen|eröffnen|stellen|suchen|starten|erweitern|besetzen|gründen|brauchen|planen) wir|wir (?:[\w-]{1,14} ){0,4}(?:bauen|eröffnen|stellen|suchen|starten|erweitern|besetzen|gründen|brauchen|aufbauen|einstellen)"
    r"|nous (?:allons |comptons )?(?:ouvr\w{1,4}|recrut\w{1,4}|cré\w{1,4}|lanc\w{1,4}|mont\w{1,4}|cherch\w{1,4}|agrandi\w{1,5})|(?:abri(?:mos|remos)|buscamos|buscaremos|contrat(?:amos|aremos)|cre(?:amos|aremos)|ampli(?:amos|aremos)|montamos|montaremos|vamos a (?:abrir|contratar|ampliar|crear|montar)))\b"
)
#: And when.
WHEN = rule(
    r"\b(?:(?:in|by|from|this|next|early|late) (?:[\w'-]{1,8} )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|new year|year|quarter|month)|im (?:[\w-]{1,10} )?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühjahr|frühling|sommer|herbst|winter)|ab (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|herbst|sommer)|nächste[sn] (?:jahr|quartal|monat)"
    r"|(?:en|dès|à partir de|au|à la) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|printemps|rentrée|été|automne|hiver)|l'an prochain|l'année prochaine|(?:en|a partir de|desde) (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|primavera|verano|otoño|invierno)|el (?:año|mes|trimestre) (?:que viene|próximo)|el próximo (?:año|mes|trimestre))\b"
)
#: Not that: talk about what has been, papers, questions, other people's boards.
ELSE = rule(
    r"\b(?:feedback|scores?|marks|debrief|talk (?:it|this|them|things) (?:over|through)|questions?|certificates?|expenses|receipts?|documents|papers|collect\w*|refund|on file|talent (?:pool|community)|our (?:careers?|jobs?|website|site|postings|page|portal)|careers page|other (?:roles|positions|openings|opportunities|stores)|future (?:opportunit\w+|openings?|roles?|positions?|vacanc\w+)|suitable (?:role|position|opening|vacanc\w+)|any (?:role|vacancy|of our)|hesitate|may reapply|keep an eye|appeal|review|"
    r"rückfragen|fragen|begründung|unterlagen|mappe|fahrtkosten|belege|jobportal|stellenbörse|andere stellen|stammtisch|motivering|toelichting|vragen|vacaturesite|onze (?:site|website|vacatures)|précisions|questions|autres offres|notre site|éclairage|"
    r"preguntas|dudas|otras vacantes|nuestra (?:web|página)|nuestro portal|dúvidas|outras vagas|nosso site|nossa página|domande|chiarimenti|altre posizioni|nostro sito|documenti)\b"
)
#: They ask not to be written to or rung again.
SHUT = rule(
    r"\b(?:(?:do not|don't|not to|please don't|never)(?: please)?(?: (?:write|ring|call|or|telephone|phone|e-?mail|contact|approach|to|us|me)){0,6} (?:telephone|phone|ring|write|call|contact|e-?mail|approach|message|chase|follow[- ]up)(?:ing)? (?:[\w'-]{1,12} ){0,4}(?:again|about (?:this|the|it|your)|further|any ?more|on the matter|regarding|concerning|members of|or write)|"
    r"(?:don't|do not) send any|(?:does|will|do) not enter into (?:any )?(?:further )?(?:correspondence|discussion)|"
    r"von weiteren? (?:[\w-]{1,20} ){1,6}(?:abzusehen|abstand|absehen|verzicht\w*|nehmen)|(?:bitte|bitten) (?:[\w-]{1,12} ){0,5}(?:nicht (?:mehr|weiter)) (?:[\w-]{1,12} ){0,2}(?:anruf\w*|anzurufen|schreib\w*|zu schreiben|kontaktier\w*|meld\w*)|kontaktieren sie (?:uns|mich) (?:[\w-]{1,12} ){0,4}nicht|"
    r"neem (?:[\w-]{1,12} ){0,3}geen contact|niet (?:meer|verder) (?:[\w-]{1,12} ){0,3}(?:bellen|mailen|appen|schrijven|contacteren)|geen (?:verdere |verder )?(?:correspondentie|contact meer)|"
    r"ne (?:plus|pas) (?:nous |me )?(?:re)?(?:contacter|appeler|écrire|relancer|solliciter)|ne (?:nous |m'|me )(?:[\w']{1,12} ){0,1}(?:plus|pas)|cesser de (?:nous|me)|inutile de (?:nous |me )?(?:rappeler|recontacter|relancer)|"
    r"no (?:volver|vuelva|vuelvas|volvás) a (?:escrib\w+|llam\w+|contact\w+)|abst(?:énganse|éngase|enerse|ente) de (?:escrib\w+|llam\w+|contact\w+)|no (?:nos|me) (?:contacte|escriba|llame)s? más|"
    r"não (?:voltar|volte|voltes) a (?:contact\w+|lig\w+|escrev\w+)|abster-se de (?:contact\w+|lig\w+|escrev\w+)|não (?:nos|me) (?:contacte|ligue|escreva)s? mais|"
    r"(?:la (?:prego|preghiamo|invitiamo)|la prega) (?:di|a) non (?:più )?(?:scriv\w+|chiam\w+|contatt\w+|telefon\w+)|non (?:ci|mi) (?:contatti|scriva|chiami|ricontatti) più|astenersi da(?:l|ll'|i)? (?:ulterior\w+ )?(?:contatt\w+|chiam\w+|scriv\w+))\b"
)
