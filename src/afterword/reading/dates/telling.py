"""Words of telling and waiting, by language, and the days that are no promise."""

from __future__ import annotations

from afterword.reading.view import rule


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Verbs and nouns by which one is heard from; lower case, as written.
TELLING = _words(
    # English
    "touch back know hear hears tell write writing call ring phone telephone email e-mail text "
    "contact contacted inform informed notify notified notification notifications advise "
    "advised update updates updated revert reply answer answers respond response decide decision decisions "
    "result results outcome outcomes news verdict word communicated communicate letter contract "
    "paperwork notice notices line talk feedback publish published announce announced "
    "send sends sending message something date dates yes told confirm decides deciding settle "
    # German
    "melden melde meldet meldest hören hört hör bescheid antwort antworten rückmeldung entscheidung "
    "entscheiden informieren informiere informiert unterrichten unterrichtet wissen weiß weiss "
    "schreiben schreibe anrufen rufe sagen nachricht ergebnis erhalten bekommen bekommst "
    "benachrichtigt benachrichtigen mitteilen mitgeteilt zusage kontaktieren ergebnisse "
    "entscheidet entscheide rufen "
    # Dutch
    "hoor hoort horen bel bellen belt weten weet bericht bericht uitsluitsel beslissing besluit "
    "terugkoppeling informeren meld mail mailen mailt uitslag laten contact melden reactie "
    "beslissen beslist besluiten koppelen terugkoppelen "
    # French
    "réponse réponses nouvelles appelle appellerai rappelle rappellerai recontacte recontacté recontactée "
    "recontacter recontacterons contacterons contacté contactée informé informée informés informer informerons "
    "tiendrons reviens revenons reviendrons reviendrai reviendra résultats résultat décision communiqués "
    "écris écrirai écrirons retour donnerai donnerons saurez dirai dirons décider trancher "
    "tranché annonce déciderons décidera décideront décidons décident trancherons appellerons "
    "rappellerons appellera rappellera répondrons répondrai répondra "
    # Spanish
    "respuesta avisaré avisaremos aviso avisamos llamo llamaré llamaremos llamamos digo diremos diré "
    "noticias resultado resultados respondemos responderemos contestaremos contactaremos contactamos "
    "devolución comunicaremos comunicará comunicamos sabrás sabrá informaremos escribo "
    "escribiré escribiremos escribirte escribirle escribiros llamarte llamarle contestamos contesto "
    "decisión publicación decidiremos decidirá decidirán deciden "
    # Portuguese
    "resposta retorno avisamos aviso avisaremos ligo ligamos ligaremos contato contacto contactaremos "
    "resultado devolutiva fala falo falamos digo notícias informaremos publicação publicitação "
    "comunicaremos respondemos responderemos decisão entraremos daremos decidirão decidem ligarei "
    "retornaremos retornamos retornarei "
    # Italian
    "risposta riscontro chiamo chiamerò chiameremo sapere saprà saprai decisione esito comunicheremo "
    "comunicazione ricontatteremo contatteremo scrivo scriveremo scriverò dico notizie conferma "
    "telefonata riceverà riceverai riceverete sentiamo sentiremo aggiornamento aggiorneremo esiti "
    "decideremo deciderà decideranno decidono"
)

#: The same in several words, none of which tells alone: "kommen auf Sie zu", "ci faremo vivi".
TOLD_SO = rule(
    r"\b(?:(?:give|drop) you (?:both )?a (?:shout|bell|buzz)|komm(?:en|e|t)\b(?: [^\s;!?]{1,14}){0,10}? auf (?:sie|dich|euch) zu|"
    r"kom(?:en|t)?\b(?: [^\s;!?]{1,14}){0,8}? (?:bij|op) (?:je|jou|u|jullie)(?: [^\s;!?]{1,14}){0,3}? terug|"
    r"(?:ci|mi) (?:facciamo|faremo|faccio|farò) viv[aoi]|(?:volt(?:amos|aremos|o|arei)|volv(?:emos|eremos|eré)|torn(?:iamo|eremo|erò)) (?:a|da) (?:te|ti|lei|voi|si|vocês?|falar|contact\w{1,4}|contat\w{1,4}|escrever\w{0,4}|ligar\w{0,4}|contactar\w{0,3}|escribir\w{0,3}|llamar\w{0,3}|scriver\w{1,4}|sentir\w{1,4}))\b"
)
#: A limit before the day ("by", "spätestens am", "d'ici").
UNTIL = rule(
    r"\b(?:by|until|till?|before|(?:no|not) later than|latest|on or before|within|inside|expected|call it|bis|spätestens|innert|innerhalb|"
    r"binnen|vor|voor|vóór|uiterlijk|tot|tegen|op zijn laatst|d'ici|avant|sous|au plus tard|jusqu'(?:au|à|en)|dans|antes|hasta|a más tardar|"
    r"plazo|dentro|até|entro|prima|tra|fra|da)\b(?=[^;]{0,40}$)"
)
#: Or behind it ("at the latest", "tops").
OPEN = rule(
    r"[ ,]{0,2}(?:\w{1,9} ){0,2}(?:at (?:the )?(?:latest|outside|most)|latest|tops|max\b|come what may|spätestens|au plus tard|"
    r"como (?:muy tarde|mucho)|(?:no|o) mais tardar|al più tardi|op zijn laatst|no matter what|either way)"
)
#: The same within the day itself.
AT_MOST = rule(
    r"(?:tops|max|maximum|at (?:the )?most|at the outside|höchstens|maximal|maximaal|hooguit|au plus|como (?:mucho|máximo)|no máximo|al massimo)$"
)
#: Where somebody is for so long; no promise.
STATE = rule(
    r"\b(?:is|are|he's|she's|they're|it's|was|ist|sind|est|sont|está|están|è|sono|look|court)\b"
)
#: They say that it takes time.
WAITING = rule(
    r"\b(?:bear with us|give (?:us|me)|(?:we|i)(?:'d| would)? (?:need|like (?:till|until))|takes? (?:up to |about |around )?(?:\d|an?\b|one|two|three|four|five|six|eight|ten)|"
    r"(?:running|be) (?:about |around )?(?:an?|one|two|three) weeks? behind|new date|expect to|hope to|aim to|plan to|"
    r"wir brauchen|wir schätzen|rechnen (?:wir )?mit|in anspruch|hinziehen|nimmt|dauert|dauern|wij hebben|duurt|duren|we verwachten|"
    r"danos|dadnos|calculamos|prevemos|se prevé|puede (?:tardar|llevar|durar)|pode (?:demorar|levar)|délai|prévoyons|comptons|prend|peut prendre|"
    r"previsão|prevê-se|prevemos|dê-nos|contiamo|prevediamo|richiede|ci vogliono|può richiedere|può durare|servono ancora)\b"
)
#: What is asked of the reader, or waits for them; nor is silence a promise.
ASKED = rule(
    r"\b(?:please(?! (?:forgive|bear|excuse|allow|give us|don't|do not|note that we))|kindly (?!bear|note that we)|could you|can you|would you|"
    r"(?:let|give|send) (?:us|me) (?:have |know )?(?:your|if|whether|which|the|what|an?\b)|let (?:us|me) (?:know|have)|(?:we|i)(?:'d| would| will|'ll)? (?:need|ask|want|like) (?:you to|your|it|them|the signed|an? (?:answer|reply|decision))|"
    r"you (?:may|can|could) (?:ask|appeal|request|write|challenge|call|contact|ring|reach)|if you'd|if i (?:don't|do not|haven't)|failure to|treated as|back to (?:me|us)|tell me|write to (?:the|us|me)|(?:ring|call|email|text|phone) (?:me|us)\b|(?:we|i) need (?:the|your|this|these)|go back to|"
    r"you (?:have|must|need|should|can|may|will need|'ll need) (?:to |until |till |up to |\d)|(?:take|have|got) (?:until|till)|your (?:answer|decision|response|reply|deadline|acceptance|reference)|"
    r"deadline|expires?|valid (?:until|for)|open(?:s)? until|(?:^|to |you |and |please )(?:reply|respond|rsvp|sign|return|complete|submit|upload|book|choose|confirm|apply|register|accept|pay|bring|collect)(?: \w{1,12}){0,5} (?:by|before|within|no later)|"
    r"if (?:you(?:'ve| have)?|we(?:'ve| have)?) (?:do not|don't|no|not|haven't|have not|hear nothing|heard nothing)|(?:no|not) (?:hear|be contacted|contacted|heard|receive)|silence|nothing (?:has|by)|"
    r"bitte(?! haben sie| habt| hab | noch um| um (?:etwas|ein wenig) geduld)|wir bitten(?! (?:\w+ ){0,4}(?:geduld|verständnis))|ich bitte|bittet|(?<!wir\s)(?:(?:geben|gib|sag|sagen|schick|lass|teilen) (?:sie|du|mir|uns|dich)|melden? (?:sie|du|mir|dich))\b|(?:falls|sofern|sollten|solltest|wenn) (?:sie|du)(?: [^\s,;]{1,14}){0,8} nichts?\b|ihre (?:antwort|entscheidung|rückmeldung|zusage)|deine (?:antwort|entscheidung|zusage)|frist\b|bewerbungsschluss|(?:keine|nichts) (?:antwort|rückmeldung|nachricht|positive)|nichts (?:gehört|hören)|"
    r"graag (?:je|uw|jouw|ontvangen)|(?:laat|stuur|geef|meld|bevestig|kies|vul|upload)(?: (?:je|u|ons|me|het|even|dan))? |(?:je|uw|jouw) (?:antwoord|beslissing|reactie|bevestiging)|wilt u|wil je|kunt u|kun je|gelieve|geen (?:bericht|reactie)|niets (?:hoort|gehoord)|sluitingsdatum|"
    r"veuillez(?! patienter)|merci de(?! (?:patienter|votre (?:patience|compréhension)))|prière(?! de patienter)|pouvez-vous|pourriez-vous|peux-tu|(?:votre|ta) (?:réponse|décision|accord|retour|confirmation)|vous avez (?:jusqu|\d)|date limite|sans (?:réponse|nouvelles?|retour)|répond(?:ez|s)|envoyez|renvoyez|confirmez|"
    r"por favor|(?:le rogamos|le pedimos|os pedimos)(?! (?:un poco de )?paciencia)|te pido|confirm(?:e|a|ar)|env[ií](?:e|a|ar|enos)\b|(?:su|tu|vuestra) (?:respuesta|decisión|confirmación)|tiene(?:s)? (?:hasta|\d)|fecha límite|sin (?:respuesta|noticias)|necesitamos que|dime|dinos|"
    r"d[êá]-nos (?:uma |a |um |o )?(?:sua |tua |seu |teu )?(?:resposta|retorno|decisão|notícias?)|pedimos(?! (?:a sua |um pouco de |alguma )?(?:paciência|compreensão))|solicitamos|confirme|envie|(?:sua|tua) (?:resposta|decisão|confirmação)|tem até|prazo para|sem (?:resposta|retorno)|me diga|diga-nos|"
    r"(?:la preghiamo|ti preghiamo)(?! di (?:avere |portare )?(?:pazien\w+|attendere))|si prega|ci (?:confermi|faccia|mandi|invii)|(?:sua|tua|vostra) (?:risposta|decisione|conferma)|hai tempo|ha tempo|scadenza|senza (?:risposta|riscontro)|confermaci|dimmi|fammi)"
)
#: Somebody asks for news, as who waits for them does: nobody promises any in that breath.
ASKS_NEWS = rule(
    r"\b(?:(?:i|we)(?: am| was|'m| just| have been|'ve been| had been)* (?:wonder(?:ed|ing)?|curious|checking in|following up|hoping to hear)|(?:if|whether|is|was|are) there(?: is| was| are|'s)? (?:any|some|already)|(?:do|did|have) you (?:yet |already )?(?:have|had|heard|hear|know|decided)|hear(?:ing)?(?: back)? from you|"
    r"(?:gibt es|ob es) (?:[\wäöü]{1,14} ){0,3}(?:neu\w{0,10}|rückmeldung|entscheidung)|(?:wollte|möchte) (?:[\wäöü]{1,10} ){0,2}(?:nach)?fragen|von (?:ihnen|dir|euch) (?:zu )?hören|haben sie (?:schon|bereits|inzwischen)|"
    r"(?:avez|auriez)-vous|as-tu|je me (?:demand|permets)\w{0,4}|(?:vous|te) lire|de (?:votre|ta) part|"
    r"hay (?:ya |alguna |algún )*(?:novedad\w{0,2}|noticias?)|(?:quería|quisiera) (?:saber|preguntar\w{0,2})|me preguntaba|tienen?s? (?:ya )?(?:alguna )?(?:noticias?|novedad\w{0,2})|"
    r"is er (?:al|intussen|inmiddels)|vroeg me af|(?:heeft|heb|hebt|hebben) (?:u|je|jullie) al|van (?:u|je|jou|jullie) te horen|"
    r"há (?:já )?(?:alguma )?(?:novidades?|notícias?)|(?:gostaria de|queria) (?:saber|perguntar)|"
    r"(?:ci sono|c'è) (?:già )?(?:qualche )?(?:novità|notizi[ae])|mi chiedevo|vol(?:evo|essi) (?:sapere|chiedere)|avete (?:già|avuto))\b"
)
#: What was said or meant before.
PAST = rule(
    r"\b(?:came|made|met|wrote|sent|spoke|saw|kept|turned|signed|passed|said|promised|had (?:asked|hoped|said|told|promised|planned)|were (?:told|going|meant|supposed)|was (?:told|going|meant|supposed)|told you|meant to|wanted to|were expecting|interviewed|received|since|"
    r"hatten|wollten|sollten|hatte|wollte|sollte|vom|versprochen|zugesagt|beloofd|zouden|zou|wilden|had gezegd|devions|devais|avions|avais|aurait dû|"
    r"dijimos|dije|íbamos|iba a|quedamos|prometimos|dissemos|disse|íamos|ficámos|ficamos|avevamo|avevo|doveva|dovevamo|"
    r"thank(?:s| you) for|vielen dank für|dank voor|merci (?:pour|d')|gracias por|obrigad[oa] (?:por|pel)|grazie per)\b"
)
#: Days of other things: the meeting itself, the advert, the first day at work.
OTHER_DAYS = rule(
    r"\b(?:interview(?:s|ing)?(?! (?:outcome|result|decision|dates?))|(?:meet|see|join|expect|welcome) you|come (?:in|by|along|round|over|down)|start(?:s|ing)?(?: date| on)?|begins?|advert|vacancy|applications? (?:close|period)|clos(?:es?|ing)|shuts|runs until|"
    r"joining|date of|postulation|inscription|on file|keep your|destroyed|deleted|assessment|re-?apply|retry|apply again|the (?:test|panel|board|committee) (?:is|sits|meets|finish\w*)|sits?|meets?|they'?re back|is back|holiday|leave|away|training|visit|trial|"
    r"vorstellungsgespräch|gesprächstermin|probetag|probearbeiten|arbeitsbeginn|eintritt|beginnt|ausschreibung|einladen|laden wir|kommen sie|zeit für|treffen|urlaub|sitzung|kur|termin|bewerbungsfrist|"
    r"sollicitatiegesprek|kennismaking|proefdag|gesprek|verwachten (?:wij |we )?(?:u|je)|start(?:datum)?|begint|vakantie|sluit|vergader\w*|briefselectie|"
    r"entretien|vous (?:attendons|recevrons|accueill\w+)|rendez-vous|rentrée|prise de poste|commence\w*|clôture|congés|fermés|"
    r"entrevista|te esperamos|le esperamos|cita|incorporaci[oó]n|empieza\w*|cierre|vacaciones|se juntan|"
    r"esperamos por|comparec\w+|início|começa\w*|encerra\w*|férias|volta|chega|"
    r"colloquio|la aspettiamo|ti aspettiamo|appuntamento|inizio|comincia\w*|scade|chiusura|ferie|decorrenza)\b"
)
#: What is still to come; behind it no word of the past takes the day back ("have met both and will decide").
COMING = rule(
    r"\b(?:will|shall|(?:i|we|you|they|he|she|it)'ll|going to|(?:aim|plan|intend|expect|hope)(?:s|ing)? to|"
    r"werden?|wird|werdet|wollen|möchten|zal|zullen|gaan|willen|"
    r"vais|va|vont|allons|\w{3,20}(?:rons|rai|ront)|dira|fera|sera|aura|saura|"
    r"voy|vamos|van|vou|vai|vão|\w{3,20}(?:remos|ré|rán|rá|rei|rão|remo|rò|rà|ranno))\b"
)
#: A part of a day, without which no day is meant again; lower case.
PARTS = _words(
    "day morning afternoon evening night tag nachmittag vormittag mittag abend morgen "
    "dag middag ochtend avond jour jour-là après-midi après-midi-là soir soir-là matin matin-là "
    "día tarde mañana noche dia manhã noite giorno pomeriggio sera mattina"
)
#: The day named last, meant again: "that afternoon", "am selben Tag".
THAT_DAY = rule(
    r"\b(?:that(?: same)? (?:day|morning|afternoon|evening|night)|"
    r"(?:an |am )(?:diesem|dem|jenem)(?: selben| gleichen)? (?:tag|vormittag|nachmittag|mittag|abend|morgen)|"
    r"noch am (?:selben|gleichen) (?:tag|vormittag|nachmittag|abend)|(?:die|diezelfde) (?:dag|middag|ochtend|avond)|"
    r"(?:ce|cet) (?:(?:jour|soir|matin|après-midi)-là|même (?:jour|soir))|le jour même|"
    r"(?:ese|esa)(?: mism[oa])? (?:día|tarde|mañana|noche)|(?:nesse|nessa)(?: mesm[oa])? (?:dia|tarde|manhã|noite)|"
    r"quel(?:lo stesso)? (?:giorno|pomeriggio)|quella(?: stessa)? (?:sera|mattina))(?![\w-])"
)
