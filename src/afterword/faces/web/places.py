"""Places that the list of time zones calls otherwise: countries, and large cities under another's name.

A country is here where all, or all on its mainland, live by one clock. A name that two well-known
places share (Georgia, Portland, Cambridge, San José) is not: nobody is put into a zone by guess.
"""

from __future__ import annotations

#: Such names as the list of zones itself has, folded: each is a place of another clock as well.
SHARED = frozenset({"victoria", "cordoba", "merida"})
_COUNTRIES = """
Africa/Accra: Ghana
Africa/Addis_Ababa: Ethiopia
Africa/Algiers: Algeria | Algérie
Africa/Cairo: Egypt
Africa/Casablanca: Morocco | Maroc
Africa/Dakar: Senegal
Africa/Dar_es_Salaam: Tanzania
Africa/Abidjan: Ivory Coast | Côte d'Ivoire
Africa/Douala: Cameroon | Cameroun
Africa/Harare: Zimbabwe
Africa/Johannesburg: South Africa
Africa/Kampala: Uganda
Africa/Kigali: Rwanda
Africa/Lagos: Nigeria
Africa/Luanda: Angola
Africa/Lusaka: Zambia
Africa/Maputo: Mozambique | Moçambique
Africa/Nairobi: Kenya
Africa/Tripoli: Libya
Africa/Tunis: Tunisia | Tunisie
Africa/Windhoek: Namibia
America/Argentina/Buenos_Aires: Argentina
America/Asuncion: Paraguay
America/Bogota: Colombia
America/Caracas: Venezuela
America/Costa_Rica: Costa Rica
America/El_Salvador: El Salvador
America/Guatemala: Guatemala
America/Guayaquil: Ecuador
America/Havana: Cuba
America/Jamaica: Jamaica
America/La_Paz: Bolivia
America/Lima: Peru | Perú
America/Managua: Nicaragua
America/Montevideo: Uruguay
America/Panama: Panama
America/Port_of_Spain: Trinidad | Trinidad and Tobago
America/Puerto_Rico: Puerto Rico
America/Santiago: Chile
America/Santo_Domingo: Dominican Republic | República Dominicana
America/Tegucigalpa: Honduras
Asia/Amman: Jordan
Asia/Baghdad: Iraq
Asia/Baku: Azerbaijan
Asia/Bangkok: Thailand
Asia/Beirut: Lebanon
Asia/Colombo: Sri Lanka
Asia/Dhaka: Bangladesh
Asia/Dubai: UAE | United Arab Emirates | Emirates
Asia/Ho_Chi_Minh: Vietnam | Viet Nam
Asia/Jerusalem: Israel
Asia/Kabul: Afghanistan
Asia/Karachi: Pakistan
Asia/Kathmandu: Nepal
Asia/Kolkata: India | Bharat
Asia/Kuala_Lumpur: Malaysia
Asia/Kuwait: Kuwait
Asia/Manila: Philippines
Asia/Muscat: Oman
Asia/Nicosia: Cyprus
Asia/Phnom_Penh: Cambodia
Asia/Qatar: Qatar
Asia/Bahrain: Bahrain
Asia/Riyadh: Saudi Arabia | Saudi
Asia/Seoul: South Korea | Korea
Asia/Shanghai: China
Asia/Singapore: Singapore
Asia/Hong_Kong: Hong Kong | Hongkong
Asia/Taipei: Taiwan
Asia/Tashkent: Uzbekistan
Asia/Tehran: Iran
Asia/Tokyo: Japan | Nippon
Asia/Yangon: Myanmar | Burma
Asia/Yerevan: Armenia
Atlantic/Reykjavik: Iceland | Ísland
Europe/Amsterdam: Netherlands | The Netherlands | Holland | Nederland
Europe/Athens: Greece
Europe/Belgrade: Serbia | Srbija
Europe/Berlin: Germany | Deutschland
Europe/Bratislava: Slovakia | Slovensko
Europe/Brussels: Belgium | België | Belgique
Europe/Bucharest: Romania | România
Europe/Budapest: Hungary | Magyarország
Europe/Chisinau: Moldova
Europe/Copenhagen: Denmark | Danmark
Europe/Dublin: Ireland | Eire
Europe/Helsinki: Finland | Suomi
Europe/Istanbul: Turkey | Türkiye
Europe/Kyiv: Ukraine
Europe/Lisbon: Portugal
Europe/Ljubljana: Slovenia | Slovenija
Europe/London: United Kingdom | UK | GB | Great Britain | Britain | England | Scotland | Wales | Northern Ireland
Europe/Luxembourg: Luxembourg | Luxemburg
Europe/Madrid: Spain | España
Europe/Malta: Malta
Europe/Minsk: Belarus
Europe/Monaco: Monaco
Europe/Oslo: Norway | Norge
Europe/Paris: France
Europe/Podgorica: Montenegro
Europe/Prague: Czechia | Czech Republic | Česko
Europe/Riga: Latvia | Latvija
Europe/Rome: Italy | Italia
Europe/Sarajevo: Bosnia | Bosnia and Herzegovina
Europe/Skopje: North Macedonia
Europe/Sofia: Bulgaria
Europe/Stockholm: Sweden | Sverige
Europe/Tallinn: Estonia | Eesti
Europe/Tirane: Albania
Europe/Vaduz: Liechtenstein
Europe/Vienna: Austria | Österreich
Europe/Vilnius: Lithuania | Lietuva
Europe/Warsaw: Poland | Polska
Europe/Zagreb: Croatia | Hrvatska
Europe/Zurich: Switzerland | Schweiz | Suisse | Svizzera
Indian/Mauritius: Mauritius
Pacific/Auckland: New Zealand | Aotearoa
Pacific/Fiji: Fiji
"""
_CITIES = """
Africa/Cairo: Alexandria | Giza
Africa/Casablanca: Rabat | Marrakesh | Marrakech | Fez | Tangier
Africa/Johannesburg: Cape Town | Durban | Pretoria
Africa/Lagos: Abuja | Ibadan | Kano
Africa/Nairobi: Mombasa
America/Argentina/Buenos_Aires: Rosario
America/Bogota: Medellín | Cali
America/Chicago: Houston | Dallas | Austin | San Antonio | Fort Worth | Minneapolis | Saint Louis | St Louis | St. Louis | New Orleans | Milwaukee | Nashville | Memphis | Kansas City | Oklahoma City
America/Denver: Salt Lake City | Albuquerque | Colorado Springs
America/Edmonton: Calgary
America/Guayaquil: Quito
America/Los_Angeles: San Francisco | Seattle | San Diego | Sacramento | Oakland | Las Vegas | Palo Alto
America/Mexico_City: Guadalajara | Puebla | Ciudad de México | CDMX
America/New_York: NYC | Brooklyn | Boston | Philadelphia | Atlanta | Miami | Washington DC | Washington D.C. | Baltimore | Charlotte | Pittsburgh | Cleveland | Cincinnati | Orlando | Tampa | Raleigh | Buffalo
America/Sao_Paulo: Rio de Janeiro | Rio | Brasília | Belo Horizonte | Porto Alegre | Curitiba | Campinas | Florianópolis
America/Toronto: Montreal | Montréal | Ottawa | Quebec City
Asia/Bangkok: Chiang Mai
Asia/Dhaka: Chittagong
Asia/Dubai: Abu Dhabi | Sharjah
Asia/Ho_Chi_Minh: Hanoi | Saigon | Ho Chi Minh City | Da Nang
Asia/Jerusalem: Tel Aviv | Haifa
Asia/Karachi: Islamabad | Lahore | Rawalpindi
Asia/Kolkata: Mumbai | Bombay | Delhi | New Delhi | Bangalore | Bengaluru | Chennai | Madras | Hyderabad | Pune | Ahmedabad | Jaipur | Lucknow | Kochi | Gurgaon | Gurugram | Noida | Calcutta
Asia/Manila: Cebu | Quezon City
Asia/Qatar: Doha
Asia/Riyadh: Jeddah | Mecca | Medina
Asia/Seoul: Busan | Incheon | Daegu
Asia/Shanghai: Beijing | Peking | Shenzhen | Guangzhou | Hangzhou | Chengdu | Wuhan | Nanjing | Tianjin | Xi'an | Suzhou
Asia/Tokyo: Osaka | Kyoto | Yokohama | Nagoya | Sapporo | Fukuoka | Kobe
Asia/Yangon: Rangoon
Australia/Brisbane: Gold Coast
Australia/Sydney: Canberra
Europe/Amsterdam: Rotterdam | The Hague | Den Haag | Utrecht | Eindhoven | Groningen
Europe/Athens: Thessaloniki
Europe/Berlin: Munich | München | Hamburg | Frankfurt | Cologne | Köln | Stuttgart | Düsseldorf | Leipzig | Dresden | Nuremberg | Nürnberg | Hanover | Hannover | Bremen | Bonn
Europe/Brussels: Antwerp | Antwerpen | Ghent | Gent | Bruges | Brugge | Liège | Bruxelles
Europe/Bucharest: Cluj | Cluj-Napoca | București
Europe/Copenhagen: Aarhus | København
Europe/Dublin: Cork | Galway
Europe/Helsinki: Espoo | Tampere
Europe/Istanbul: Ankara | Izmir
Europe/Kyiv: Kiev | Lviv | Kharkiv | Odesa
Europe/Lisbon: Porto | Lisboa | Braga
Europe/London: Manchester | Birmingham | Edinburgh | Glasgow | Leeds | Liverpool | Bristol | Cardiff | Sheffield | Nottingham | Oxford
Europe/Madrid: Barcelona | Valencia | Seville | Sevilla | Bilbao | Málaga | Zaragoza
Europe/Moscow: Saint Petersburg | St Petersburg | St. Petersburg
Europe/Oslo: Bergen | Trondheim | Stavanger
Europe/Paris: Lyon | Marseille | Toulouse | Nantes | Bordeaux | Lille | Nice | Strasbourg | Montpellier | Rennes | Grenoble
Europe/Prague: Brno | Praha
Europe/Rome: Milan | Milano | Turin | Torino | Naples | Napoli | Florence | Firenze | Bologna | Genoa | Genova | Venice | Venezia | Roma | Palermo
Europe/Stockholm: Gothenburg | Göteborg | Malmö | Uppsala
Europe/Vienna: Graz | Linz | Salzburg | Innsbruck | Wien
Europe/Warsaw: Kraków | Cracow | Gdańsk | Wrocław | Poznań | Łódź | Katowice | Warszawa
Europe/Zurich: Geneva | Genève | Genf | Basel | Bern | Lausanne | Lugano | Winterthur
Pacific/Auckland: Wellington | Christchurch
"""


def known() -> list[tuple[str, str]]:
    """Every such name with the zone it stands in."""
    rows = [
        (zone, name.strip())
        for line in (_COUNTRIES + _CITIES).strip().splitlines()
        if line
        for zone, _colon, names in [line.partition(": ")]
        for name in names.split(" | ")
    ]
    return [(name, zone) for zone, name in rows]
