"""How reasons are worded, by code (method 5): English first, then the other read languages.

Each row is a verb or a lack and, a few words off, what it is about; no row is a whole
sentence. A second pattern, where given, must stand in the same sentence too.
"""

from __future__ import annotations

#: Up to so many small words between two halves of a cue.
_W5 = r"(?: [\w'’,-]{1,16}){0,5}"

#: Somebody else has said yes, or has a first day.
_ACCEPTED = (
    r"\b(?:s?he|they|who|(?:the|our|his|her|their) (?:[\w'-]{1,14} ){0,3}(?:one|candidate|person|applicant|finalist|choice|colleague|man|woman|holder))(?: has|'s| have| had)?(?: since| now| already| just| also)? (?:accepted|signed|said yes)\b"
    r"|\boffer (?:has been|was|is)(?: \w{1,10})? accepted\b|\b(?:accepted|signed) (?:our|the) (?:offer|contract)\b"
    r"|\b(?:s?he|they|(?:the|our) (?:new|other|chosen|successful) (?:[\w'-]{1,14} ?){1,3})(?: will|'ll)? (?:starts?|begins?|joins? us|takes? up (?:the|her|his) post) (?:with us )?(?:on|in|at|next|this|from|tomorrow|after)\b"
)

#: The work itself was put off, and the seat with it.
_PUT_OFF = r"(?:push|put|mov|set)\w{0,4} (?:(?!your|our|us|you|me|my|him|her)[\w'-]{1,14} ){1,6}back(?= (?:by|to|until|till|a|an|one|two|six|indefinitely|into))"
#: Why an offer may be taken back though the seat was meant: a licence or a works that is suspended is another matter.
PUT_OFF = rf"\b(?:{_PUT_OFF}|postpon\w+|(?:hiring|headcount|recruitment) (?:freeze|pause|stop)|paused|einstellungsstopp|gel (?:des|du))\b"

#: Anything that refuses, lacks or explains, in any of the languages.
REFUSES = (
    r"\b(?:not|no|but|need\w*|must|never|can't|cannot|won't|couldn't|unable|without|outside|beyond|above|over|below|short|too|because|due to|so we|"
    r"therefore|regret|sorry|unfortunately|nicht|kein\w*|ohne|leider|zu|über|unter|wegen|niet|geen|zonder|helaas|te|wegens|boven|"
    r"pas|sans|trop|malheureusement|conduit|écarter|plus|sin|lamentablemente|demasiado|porque|não|sem|infelizmente|demais|"
    r"non|senza|purtroppo|troppo|oltre|perché)\b|n't\b"
)

_OTHERS = (
    r"(?:another(?! (?:way|direction|time|week|round|route|step|stage|office|role|position|post|note|day|chance|look))|someone|somebody|(?:a )?different (?:candidate|person|applicant|profile)|(?:one of )?the other|other|others|an individual|individuals|a person|people|a colleague|"
    r"(?:a|an|the)(?: [\w'-]{1,14}){0,3} (?:man|woman|lady|gentleman|guy|lad|girl|boy|fellow|chap|candidates?|applicants?|graduate|registrar|resident|student|finalist|person))"
)

#: Somebody of the house: a person or a move that is internal, or a seat that is filled so. That
#: something was talked over internally says nothing of who has it.
_INTERNAL = (
    r"internal(?:ly)? (?:[\w'-]{1,14} )?(?:candidat\w*|applicants?|colleagues?|hires?|appoint\w*|promot\w*|transfer\w*|moves?|person|people|someone|successor|solution|employees?|options?|finalists?|recruits?|recruitment|member|staff|redeploy\w*|placement|fill\w*|cover\w*|restructur\w*|referral)"
    r"|(?:fill|appoint|promot|hir|recruit|cover|plac|replac|tak|mov|sourc|chos|choos|select|clos|found|assign|absorb|settl|resolv|solv)\w{0,4}(?: [\w'-]{1,12}){0,4} internal(?:ly)?|(?:go|going|gone|went|stay\w{0,3}) internal(?:ly)?|internal (?:was|got|has|had|is)"
    r"|(?:somebody|someone|person|candidate|colleague|appoint\w{0,4}|promot\w{0,4}|hired|chosen|chose|filled|taken|come|comes|came|gone|went) from (?:inside|(?:our|the) own (?:ranks|house|staff|people|team)|our (?:[\w'-]{1,14} ){0,2}(?:office|branch|site|plant|team|ranks|staff|group|mill|depot|store|hospital|school))"
    r"|(?:colleague|somebody|someone) from the (?:[\w'-]{1,14} ){1,2}(?:office|branch|site|plant|depot|store)"
)

#: (code, cue, what must stand beside it in the sentence or "").
CUES: tuple[tuple[str, str, str], ...] = (
    (
        "R02",
        rf"\b(?:g(?:o|oing|one)|went|decided|cho(?:ose|se|sen)|pick(?:ed)?|select(?:ed|ing)?|appoint(?:ed|ing)?|hir(?:ed|ing)|offer(?:ed|ing)?|giv(?:e|en|ing)|gave|settled|tak(?:e|en|ing)|prefer(?:red)?|proceed(?:ing)?|progress(?:ing)?|forward|ahead|signed)\b{_W5} {_OTHERS}\b"
        r"|\b(?:has |have |'s |is |it )?(?:gone|went|goes|awarded) to (?!the (?:shop|office|store|next|end|hospital|doctor|committee|panel|board)\b|(?:press|waste|print|work|bed|plan|say|be)\b)(?:(?-i:[A-Z])|an? |the |one |our |someone|somebody)"
        r"|\b(?:came|finished|placed|ranked|you were|you are|you're) (?:second|third|fourth|runner)|\brunner-?up\b|\bpipped\b|\bout on top\b"
        r"|\b(?:stronger|closer|better|other|another|more (?:suitable|experienced|qualified)|(?:more|most) closely) (?:[\w'-]{1,14} ){0,2}(?:candidates?|applicants?|match\w*|fit|fits|finalist|profile|aligned|suited|background)\b"
        r"|\b(?:candidates?|applicants?|someone|somebody|individuals?|those|person|people|others) (?:who(?:se)?|with) (?:[\w'-]{1,14} ){0,4}(?:more|closer|closely|better|directly|already|stronger|deeper)\b"
        r"|\b(?:standard|calibre|caliber|quality|strength) of (?:[\w'-]{1,12} ){0,2}(?:candidates?|applicants?|applications?|field)\b|\bthe successful (?:candidate|applicant|person)\b|\bone of those (?:chosen|selected)\b"
        r"|\bgoing forward with\b|\bcalibre was\b"
        r"|\b(?:andere[nrms]?|weiteren|einer) (?:[\w-]{1,14} )?(?:bewerb\w+|kandidat\w+|person|profile?|kandidaturen)\b|\bmitbewerb\w+|\bjemand(?:en|em)? (?:ander\w+|mit|der|die|aus)\b|\b(?:wahl|entscheidung) (?:ist |fiel )?(?:[\w-]{1,12} ){0,3}(?:auf|zugunsten)\b|\b(?:den )?(?:vorzug|zuschlag)\b|\bhat das rennen\b|\bfür (?:eine|einen) (?:[\w-]{1,14} ){0,2}(?:entschieden)\b|\bbesser (?:passt|passen|entspr\w+)\b"
        r"|\b(?:andere|ander|een van uw) (?:[\w-]{1,12} )?(?:kandida\w+|sollicitant\w*|medesollicitant\w*|profiel)\b|\biemand anders\b|\bmedesollicitant\w*|\bvoor (?:[\w-]{1,14} ){1,3}gekozen\b|\bkeuze (?:is |viel )?(?:[\w-]{1,12} ){0,2}(?:gevallen|op)\b|\bbeter (?:passen|past|aansluit\w*|in het plaatje)\b"
        r"|\b(?:d')?autres? (?:candida\w+|personne|profils?|postulant\w*)\b|\bquelqu'un (?:d'autre|qui)\b|\bchoix s'est (?:finalement )?porté\b|\ben faveur d(?:e|'un)|\bcandidat\w* (?:plus|dont)\b|\b(?:préféré|retenu) (?:un|une|la|le)\b|\bc'est à (?:elle|lui) que\b"
        r"|\b(?:otr[oa]s?) (?:[\w-]{1,12} )?(?:candidat\w+|persona\w*|perfil\w*|postulante\w*|aspirante\w*)\b|\bdecanta\w* por\b|\b(?:elegid[oa]|elegimos|escogid[oa]|optado por|quedamos con|quedado con|decidimos por)\b"
        r"|\b(?:outr[oa]s?) (?:[\w-]{1,12} )?(?:candidat\w+|pessoa\w*|perfil|perfis|finalista)\b|\bescolh(?:a recaiu|emos|ido|ida)\b|\bopt(?:amos|ámos|ou) por\b"
        r"|\b(?:altr[oaie]) (?:[\w-]{1,12} )?(?:candidat\w+|person\w+|nominativ\w+|profil\w+|figur\w+)\b|\bscelta è (?:[\w-]{1,12} )?(?:caduta|ricaduta)\b|\b(?:affidat[oa]|assegnat[oa]) a\b|\b(?:preferito|optato per|scelto (?:un|una|di prendere))\b",
        "",
    ),
    (
        "R03",
        r"\b(?:need(?:ed|s)?|want(?:ed|s)?|look(?:ed|ing) for|requir(?:ed?|es|ing)|after|wish(?:ed)? (?:for|to see)|hop(?:ed|ing) (?:for|to see)) (?:[\w',/-]{1,16} ){0,6}(?:more|deeper|stronger|direct|hands-on|experience|depth|exposure|background|knowledge|track record|certificat\w+|fluen\w+|seniority|someone who|somebody who|someone with|somebody with)\b"
        r"|\b(?:missing|lack(?:ed|ing|s)?|shortfall|the gap|gap (?:in|was|is)|short of (?!it)|light on|weak(?:er|est|ness)?)\b(?! of (?:time|funds))|\bstruggled with\b|\bhad a wobble\b"
        r"|\byou(?:'ve| have|'d| had)? (?:only |just |not |never |not yet |no |yet to |little |less )(?:[\w'-]{1,14} ){0,3}(?:handled|used|worked|managed|led|done|held|had|run|experience|exposure|seen|taught|built|driven|years|background|yet)\b"
        r"|\b(?:don't|do not|didn't|did not|doesn't|haven't|have not|hasn't) (?:yet )?have (?:enough|any|sufficient|the (?:experience|depth|background|level|skills?))"
        r"|\b(?:more|deeper|additional|further|greater|direct|specific|hands-on|less|enough|sufficient|limited|relevant) (?:[\w'-]{1,16} ){0,3}(?:experience|depth|expertise|exposure|knowledge)\b"
        r"|\b(?:fehlt|fehlen|fehlte|fehlten|fehlende\w*|vermisst|lücke\w*)\b|\b(?:mehr|tiefere|keine|wenig|zu wenig|nicht genügend|langjährige|einschlägige) (?:[\w-]{1,18} ){0,3}(?:erfahrung|kenntnisse|praxis)\w*|\b(?:brauchen|brauche|suchen|suche|wollte|wollten) (?:[\w-]{1,12} ){0,4}jemand(?:en)?,? (?:der|die|mit)\b"
        r"|\b(?:ontbre\w+|mist (?:u|je|nog|de|het)|missen|misten)\b|\b(?:meer|te weinig|onvoldoende|geen|ruime) (?:[\w-]{1,14} ){0,2}ervaring\b|\bzoek(?:en)? (?:[\w-]{1,12} ){0,3}iemand (?:die|met)\b"
        r"|\b(?:il (?:vous |nous |lui )?manqu\w+|manqu(?:e|ait|ent) (?:de|d'|encore)|vous manque|lacunes?|fait défaut)\b|\b(?:plus d'|manque d'|davantage d'|pas d'|sans |peu d')expérience\b|\bquelqu'un qui (?:sait|sache|maîtrise|a|ait|connaît)\b"
        r"|\b(?:me falta|te falta|le falta|falta de|falt(?:ó|an|aba|aron|ou)|echó en falta|echamos en falta|carec\w+)\b|\b(?:más|mais|poca|pouca|sin|sem|falta de|mayor|maior) experi[eê]nci\w+|\b(?:necesit\w+|busc\w+|precis\w+|procur\w+) (?:[\w-]{1,8} ){0,3}(?:alguien|alguém) (?:que|con|com)\b"
        r"|\b(?:manca(?:va|no|ta|nza)?|carenz\w+|lacun\w+)\b|\b(?:più|poca|senza|maggiore|scarsa) esperienza\b|\b(?:cerc\w+|serv\w+|voglio|vogliamo) (?:[\w-]{1,8} ){0,2}(?:qualcuno|chi|una persona) (?:che|con|sappia|sa|abbia)\b",
        "",
    ),
    (
        "R04",
        rf"\b(?:{_INTERNAL}|from within(?! the (?:industry|sector|trade|field|profession|region|area))|in-house|existing (?:employee|colleague|team member|member of staff)|(?:one of )?our own (?:[\w'-]{{1,12}} ){{0,2}}(?:staff|student|people|team|colleague|scheme|engineers?|nurses?|employee)|one of our own|already (?:works?|working|employed) (?:[\w'-]{{1,10}} ){{0,4}}(?:us|here)|a colleague (?:is|has|will|from|moving|stepp\w+|in|who)|on secondment)\b"
        r"|\b(?:interne[rnms]? (?:besetz\w*|bewerb\w*|kandidat\w*|lösung|kolleg\w*|nachfolg\w*)|intern (?:besetzt|vergeben|gelöst|nachbesetzt)|hausintern\w*|eigenen reihen|im hause? tätig\w*|eigene[nr]? (?:mitarbeiter\w*|leute|kolleg\w*)|unsere (?:studentin|kollegin|mitarbeiterin|auszubildende)|unser (?:kollege|mitarbeiter|auszubildender))\b"
        r"|\b(?:interne (?:kandida\w+|sollicitant|collega|doorstrom\w*)|intern (?:ingevuld|vervuld|opgelost)|(?:eigen|onze) (?:organisatie|medewerker|collega)|collega die (?:al|nu))\b"
        r"|\b(?:en interne|candidat\w* interne|mobilité interne|promotion interne|(?:un|une) collègue|déjà (?:chez nous|en poste|dans nos|parmi nous))\b"
        r"|\b(?:promoción interna|candidat[oa] intern[oa]|internamente|interinamente|compañer[oa] (?:que|de)|de la casa|persona interna|alguien de dentro)\b"
        r"|\b(?:mobilidade interna|recrutamento interno|promoção interna|colega (?:que|da casa|do)|da casa|alguém de dentro)\b"
        r"|\b(?:risorsa interna|mobilità interna|candidat[oa] intern[oa]|promozione interna|(?:un|una) collega|già in (?:organico|azienda)|interno all'azienda)\b",
        "",
    ),
    (
        "R05",
        r"\b(?:position|role|vacancy|job|post|opening|it|seat|spot|place)(?: [\w',-]{1,14}){0,5} (?:filled|taken)\b|\b(?:have|has|'ve|been|already|recently|just|now|is) filled\b"
        rf"|{_ACCEPTED}"
        r"|\bstelle (?:[\w-]{1,14} ){0,5}(?:besetzt|vergeben|weg)\b|\bposte (?:a été |est )?(?:déjà )?(?:pourvu|attribué)\b|\b(?:puesto|vacante|plaza) (?:ya )?(?:se )?(?:ha (?:sido )?|está |fue )?(?:cubiert[oa]|ocupad[oa])\b|\bvaga (?:já )?(?:foi |está )?(?:preenchida|ocupada)\b|\bfunctie (?:is )?(?:[\w-]{1,14} ){0,3}(?:vervuld|ingevuld|bezet)\b|\b(?:posizione|posto) (?:è )?(?:già )?(?:stat[ao] )?(?:copert[ao]|ricopert[ao]|occupat[ao])\b",
        "",
    ),
    (
        "R06",
        r"\b(?:joined|came|entered|arrived|applied|emerged|turned up|walked in|put their hand up)(?: [\w',-]{1,12}){0,5} (?:late|later|last|at the last)\b|\blate (?:in the process|entrant|applicant|arrival|application|referral|internal referral)\b|\bat the (?:last|very last|eleventh) (?:minute|moment|hour)\b|\breferral\b|\b(?:was|were|been|came) (?:referred|recommended)\b|\bused to work (?:with|for|here|there|at)\b|\b(?:worked|ran [\w' ]{1,20}) (?:with|for) (?:us|me) before\b|\b(?:nephew|niece|cousin|brother-in-law|sister-in-law|godson|son-in-law)\b"
        r"|\b(?:neffen?|nichte|patensohn|schwager|schwägerin|in letzter minute|auf empfehlung|kam auf einmal|auf den letzten drücker|kurzfristig noch)\b|\b(?:neef|nicht van|zwager|op het laatste moment|op voorspraak|aanbevolen door|oud-collega)\b"
        r"|\b(?:neveu|nièce|beau-frère|dernière minute|dernier moment|recommandée? par|coopté\w*|formée? autrefois|in extremis)\b|\b(?:sobrin[oa]|cuñad[oa]|primo|última hora|último momento|recomendad[oa] por|recomendación de)\b|\b(?:sobrinh[oa]|cunhad[oa]|indicad[oa] por|indicação de|em cima da hora)\b|\b(?:nipote|cognat[oa]|all'ultimo (?:momento|minuto)?|raccomandat[oa]|segnalat[oa] da)\b",
        "",
    ),
    (
        "R07",
        rf"\b(?:on hold|paus(?:e|ed|ing)|fr(?:eeze|ozen|eezing)|postpon\w+|{_PUT_OFF}|suspend\w+|until (?:[\w'-]{{1,14}} ){{0,4}}(?:budget|funding|headcount)\w*|bridge round|auf eis|pausier\w*|einstellungsstopp|gel (?:des|du) (?:recrutement|embauches)|suspendu\w*|en pausa|congelad\w+|suspens\w+|in de wacht|vacaturestop|opgeschort|sospes\w+)\b",
        "",
    ),
    (
        "R08",
        r"\b(?:cancell?ed|no longer (?:needed|required|exists?|available|hiring|recruiting|filling|going ahead)|(?:need|needs|requirements?|scope|priorit\w+|plans?|role|job|post)(?: [\w'-]{1,14}){0,4} (?:changed|shifted|merged|restructured)|re-?scop\w+|eliminated|not (?:to )?(?:fill|hire anyone|hire for)|restructur\w+|reorgani[sz]ation|will not run|entfällt|nicht (?:mehr )?(?:nachbesetzt|besetzen|besetzt)|gestrichen|umstrukturierung|annulée?|supprimée?|réorganis\w+|cancelad\w+|vervalt|vervallen|reorganisatie|annullat\w+|riorganizz\w+|changing (?:needs|priorities))\b",
        "",
    ),
    (
        "R09",
        rf"\b(?:keep|retain|hold|kept|retained|hang|store|save|file)\b{_W5} (?:on file|on record|details|particulars|cv|resume|résumé|application|profile|information|database|files?|talent|pool|records|for (?:future|up to|the coming))\b|\btalent (?:pool|community|network|bank)\b|\breserve (?:list|pool)\b"
        r"|\b(?:bewerber|talent|talente|kandidaten|talente-)-?pool\b|\b(?:unterlagen|daten|bewerbung|profil)\b(?: [\w-]{1,14}){0,6} (?:aufbewahren|aufheben|behalten|vormerken|in evidenz|speichern|vorgemerkt)\b|\bin evidenz\b"
        r"|\b(?:talentenpool|wervingsreserve|portefeuille)\b|\b(?:cv|gegevens|profiel|brief)\b(?: [\w-]{1,14}){0,5} (?:bewaren|houden|bewaard|achter de hand)\b|\b(?:bewaren|houden)\b(?: [\w-]{1,14}){0,4} (?:cv|gegevens|profiel)\b"
        r"|\b(?:conserv\w+|gard\w+|mettre|intégr\w+)\b(?: [\w'-]{1,14}){0,5} (?:candidature|cv|profil|dossier|coordonnées|vivier|base)\b|\bvivier\b"
        r"|\b(?:guard\w+|conserv\w+|manten\w+|quedará|incorpor\w+|archiv\w+|mantê-lo|manter\w*|ficará|tratterr\w+|terremo|tenere|inserir\w*)\b(?: [\w'-]{1,14}){0,6} (?:base|bolsa|cv|currícul\w+|curriculum|currículo|datos|dados|candidatura|perfil|cartera|banco|profilo|archivio|database|arquivo|reserva)\b|\bbanco de (?:talentos|currículos)\b",
        "",
    ),
    (
        "R10",
        r"\b(?:apply|reapply|re-apply|try|ask|call|write|ring|phone|come|look|talk|speak|knock)(?: [\w'-]{1,10}){0,3} (?:again|back)\b(?! (?:soon|to you))|\b(?:like|love|want|urge|hope|delighted) (?:for )?(?:you|to see you) (?:to )?(?:re-?)?apply\b|\bi'd like it if you\b|\bapply,? please\b|\bplease (?:do )?(?:re-?)?apply\b|\bfree to apply again\b|\bwelcome (?:a|another|your) (?:new |fresh )?application\b|\bdoor (?:is|stays|remains) open\b|\b(?:when|once|as soon as) you(?:'ve| have)(?: [\w'-]{1,12}){0,6} (?:call|ring|write|come|apply|tell|get in touch)\b"
        r"|\b(?:erneut|nochmals?|noch einmal|wieder|gern wieder|nächste[ns]? (?:mal|jahr))(?: [\w-]{1,12}){0,3} (?:bewerb\w*|melde\w*|vorbei\w*|an\b|versuch\w*|anfrag\w*)|\b(?:melde\w*|bewerb\w*|frag|ruf|komm\w*)(?: [\w-]{1,12}){0,6} (?:wieder|erneut|nochmals?|beim nächsten)\b|\bneuer anlauf\b|\bsobald (?:sie|du)\b"
        r"|\b(?:opnieuw|nog eens|nogmaals|weer)(?: [\w-]{1,12}){0,3} (?:solliciteren|proberen|reageren|langs\w*|aanmelden)\b|\bprobeer het\b(?: [\w-]{1,12}){0,4} (?:opnieuw|nog|weer)\b|\b(?:laat (?:het |iets |me )(?:dan )?weten|kom (?:dan )?terug|meld je (?:dan|weer|gerust))\b"
        r"|\bre-?(?:postul\w+|tent\w+|contact\w+|présent\w+)\b|\b(?:repass\w+|revenez|reviens|rappel(?:ez|le)(?:-moi)?|tu m'appelles|prévenez-nous|nouvelle (?:tentative|candidature))\b|\b(?:postul\w+|candidat\w+)(?: [\w'-]{1,10}){0,3} (?:à nouveau|de nouveau)\b|\bà nouveau postuler\b"
        r"|\bvolver a (?:postular|aplicar|presentar\w*|intentar\w*|llamar)\b|\b(?:vuelve|vuelva|volv[eé]|ven|preséntate|llámame|llámeme|avísame|avisame|escríbeme|postula)\b|\b(?:otra vez|de nuevo|nuevamente)\b"
        r"|\b(?:candidat\w+-se|concorr\w+|inscrev\w+|tent\w+|volt\w+)(?: [\w-]{1,10}){0,3} (?:novamente|de novo|outra vez|a (?:ligar|candidatar))\b|\b(?:volte|ligue-me|fale comigo|apareça)\b"
        r"|\b(?:ricandid\w+|riprov\w+|ripresent\w+|ritent\w+|bussa di nuovo|torni|torna a|mi richiami|richiamami|candidarsi (?:di nuovo|nuovamente))\b",
        "",
    ),
    (
        "R11",
        r"\b(?:over-?qualified|over-?experienced|too (?:senior|experienced|qualified)|(?:get|be|become|been|getting) (?:[\w'-]{1,10} )?(?:bored|restless|wasted)|bored|not (?:[\w'-]{1,12} ){0,3}(?:stretch|challenge) you|under-?used|bigger place than|überqualifiziert|unterfordert|langweilen|langweilig|overgekwalificeerd|vervelen|surqualifiée?|ennuy\w+|sobre-?(?:cualificad|calificad)\w+|aburrir\w*|aburriría\w*|sobrequalificad\w+|aborrec\w+|entediar\w*|sovraqualificat\w+|annoi\w+|sprecat\w+)\b",
        "",
    ),
    (
        "R12",
        r"\b(?:salary|compensation|pay|rate|remuneration|budget|wage|package|your (?:figure|number|numbers|ask)|gehalt\w*|lohn\w*|vergütung|range|salaris\w*|loon\w*|prétentions|rémunération|salaire|enveloppe|sueldo|salari\w+|presupuesto|pretensi\w+|pretensão|salário|orçamento|retribuzione|stipendio|ral|compenso|ingaggio|tarief|\d{2,3} ?k)\b",
        r"\b(?:above|beyond|exceed\w*|outside|higher|too high|out of|apart|can't|cannot|not|doesn't|stretch|ceiling|cap|capped|afford|match|meet|below|gap|insult|über|überschr\w+|liegt|nicht|kann|schluss|kein|boven|niet|te hoog|kunnen|trop|dépass\w+|s'arrête|bloque|pas|por encima|no (?:llegamos|podemos|alcanza)|supera\w*|acima|não (?:conseguimos|podemos|chega\w*)|troppo|super\w+|non (?:possiamo|arriviamo|ci)|alla luce)\b|n't\b",
    ),
    (
        "R13",
        r"\b(?:sponsor(?:ship)?|work (?:permit|authori[sz]ation|visa)|right to work|visas?|residen(?:t|ts|cy|ce)|citizen\w*|(?:security )?clearance|relocat\w+|commut\w+|too far|distance|time ?zone|night shifts?|nights|shift pattern|weekends?|saturdays?|sundays?|availability|hours|full-time only|on-?site|in the office|driving licen[cs]e|endorsement"
        r"|arbeitserlaubnis|aufenthaltstitel|verfügbarkeit\w*|arbeitszeit\w*|schicht\w*|samstage?|wochenend\w*|entfernung|fahrtweg|zu weit|pendeln|wohnsitz|führerschein|umzug"
        r"|werkvergunning|verblijfs\w+|te ver|afstand|reistijd|rijbewijs|beschikbaarheid|ploegen\w*|weekenddienst"
        r"|permis|visa|éloignement|éloigné\w*|domicile|horaires?|disponibilités?|week-ends|mobilité|titre de séjour"
        r"|permiso|visado|distancia|horarios?|turnos?|disponibilidad|residencia|domingos|traslado|carné"
        r"|visto|autorização|residência|horários?|distância|disponibilidade|fins de semana|deslocação"
        r"|permesso|distanza|orari|orario|turni|disponibilità|residenza|trasferimento|patente)\b",
        REFUSES,
    ),
    (
        "R14",
        r"\b(?:(?:background|reference|criminal|police|credit|dbs|medical|drugs?|alcohol|security) (?:[\w'-]{1,10} )?(?:check|checks|screen\w*|investigation|verification|vetting|record|test|screen)|vetting|your references?|your referees?|driving abstract|abstract|discrepanc\w+|colour vision"
        r"|führungszeugnis|zuverlässigkeitsüberprüfung|sicherheitsüberprüfung|referenz\w*|schufa|vog|verklaring omtrent|referentie\w*"
        r"|casier|antécédents|références|enquête|antecedentes|referencias|certidão|referências|casellario|referenze|visita medica|ci ha riferito|reconocimiento médico)\b",
        r"\b(?:result\w*|return\w*|reveal\w*|came|come|back|not|no longer|issue\w*|concern\w*|fail\w*|outside|concluded|could not|nicht|kein\w*|ergeb\w+|niet|geen|pas|n'a|no|sin|não|sem|non|riferito)\b|n't\b",
    ),
    (
        "R15",
        r"\b(?:(?:team|cultural?|culture|working style|personality|personal) (?:fit|match|add)|chemistry|(?:didn't|did not|don't|wouldn't|couldn't) (?:quite )?(?:gel|click|see you)|clash\w*|wavelength|temperament|(?:fit|fits|gel|get on|sit well|happy)(?: [\w'-]{1,10}){0,4} (?:with (?:the|our|us) (?:team|culture|people)|the team|among us|together)|working style|(?:not|n't) (?:[\w'-]{1,10} ){0,3}be happy (?:here|with us)"
        r"|(?:team|zusammen|miteinander|menschlich)(?: [\w-]{1,12}){0,4} (?:nicht|gepasst|passt|passen)|chemie|wellenlänge|nicht glücklich|gewitter|nicht (?:ins|in unser|zu unserem|zum) team"
        r"|klik (?:was|is|had)|(?:geen|de) klik|(?:team|samen)(?: [\w-]{1,12}){0,4} (?:niet|past|passen)|niet (?:in|bij) (?:ons|het) team|geen match"
        r"|alchimie|même longueur d'onde|s'entendre|entente|esprit d'équipe|ne (?:colle|collait)"
        r"|congeni\w+|(?:encaj|química|sinton)\w*|não (?:encaix|combin)\w+|encaixe|sintonia|feeling|affinità|carattere|caratteri)\b",
        "",
    ),
    (
        "R16",
        r"\b(?:assessments?|tests?|exercise|challenge|assignment|take-?home|case study|task|scores?|scored|coding|marks|trade test|exam\w*|presentation|written (?:part|paper)|einstellungstest\w*|prüfung|aufgabe|arbeitsprobe|probearbeit\w*|schriftlichen teil|opdracht|casus|toets|proef\w*|exercice|épreuve\w*|rendu|entretien technique|examen\w*|prueba|ejercicio|teste|prova|desafio|exercício|colloquio tecnico|elaborato)\b",
        r"\b(?:below|did not (?:pass|reach|meet)|didn't (?:pass|reach|meet)|not (?:pass\w*|reach\w*|meet\w*)|fail\w*|fell short|short of|bar|threshold|cut-?off|minimum|qualifying|required \d|needed \d|under the|no:|nicht (?:bestanden|erreicht|gereicht|genügt)|unter (?:der|dem)|punkte|niet (?:gehaald|geslaagd|voldoende)|onvoldoende|niet te rangschikken|(?:pas|n'a) (?:atteint|validé|réussi)|insuffisant\w*|seuil|no (?:super\w+|alcanz\w+|aprob\w+|lleg\w+)|por debajo|mínim[oa]|não (?:ating\w+|alcanç\w+|aprov\w+)|abaixo|insuficiente|non (?:ha |hai )?(?:raggiunt\w+|superat\w+)|soglia|sotto|insufficient\w+)\b",
    ),
    (
        "R19",
        r"\b(?:(?:withdraw\w*|withdrew|rescind\w*|revok\w*|retract\w*|cancel\w*|take back|taking back|pull\w*)(?: [\w'-]{1,14}){0,5} (?:offer|contract)|offer(?: [\w'.-]{1,14}){0,8} (?:withdrawn|rescinded|revoked|retracted|cancelled|no longer valid)|can't give you the job|angebot (?:[\w-]{1,14} ){0,6}(?:zurück\w*|nicht aufrecht\w*)|zusage (?:[\w-]{1,14} ){0,5}zurück\w*|aanbod (?:[\w-]{1,14} ){0,5}(?:in(?:trekken|getrokken)?|vervalt)|contract (?:[\w-]{1,14} ){0,6}niet nakomen|intrekking|(?:retir\w+|annul\w+|revenir sur|rétract\w+) (?:[\w'-]{1,12} ){0,3}(?:offre|proposition|promesse)|(?:retir\w+|anul\w+|revoc\w+|dejar sin efecto|sin efecto) (?:[\w-]{1,12} ){0,3}(?:oferta|propuesta|contrato)|(?:retir\w+|anul\w+|cancel\w+|revog\w+) (?:[\w-]{1,12} ){0,3}(?:proposta|oferta|contrato)|(?:revoc\w+|ritir\w+|annull\w+) (?:[\w'-]{1,12} ){0,3}(?:offerta|proposta|contratto))\b",
        "",
    ),
    (
        "R01",
        r"\b(?:(?:not|n't|unable to|cannot|no longer|unsuccessful)(?: [\w'-]{1,14}){0,6} (?:short-?list\w*|select\w* (?:for|to) (?:an? )?(?:interview|the next)|inviting you (?:to|for)|interview(?: you)?|meet (?:the|our|all)(?: \w+){0,3} (?:requirements?|criteria)|advanc\w+|documentation stage|screening stage)|not shortlisted|(?:do|did|does) not meet|not (?:been )?eligible|first (?:cut|sift)"
        r"|nicht (?:in die engere|zum gespräch|zu einem (?:gespräch|vorstellungsgespräch))|engere auswahl|anforderung\w*(?: [\w-]{1,12}){0,4} nicht|niet (?:uitgenodigd|uitnodigen|geselecteerd voor)|voldoet niet|niet beantwoord\w*"
        r"|ne (?:répond|correspond) pas|pas (?:retenue?|convoquée?|présélectionnée?)|no (?:cumple\w*|reúne\w*|ha sido preseleccionad\w+)|não (?:cumpre\w*|reúne\w*|preenche\w*|foi selecionad\w+ para)|non (?:risponde|corrisponde|rientra|possiede)\b)",
        "",
    ),
)
#: What makes a sentence a mere possibility, at its head.
CONDITION = r"(?:if|should|unless|in case|were you|wenn|falls|sollte|sofern|als (?:u|je|wij|we)|indien|mocht|si|au cas où|en caso|caso|se|qualora)\b"
#: Keeping that is un-keeping.
DELETES = r"\b(?:delet\w+|eras\w+|destroy\w+|shred\w*|gelöscht|löschen|vernicht\w+|verwijder\w*|supprim\w+|détrui\w+|elimin\w+|borra\w+|apag\w+|cancell\w+|distrutt\w+)\b"
