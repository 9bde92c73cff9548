"""Where people live, as they would say it themselves: city, country, region, and the share of them."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Place:
    """A town with its clock. `code` is what a casebook would hold: a country, perhaps a region."""

    town: str
    code: str
    zone: ZoneInfo


def _place(town: str, code: str, zone: str) -> Place:
    return Place(town, code, ZoneInfo(zone))


PLACES: tuple[tuple[Place, int], ...] = (
    (_place("Berlin", "DE", "Europe/Berlin"), 10),
    (_place("Munich", "DE-BY", "Europe/Berlin"), 4),
    (_place("Vienna", "AT", "Europe/Vienna"), 2),
    (_place("Zurich", "CH-ZH", "Europe/Zurich"), 3),
    (_place("London", "GB", "Europe/London"), 9),
    (_place("Dublin", "IE", "Europe/Dublin"), 2),
    (_place("Paris", "FR", "Europe/Paris"), 7),
    (_place("Madrid", "ES", "Europe/Madrid"), 4),
    (_place("Milan", "IT", "Europe/Rome"), 4),
    (_place("Lisbon", "PT", "Europe/Lisbon"), 2),
    (_place("Utrecht", "NL", "Europe/Amsterdam"), 5),
    (_place("Warsaw", "PL", "Europe/Warsaw"), 3),
    (_place("Stockholm", "SE", "Europe/Stockholm"), 2),
    (_place("Bucharest", "RO", "Europe/Bucharest"), 2),
    (_place("New York", "US", "America/New_York"), 10),
    (_place("Chicago", "US", "America/Chicago"), 5),
    (_place("San Francisco", "US", "America/Los_Angeles"), 7),
    (_place("Honolulu", "US", "Pacific/Honolulu"), 1),
    (_place("Toronto", "CA-ON", "America/Toronto"), 4),
    (_place("Vancouver", "CA", "America/Vancouver"), 2),
    (_place("Sao Paulo", "BR", "America/Sao_Paulo"), 4),
    (_place("Manaus", "BR", "America/Manaus"), 1),
    (_place("Mexico City", "MX", "America/Mexico_City"), 2),
    (_place("Tel Aviv", "IL", "Asia/Jerusalem"), 4),
    (_place("Dubai", "AE", "Asia/Dubai"), 4),
    (_place("Riyadh", "SA", "Asia/Riyadh"), 2),
    (_place("Cairo", "EG", "Africa/Cairo"), 2),
    (_place("Johannesburg", "ZA", "Africa/Johannesburg"), 2),
    (_place("Bangalore", "IN", "Asia/Kolkata"), 5),
    (_place("Singapore", "SG", "Asia/Singapore"), 3),
    (_place("Hong Kong", "HK", "Asia/Hong_Kong"), 2),
    (_place("Tokyo", "JP", "Asia/Tokyo"), 4),
    (_place("Seoul", "KR", "Asia/Seoul"), 2),
    (_place("Sydney", "AU-NSW", "Australia/Sydney"), 3),
    (_place("Perth", "AU", "Australia/Perth"), 2),
    (_place("Auckland", "NZ", "Pacific/Auckland"), 2),
)
