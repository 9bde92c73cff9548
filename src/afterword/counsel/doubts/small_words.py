"""Words that hold a sentence together and name nothing, in the seven languages that are read.

Two doubts at two firms were once taken for one because both said “across”. Articles, prepositions,
conjunctions, pronouns, auxiliaries, and adverbs of degree, place and time; by hand from the closed
classes of each language's grammar.
"""

from __future__ import annotations

import re
from functools import lru_cache

_EN = """
    a an the this that these those such same each every either neither both all any some none no not
    aboard about above across after against ahead along alongside amid amidst among amongst around as
    aside at atop away back before behind below beneath beside besides between beyond but by concerning
    despite down during ere except excluding following for from given in including inside instead into
    like minus near nearby next of off on onto opposite out outside over past per plus regarding round
    since than through throughout till to together toward towards under underneath unlike until up upon
    versus via vis with within without worth apart
    and or nor so yet because although though while whilst whereas whether if unless once lest provided
    however therefore thus hence moreover furthermore nevertheless nonetheless otherwise meanwhile
    accordingly consequently anyway regardless
    i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
    she her hers herself it its itself they them their theirs themselves one ones oneself who whom whose
    which what whoever whatever whichever someone somebody something anyone anybody anything everyone
    everybody everything nobody nothing other others another else
    am is are was were be been being have has had having do does did doing done will would shall should
    can could may might must ought need dare used get gets got getting gotten let lets
    very too quite rather really fairly pretty somewhat almost nearly just only even still already ever
    never always often usually sometimes seldom rarely again also perhaps maybe probably possibly
    certainly actually basically essentially especially particularly mainly mostly largely partly
    entirely completely fully exactly simply merely hardly barely enough more most much many less least
    few fewer several lot lots plenty bit little here there where everywhere anywhere somewhere nowhere
    wherever now then when whenever soon later today yesterday tomorrow ago how why well far long
    currently recently previously originally eventually finally initially directly
"""
_DE = """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner dieser diese
    dieses diesen diesem jener jene jenes jeder jede jedes jeden jedem mancher manche manches solche
    solcher solches welche welcher welches welchen alle alles allen aller beide beiden einige einigen
    einiger etliche mehrere mehreren viele vielen vieler wenige wenigen andere anderen anderer anderes
    anders ab an am auf aus außer ausser außerhalb bei beim bis bezüglich binnen dank durch entgegen
    entlang für fuer gegen gegenüber gemäß gemaess hinter hinsichtlich im in ins infolge inmitten
    innerhalb jenseits laut mit mithilfe mittels nach nächst neben oberhalb ohne samt seit seitens statt
    anstatt trotz über ueber um unter unterhalb unweit vom von vor während waehrend wegen wider zu zum
    zur zufolge zwischen und oder aber denn sondern sowie sowohl weder noch doch jedoch dennoch trotzdem
    dass daß ob wenn falls weil da damit obwohl obgleich sobald solange sofern soweit indem nachdem bevor
    ehe sodass deshalb deswegen daher darum somit folglich allerdings außerdem ausserdem zudem ferner
    übrigens ich mich mir mein meine meinen meinem meiner du dich dir dein deine er ihn ihm sein seine
    seinen seinem seiner sie ihr ihre ihren ihrem ihrer ihnen es wir uns unser unsere unseren unserem
    unserer euch euer eure man sich selbst selber jemand niemand etwas nichts wer wen wem wessen was
    bin bist ist sind seid war waren wäre wären gewesen habe hast hat haben hatte hatten hätte hätten
    gehabt werde wirst wird werden wurde wurden würde würden worden geworden kann können konnte konnten
    könnte könnten muss müssen musste mussten müsste müssten soll sollen sollte sollten will wollen
    wollte wollten darf dürfen durfte dürfte mag mögen mochte möchte möchten lassen lässt
    sehr ganz ziemlich recht etwa ungefähr fast beinahe nahezu nur bloß lediglich sogar auch schon
    bereits immer stets oft oftmals häufig manchmal selten nie niemals wieder wiederum vielleicht
    wahrscheinlich vermutlich möglicherweise sicherlich eigentlich grundsätzlich insbesondere besonders
    vor allem hauptsächlich überwiegend teilweise größtenteils vollständig gänzlich genau einfach kaum
    genug mehr meist meistens weniger wenigstens mindestens höchstens hier dort da dahin daraus daran
    dafür dagegen dabei dadurch darauf darüber davon davor dazu hierfür hierzu überall irgendwo nirgends
    wo wohin woher jetzt nun dann danach damals bald später zunächst zuerst zuletzt schließlich endlich
    heute gestern morgen bislang bisher derzeit momentan aktuell aktuellen zurzeit kürzlich vorher
    nachher wie warum weshalb wieso wofür hinweg hinaus
"""
_FR = """
    le la les l un une des du de d au aux ce cet cette ces celui celle ceux celles ceci cela ça chaque
    chacun chacune tout toute tous toutes aucun aucune quelque quelques plusieurs certain certains
    certaine certaines autre autres même mêmes tel telle tels telles quel quelle quels quelles
    à après avant avec chez concernant contre dans depuis derrière dès devant durant en entre envers
    environ hormis hors jusque jusqu malgré moyennant outre par parmi pendant pour près quant sans sauf
    selon sous suivant sur travers vers via voici voilà lors
    et ou ni mais donc or car que qu si comme quand lorsque lorsqu puisque puisqu parce quoique bien
    tandis afin pourtant cependant toutefois néanmoins ainsi alors aussi ensuite puis enfin sinon
    je j me m moi mon ma mes tu te toi ton ta tes il elle on se s soi son sa ses lui nous notre nos vous
    votre vos ils elles eux leur leurs y qui quoi dont où lequel laquelle lesquels lesquelles duquel
    auquel quelqu personne rien
    suis es est sommes êtes sont étais était étions étaient été être serait seraient sera seront ai as a
    avons avez ont avais avait avions avaient eu avoir aurait auraient aura fais fait font faire peux
    peut pouvons pouvez peuvent pouvait pourrait pourraient pouvoir dois doit devons doivent devait
    devrait devraient devoir veux veut voulons veulent voudrait vouloir va vont aller
    très trop assez plutôt presque seulement juste encore déjà toujours souvent parfois rarement jamais
    pas plus moins peu beaucoup tant tellement peut-être probablement surtout notamment principalement
    vraiment complètement entièrement exactement simplement ici là partout ailleurs maintenant bientôt
    tard hier demain aujourd hui longtemps actuellement récemment précédemment combien comment pourquoi
"""
_ES = """
    el la los las lo un una unos unas al del este esta estos estas ese esa esos esas aquel aquella
    aquellos aquellas esto eso aquello cada todo toda todos todas alguno alguna algunos algunas algún
    ninguno ninguna ningún varios varias otro otra otros otras mismo misma mismos mismas tal tales
    ambos ambas a ante bajo con contra de desde durante en entre excepto hacia hasta mediante para por
    según salvo sin sobre tras vía dentro fuera alrededor través respecto
    y e o u ni pero sino aunque porque que si como cuando mientras donde pues así entonces luego además
    también tampoco embargo obstante
    yo me mí mi mis mío tú te ti tu tus él ella ello se sí su sus suyo suya le les nosotros nosotras nos
    nuestro nuestra nuestros nuestras vosotros vosotras os vuestro usted ustedes ellos ellas quien quienes
    cual cuales cuyo cuya qué quién alguien nadie algo nada
    soy eres es somos son era eran fue fueron ser sido sería serían será estoy está están estaba estaban
    estar estado he has ha hemos han había habían haber hay habría tengo tiene tienen tenía tener puede
    pueden podía podría podrían poder debe deben debería deberían deber quiere quieren querer hacer hace
    hacen va van ir vamos
    muy demasiado bastante casi solo sólo solamente incluso aún todavía ya siempre menudo veces nunca
    jamás no más menos poco poca pocos mucho mucha muchos muchas tanto tan quizá quizás probablemente
    especialmente particularmente principalmente realmente completamente totalmente exactamente
    simplemente aquí ahí allí allá ahora después antes pronto tarde ayer mañana hoy actualmente
    recientemente anteriormente cómo cuánto cuándo dónde
"""
_PT = """
    o a os as um uma uns umas ao à aos às do da dos das no na nos nas num numa pelo pela pelos pelas este
    esta estes estas esse essa esses essas aquele aquela aqueles aquelas isto isso aquilo cada todo toda
    todos todas algum alguma alguns algumas nenhum nenhuma vários várias outro outra outros outras mesmo
    mesma mesmos mesmas tal tais ambos ambas ante após até com contra de desde durante em entre exceto
    para perante por segundo sem sob sobre trás através dentro fora respeito
    e ou nem mas porém contudo todavia entretanto embora porque que se como quando enquanto onde pois
    assim então logo além também tampouco
    eu me mim meu minha meus minhas tu te ti teu tua você vocês ele ela eles elas lhe lhes si seu sua
    seus suas nós nosso nossa nossos nossas quem qual quais cujo cuja alguém ninguém algo nada tudo
    sou és é somos são era eram foi foram ser sido seria seriam será estou está estão estava estavam
    estar hei há havia haver tenho tem têm tinha tinham ter tido teria pode podem podia poderia poderiam
    poder deve devem deveria deveriam dever quer querem querer fazer faz fazem vai vão ir vamos
    muito muita muitos muitas demais bastante quase só somente apenas ainda já sempre frequentemente
    vezes nunca jamais não mais menos pouco pouca poucos tanto tão talvez provavelmente especialmente
    particularmente principalmente realmente completamente totalmente exatamente simplesmente aqui aí
    ali lá agora depois antes cedo tarde ontem amanhã hoje atualmente recentemente anteriormente quanto
"""
_NL = """
    de het een dit dat deze die elk elke ieder iedere alle alles al sommige enkele enige verschillende
    meerdere ander andere anderen zelfde hetzelfde dezelfde zulke zo'n beide geen aan achter behalve
    beneden bij binnen boven buiten door gedurende in jegens langs met na naar naast nabij om omstreeks
    onder ondanks op over per rond sinds te ten ter tegen tegenover tijdens tot tussen uit van vanaf
    vanuit vanwege via volgens voor voorbij wegens zonder
    en of maar want dus noch doch echter omdat doordat hoewel ofschoon terwijl als indien tenzij zodat
    zodra zolang mits nadat voordat totdat daarom daardoor bovendien niettemin desondanks toch
    ik mij me mijn jij je jou jouw u uw hij hem zijn haar zij ze wij we ons onze jullie hun hen zich
    zelf iemand niemand iets niets men wie wat welke welk wiens
    ben bent is zijn was waren geweest heb hebt heeft hebben had hadden gehad word wordt worden werd
    werden geworden kan kunt kunnen kon konden zal zult zullen zou zouden moet moeten moest moesten mag
    mogen mocht mochten wil wilt willen wilde wilden laat laten gaat gaan
    zeer heel erg nogal vrij tamelijk bijna haast slechts alleen enkel zelfs ook nog al reeds altijd vaak
    soms zelden nooit weer opnieuw misschien wellicht waarschijnlijk mogelijk eigenlijk vooral
    voornamelijk grotendeels volledig geheel helemaal precies gewoon nauwelijks genoeg meer
    meest minder minst veel vele weinig hier daar er waar overal ergens nergens nu dan toen straks later
    gisteren morgen vandaag momenteel onlangs eerder vroeger hoe waarom wanneer niet
    hierbij hiervoor daarbij daarvoor daarna daarover daarvan waarin waarbij
"""
_IT = """
    il lo la i gli le l un uno una al allo alla ai agli alle del dello della dei degli delle dal dallo
    dalla dai dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col coi questo
    questa questi queste quello quella quelli quelle quei quegli ogni ciascuno tutto tutta tutti tutte
    alcuno alcuna alcuni alcune nessuno nessuna qualche diversi diverse vari varie altro altra altri
    altre stesso stessa stessi stesse tale tali entrambi entrambe a attraverso circa con contro da
    davanti dentro di dietro dopo durante eccetto entro fino fra fuori in intorno lungo malgrado mediante
    oltre per presso prima riguardo salvo secondo senza sopra sotto su tra tramite verso nonostante
    e ed o oppure né ma però perché poiché siccome che se come quando mentre dove quindi dunque così
    allora poi inoltre anche neanche nemmeno tuttavia comunque sebbene benché affinché
    io mi me mio mia miei mie tu ti te tuo tua lui lei egli ella esso essa si sé suo sua suoi sue ci noi
    nostro nostra nostri nostre vi voi vostro vostra loro ne chi cui quale quali qualcuno qualcosa niente
    nulla
    sono sei è siamo siete era erano fu furono essere stato stata stati state sarebbe sarebbero sarà ho
    hai ha abbiamo avete hanno aveva avevano avere avuto avrebbe può possono poteva potrebbe potrebbero
    potere deve devono doveva dovrebbe dovrebbero dovere vuole vogliono volere fare fa fanno va vanno
    andare
    molto molta molti molte troppo abbastanza piuttosto quasi solo soltanto solamente perfino persino
    ancora già sempre spesso volte raramente mai non più meno poco poca pochi tanto così forse
    probabilmente soprattutto specialmente particolarmente principalmente realmente davvero
    completamente totalmente esattamente semplicemente qui qua lì là ovunque adesso ora presto tardi
    ieri domani oggi attualmente recentemente precedentemente quanto
"""
#: Small in their own language, and a thing in it as well.
_THINGS = frozenset({"mine"})
#: Said alike in several languages.
_BORROWED = frozenset({"vis-à-vis", "vis-a-vis"})
SMALL: dict[str, frozenset[str]] = {
    code: frozenset(words.split()) - _THINGS
    for code, words in zip(
        ("en", "de", "fr", "es", "pt", "nl", "it"),
        (_EN, _DE, _FR, _ES, _PT, _NL, _IT),
        strict=True,
    )
}
_PARTS = re.compile(r"[-’']")
_WORD = re.compile(r"[^\W\d_]+")
#: What German writes large out of politeness names nobody's subject.
_POLITE = re.compile(r"(?:sie|ihr\w{0,3}|ihnen)$")


def names_something(word: str, sentence: str) -> bool:
    """Whether a word of a sentence can be what a doubt is about; one made of small words alone cannot.

    Small is what is small in the language the rest of the sentence is in: “car” holds a French
    sentence together and is a thing in an English one.
    """
    small = word.casefold()
    parts = [part for part in _PARTS.split(small) if part]
    for code in _languages(sentence, frozenset(parts)):
        if small in _BORROWED or all(part in SMALL[code] for part in parts):
            return code == "de" and _is_a_noun(small, sentence)
    return True


def _languages(sentence: str, but: frozenset[str]) -> list[str]:
    """The languages whose small words the sentence has most of, leaving some out; English without any."""
    words = [word for word in _told(sentence) if word not in but]
    often = {code: sum(word in known for word in words) for code, known in SMALL.items()}
    most = max(often.values())
    return [code for code, n in often.items() if n == most] if most else ["en"]


@lru_cache(maxsize=512)  # each doubt is held against every other
def _told(sentence: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(sentence.casefold()))


def _is_a_noun(small: str, sentence: str) -> bool:
    """Whether German writes it large inside the sentence: “das Recht” is a thing, “recht gut” none."""
    if _POLITE.match(small):
        return False
    large = re.escape(small[:1].upper() + small[1:])
    return re.search(rf"[\w,;)”\"]\s{large}\b", sentence) is not None
