"""What announces a role title, what may stand between, and what never belongs to one."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: A title may follow these, with an article or preposition between; folded.
BEFORE = _words(
    "application applications apply applying applied applicant candidacy candidature position "
    "positions role roles job jobs post posts vacancy vacancies opening openings offer offered "
    "offering interview interviews "
    "interviewed interviewing appointment appoint appointed hire hired hiring seeking need needs "
    "search searching recruiting recruit recruitment requisition req competition campaign "
    "shortlist shortlisted considered consideration contract advert ad advertised re regarding "
    "form resume cv submission shortlisting looking want stack throwing scheme track forms "
    "title interest interested selection reserve vacant become join start starting work working "
    "bewerbung bewerbungen bewerben beworben bewarben stelle stellen position positionen "
    "ausschreibung ausgeschriebene ausgeschriebenen vorstellungsgesprach gesprach suchen sucht "
    "suche gesucht arbeitsvertrag vertrag angebot anstellung betreff besetzung brauchen bewerber "
    "sollicitatie sollicitaties solliciteren gesolliciteerd solliciteerde vacature functie "
    "kandidatuur gesprek zoeken zoekt positie rol aanstelling betreft job proefdag "
    "poste postes emploi offre recrutement recrute recrutons recherche recherchons cherche "
    "cherchons annonce postule concours entretien fonction fonctions place objet candidate embauche "
    "candidatura candidaturas solicitud puesto plaza vacante cargo oferta entrevista buscamos "
    "busca busco proceso seleccion postulacion postulado inscrito concurso asunto convocatoria "
    "vaga vagas posicao processo funcao lugar posto procuramos proposta assunto inscricao candidatou "
    "candidato selecao vincular recrutamento "
    "posizione ruolo selezione annuncio colloquio domanda cerchiamo cerco offerta contratto serve "
    "ricerca selezionando besoin engager engageons inscrever concorre aanmelding aangemeld "
    "anmeldung interesse interes interesse-por reageerde gereageerd inscrita ofrecemos oferecer "
    "oggetto candidatura assunzione figura mansione proposta"
)
#: Or these, which say it less surely: "as", "als", "comme"; folded.
AS = _words("as als comme como come")
#: Between the two; folded.
BETWEEN = _words(
    "you be become part full time sie ihnen dich dir te u je vous ti pra per un una "
    "for as of to on the a an this that our your called titled new next open "
    "als fur die der das den dem eine einen einer ein eines zur zum auf unsere unserer ihre "
    "van voor het een op naar de onze in "
    "du d la le l les un une au pour comme en tant que notre qualite "
    "el los las una como para al nuestra "
    "o os do da um uma no na nossa "
    "per il lo gli uno di del della dell come da nostra in "
)
#: A title may stand right before these; folded.
BEHIND = _words(
    "role position post job vacancy opening requisition search gig spot competition campaign "
    "opportunity seat slot roles positions posts jobs vacancies interview interviews application "
    "scheme track brief assignment recruitment pool stack wanted seat needed position-s "
    "shortlist gesucht gezocht stelle vacature functie"
)
#: Words no title holds, beside `words.BREAKS`: they end it on either side; folded.
STOPS = _words(
    # English
    "and or but if when while because so than then there here who whom whose which what where how "
    "am be been being do does did done had having can could may might must shall should would "
    "me him her them they he she his their its any all some each every no none both either other "
    "another such same very really still already just only also too again soon today now "
    "please sorry yes hello hi dear hey great lovely quick short brief "
    "before after until during between against under over up down out off back into onto via "
    "went goes going gone come came coming make made making take taken taking get got getting "
    "give given giving keep kept let said says say see seen know known think thought want wanted "
    "like liked find found feel felt send sent read heard hear held hold looking look looks needs "
    "starts started begins joined joining based located reports reporting paused reopened frozen "
    "available unavailable open opened live gone taken over up "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december week month year ref reference number "
    "feedback thoughts note word plan plans change changes delay pause withdrawn withdrawal "
    "regret notice letter email mail message answer reply verdict progress log logged received "
    "arrived viewed seen read open paperwork documents papers docs referees visit tour lunch "
    "coffee gig spot decision panel board rota salary pay visa start confirmed reminder "
    "seat assignment pool recruitment recruiter recruiters scheme track brief action wanted needed "
    "required insights gezocht gesucht region regio regione regiao standort filiale niederlassung "
    "vestiging job post search requisition relief yes no off "
    "one two three few many several more most "
    # German
    "und oder aber wenn weil dass da hier wer was wo wie bin bist ist sind war waren wird werden "
    "wurde worden hat haben hatte kann konnen soll muss mochte mochten sich uns euch ihnen sie er "
    "es man nicht kein keine keinen noch schon nur auch sehr wieder bald heute jetzt bitte danke "
    "mit von vom aus bei beim nach seit uber unter vor zwischen durch gegen ohne in im ins am an "
    "neue neuen neuer neues offene offenen liebe lieber sehr geehrte geehrter guten tag hallo "
    "zwischenbescheid zwischenstand stand status nachricht bescheid info frage fragen antwort "
    "ich du hab habe dein deinen ihren ihrem ihres seinen fruheren fruhere unseren unserem welche "
    "stellenbesetzungsverfahren vertragsangebot einstellen einstellung anfrage ablauf "
    # Verbs that a sentence goes on with behind the title: "für die Stelle X müssen wir …"; folded.
    "konnt konnte konnten konntest mussen musste mussten wollen wollte wollten will durfen darf "
    "durfte durften sollen sollte sollten mogen mochte werdet wurden wurden hatten waren "
    "benotigen benotigt brauchen freuen erwarten bieten bitten haben suchten "
    "herr frau besetzt vergeben zuruckgezogen ruckzug gestoppt pausiert verschoben erledigt "
    # Dutch
    "en of maar als omdat dat die dit deze wie wat waar hoe ben bent is zijn was waren wordt "
    "worden werd heeft hebben had kan kunnen moet zou zal zich ons niet geen nog al ook weer "
    "kunt kon konden moeten moest moesten willen wilde wilden wil mag mogen mocht mochten zullen "
    "zouden blijft blijven nodigen hebt laten "
    "heel graag dank bedankt beste geachte dag hallo met van uit bij na sinds over onder door "
    "tegen zonder in op aan te ter werving opschorting hervatting terugkoppeling bericht besluit "
    "ik wij hij zij kennismaking zaken plek "
    "rapporteert berichtet reporta reportara riporta riportera "
    "beslissing afspraak vraag antwoord stand update intrekking toezegging benoeming vervuld "
    # French
    "ou mais si quand parce que qui dont est sont etait a ont avait peut peuvent doit nous vous "
    "pouvons pouvez devons devez devrons souhaitons souhaitez voulons aimerions avons allons "
    "sommes etes serons avez sera seront serait doivent vont pourrons pourriez "
    "ils elles il elle on ne pas plus deja aussi tres encore bientot merci bonjour madame "
    "monsieur cher chere avec sans sous sur dans vers depuis pendant entre contre point reponse "
    "retour cloture annulation report information infos nouvelles decision bien recue recu "
    "je tu spontanee spontane spontanea une un le la les du au aux abandon "
    "par cette ce cet ces son sa ses leur leurs "
    # Spanish
    "pero cuando porque quien donde es son era fue ha han habia puede pueden debe nos usted "
    "queremos quiere quisieramos tenemos tiene tienen podemos debemos vamos hemos estamos somos "
    "seremos tendremos necesitamos lamentamos deseamos debe deben han sera estara "
    "ustedes no ya tambien muy otra otro gracias hola estimado estimada con sin sobre desde "
    "hasta entre contra por respuesta decision aviso este esta estos estas ese esa su sus le les "
    "yo el los las una busqueda citacion desistimiento avance hoy "
    "se lo fue ser hemos continua cerrado cerrada suspendida "
    # Portuguese
    "mas quando porque quem onde sao era foi tem tinha pode podem deve nao ja tambem muito outra "
    "queremos temos podemos devemos vamos estamos gostariamos precisamos lamentamos "
    "outro obrigado obrigada ola oi prezado prezada com sem sobre desde ate entre contra por "
    "eu o os as um uma no na nos nas em encerrada encerrado hoje "
    "pelo pela resposta decisao aviso este esta esse essa seu sua seus suas se retorno "
    # Italian
    "ma quando perche chi dove sono era stato ha hanno puo deve non gia anche molto altra altro "
    "vorremmo dobbiamo possiamo vogliamo abbiamo siamo desideriamo saranno "
    "grazie ciao gentile salve con senza su sul sulla da dal dalla fino tra fra contro presso "
    "posizione ruolo mansione figura posicao posto lugar funcao processo puesto plaza vacante "
    "io il lo gli rinuncia ricerca domani oggi "
    "risposta decisione avviso questo questa suo sua suoi si e ed ne ci vi nel nella "
)
#: What may join the words of a title.
JOINED = _words("of de di du des da do del della dei delle dell d al alla alle aux")
JOINED_WIDE = _words("and und et y e & im am fur a")
#: These join a field, never a place: "enseignante en cuisine", not "chef en Lyon".
FIELD = _words("en in em")
#: Before these nothing but a small word stands, or they are adjectives; folded.
ADJECTIVES = _words(
    "tecnica tecnico quimica quimico comercial medica medico forense grafica grafico fiscal "
    "administrativa administrativo ejecutiva ejecutivo cientifica cientifico botanico mecanica "
    "mecanico commercial dirigente logistica idraulico volontaire electrica electrico "
)
#: A plain word that stands before a trade after all ("Process Technician", "Third Officer").
SOFT = _words(
    "process stage test contract first second third call response search reference time change date "
    "order final assessment status talk news"
)
#: A name follows these, not a field: "Captain Larbi".
ADDRESS = _words(
    "maitre captain doctor doctora doutor doutora dottor dottore dottoressa avvocato professor "
    "professora pastor capitaine kapitan monsignor sister brother rector"
)
#: A number belongs to a title after these.
NUMBERED = _words(
    "band grade ward year level class groep groupe klasse stufe niveau type scale nivel"
)
#: Process words in one with another: "selectiegesprek", "Bewerbungsverfahren".
PROCESS = (
    "gesprek",
    "gesprach",
    "procedure",
    "verfahren",
    "voorstel",
    "overeenkomst",
    "vertrag",
    "bestatigung",
    "einladung",
    "absage",
    "zusage",
    "ruckmeldung",
    "unterlagen",
    "termin",
    "angebot",
)
#: A post named in one word with its trade: "Psychologenstelle", "bakkersplek".
POSTS = ("stelle", "plek", "functie", "posten", "stellen", "vacature", "baan", "platz")
#: Callings that are as often a plain word, a name or somebody's title: heard only with a cue
#: or where they stand alone; folded.
WEAK = _words(
    "master owner minister pair winder lead head hand guide stage chief temp mate partner coach miller mason baker cook player "
    "chef garde facteur agent agente aide capo caixa judge fellow server guard handler crew host "
    "model tech reader scout companion delegate dean runner cadre commercial ejecutivo ejecutiva "
    "fiscal quimico guida grafica grafico boer editor editorin ober founder founderin president "
    "trainer "
    "manager director recruiter principal leader faculty associate executive officer porter "
    "potter turner tailor sailor hauer koch kok schilder slager bauer fischer maler meister "
    "residente expert experte experten expertin volunteer pupil collector cutter framer fuller "
    "groom maid mentor mover navigator overseer receiver redaktion buchhaltung chirurg "
    "conductor messenger practitioner author artist speaker singer scholar presenter professor "
    "collaborateur collaboratrice colaborador expertes artisan cadet actor actress founders "
    "setter stylist dresser driver pilot trader dealer hulp aiuto auxiliar hilfe faller finisher "
    "assistant assistente operador fundador terapeuta kraft doctor medico jefe jefa chefe "
    "responsable responsabile hoofd maestro maestra mestre maitre autor auteur interprete docent "
    "docente titular portiere guardiano vigile custode presidente giudice regista tutor tutore "
    "worker teller banker cobbler shepherd "
)
#: Whose word it is, not what is offered: "the hiring manager"; folded words in a row.
NOT_OFFERED = frozenset(
    {
        "hiringmanager",
        "linemanager",
        "hiringlead",
        "recruitmentlead",
        "recruitmentpartner",
        "talentpartner",
        "talentacquisitionpartner",
        "teamleader",
        "teamlead",
        "recruiter",
        "talentacquisition",
        "manager",
        "director",
        "partner",
        "referee",
        "referent",
        "referenten",
        "agent",
        "assistant",
        "bewerber",
        "candidat",
        "candidate",
        "candidato",
        "candidata",
        "kandidaat",
        "professor",
        "doctor",
        "chef",
        "head",
        "lead",
        "mate",
        "hand",
        "stage",
        "guide",
    }
)
#: A rank says nothing without its field: "Associate, Private Client".
RANKS = _words(
    "associate fellow instructor manager executive director teacher doctor lead graduate lecturer "
    "professor registrar"
)
