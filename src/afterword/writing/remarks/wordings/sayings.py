"""Sayings: proverbs, stock put-downs and stock pressure, in the notation of this package.

They belong to a language and not to a letter, so unlike free wording they can be listed. Each row
joins the rows of its rule in the tables of the language.
"""

from __future__ import annotations

from collections.abc import Mapping

SAYINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "cliche": (
            r"rome (?:wasn't|was not) built|baby steps|hindsight is|(?:twenty|20)[-/ ](?:twenty|20)|with (?:the benefit of )?hindsight|we are where we are|it is what it is|what (?:doesn't|does not) kill|(?:makes?|made) (?:you|me|us|one) stronger|everything happens for|when (?:life|one door)|(?:give|gives) you lemons|plenty (?:more|of) (?:other )?fish|water under the bridge|no use crying|spilt milk|better safe than|actions speak|practice makes|no pain|no guts|fortune favou?rs|nothing ventured|where there's a will|where there is a will|slow and steady|many hands make|two heads are|too many cooks|the early bird|a stitch in time|you win some|win some,? lose some|live and learn|learning curve|back to square one|back to the drawing board",
            r"proof of the pudding|proof is in the pudding|don't count your chickens|before they hatch|every cloud|silver lining|third time lucky|third time's|if at first you|try,? try again|the rest is history|good things come|patience is a virtue|time (?:will tell|flies|heals)|all(?:'s| is) well that ends|better late than|no time like the present|strike while the iron|make hay while|leave no stone|(?:left|leaving) no stone|a rolling stone|birds of a feather|the grass is|greener on the other|cut my teeth|cutting my teeth|pulling? my weight|go(?:es|ing)? the extra|above and beyond the call|burn(?:t|ed|ing)? the midnight|hit(?:s|ting)? the ground|a square peg|square peg|round hole|jack of all|master of none|you can't make an omelette|can't teach an old dog|old dog new tricks|where there's smoke|the ball is in|in the same boat|bite the bullet|turn(?:ed|ing)? over a new leaf|new leaf|clean slate|start(?:ed|ing)? from scratch|light at the end|end of the tunnel|a blessing in disguise|blessing in disguise|the best of both|both worlds|a leap of faith|second to none|tried and tested|tried and true|worth (?:its|my|his|her|their) (?:weight|salt)|weight in gold|stood the test|test of time|a force to be|the cherry on|icing on the|like a duck to|fish to water|a fish out of|hand in glove|fits? like a glove|made in heaven|the stars (?:align|aligned)|meant to be|music to my|dream come true|the real deal|a breath of fresh|breath of fresh air|bottom of my heart|heart of gold|rose-tinted|raring to go|chomping at|champing at",
            r"firm believer|strong believer|i (?:truly |firmly |strongly )?believe in (?:myself|hard work|people|teamwork)|listen to (?:my|your|one's) heart|follow(?:s|ed|ing)? (?:my|her|his|your|their|one's) (?:heart|passion|dreams?|bliss|gut)|wear(?:s|ing)? (?:many|several|different|a lot of) hats|think(?:s|ing)? on (?:my|your|his|her) feet|born for|(?:rise|rising|rose) to the (?:challenge|occasion)|raise(?:d|s)? the bar|set(?:s|ting)? the bar|ahead of the (?:curve|game)|in the trenches|boots on the ground|all hands on deck|stepping[- ]stone|uncharted (?:waters|territory)|perfect storm|tip of the iceberg|bring(?:s|ing)? to the table|at the end of the day|when all is said and done|at the coal ?face|the whole nine yards|hundred (?:and ten )?per ?cent|110 ?%|give it my all|giv(?:e|es|en|ing) (?:it )?(?:my|one's|his|her) all|leaps and bounds|blood,? sweat|onwards? and upwards?|first and foremost|last but not least|needless to say|think big|dream big|sky(?:'s| is)|aim high|carpe diem|seize the day|make lemonade|step up to the plate|knock it out of|(?:hit|knock)(?:s|ing)? it out|home run|win-win|quick wins?|low[- ]hanging|move the dial|needle|drill down|deep[- ]dive|helicopter view|blue[- ]sky|joined?[- ]up|join (?:up )?the dots|connect the dots|put our heads together|pick your brains?|singing from|hymn sheet|elephant in the room|no[- ]brainer|paradigm|out-and-out|all-round(?:er)?|good egg|finger on the pulse",
        ),
        "disparaging": (
            r"(?:couldn't|could not|wouldn't|would not) (?:organi[sz]e|run|spot|recogni[sz]e|lead|know|fight|boil|hit) (?:an? |his |her |their |its |the |one )?(?:\w+ ){0,5}(?:if|from|in an?|with both|without)|(?:wouldn't|would not|doesn't|does not|didn't|did not) know (?:an? |the |his |her |one )?(?:\w+ ){1,5}(?:if|from)|(?:could not|couldn't|cannot|can't) be bothered|(?:not|hardly|scarcely|never) (?:exactly )?the (?:sharpest|brightest|quickest|fastest)|more (?:style|talk|hair|noise|luck) than|one (?:sandwich|card|brick|screw) (?:short|loose)|not all there|asleep at the|nod(?:ded|s|ding)? off|half[- ]asleep|phon(?:es|ed|ing) it in|dead ?wood|dead weight|jobsworth|seat-?warmers?|warm(?:s|ed|ing)? (?:a|the|his|her) (?:seat|chair)|empty suits?|paper[- ]pushers?|pen[- ]pushers?|box[- ]tick\w*|bean[- ]counters?|amateur hour|shambles|shambolic|a laughing stock|the blind leading|past (?:it|his best|her best)|over the hill|wet behind|green as grass|out of (?:his|her|their) depth|over (?:his|her|their) head|in over|all over the place|not a patch on|couldn't hold a candle|not fit to|not worth (?:his|her|their)|clean(?:s|ed)? up after|pick(?:s|ed)? up (?:his|her|their|the) pieces|left (?:a|the|his|her) mess|fooled nobody|fools nobody|who you know|face fits|blue-eyed|teacher's pet|pet (?:candidate|project)|yes[- ]m[ae]n|lapdogs?|puppets?|dragging (?:his|her|their) (?:feet|heels)|on autopilot|in (?:his|her|their) sleep|two left feet|all thumbs|ham-fisted|cack-handed|bull in a china|nobody's home|nobody home|no one at home|thick as|dumb as|dull as|about as (?:\w+ )as|as much use as|as useful as|chocolate (?:teapot|fireguard)",
        ),
        "false_urgency": (
            r"(?:am|'m|be|is|be already|already|are) spoken for|off the market|snapped up|the clock is|clock's ticking|tick(?:ing|s)? (?:down|away)|now or never|before it is too late|before it's too late|window (?:is|will be) (?:closing|closed)|time is running|running out of time|(?:will|won't|cannot|can't|not) (?:keep|wait) (?:for ?ever|long|much longer|any longer)|first come|hold(?:ing)? (?:a|the|my) (?:place|seat|offer) (?:only )?(?:until|till)",
        ),
        "begging": (
            r"(?:I would|I'd|I will|I'll) (?:give|do|take|accept|sweep|scrub|work) (?:anything|everything|whatever|any \w+|the floors?|for (?:nothing|free|less|peanuts|half))|(?:on|down on) (?:my )?(?:bended )?knees?|throw(?:ing)? myself|at your mercy|have mercy|take pity|pity on|(?:please,? ){2,}|anything at all|however (?:small|humble|low)",
        ),
        "blame": (
            r"(?:beats me|beyond me|a mystery to me|lost on me) (?:how|why|that|what)|made up (?:its|their|your|his|her) minds? (?:before|long|already|beforehand)|(?:lay|laid|put|place) (?:it|this|that|the blame) (?:at|down to|on) (?:the|your) (?:door|panel|feet)|as (?:any|a) decent (?:\w+ )?(?:would|people|outfit|firm|company|employer)|(?:would|might|could) have been (?:decent|kind|fair|civil|polite|honest|courteous|only fair|nice|good manners)(?: \w+){0,2} (?:to|if|had|of)|not so much as|without so much as|no way to treat|(?:any|common|basic) (?:courtesy|decency|manners)|the courtesy of|the decency (?:of|to)|not even (?:a|an|the|one)|you people",
        ),
    },
    "de": {
        "cliche": (
            r"man sieht sich (?:immer )?(?:zweimal|zwei Mal)|aufgeschoben ist|Ende gut|wer nicht wagt|wo (?:ein )?Wille|was (?:mich|uns|einen) nicht umbringt|stärker macht|macht (?:mich|uns|einen) stärker|Rom wurde|nicht an einem Tag|Not macht|Zeit heilt|kommt Zeit|morgenstund\w*|steter Tropfen|es ist noch kein Meister|Meister vom Himmel|viele Köche|gut Ding|Geduld bringt|Hochmut kommt|jeder ist seines|seines Glückes|andere Mütter|jedes Ende|in jedem Ende|wenn sich eine Tür|Tür (?:schließt|zugeht|aufgeht)|alles hat seinen|nichts geschieht ohne|nach dem Regen|auf Regen folgt|Hinfallen|hinterher ist man|im Nachhinein ist man|Rückschlag (?:ist|als)|es ist, wie es ist|Zähne zusammen|Ärmel hoch\w*|Ärmel hochkrempeln|an einem Strang|Strang ziehen|Herzblut|über den Tellerrand|Tellerrand|auf Augenhöhe|am Ball bleiben|den Stein ins Rollen|ins gemachte Nest|Brücken (?:bauen|schlagen)|frischen Wind|frischer Wind|neue Ufer|neuen Ufern|roter Faden|am Ende des Tages|hundertzehn Prozent|hundert Prozent|110 Prozent|alles geben",
        ),
        "disparaging": (
            r"heilfroh|Grütze im|nichts im Kopf|Stroh im|(?:keinen|keine|nicht einmal einen) \w+ (?:halten|finden|führen|organisieren) (?:können|kann|könnte)|nicht die hellste|hellste (?:Kerze|Birne)|das Pulver nicht|Tomaten auf|zwei linke|Schlafmütze|Schnarchnase|Sesselfurzer|Sesselkleber|Wichtigtuer|Angeber|Großmaul|Dampfplauderer|Selbstdarsteller|Schaumschläger|Emporkömmling|Ja-?sager|Aktenschieber|Erbsenzähler|Korinthenkacker|Sauladen|Saftladen|Chaostruppe|nicht bis drei|bis drei zählen|den Hintern|auf dem Schlauch|eine Katastrophe|Fehlbesetzung|Notlösung|zweite Wahl|zweite Garnitur|eingenickt|gegähnt|verschlafen hat|nichts auf die Reihe|auf die Reihe|heiße Luft|große Klappe|hinterherräumen|ausbaden|kann (?:er|sie) nicht das Wasser",
        ),
        "false_urgency": (
            r"(?:bin|wäre) ich (?:vergeben|weg|fort|nicht mehr (?:da|frei|zu haben))|anderweitig (?:vergeben|gebunden)|vom Markt|letzte (?:Chance|Gelegenheit)|jetzt oder nie|die Zeit drängt|die Uhr tickt|tickt die Uhr|sonst (?:unterschreibe|bin|nehme|gehe) ich|andere (?:warten|stehen) (?:schon|bereits)|Schlange stehen|wer zuerst kommt",
        ),
        "begging": (
            r"irgend(?:eine|etwas|was) für mich|ich (?:würde|täte) alles|(?:ich )?mache alles|alles, was Sie wollen|auf Knien|auf den Knien|flehe|fleh\w+|erbarmen|erbarmt|nehmen Sie mich|egal was|zur Not auch|und sei es|bitte,? bitte|aus tiefstem Herzen",
        ),
        "blame": (
            r"(?:lassen|ließen|lässt|ließ) (?:Sie |man |er |sie )?mich (?:\w+ )?(?:hängen|sitzen|warten|zappeln|im Regen)|Funkstille|so geht man nicht|kein(?:e)? Art|abgekartet\w*|hätte(?:n)? (?:man |Sie )?(?:mir|uns) (?:\w+ )*(?:ersparen|sparen|sagen)|ersparen können|längst (?:fest|entschieden|vergeben|alles)|anständig gewesen|Anstand|geschweige denn|von Ihnen kam|kam nichts|spricht Bände|sagt viel über|tief blicken",
        ),
    },
    "fr": {
        "cliche": (
            r"après la pluie|le beau temps|tout vient à point|qui ne tente rien|Rome ne s'est|pas faite en un jour|ce qui ne (?:me |nous |vous )?tue|rend plus fort|rendu plus fort|petit à petit|l'union fait|mieux vaut tard|vouloir,? c'est|quand on veut|l'avenir appartient|impossible n'est|la roue tourne|une porte se ferme|porte qui se ferme|une fenêtre s'ouvre|chaque échec|d'un mal|un mal pour|c'est la vie|le temps (?:dira|guérit)|rien n'arrive par hasard|on n'a rien sans rien|la balle est dans|l'habit ne fait|jamais deux sans|ce n'est que partie|partie remise|comme on dit|comme dit (?:le|l'|on)|mouiller (?:la|ma) chemise|retrousser (?:les|mes|nos) manches|donner le meilleur|cent dix pour cent|110 ?%|200 ?%|à fond|à cent pour cent|sortir de ma zone|zone de confort|gagnant-gagnant|faire bouger les lignes|tirer vers le haut|se surpasser|la tête sur les épaules|le vent en poupe|à bras ouverts",
        ),
        "disparaging": (
            r"à ce qu'on dit|n'(?:a|avait) (?:jamais )?(?:dû|su|pu|fait|ouvert|vu|lu) (?:\w+ ){0,6}(?:sans|que|sa vie)|pas (?:la )?lumière|inventé (?:la poudre|l'eau|le fil)|deux mains gauches|pieds? nickelés?|bras cassés?|branleur|planqué|rond-de-cuir|béni-oui-oui|pistonnée?|piston|bras long|coquille vide|beau parleur|grande gueule|m'as-tu-vu|incompétence|amateurisme|pétaudière|foutoir|bras droit de personne|bon courage avec|je vous souhaite bien du|bien du plaisir|s'endormait|s'est endormi|somnolait|à moitié endormi|pas fichu|n'est pas capable|ne sait pas tenir|second choix|choix par défaut|faute de mieux|dans les jambes",
        ),
        "false_urgency": (
            r"aujourd'hui même|dès (?:ce soir|demain|aujourd'hui)|c'est maintenant ou|maintenant ou jamais|le temps presse|l'horloge tourne|je ne (?:pourrai|peux) (?:plus )?(?:attendre|patienter)|je ne serai plus (?:libre|disponible)|je serai (?:prise?|parti\w*|engagée?)|(?:on|d'autres|ils) (?:m'attend|attendent|me pressent)|premier arrivé",
        ),
        "begging": (
            r"prenez-moi|choisissez-moi|à genoux|je vous en (?:supplie|conjure|prie,? prenez)|n'importe quoi|tout ce que vous (?:voudrez|voulez)|ayez pitié|pitié|du fond du cœur|même (?:bénévolement|gratuitement|sans salaire|à moitié)|je ferai(?:s)? (?:tout|n'importe)|une dernière chance|une petite place",
        ),
        "blame": (
            r"en dit long|il suffisait de|il (?:aurait|eût) (?:suffi|été)|vous auriez (?:pu|dû)|on aurait (?:pu|dû)|m'(?:épargner|éviter|auriez)|la moindre (?:réponse|nouvelle|politesse|des choses|explication)|la moindre des|pas même un\w*|pas un mot|joué d'avance|jeux étaient faits|en plan|drôle de façon|belle façon|quelle (?:politesse|considération|éducation)|on ne traite pas",
        ),
    },
    "es": {
        "cliche": (
            r"no hay mal que|por bien no venga|quien no arriesga|a quien madruga|Roma no se|lo que no (?:me |te |nos )?mata|(?:me|te|nos) hace(?:n)? más fuerte|después de la (?:tormenta|tempestad)|más vale tarde|querer es poder|el que la sigue|poco a poco se|una puerta se cierra|cuando una puerta|el tiempo (?:dirá|lo cura|pone)|todo pasa por algo|todo llega|las cosas pasan por|así es la vida|de los errores se|de todo se aprende|la unión hace|dos cabezas|en equipo se|sudar la|ponerse las pilas|doy (?:el|lo) (?:extra|mejor|máximo|cien|todo)|dar (?:el|lo) (?:extra|mejor|máximo|cien|todo)|el cien por cien|110 ?%|ciento diez por|kilómetro extra|milla extra|granito de arena|zona de confort|ganar-ganar|pensar fuera de|fuera de la caja|marcar la diferencia|al pie del cañón|dejarme la piel|dejar(?:se)? la piel|dar la talla|a prueba de balas|con los brazos abiertos|al fin y al cabo|borrón y cuenta|agua pasada|dicho y hecho|como dice el (?:dicho|refrán)|como se dice",
        ),
        "disparaging": (
            r"no (?:distingu\w+|sab\w+ distinguir|encontraría|reconocería) (?:ni )?(?:un|una|el|la|los|las) (?:\w+ ){1,4}(?:de|ni)|perdería (?:un|una|el|la|hasta)|ni idea de|no da (?:una|pie)|no tiene (?:ni idea|dos dedos)|dos dedos de frente|no es (?:ninguna lumbrera|muy list[oa]|precisamente)|las luces justas|enchufad[oa]s?|enchufe|chupatintas|calientasillas|lameculos|pelota|trepas?|figurón|cantamañanas|vendehúmos|vende humo|bocazas|mucho ruido|más cara que|chapuz\w+|chapucer\w+|casa de locos|un circo|de pacotilla|de segunda|segundo plato|a dedo|manta|le queda grande|grande el puesto|se dormía|se durmió|dormitaba|bostezaba|buena suerte con|que les aproveche|allá ustedes",
        ),
        "false_urgency": (
            r"(?:mañana|el \w+) (?:ya )?(?:no estaré|estaré comprometid\w+|firmo)|ahora o nunca|el tiempo apremia|el reloj corre|no puedo esperar más|me (?:esperan|reclaman|presionan)|otros (?:esperan|me esperan)|quien primero|el primero que",
        ),
        "begging": (
            r"(?:tóme|elíja|escója|cója|contráte)(?:n)?me|de rodillas|se lo (?:suplico|ruego|imploro)|cualquier cosa|haría (?:lo que|cualquier|todo)|hago lo que|tenga(?:n)? (?:piedad|compasión)|aunque sea (?:de|gratis|sin|a media|barriendo)|por (?:favor,? ){2,}|desde el fondo|un huequito|cualquier hueco",
        ),
        "blame": (
            r"(?:menuda|vaya|qué) (?:educación|falta|manera|forma de|seriedad)|ni (?:siquiera|una (?:línea|palabra|llamada|respuesta))|de haber(?:se|me|lo)? (?:molestado|sabido|preguntado|dicho|avisado)|podían haber|podrían haber|debieron|deberían haber|me (?:dejaron|han dejado|tienen|tuvieron) (?:colgad\w+|tirad\w+|esperando|plantad\w+|en vilo)|dice mucho de|así no se trata|estaba (?:todo )?(?:decidido|amañado|pactado|cantado)|todo amañado|ya tenían a|silencio de|callada por",
        ),
    },
}
