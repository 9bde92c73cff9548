"""Large cities that boards print without their country; those that share their name with another are left out.

Known from any atlas (largest and capital cities by UN World Urbanization Prospects), in the spellings
that boards use. A town that is not here says nothing of its country.
"""

from __future__ import annotations

_NAMED = """
AE abu dhabi,dubai,sharjah;AR buenos aires,rosario;AT wien,vienna,graz,linz,salzburg,innsbruck,klagenfurt
AU sydney,melbourne,brisbane,adelaide,canberra,hobart;AZ baku;BD dhaka,chittagong;BE brussels,brussel,bruxelles,antwerp,antwerpen,anvers,ghent,gent,liège,leuven,charleroi,brugge
BG sofia,plovdiv,varna;BH manama;BR são paulo,sao paulo,rio de janeiro,brasília,brasilia,curitiba,belo horizonte,porto alegre,recife,florianópolis,campinas
CA toronto,montreal,montréal,ottawa,calgary,edmonton,winnipeg,québec city,mississauga;CH zürich,zurich,geneva,genève,genf,basel,bern,lausanne,winterthur,luzern,zug,lugano,st. gallen
CL santiago de chile;CN beijing,shanghai,shenzhen,guangzhou,hangzhou,chengdu,suzhou,wuhan,nanjing,tianjin,dalian,qingdao,xi'an;CO bogotá,bogota,medellín,medellin
CR san josé de costa rica;CV mindelo;CY nicosia,limassol,larnaca;CZ prague,praha,brno,ostrava,plzeň
DE berlin,hamburg,münchen,munich,köln,cologne,frankfurt am main,stuttgart,düsseldorf,leipzig,dresden,nürnberg,nuremberg,bremen,hannover,essen,dortmund,mannheim,karlsruhe,schwerin,wiesbaden,mainz
DK copenhagen,københavn,aarhus,odense,aalborg,esbjerg;DO santo domingo;DZ algiers,alger;EC quito,guayaquil;EE tallinn,tartu;EG cairo
ES madrid,barcelona,sevilla,seville,zaragoza,málaga,malaga,bilbao,alicante,murcia,palma de mallorca;ET addis ababa;FI helsinki,espoo,tampere,oulu,turku,vantaa
FR paris,lyon,marseille,toulouse,bordeaux,nantes,strasbourg,lille,rennes,montpellier,grenoble;GB london,manchester,birmingham,leeds,glasgow,edinburgh,liverpool,bristol,sheffield,cardiff,belfast,nottingham,aberdeen
GE tbilisi;GH accra,kumasi;GR athens,thessaloniki,αθήνα;HK hong kong,kowloon;HR zagreb;HU budapest,debrecen,szeged;ID jakarta,surabaya,bandung,denpasar,medan
IE dublin,limerick,waterford;IL tel aviv,tel aviv-yafo,haifa,herzliya;IN mumbai,bangalore,bengaluru,hyderabad,pune,chennai,new delhi,delhi,noida,gurgaon,gurugram,kolkata,ahmedabad
IQ baghdad,erbil;IS reykjavík,reykjavik;IT milan,milano,rome,roma,turin,torino,bologna,naples,napoli,florence,firenze,genoa,genova,verona,padova
JO amman;JP tokyo,osaka,kyoto,yokohama,nagoya,fukuoka;KE nairobi,mombasa;KH phnom penh;KR seoul,busan,incheon;KW kuwait city;KZ almaty,astana
LB beirut;LK colombo;LT vilnius,kaunas;LV riga;MA casablanca,rabat,tangier,marrakech;MM yangon;MO macau;MT valletta,sliema;MU port louis
MX mexico city,ciudad de méxico,monterrey,tijuana,querétaro;MY kuala lumpur,penang,johor bahru,cyberjaya,petaling jaya;MZ maputo,beira;AO luanda;NA windhoek;NG abuja
NL amsterdam,rotterdam,utrecht,eindhoven,the hague,den haag,groningen,tilburg,breda,nijmegen,arnhem,maastricht;NO oslo,bergen,stavanger,trondheim,tromsø;NP kathmandu
NZ auckland,wellington,christchurch,dunedin;OM muscat;PA panama city;PE lima;PH manila,makati,taguig,quezon city,cebu city;PK karachi,lahore,islamabad
PL warsaw,warszawa,kraków,krakow,wrocław,wroclaw,poznań,poznan,gdańsk,gdansk,łódź,lodz,katowice,gdynia;PT lisbon,lisboa,porto,braga,coimbra,faro;QA doha
RO bucharest,bucurești,cluj-napoca,timișoara,timisoara,iași,iasi,brașov;RS belgrade,beograd,novi sad;RU moscow,saint petersburg;RW kigali
SA riyadh,jeddah,jubail,dammam,al khobar,yanbu;SE stockholm,göteborg,gothenburg,malmö,malmo,uppsala,linköping,lund,skövde,umeå,västerås,örebro;SI ljubljana,maribor
SK bratislava,košice,kosice;SN dakar;TH bangkok,chiang mai;TN tunis;TR istanbul,ankara,izmir;TW taipei,taichung,hsinchu,kaohsiung;TZ dar es salaam
UA kyiv,kiev,lviv,kharkiv,odesa;UG kampala;US new york,new york city,nyc,los angeles,san francisco,chicago,boston,seattle,austin,denver,atlanta,houston,dallas,miami,philadelphia,detroit,minneapolis,baton rouge,pittsburgh,nashville,san diego,phoenix,baltimore,salt lake city
UY montevideo;UZ tashkent;VN hanoi,ho chi minh city,da nang;ZA johannesburg,cape town,durban,pretoria;ZM lusaka;ZW harare
"""
#: The city as printed, small: the two letters of its country.
CITIES = {
    name: entry.split(" ", 1)[0]
    for line in _NAMED.split("\n")
    for entry in line.split(";")
    if entry.strip()
    for name in entry.split(" ", 1)[1].split(",")
}
