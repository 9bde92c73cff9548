"""Every recorded answer of real boards: read into the advert a person finds in it, or refused.

The expectations were written down by reading the recorded files; the files stay where they are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from afterword.intake.boards import KINDS, NOT_WATCHED, whose, why_not
from afterword.intake.boards.board import Question, Sheet, Unreadable

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "boards"
DAY = date(2026, 8, 20)


@dataclass(frozen=True)
class Is:
    """What stands in the file, in a reader's words. `text` is how the plain text begins."""

    id: str
    title: str
    places: tuple[str, ...]
    department: str
    posted: date | None
    text: str
    remote: bool | None = None
    company: str = ""


CHICAGO = ("Chicago, IL",)
US_CANADA = ("Remote: United States", "Remote: Canada")
READ: dict[str, tuple[str, tuple[Is, ...]]] = {
    "careerkit/tests__fixtures__ashby.json": ("ashby", (
        Is("90fb3621-899e-4b59-925d-25080ec91e18", "Senior Technical Recruiter", ("Canada",),
           "HighlightTA", date(2026, 4, 20), "About HighlightTA", True),
        Is("fc2f1f85-46a0-4a31-b165-683e39c07c04", "Senior Site Reliability Engineer",
           ("Toronto, Ontario",), "HighlightTA Confidential", date(2026, 7, 8),
           "Company Overview", False))),
    "careerkit/tests__fixtures__bamboohr.json": ("bamboohr", (
        Is("86", "Nurse Paralegal", ("Fort Lauderdale, Florida",), "Legal", None, "", False),
        Is("87", "Marketing & Social Media Intern", ("Fort Lauderdale, Florida",), "Marketing",
           None, "", False))),
    "careerkit/tests__fixtures__greenhouse.json": ("greenhouse", (
        Is("8636903002", "Customer Data Scientist - Experimentation", ("London, UK",),
           "Solutions Consulting", date(2026, 7, 16), "Amplitude is the leading AI analytics",
           None, "Amplitude"),
        Is("8651132002", "Emerging Account Executive (India)", ("Bangalore, India",),
           "Account Executives", date(2026, 7, 27), "Amplitude is the leading AI analytics",
           None, "Amplitude"))),
    "careerkit/tests__fixtures__lever.json": ("lever", (
        Is("a24ec4e5-5caa-473d-abd4-b71f09a8167b",
           "(1099 Contract) Nonprofit Salesforce Consultant: Enterprise Project Manager", CHICAGO,
           "Services Team", date(2025, 11, 27), "Are you tenacious, pragmatic", True),
        Is("5d54d69b-e940-452e-b892-1170aa60f095",
           "(1099 Contract) Salesforce for Nonprofits: Solution Architect", ("Washington, D.C.",),
           "Services Team", date(2023, 1, 29), "Are you tenacious, pragmatic", True))),
    "careerkit/tests__fixtures__personio.xml": ("personio", (
        Is("1834171", "Staff Software Engineer, Data Platform", ("Munich", "Berlin"),
           "Product and Tech", date(2024, 11, 13), "", None, "Acme SE & Co. KG"),)),
    "careerkit/tests__fixtures__pinpoint.json": ("pinpoint", (
        Is("post-001", "Enterprise Applications Architect", ("United States",), "Technology", None,
           "Lead the enterprise applications roadmap.", True),
        Is("post-002", "CRM Program Consultant", ("Atlanta, GA",), "Consulting", None,
           "Deliver a fixed-term CRM program.", False))),
    "careerkit/tests__fixtures__recruitee.json": ("recruitee", (
        Is("2700825", "(Senior) Financial Accountant (f/m/d) - Berlin/Brandenburg Region, Germany",
           ("Berlin, Germany",), "Finance", date(2026, 8, 5), "How you will make an impact",
           False, "Acme"),
        Is("2697184", "Partner Development Representative (f/m/d) - Berlin, Germany",
           ("Berlin, Germany",), "Sales", date(2026, 7, 31), "How you will make an impact",
           False, "Acme"))),
    "careerkit/tests__fixtures__rippling.json": ("rippling", (
        Is("2f0674e6-f01f-4ecd-b459-e947241c211f",
           "Account Executive - Accountants Channel (East Coast)",
           ("Remote (New Jersey, US)", "New York, NY"), "Sales", None, "", True),)),
    "careerkit/tests__fixtures__smartrecruiters.json": ("smartrecruiters", (
        Is("743999671674844", "CNA / LPN - Consistent Hours. Start Next Week.",
           ("St. Louis, MO, United States",), "Health Care Provider", date(2018, 6, 8), "",
           False, "Knight Gayles"),)),
    "careerkit/tests__fixtures__teamtailor.json": ("teamtailor", (
        Is("20fafb7d-f013-4061-b6de-2894b3e0838b", "Account Executive - Italy (Madrid based)",
           ("Madrid, Europe, ES",), "", date(2026, 2, 4), "", None, "Teamtailor"),
        Is("a52c9a45-1132-44c9-9696-76974817ae6e", "Mid-Market Account Executive - Copenhagen",
           ("Stockholm, Sweden, SE", "København, Europe, DK"), "", date(2026, 1, 18), "", None,
           "Teamtailor"))),
    "careerkit/tests__fixtures__workable.json": ("workable", (
        Is("DD136DD7E7", "Business Analyst - Spanish Speaking", ("Spain", "Portugal"),
           "Business Consulting", date(2026, 8, 5), "", True, "Zaelab"),)),
    "careerkit/tests__fixtures__workday.json": ("workday", (
        Is("Solution-Architect---Senior-Solution-Architect---PubSec---SLED-NGO_JR354232",
           "Solution Architect / Senior Solution Architect - PubSec - SLED/NGO", (), "",
           date(2026, 8, 19), ""),
        Is("Customer-Success-Manager---Global-Public-Sector--State---Local-Gov-_JR332446",
           "Customer Success Manager - Global Public Sector (State, Local Government and "
           "Education)", (), "", date(2026, 8, 17), ""))),
    "jamie_dongjae/tests__fixtures__ashby_board.json": ("ashby", (
        Is("f47ac10b-58cc-4372-a567-0e02b2c3d479", "Backend Engineer", ("Berlin",), "Engineering",
           None, "Own services in Go. No visa sponsorship for this role.", False),
        Is("00000000-0000-0000-0000-000000000000", "Office Manager", ("Munich",), "", None,
           "Keep the office running.", False))),
    "jamie_dongjae/tests__fixtures__greenhouse_job.json": ("greenhouse", (
        Is("4021775008", "Data Analyst", ("Amsterdam, Netherlands",), "Analytics", None,
           "We are looking for a Data Analyst to join our hybrid team in Amsterdam."),)),
    "jamie_dongjae/tests__fixtures__lever_posting.json": ("lever", (
        Is("a1b2c3d4-e5f6-7890-abcd-ef1234567890", "Machine Learning Engineer",
           ("Amsterdam, Netherlands",), "AI Platform", None, "Build ML systems end to end.",
           False),)),
    "jamie_dongjae/tests__fixtures__recruitee_offer.json": ("recruitee", (
        Is("1234567", "DevOps Engineer", ("Utrecht, Netherlands",), "", None,
           "Run our Kubernetes platform. Hybrid: 2 office days.", False, "Acme"),)),
    "jamie_dongjae/tests__fixtures__smartrecruiters.json": ("smartrecruiters", (
        Is("744000060000000", "Product Manager", ("Rotterdam, nl",), "", None,
           "Drive the roadmap.", False, "Acme"),)),
    "jamie_dongjae/tests__fixtures__workable_job.json": ("workable", (
        Is("12AB34C", "Data Engineer", ("Eindhoven, North Brabant, Netherlands",), "", None,
           "Design pipelines. Salary €50,000 - €65,000", False, "Acme B.V."),)),
    "jamie_dongjae/tests__fixtures__workday_cxs.json": ("workday", (
        Is("abcdef123456", "Financial Analyst", ("Amsterdam",), "", date(2026, 8, 17),
           "Support FP&A. We offer the 30% ruling"),)),
    "manwithaplandy/tests__fixtures__ashby.json": ("ashby", (
        Is("11111111-2222-3333-4444-555555555555", "Research Engineer", ("San Francisco, CA",),
           "Research", None, "", True),
        Is("66666666-7777-8888-9999-000000000000", "Recruiter", ("London, UK",), "People", None,
           "", False))),
    "manwithaplandy/tests__fixtures__greenhouse.json": ("greenhouse", (
        Is("4012345", "Senior Software Engineer", ("Remote - US",), "Engineering", None, "", True),
        Is("4012346", "Product Manager", ("New York, NY",), "", None, ""))),
    "manwithaplandy/tests__fixtures__lever.json": ("lever", (
        Is("abc-123-def", "Staff Backend Engineer", ("San Francisco",), "Engineering", None, "",
           True),
        Is("ghi-456-jkl", "Office Manager", ("Austin, TX",), "Operations", None, "", False))),
    "manwithaplandy/tests__fixtures__workable.json#widget": ("workable", (
        Is("ENG123", "Senior Backend Engineer", ("San Francisco, California, United States",),
           "Engineering", date(2026, 6, 15), "We are looking for a Senior Backend Engineer.",
           True, "Acme"),
        Is("OPS456", "Office Manager", ("Austin, Texas, United States",), "Operations",
           date(2026, 6, 10), "Manage the Austin office.", False, "Acme"),
        Is("DS789", "Data Scientist", ("Toronto, Ontario, Canada",), "Data", date(2026, 6, 30),
           "Build models.", False, "Acme"))),
    "manwithaplandy/tests__fixtures__smartrecruiters.json#list_pages/0": ("smartrecruiters", (
        Is("744000135080134", "Facilities Soft Services Engineer",
           ("Pedro Escobedo, Qro., Mexico",), "Education", date(2026, 6, 30), "", False,
           "Bosch Group"),
        Is("744000900000001", "Senior Data Engineer", ("Remote, United States",), "Technology",
           date(2026, 6, 29), "", True, "The Nielsen Company"))),
    "manwithaplandy/tests__fixtures__smartrecruiters.json#list_pages/1": ("smartrecruiters", (
        Is("744000135078460", "Software Architect", ("bangalore, India",), "Engineering",
           date(2026, 6, 30), "", False, "Bosch Group"),)),
    "manwithaplandy/tests__fixtures__workday.json#list_pages/0": ("workday", (
        Is("Senior-Software-Engineer_JR-1001", "Senior Software Engineer",
           ("US, CA, Santa Clara",), "", date(2026, 8, 15), ""),
        Is("Senior-HPC-Architect_JR-1999579",
           "Senior HPC Architect, Automation and At-Scale Deployment", (), "", date(2026, 8, 20),
           ""))),
    "manwithaplandy/tests__fixtures__workday.json#list_pages/1": ("workday", (
        Is("Senior-ASIC-Methodology-Engineer_JR-2013789",
           "Senior ASIC Methodology Engineer - LPU Division", (), "", date(2026, 8, 20), ""),
        Is("Product-Manager_JR-1002", "Product Manager", ("US, NY, New York",), "",
           date(2026, 8, 8), ""))),
    "manwithaplandy/tests__fixtures__workday_large.json#filtered/SALES": ("workday", (
        Is("Account-Executive_JR-S1", "Account Executive", ("US, CA, Santa Clara",), "", None, ""),
        Is("Sales-Director_JR-S2", "Sales Director", ("US, NY, New York",), "", None, ""))),
    "michaeldinhmai/tests__fixtures__ashby.json": ("ashby", (
        Is("558f18ed-c98c-4928-aa2b-2f9e297eea42", "Open Application", US_CANADA, "All Teams",
           date(2026, 2, 4), "At Render, we’re building the modern cloud platform", True),
        Is("c7d896f2-20a9-4b44-9f7d-13929a0fe453", "Software Engineer, Product (all levels)",
           US_CANADA, "Engineering", date(2025, 7, 10),
           "At Render, we’re building the modern cloud platform", True))),
    "michaeldinhmai/tests__fixtures__greenhouse.json": ("greenhouse", (
        Is("5378630008", "Field Marketing Specialist", ("Remote - United States",), "Events",
           date(2026, 8, 10), "What We’re Building", True, "Honeycomb.io"),
        Is("4947130008", "Mid Market Account Executive", ("Remote - United States",), "Sales",
           date(2025, 10, 16), "What We’re Building", True, "Honeycomb.io"))),
    "michaeldinhmai/tests__fixtures__lever.json": ("lever", (
        Is("7d6cc0b4-a5f9-4f02-8542-7fc1eb5749e2", "Account Executive, North America SMB - India",
           ("Bangalore, India - Remote",), "Sales", date(2026, 7, 29),
           "All roles at JumpCloud® are Remote", True),
        Is("9a6ab6b6-d8fc-4e34-8d13-9e8016e98223", "Account Manager - Singapore",
           ("Singapore, Singapore - Remote",), "Customer Success", date(2026, 7, 28),
           "All roles at JumpCloud® are Remote", True))),
    "michaeldinhmai/tests__fixtures__recruitee.json": ("recruitee", (
        Is("2707521", "Customer Success Engineer Tel Aviv", ("Tel Aviv, Israel",), "Sales",
           date(2026, 8, 11), "🌍 We’re making security suck less", True, "Aikido Security"),
        Is("2707517", "Customer Success Engineer Dubai", ("Dubai, United Arab Emirates",), "Sales",
           date(2026, 8, 11), "🌍 We’re making security suck less", True, "Aikido Security"),
        Is("2705729", "Office Manager Chicago", ("Chicago, Illinois, United States",),
           "Operations", date(2026, 8, 10), "🌍 We’re taking on the crusty", False,
           "Aikido Security"))),
    "michaeldinhmai/tests__fixtures__smartrecruiters_page0.json": ("smartrecruiters", (
        Is("743999706414750", "Pricing Analyst", ("San Jose, CA, United States",),
           "Information Technology", date(2020, 2, 6), "", False, "Automation Anywhere"),
        Is("743999706405540", "Sr. Sales Executive (4418)", ("Los Angeles, CA, United States",),
           "Information Technology", date(2020, 2, 6), "", False, "Automation Anywhere"),
        Is("743999704892584",
           "Strategic Account Manager/Senior Account Executive - Seattle (4120)",
           ("Seattle, WA, United States",), "Information Technology", date(2020, 1, 21), "",
           False, "Automation Anywhere"))),
    "michaeldinhmai/tests__fixtures__smartrecruiters_page1.json": ("smartrecruiters", (
        Is("743999706414750", "Pricing Analyst", ("San Jose, CA, United States",),
           "Information Technology", date(2020, 2, 6), "", False, "Automation Anywhere"),)),
    "michaeldinhmai/tests__fixtures__workable.json": ("workable", (
        Is("74172297A5", "Account Executive (Partner First) - APAC",
           ("New South Wales, Australia",), "Sales - International", date(2026, 8, 5),
           "Vasion is a cloud-native SaaS platform", True, "Vasion"),
        Is("15F16B8D99", "Account Executive - UK&I / Northern Europe",
           ("London, England, United Kingdom",), "Sales - International", date(2026, 8, 10),
           "Vasion is a cloud-native SaaS platform", False, "Vasion"))),
}  # fmt: skip
#: Not lists of a board we read: the host that shows them, with its reason; or what the file is.
REFUSED = {
    "careerkit/tests__fixtures__eightfold.json": "https://albemarle.eightfold.ai/careers",
    "careerkit/tests__fixtures__hrmdirect.html": "https://acme.hrmdirect.com/employment",
    "careerkit/tests__fixtures__icims.html": "https://careers-wipfli.icims.com/jobs/8214",
    "careerkit/tests__fixtures__jobvite.html": "https://jobs.jobvite.com/feedingamerica",
    "careerkit/tests__fixtures__neogov.xml": "https://www.governmentjobs.com/careers/agency",
    "careerkit/tests__fixtures__oracle_orc.json": "https://x.fa.us2.oraclecloud.com/hcmUI",
    "careerkit/tests__fixtures__oracle_orc_detail.json": "https://x.fa.us2.oraclecloud.com/hcmUI",
    "careerkit/tests__fixtures__paylocity.html": "https://recruiting.paylocity.com/recruiting",
    "careerkit/tests__fixtures__phenom.html": "https://careers.phenompeople.com/jobs",
    "michaeldinhmai/tests__fixtures__comeet.json": "https://www.comeet.com/jobs/wiliot/F6.003",
    "michaeldinhmai/tests__fixtures__himalayas.json": "https://himalayas.app/jobs",
    "michaeldinhmai/tests__fixtures__remoteok.json": "https://remoteok.com/remote-jobs",
    "michaeldinhmai/tests__fixtures__torre_detail.json": "https://torre.ai/post/lWgDRl8w",
    "michaeldinhmai/tests__fixtures__torre_page0.json": "https://torre.ai/post/lWgDRl8w",
    "michaeldinhmai/tests__fixtures__torre_page1.json": "https://torre.ai/post/lWgDRl8w",
    "jamie_dongjae/tests__fixtures__linkedin_authwall.html": "https://www.linkedin.com/jobs/view/1",
    # No board: an aggregator's own form, a form's questions, single pages and pasted words.
    "careerkit/tests__fixtures__freehire_detail_greenhouse.json": "",
    "careerkit/tests__fixtures__freehire_detail_workday.json": "",
    "careerkit/tests__fixtures__freehire_search_page1.json": "",
    "careerkit/tests__fixtures__freehire_search_page2.json": "",
    "jamie_dongjae/demo__sample-data.json": "",
    "jamie_dongjae/tests__fixtures__jsonld_page.html": "",
    "jamie_dongjae/tests__fixtures__og_only.html": "",
    "jamie_dongjae/tests__fixtures__pasted_jd_en.txt": "",
    "jamie_dongjae/tests__fixtures__pasted_jd_nl.txt": "",
    "manwithaplandy/tests__fixtures__greenhouse_questions.json": "",
}
#: The text of an advert, asked for apart: file, part, kind, the advert's mark, how the text begins.
TEXTS = (
    ("michaeldinhmai/tests__fixtures__smartrecruiters_detail.json", "smartrecruiters",
     "743999706414750", "Automation Anywhere is the leader in Robotic Process Automation"),
    ("manwithaplandy/tests__fixtures__smartrecruiters.json#details/744000135080134",
     "smartrecruiters", "744000135080134", "Bosch fue fundada en Stuttgart en 1886"),
    ("manwithaplandy/tests__fixtures__workday.json"
     "#details//job/US-NY-New-York/Product-Manager_JR-1002", "workday",
     "Product-Manager_JR-1002", "Own the roadmap."),
)  # fmt: skip

recorded = pytest.mark.skipif(not FOLDER.is_dir(), reason="the recorded boards are not here")


def held(name: str) -> bytes:
    """A file, or the part of it after the #."""
    path, _, part = name.partition("#")
    body = (FOLDER / path).read_bytes()
    if not part:
        return body
    found = json.loads(body)
    first, _, rest = part.partition("/")
    found = found[first]
    if rest:
        found = found[int(rest)] if isinstance(found, list) else found[rest]
    return json.dumps(found).encode()


def read(kind: str, body: bytes) -> Sheet:
    firm = {"personio": "acme/de", "workday": "acme.wd5/External"}.get(kind, "acme")
    return KINDS[kind].read(firm, body, KINDS[kind].ask(firm), DAY)


@recorded
@pytest.mark.parametrize("name", READ)
def test_a_recorded_answer_is_read(name: str) -> None:
    kind, expected = READ[name]
    found = read(kind, held(name))
    assert found.problems == ()
    assert [(p.board, p.id, p.title) for p in found.postings] == [
        (kind, one.id, one.title) for one in expected
    ]
    for posting, one in zip(found.postings, expected, strict=True):
        assert posting.places == one.places
        assert posting.department == one.department
        assert posting.posted == one.posted
        assert posting.remote is one.remote
        assert posting.company == one.company
        assert posting.text.startswith(one.text) and bool(posting.text) == bool(one.text)
        assert "<" not in posting.text[:300] and "&lt;" not in posting.text


@recorded
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_board_of_ours_is_refused_by_all(name: str) -> None:
    for kind in KINDS:
        with pytest.raises(Unreadable) as told:
            read(kind, held(name))
        assert str(told.value)


def test_what_is_not_watched_says_why() -> None:
    for url in filter(None, REFUSED.values()):
        assert why_not(url) in NOT_WATCHED.values() and whose(url) is None


@recorded
@pytest.mark.parametrize(("name", "kind", "mark", "text"), TEXTS)
def test_a_text_asked_for_apart_is_read(name: str, kind: str, mark: str, text: str) -> None:
    listed = [p for body in READ if READ[body][0] == kind for p in read(kind, held(body)).postings]
    posting = next(one for one in listed if one.id == mark)
    complete = KINDS[kind].complete
    assert complete is not None
    assert complete(posting, held(name)).text.startswith(text)


@recorded
def test_no_recorded_answer_is_forgotten() -> None:
    known = {name.partition("#")[0] for name in [*READ, *REFUSED, *(t[0] for t in TEXTS)]}
    there = {
        path.relative_to(FOLDER).as_posix()
        for path in FOLDER.rglob("*")
        if path.is_file() and path.name != "LICENSE"
    }
    assert there - known == set()


@recorded
def test_a_list_says_how_long_it_is_and_where_it_goes_on() -> None:
    page = read(
        "smartrecruiters", held("michaeldinhmai/tests__fixtures__smartrecruiters_page0.json")
    )
    assert page.total == 4 and page.onward is not None and page.onward.url.endswith("offset=3")
    last = KINDS["smartrecruiters"].read(
        "acme",
        held("michaeldinhmai/tests__fixtures__smartrecruiters_page1.json"),
        Question(page.onward.url),
        DAY,
    )
    assert last.onward is None
    assert read("greenhouse", held("careerkit/tests__fixtures__greenhouse.json")).total == 37


WHOSE = {
    "https://boards.greenhouse.io/acme/jobs/4012345?gh_jid=1": ("greenhouse", "acme"),
    "https://job-boards.eu.greenhouse.io/acme": ("greenhouse", "acme"),
    "https://boards.greenhouse.io/embed/job_app?for=acme&token=1": ("greenhouse", "acme"),
    "https://jobs.lever.co/acme/abc-123/apply": ("lever", "acme"),
    "https://jobs.eu.lever.co/acme": ("lever", "eu/acme"),
    "https://jobs.ashbyhq.com/HighlightTA/90fb": ("ashby", "HighlightTA"),
    "https://apply.workable.com/acme/j/ENG123/": ("workable", "acme"),
    "https://apply.workable.com/j/ENG123": None,
    "https://jobs.smartrecruiters.com/BoschGroup/744-x": ("smartrecruiters", "BoschGroup"),
    "https://acme.recruitee.com/o/devops": ("recruitee", "acme"),
    "https://www.recruitee.com/pricing": None,
    "https://acme.jobs.personio.de/job/1": ("personio", "acme/de"),
    "https://acme.jobs.personio.com/": ("personio", "acme/com"),
    "https://career.teamtailor.com/jobs/7167985": ("teamtailor", "career"),
    "https://acme.wd5.myworkdayjobs.com/en-US/External/job/R-771": ("workday", "acme.wd5/External"),
    "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/External/jobs":
        ("workday", "acme.wd5/External"),
    "https://acme.bamboohr.com/careers/86": ("bamboohr", "acme"),
    "https://acme.bamboohr.com/login": None,
    "https://acme.pinpointhq.com/en/postings/1": ("pinpoint", "acme"),
    "https://ats.rippling.com/acme/jobs/2f": ("rippling", "acme"),
    "https://boards.greenhouse.io.evil.example/acme": None,
    "https://evil.example/boards.greenhouse.io/acme": None,
    "https://boards.greenhouse.io/..%2f..%2fadmin": None,
    "https://acme@evil.example/": None,
    "ftp://boards.greenhouse.io/acme": None,
    "https://[": None,
}  # fmt: skip


@pytest.mark.parametrize("url", WHOSE)
def test_whose_board_an_address_is(url: str) -> None:
    assert whose(url) == WHOSE[url]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]x", b"{}", b'"x"', b"12", b"[" * 50_000, b"\xff\xfe\x00", b"<a>",
     b'{"jobs": "many"}', b'{"jobs": [[[]], null, 7]}', b'{"jobs": [{"id": {}, "title": []}]}',
     b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><workzag-jobs>&b;</workzag-jobs>'],
)  # fmt: skip
def test_what_is_of_no_known_shape_is_refused_and_never_a_crash(kind: str, body: bytes) -> None:
    with pytest.raises(Unreadable):
        read(kind, body)
