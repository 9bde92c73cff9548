"""Head nouns of role titles across trades and languages, and the words around a title."""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.reading.company.spelling import fold
from afterword.reading.role.trades import ENDINGS, NO_TRADE, TRADES_MORE


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words a title turns on; folded.
HEADS = _words(
    "accompanist actuary adjuster administrator adviser advisor agent agronomist ambassador "
    "analyst animator apprentice apprenticeship arborist architect archivist artist assembler "
    "assessor assistant associate attendant attorney auditor author baker barber barista "
    "bartender biologist bookkeeper bosun bricklayer broker butcher buyer captain "
    "caretaker carer carpenter cartographer cashier caseworker ceo cfo chaplain chef chemist "
    "chief clerk cleaner clinician cook coo coach cto conductor conservator consultant controller "
    "cook "
    "coordinator copywriter counsel counsellor counselor courier curator dancer dealer dentist "
    "designer developer director dispatcher doctor driver economist editor educator electrician "
    "engineer "
    "estimator examiner executive faculty fabricator farmer farmhand fellow fitter firefighter "
    "fisher florist forester foreman fundraiser gardener geologist glazier grower guard guide "
    "hand handler handyman head headteacher housekeeper "
    "hygienist inspector installer instructor intern internship interpreter investigator janitor "
    "jeweller joiner journalist judge keeper labourer laborer landscaper lawyer lead leader "
    "lecturer librarian lifeguard lineman linguist "
    "loader machinist manager marketer mason matron mate mechanic merchandiser messenger "
    "metallurgist midwife miller millwright miner moderator musician negotiator nurse "
    "nutritionist officer operative operator optician "
    "optometrist organiser organist organizer packer painter paralegal paraeducator paramedic "
    "partner pastor patternmaker pharmacist photographer physicist physiotherapist picker pilot "
    "pipefitter planner plasterer player plumber porter postdoc potter practitioner "
    "president principal printer producer professor programmer psychologist ranger receptionist "
    "recruiter registrar rep reporter representative researcher rigger roofer sailor saleswoman "
    "salesperson salesman scaffolder scheduler scientist sculptor seamstress "
    "secretary sergeant server setter shepherd solicitor specialist statistician steward "
    "stonemason storekeeper strategist superintendent supervisor surgeon surveyor tailor teacher "
    "technician technologist temp tester therapist toolmaker trader trainee trainer translator "
    "treasurer turner tutor underwriter usher valuer vet veterinarian vicar viola violinist "
    "waiter waitress warden warehouseman watchmaker weaver welder "
    "worker writer yardman "
    # German
    "arzt arztin azubi ausbildung bauer bauerin beamter beamtin backer backerin betreuer "
    "betreuerin buchhalter buchhalterin chemikant disponent disponentin drogist drogistin "
    "einkaufer erzieher erzieherin fachangestellte fachfrau fachkraft fachmann fahrer fahrerin "
    "forster gartner gartnerin "
    "gesellin geselle hausmeister hebamme helfer helferin hilfskraft hauer ingenieur ingenieurin "
    "jurist juristin justiziar kauffrau kaufmann koch kochin kraft lageristin lagerist landwirt "
    "laborant laborantin lehrer lehrerin lehrkraft lehrling leiter leiterin lektor lektorin "
    "leitung logopadin maler malerin maurer mechaniker mechatroniker "
    "meister meisterin mfa mitarbeiter mitarbeiterin monteur musiker notfallsanitater padagoge "
    "padagogin pfarrer pfleger pflegerin pflegefachkraft pflegefachfrau pflegefachmann "
    "physiotherapeut physiotherapeutin praktikant praktikantin praktikum professur professorin "
    "psychologin redakteur redakteurin referent referentin richter sachbearbeiter "
    "sachbearbeiterin sachbearbeitung sanitater schlosser schreiner "
    "schulleiter sekretar sekretarin sozialarbeiter sozialarbeiterin steuerfachangestellte "
    "techniker technikerin tischler tierarztin trainerin verkaufer verkauferin volontariat "
    "volontar volontarin werkstudent werkstudentin winzer zahnarztin zimmerer zusteller "
    # Dutch
    "adviseur apotheker apothekersassistente arts bakker bediende begeleider begeleidster "
    "beheerder beleidsmedewerker bewaker boekhouder bouwvakker chauffeur conducteur consulent "
    "controleur docent doktersassistente heftruckchauffeur hovenier huisarts hoofd jurist kapper "
    "kok kraanmachinist leerkracht leraar lerares leidinggevende lasser "
    "loodgieter magazijnier magazijnmedewerker medewerker medewerkster metselaar monteur notulist "
    "notaris onderhoudstechnieker onderwijzer opvoeder planner plaatser ploegbaas postbode "
    "projectleider schilder schipper schoonmaker secretaresse slager stagiair tandarts technicus "
    "technieker teamleider tuinman verkoper verkoopster verpleegkundige verpleegster verzorgende "
    "voorman wetenschapper winkelmedewerker "
    # French
    "acheteur acheteuse agent agente aide aidesoignante aidesoignant ambulancier analyste "
    "animateur animatrice apprenti apprentie architecte assistante auxiliaire boulanger "
    "boulangere caissier caissiere caviste charge chargee charpentier chauffeur chercheur "
    "chercheuse chirurgien coiffeuse coiffeur comptable conducteur conductrice conseiller "
    "conseillere consultante "
    "controleur couturiere couvreur cuisinier cuisiniere cariste developpeur developpeuse "
    "directeur directrice ebeniste educateur educatrice electricien electromecanicien employe "
    "employee enseignant enseignante ergotherapeute facteur formateur formatrice garde gardien "
    "gestionnaire guide hote hotesse infirmier infirmiere ingenieur ingenieure institutrice "
    "jardinier "
    "juriste laborantin libraire livreur macon magasinier manutentionnaire mecanicien medecin "
    "menuisier monitrice moniteur monteur notaire ouvrier ouvriere patissier patissiere peintre "
    "pharmacien pharmacienne plombier preparateur preparatrice professeur professeure psychologue "
    "redacteur redactrice responsable secretaire serrurier serveur serveuse soudeur soudeuse "
    "stagiaire technicien technicienne traducteur traductrice "
    "vendeur vendeuse veterinaire vigneron centraliste biologiste stage "
    # Spanish, Portuguese, Italian
    "abogado abogada administrativo administrativa albanil analista arquitecto arquitecta asesor "
    "asesora asistente auxiliar ayudante azafata becario bibliotecaria bombero cajera cajero "
    "camarera camarero carpintero carnicero chofer cocinera cocinero comercial comprador "
    "conductor conductora conserje contable contador contadora coordinador coordinadora "
    "costurera dependiente dependienta desarrollador directora director docente electricista "
    "electromecanico encargada encargado enfermera enfermero estilista farmaceutica farmaceutico "
    "fontanero gerente gestor gestora guia ingeniera ingeniero investigador investigadora "
    "jardinero jefa jefe limpiadora maestra maestro mecanico medica medico monitora monitor mozo "
    "oficial operaria operario panadero peon "
    "periodista podador profesor profesora psicologa psicologo recepcionista redactor redactora "
    "repartidor residente secretaria secretario soldador subdirector supervisora tecnica tecnico "
    "teleoperadora tornero trabajadora trabajador traductora vendedor vendedora veterinaria "
    "vigilante "
    "advogada advogado ajudante arquiteta arquiteto assistente bolsista caixa caseiro carpinteiro "
    "carreteiro chefe contabilista cozinheira cozinheiro coordenador coordenadora designer "
    "diretor diretora eletricista empregada empregado encarregado encarregada enfermeira "
    "enfermeiro engenheira engenheiro estagiaria estagiario farmaceutica fisioterapeuta gerente "
    "jornalista marceneiro motorista operador operadora padeiro pasteleira pasteleiro pedreiro "
    "porteiro professora "
    "professor serralheiro soldador tecnica tecnico tradutora vigilante vendedor "
    "addetto addetta agronomo ambientalista analista architetto assegnista assistente autista "
    "avvocato banconista barista bibliotecaria cameriera cameriere capo capoturno capocantiere "
    "commessa commesso consulente contabile coordinatore coordinatrice cuoco cuoca direttore "
    "direttrice docente educatore educatrice elettricista fabbro falegname farmacista "
    "fisioterapista fornaio geometra giardiniere guida impiegata impiegato "
    "infermiera infermiere ingegnere insegnante istruttore istruttrice magazziniere manutentore "
    "medico muratore operaio operaia operatore operatrice ostetrica parrucchiera pasticcere "
    "pasticciera perito pizzaiolo portiere programmatore psicologa restauratore restauratrice "
    "responsabile ricercatore ricercatrice saldatore sarta segretaria segretario tecnico "
    "tirocinante traduttrice veterinaria vetraio "
)
#: Compounds of German and Dutch, and trades by their ending; folded, on words of eight letters up.
_ENDS = re.compile(
    r"(?:fahrer|fuhrer|pfleger|helfer|leiter|leitung|meister|techniker|mechaniker|verkaufer|"
    r"berater|betreuer|arbeiter|bearbeiter|bearbeitung|angestellter?|assistent|therapeut|"
    r"macher|bauer|gartner|"
    r"lehrer|ingenieur|entwickler|planer|einkaufer|prufer|monteur|schlosser|zeichner|laborant|beamte|pfarrer|warter|wirt|pileur|padagoge|sekretar|referent)(?:in)?$|(?:kraft|kauffrau|kaufmann|fachfrau|fachmann|lehre|meisterei|volontariat|praktikum|freiwillige|pflegekraft|arzt|arztin|lehrstelle)$|"
    r"(?:medewerker|medewerkster|kundige|chauffeur|monteur|leider|begeleider|adviseur|"
    r"beheerder|plaatser|technieker|technicus|bakker|leraar|docent|verkoper|assistente?|"
    r"coordinator|hulp|wachter|machinist|deskundige|agoog|bouwer|werker|inspecteur|arbeider|"
    r"bediende|voerder)$|"
    r"(?:ologist|ographer|ician|keeper|maker|smith|wright|master|worker|woman|teacher|manager|"
    r"engineer)$"
)
#: Words that end a title or stand before one, never inside; folded.
BREAKS = _words(
    "your our my the a an this that application applications applying applied apply applicant "
    "candidacy candidature interview interviews invitation invited offer offers offered update "
    "updates decision outcome result status "
    "position role job post posting posts vacancy opening opportunity requisition req ref number "
    "no re fwd regarding about for as at with from to thanks thank you we i us and-your is was "
    "has have been will not are it in on next step steps stage round "
    "reminder confirm confirmed confirmation received submitted submission final first second "
    "third talk chat call conversation meeting question questions news good bad today tomorrow "
    "yesterday thursday friday monday tuesday wednesday "
    "further become becoming seeking closed withdrawn filled cancelled hold pause assessment test "
    "exercise task reference references referees contract letter start date dates details times "
    "time slot shortlist wanted response form registration response changed notice search process "
    "recruiting hiring "
    "ihre ihr deine dein unsere meine bewerbung bewerbungen stelle stellenausschreibung "
    "ausschreibung als bei zur zum fur auf um vom die der das den eine einen ein einer gesprach "
    "vorstellungsgesprach einladung absage zusage angebot eingang eingangsbestatigung unterlagen "
    "ruckmeldung termin verfahren rechts vermittlungsvorschlag vertrag suchen sofort ab "
    "kennziffer nr wir vorstellung "
    "je jouw uw mijn onze sollicitatie vacature kandidatuur functie gesprek uitnodiging aanbod "
    "voor bij over als naar het een betreft afwijzing selectie procedure ontvangst bevestiging "
    "proefdag ingetrokken "
    "votre notre mon poste candidatures entretien convocation offre emploi proposition suite "
    "confirmation pour chez reponse concernant selection recrutement processus rappel concours "
    "affichage dossier refus au "
    "tu su mi nuestra solicitud candidatura entrevista puesto oferta vacante plaza proceso para "
    "como sobre invitacion respuesta convocatoria resultado seleccion inscripcion buscamos cita "
    "postulacion confirmacion una un "
    "sua teu tua minha vaga processo proposta convite concurso resposta inscricao recrutamento "
    "retorno convocacao "
    "colloquio posizione candidatura selezione domanda offerta proposta convocazione esito "
    "riscontro invito lavoro rinuncia ricerca per vostra sua tuo suo risposta "
)
#: A trade's other form: what a woman's title ends in, and what the table then holds.
_FEMININE = (
    ("a", ""),
    ("a", "o"),
    ("in", ""),
    ("euse", "eur"),
    ("trice", "teur"),
    ("trice", "tore"),
    ("ere", "er"),
    ("enne", "en"),
)


@lru_cache(maxsize=16384)
def is_head(word: str) -> bool:
    """Whether a title can turn on this word."""
    folded = fold(word.partition("/")[0])
    if folded in HEADS or folded in TRADES_MORE:
        return True
    if folded in NO_TRADE or folded in BREAKS:
        return False
    if folded.endswith("s") and (folded[:-1] in HEADS or folded[:-1] in TRADES_MORE):
        return True
    for ending, other in _FEMININE:
        if folded.endswith(ending) and folded[: -len(ending)] + other in HEADS:
            return True
    if len(folded) >= 8 and _ENDS.search(folded):
        return True
    if "-" in word and len(word) > 5:  # "vice-president", "sous-cheffe"
        last = fold(word.rpartition("-")[2])
        return last in HEADS or last in TRADES_MORE
    return len(folded) >= 7 and ENDINGS.search(folded) is not None
