"""The words of `lexicon` in the languages of the north and the east, and in Portuguese.

The learned reader has heard little of them (ten families in Danish, none in Norwegian, Finnish or
Czech), so there the words must speak: stems of Danish, Swedish, Norwegian, Polish, Czech, Finnish.
"""

from __future__ import annotations

#: By the crafts, the kinds of work and the ranks of `lexicon`.
CRAFTS: dict[str, str] = {
    "quality": r"kvalitet|kvalit|jakoś|jakos[cć]|laatu|laadun",
    "supply chain": r"forsyningsk|försörjningsk|łańcuch\w* dostaw|toimitusketju",
    "logistics": r"logistyk|logistiik",
    "warehouse": r"magazyn|\bsklad|varasto",
    "procurement": r"indkøb|inköp|innkjøp|zakup|nákup|osto(?:päällik|assist)|hankinta",
    "planning": r"planlæg|planlegg|planer(?:are|ing)|planowan|plánov|suunnittelij",
    "production": r"produktion|produksjon|produkcj|výrob|tuotan|\bdrift",
    "maintenance": r"vedligehold|vedlikehold|underhåll|utrzymani\w* ruchu|údržb|kunnossapi|manuten[cç]",
    "safety": r"arbejdsmiljø|arbetsmiljö|arbeidsmiljø|\bbhp\b|bezpečnost práce|työsuojelu|segurança (?:no|do) trabalho",
    "sales": r"\bsalg|sælger|säljare|försäljning|\bselger|sprzedaż|handlow|prodej|obchodn|myyn|myyj|\bvendas",
    "support": r"kundeservice|kundtjänst|obsług\w* klienta|zákaznick|asiakaspalvel|apoio ao cliente",
    "marketing": r"markedsfør|marknadsför|markkinoin",
    "communication": r"kommunikation|kommunikasjon|komunikacj|komunikac|viestin|comunica[cç]ão",
    "people": r"personalechef|kadr\w*|personalist|henkilöst",
    "payroll": r"\bløn|\blön(?!n)|\blønn|\bpłac|\bmzd|palkan",
    "accounting": r"regnskab|regnskap|redovisning|bogholder|bokholder|księgow|účet|kirjanpi|contabil",
    "controlling": r"økonomistyr|ekonomistyr",
    "finance": r"\bøkonomi|\bekonomi(?:chef|ansvar|assist|avd)|finans|talous",
    "tax": r"\bskat|\bskatt|podatk|\bdaň|\bvero(?:asian|tus)",
    "law": r"\bjurist|\badvokat|prawn|právn|lakimie|jurídic",
    "risk": r"\brisiko|ryzyk|\brizik|\briski",
    "project": r"projekt|prosjekt|projekti|projet[oa]",
    "product": r"\bprodukt(?!ion)|tuotepääl|\bprodut[oa]",
    "data": r"\bdane\b|\bdanych\b|\bdat\b",
    "analytics": r"analityk|analytik|analyytik",
    "software": r"\budvikler|\butvecklare|\butvikler|programist|vývojář|ohjelmisto|programador",
    "electrical": r"elektr|sähkö",
    "mechanical": r"mekanik|maskin(?:ing|konstr|mest)|mechanik|strojn|konepaja|mecânic",
    "civil": r"\bbygg|\banlæg|\banlegg|budowl|staveb|rakennus|constru[cç]",
    "energy": r"vindkraft|vindmøll|energi",
    "water": r"\bvand|\bvatten|\bvann",
    "sustainability": r"\bmiljø|\bmiljö|bæredygt|hållbar|bærekraft|środowisk|životní prostřed|ympärist|ambient",
    "nursing": r"sygeplej|sjuksköt|sykeplei|pielęgniar|zdravotní sest|sairaanhoit",
    "medicine": r"\blæge|\bläkare|\blege\b|\boverlege|\boverlæge|lekarz|\blékař|lääkär",
    "teaching": r"\blærer|\blärare|pædagog|pedagog|nauczyciel|učitel|opettaj|förskol|\bprofessor",
    "research": r"forsker|forskare|forskning|badawcz|výzkum|tutki(?:ja|mus)",
    "kitchen": r"\bkok\b|\bkock\b|\bkokk\b|køkken|\bkökschef|kucharz|kuchař|\bkokki|cozinh",
    "store": r"\bbutik|\bbutikk|\bsklep|prodejn|myymäl|\bloja",
    "customs": r"\btold|\btullklar|\bceln[ay]|\bcelní|\btulli",
    "security": r"sikkerhed|säkerhet|sikkerhet|bezpieczeń|bezpečnost(?! práce)|turvallis|seguran[cç]a(?! (?:no|do) trabalho)",
    "design": r"\bdesigner|projektant|návrhář|muotoil",
    "operations": r"opera[cç][oõ]es",
    "insurance": r"forsikr|försäkr|ubezpiecz|pojišť|vakuutus|\bseguros\b",
    "policy": r"\bpolitikk?\b|polityk",
}
#: Crafts for which `lexicon` has no word of its own.
OTHERS: tuple[tuple[str, str], ...] = (
    ("food safety", r"food safety|lebensmittelsicher|voedselveilig|seguridad alimentaria|segurança alimentar|sécurité alimentaire"
     r"|fødevaresikker|livsmedelssäker|mattrygg|bezpieczeństw\w* żywności|elintarviketurv"),
)  # fmt: skip
WORKS: dict[str, str] = {
    "engineer": r"ingeniør|ingenjör|inżynier|inženýr|insinöör|engenheir|\budvikler|\butvecklare|\butvikler|programist|vývojář",
    "analyst": r"analytiker|analityk|analytik|analyytik|analista",
    "consultant": r"konsulent|konsult|rådgiv|doradc|poradc|neuvonant|consultor",
    "technician": r"tekniker|\bmontør|\bmontör|technik\b|asentaja|técnic",
    "lead": r"\w*(?:chef|leder|ledare|sjef)\b|kierownik|dyrektor|vedoucí|ředitel|päällik|johtaja|diretor",
    "specialist": r"medarbejder|medarbetare|medarbeider|specjalist|asiantuntija|handläggar|saksbehandl|sagsbehandl|koordinator|especialista|coordenador",
    "assistant": r"assistent|asystent|asistent|avustaja",
    "nurse": r"sygeplejerske|sjuksköterska|sykepleier|pielęgniar|sairaanhoitaj",
    "doctor": r"\blæge|\bläkare|\blege\b|lekarz|\blékař|lääkär",
    "lawyer": r"\bjurist|\badvokat|prawnik|právník|lakimie",
    "buyer": r"indkøber|inköpare|innkjøper|kupiec|nákupčí",
    "accountant": r"bogholder|bokholder|redovisningsekonom|księgow|účetní|kirjanpitäj",
    "representative": r"\bsælger|\bsäljare|\bselger|handlowiec|obchodní zástup|myyjä|myyntiedust",
}
RANKS: tuple[tuple[int, str], ...] = (
    (7, r"\badm\.? ?dir|\bverkställande dir|\bprezes|generální ředitel|toimitusjohtaj"),
    (6, r"\bdirektør|\bdirektör|\bdyrektor|ředitel|johtaja\b|diretor"),
    # a "kvalitetschef" is a quality manager and more
    (5, r"\w+(?<!projekt)(?<!prosjekt)(?<!hold)(?:chef|sjef|leder|ledare)\b|\bteamleder|\bteamledare|\bgruppeleder|\bgruppchef|\bafdelingsleder|\bavdelingsleder|\bkierownik|\bvedoucí|\bpäällik"),
    (4, r"\bseniorn?[a-zæøåäö]|\bstarszy|\bstarší"),
    (2, r"\bjuniorn?[a-zæøåäö]|\bmłodszy|\bmladší|nyuddann|nyutdann|nyexaminer"),
)  # fmt: skip
