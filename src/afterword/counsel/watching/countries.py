"""Countries as boards print them, by their two letters (ISO 3166-1), also by the names of their states."""

from __future__ import annotations

_NAMED = """
AG antigua and barbuda;BI burundi;BJ benin,bénin;BT bhutan;BZ belize;DJ djibouti;ER eritrea;GA gabon;GD grenada;GM gambia,the gambia
GY guyana;HT haiti,haïti;IR iran;KG kyrgyzstan;KI kiribati;KM comoros;LC saint lucia;LR liberia;LS lesotho;LY libya,libyen
MR mauritania,mauritanie;NE niger;PF french polynesia,polynésie française;NC new caledonia,nouvelle-calédonie;PS palestine;SB solomon islands
SC seychelles;SD sudan;SL sierra leone;SM san marino;SO somalia;SR suriname;SS south sudan;SY syria;SZ eswatini;TD chad,tchad;TG togo
TJ tajikistan;TL timor-leste;TM turkmenistan;TO tonga;VC saint vincent and the grenadines;VU vanuatu;WS samoa;XK kosovo;YE yemen
AD andorra;AE united arab emirates,uae,dubai;AF afghanistan;AL albania;AM armenia;AO angola;AR argentina,argentinien
AT austria,österreich,autriche,oostenrijk;AU australia,australien,australie,australië;AZ azerbaijan;BA bosnia and herzegovina,bosnia
BB barbados;BD bangladesh;BE belgium,belgië,belgique,belgien,bélgica,belgio,belgia;BF burkina faso;BG bulgaria,bulgarien,bulgarie
BH bahrain;BM bermuda;BN brunei;BO bolivia;BR brazil,brasil,brasilien,brésil;BS bahamas,the bahamas;BW botswana;BY belarus
CA canada,kanada;CD democratic republic of the congo,dr congo;CH switzerland,schweiz,suisse,zwitserland,svizzera,suiza
CI ivory coast,côte d'ivoire;CL chile;CM cameroon,cameroun;CN china,chine;CO colombia,kolumbien;CR costa rica;CU cuba
CV cabo verde,cape verde;CY cyprus,zypern,chypre;CZ czechia,tschechien,czech republic,česko;DE germany,deutschland,allemagne,duitsland,alemania,alemanha,germania,niemcy,tyskland
DK denmark,danmark,dänemark,danemark;DO dominican republic;DZ algeria,algérie;EC ecuador;EE estonia,estland,eesti;EG egypt,ägypten,égypte
ES spain,españa,spanien,espagne,spanje,spagna,espanha;ET ethiopia;FI finland,suomi,finnland,finlande;FJ fiji;FR france,frankreich,frankrijk,francia,frança,francja,frankrike
GB uk,england,scotland,wales,united kingdom,great britain,northern ireland,vereinigtes königreich,royaume-uni;GE republic of georgia;GH ghana
GR greece,griechenland,grèce;GT guatemala;HK hong kong;HN honduras;HR croatia,kroatien,hrvatska;HU hungary,ungarn,hongrie,magyarország
ID indonesia,indonesien;IE ireland,irland,irlande,ierland,irlanda;IL israel;IN india,indien,inde;IQ iraq;IS iceland,island;IT italy,italia,italien,italie,italië,włochy
JM jamaica;JO jordan country;JP japan,japon;KE kenya,kenia;KH cambodia;KR south korea,korea;KW kuwait;KY cayman islands;KZ kazakhstan
LA laos;LB lebanon,liban;LI liechtenstein;LK sri lanka;LT lithuania,litauen,lietuva;LU luxembourg,luxemburg;LV latvia,lettland,latvija
MA morocco,maroc,marokko;MC monaco;MD moldova;ME montenegro;MG madagascar;MK north macedonia;ML mali;MM myanmar;MN mongolia;MO macau
MT malta;MU mauritius;MV maldives;MW malawi;MX mexico,méxico,mexiko,mexique;MY malaysia;MZ mozambique,moçambique;NA namibia
NG nigeria;NI nicaragua;NL netherlands,the netherlands,nederland,niederlande,pays-bas,holanda,países bajos,holandia;NO norway,norge,norwegen,norvège
NP nepal;NZ new zealand,neuseeland,aotearoa;OM oman;PA panama,panamá;PE peru,perú;PG papua new guinea;PH philippines;PK pakistan
PL poland,polen,pologne,polska,polonia;PR puerto rico;PT portugal;PY paraguay;QA qatar;RO romania,rumänien,roumanie,românia
RS serbia,serbien,srbija;RU russia,russland;RW rwanda;SA saudi arabia;SE sweden,sverige,schweden,suède,zweden,suecia;SG singapore,singapur,singapour
SI slovenia,slowenien,slovenija;SK slovakia,slowakei,slovensko;SN senegal,sénégal;SV el salvador;TH thailand;TN tunisia,tunisie
TR turkey,türkiye,türkei;TT trinidad and tobago;TW taiwan;TZ tanzania;UA ukraine;UG uganda;US usa,us,u.s.,united states,united states of america,vereinigte staaten,états-unis
US alabama,alaska,arizona,arkansas,california,colorado,connecticut,florida,hawaii,idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi
US missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,virginia,west virginia,wisconsin,wyoming
CA alberta,british columbia,manitoba,new brunswick,newfoundland and labrador,nova scotia,ontario,québec,quebec,saskatchewan;AU new south wales,queensland,south australia,tasmania,western australia
TR turchia,turquie,turquía,turquia,turkije,turkiet,tyrkiet,turcja;CH suíça,sveits,szwajcaria;SE svezia,suécia,sverige,szwecja;DK danimarca,dinamarca,denemarken,dania
GR grecia,grécia,griekenland,grekland,grækenland,grecja;US stati uniti,estados unidos,états-unis,verenigde staten,förenta staterna,stany zjednoczone
GB regno unito,reino unido,verenigd koninkrijk,storbritannien,inghilterra,inglaterra,wielka brytania;NL paesi bassi,países baixos,nederländerna,nederlandene,holandia
EG egitto,egipto,egito,egypte,egypten;AE emirati arabi uniti,emiratos árabes unidos,emirados árabes unidos,émirats arabes unis,vereinigte arabische emirate,verenigde arabische emiraten
MA marocco,marruecos,marrocos;CN cina,kina,chiny;JP giappone,japón,japão;BR brasile,brazilië;HU ungheria,hungría,hungria,hongarije,węgry
HR croazia,croacia,croácia,kroatië,croatie;NO norvegia,noruega,noorwegen,norwegia;FI finlandia,finlândia;PT portogallo,portugalia
DE germania,tyskland,niemcy;AT österrike,austria;FR frankrike,frankrig,francja;ES hiszpania,spagna;CZ repubblica ceca,república checa,tsjechië,tjeckien;SA arabia saudita,arábia saudita
UY uruguay;UZ uzbekistan;VE venezuela;VN vietnam,viet nam;ZA south africa,südafrika;ZM zambia;ZW zimbabwe
"""
#: The name as printed, small: its two letters.
COUNTRIES = {
    name: entry.split(" ", 1)[0]
    for line in _NAMED.split("\n")
    for entry in line.split(";")
    if entry.strip()
    for name in entry.split(" ", 1)[1].split(",")
}
#: Only in capitals and after a comma ("Columbus, OH"): two letters that are a state there.
STATES = frozenset(
    [
        "AL",
        "AK",
        "AZ",
        "AR",
        "CA",
        "CO",
        "CT",
        "DE",
        "FL",
        "GA",
        "HI",
        "ID",
        "IL",
        "IN",
        "IA",
        "KS",
        "KY",
        "LA",
        "ME",
        "MD",
        "MA",
        "MI",
        "MN",
        "MS",
        "MO",
        "MT",
        "NE",
        "NV",
        "NH",
        "NJ",
        "NM",
        "NY",
        "NC",
        "ND",
        "OH",
        "OK",
        "OR",
        "PA",
        "RI",
        "SC",
        "SD",
        "TN",
        "TX",
        "UT",
        "VT",
        "VA",
        "WA",
        "WV",
        "WI",
        "WY",
    ]
)
#: The letters behind a town that may be a part of a country ("Raleigh, NC", "Cantù (CO)"), as far as
#: states of America and Canada bear them; what else they stand for is told beside it.
PARTS = {
    "US": STATES,
    "CA": frozenset(["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"]),
    "IT": frozenset(
        [
            "AL",
            "AR",
            "CA",
            "CO",
            "CT",
            "ME",
            "MI",
            "MN",
            "MO",
            "MS",
            "MT",
            "OR",
            "PA",
            "RI",
            "TN",
            "VA",
            "VT",
        ]
    ),
    "BR": frozenset(["AL", "MA", "MS", "MT", "PA", "PE", "SC"]),
    "CH": frozenset(["AR", "NE"]),
    "AU": frozenset(["NT", "WA"]),
}
