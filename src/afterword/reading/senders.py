"""What a sender's address says: which system wrote, and where the employer's name sits.

A compact table of public facts about recruiting systems; a vendor is never the
employer (unless the subject says so), so its own name is kept out of `company`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from afterword.reading.freemail import FREEMAIL as FREEMAIL
from afterword.terms import Address, Mail


class System(StrEnum):
    """What kind of machine, if any, sent the mail."""

    ATS = "ats"
    ASSESSMENT = "assessment"
    ALERT = "alert"
    BOARD = "board"
    SCHEDULING = "scheduling"
    ACCOUNT = "account"
    SIGNING = "signing"
    NONE = ""


class NameIn(StrEnum):
    """Where the employer's name stands in a mail of this system."""

    DISPLAY = "display"
    LOCAL = "local"
    SUBDOMAIN = "subdomain"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Vendor:
    name: str
    system: System
    name_in: NameIn = NameIn.TEXT


_A, _D, _L, _S, _T = System.ATS, NameIn.DISPLAY, NameIn.LOCAL, NameIn.SUBDOMAIN, NameIn.TEXT

#: Domain (or whole address) -> vendor. Matched on the address and on every parent domain.
VENDORS: dict[str, Vendor] = {
    "greenhouse-mail.io": Vendor("Greenhouse", _A, _D),
    "greenhouse.io": Vendor("Greenhouse", _A, _D),
    "lever.co": Vendor("Lever", _A, _D),
    "ashbyhq.com": Vendor("Ashby", _A, _D),
    "otp.workday.com": Vendor("Workday", System.ACCOUNT, _L),
    "myworkday.com": Vendor("Workday", _A, _L),
    "myworkdayjobs.com": Vendor("Workday", _A, _S),
    "workday.com": Vendor("Workday", _A, _L),
    "smartrecruiters.com": Vendor("SmartRecruiters", _A, _D),
    "icims.com": Vendor("iCIMS", _A, _L),
    "jobvite.com": Vendor("Jobvite", _A, _D),
    "brassring.com": Vendor("BrassRing", _A),
    "successfactors.com": Vendor("SuccessFactors", _A, _D),
    "successfactors.eu": Vendor("SuccessFactors", _A, _D),
    "sapsf.com": Vendor("SuccessFactors", _A, _D),
    "sapsf.eu": Vendor("SuccessFactors", _A, _D),
    "taleo.net": Vendor("Taleo", _A),
    "oraclecloud.com": Vendor("Oracle", _A),
    "workablemail.com": Vendor("Workable", _A, _D),
    "workable.com": Vendor("Workable", _A, _D),
    "bamboohr.com": Vendor("BambooHR", _A, _D),
    "teamtailor-mail.com": Vendor("Teamtailor", _A, _D),
    "teamtailor.com": Vendor("Teamtailor", _A, _D),
    "recruitee.com": Vendor("Recruitee", _A, _D),
    "tellent.com": Vendor("Recruitee", _A, _D),
    "breezy.hr": Vendor("Breezy", _A, _D),
    "applytojob.com": Vendor("JazzHR", _A, _D),
    "jazz.co": Vendor("JazzHR", _A, _D),
    "pinpointhq.com": Vendor("Pinpoint", _A, _D),
    "personio.com": Vendor("Personio", _A, _D),
    "personio.de": Vendor("Personio", _A, _D),
    "join.com": Vendor("JOIN", _A, _D),
    "softgarden.io": Vendor("softgarden", _A, _D),
    "softgarden.de": Vendor("softgarden", _A, _D),
    "rexx-systems.com": Vendor("rexx", _A, _D),
    "d-vinci.de": Vendor("d.vinci", _A, _D),
    "avature.net": Vendor("Avature", _A, _D),
    "eightfold.ai": Vendor("Eightfold", _A),
    "phenompeople.com": Vendor("Phenom", _A),
    "csod.com": Vendor("Cornerstone", _A),
    "ultipro.com": Vendor("UKG", _A),
    "ukg.com": Vendor("UKG", _A),
    "paylocity.com": Vendor("Paylocity", _A),
    "adp.com": Vendor("ADP", _A),
    "paycomonline.com": Vendor("Paycom", _A),
    "rippling.com": Vendor("Rippling", _A, _D),
    "gem.com": Vendor("Gem", _A, _D),
    "dover.com": Vendor("Dover", _A, _D),
    "kula.ai": Vendor("Kula", _A, _S),
    "darwinbox.in": Vendor("Darwinbox", _A),
    "darwinbox.com": Vendor("Darwinbox", _A),
    "ripplehire.com": Vendor("RippleHire", _A),
    "keka.com": Vendor("Keka", _A, _D),
    "dayforce.com": Vendor("Dayforce", _A),
    "zohorecruit.com": Vendor("Zoho Recruit", _A, _D),
    "zohorecruitmail.com": Vendor("Zoho Recruit", _A, _D),
    "jobadder.com": Vendor("JobAdder", _A, _D),
    "bullhorn.com": Vendor("Bullhorn", _A, _D),
    "bullhornmail.com": Vendor("Bullhorn", _A, _D),
    "pageuppeople.com": Vendor("PageUp", _A, _D),
    "livehire.com": Vendor("LiveHire", _A, _D),
    "tal.net": Vendor("Oleeo", _A),
    "eploy.net": Vendor("Eploy", _A, _D),
    "hireful.co.uk": Vendor("hireful", _A, _D),
    "trac.jobs": Vendor("Trac", _A),
    "jobs.nhs.uk": Vendor("NHS Jobs", _A),
    "homerun.co": Vendor("Homerun", _A, _D),
    "welcomekit.co": Vendor("Welcome Kit", _A, _D),
    "flatchr.io": Vendor("Flatchr", _A, _D),
    "taleez.com": Vendor("Taleez", _A, _D),
    "gupy.com.br": Vendor("Gupy", _A, _D),
    "hackerrank.com": Vendor("HackerRank", System.ASSESSMENT),
    "hackerrankforwork.com": Vendor("HackerRank", System.ASSESSMENT),
    "hirevue.com": Vendor("HireVue", System.ASSESSMENT),
    "codesignal.com": Vendor("CodeSignal", System.ASSESSMENT),
    "codility.com": Vendor("Codility", System.ASSESSMENT),
    "coderbyte.com": Vendor("Coderbyte", System.ASSESSMENT),
    "coderpad.io": Vendor("CoderPad", System.ASSESSMENT),
    "testgorilla.com": Vendor("TestGorilla", System.ASSESSMENT),
    "pymetrics.com": Vendor("pymetrics", System.ASSESSMENT),
    "shl.com": Vendor("SHL", System.ASSESSMENT),
    "karat.com": Vendor("Karat", System.SCHEDULING),
    "hireflix.com": Vendor("Hireflix", System.ASSESSMENT, _D),
    "calendly.com": Vendor("Calendly", System.SCHEDULING),
    "goodtime.io": Vendor("GoodTime", System.SCHEDULING),
    "modernloop.io": Vendor("ModernLoop", System.SCHEDULING),
    "calendar-notification@google.com": Vendor("Google Calendar", System.SCHEDULING),
    "docusign.net": Vendor("DocuSign", System.SIGNING),
    "jobs2web.com": Vendor("SAP", System.ALERT),
    "jobs-noreply@linkedin.com": Vendor("LinkedIn", System.BOARD),
    "jobalerts-noreply@linkedin.com": Vendor("LinkedIn", System.ALERT),
    "jobs-listings@linkedin.com": Vendor("LinkedIn", System.ALERT),
    "linkedin.com": Vendor("LinkedIn", System.BOARD),
    "indeedapply@indeed.com": Vendor("Indeed", System.BOARD),
    "alert@indeed.com": Vendor("Indeed", System.ALERT),
    "donotreply@match.indeed.com": Vendor("Indeed", System.ALERT),
    "indeed.com": Vendor("Indeed", System.BOARD),
    "alerts@ziprecruiter.com": Vendor("ZipRecruiter", System.ALERT),
    "ziprecruiter.com": Vendor("ZipRecruiter", System.BOARD),
    "dice.com": Vendor("Dice", System.BOARD),
    "joinhandshake.com": Vendor("Handshake", System.BOARD),
    "glassdoor.com": Vendor("Glassdoor", System.ALERT),
    "wellfound.com": Vendor("Wellfound", System.BOARD),
    "otta.com": Vendor("Otta", System.ALERT),
    "experteer.com": Vendor("Experteer", System.ALERT),
    "monster.com": Vendor("Monster", System.ALERT),
    "stepstone.de": Vendor("StepStone", System.BOARD),
    "xing.com": Vendor("XING", System.BOARD),
    "reed.co.uk": Vendor("Reed", System.BOARD),
    "totaljobs.com": Vendor("Totaljobs", System.BOARD),
    "cv-library.co.uk": Vendor("CV-Library", System.BOARD),
    "seek.com.au": Vendor("SEEK", System.BOARD),
    "naukri.com": Vendor("Naukri", System.BOARD),
    "infojobs.net": Vendor("InfoJobs", System.BOARD),
    "hellowork.com": Vendor("HelloWork", System.BOARD),
    "apec.fr": Vendor("Apec", System.BOARD),
}

_NO_REPLY = re.compile(
    r"(?:^|[._+-])(?:no|do-?not|donot|never|nao|ne-?pas|nicht)[._-]?(?:reply|respond|responda|repondre|antworten)|"
    r"noreply|donotreply|no_reply|mailer-daemon|postmaster|bounce|notifications?@|notify@|automat",
    re.IGNORECASE,
)
_ROLE_ADDRESS = re.compile(
    r"^(?:careers?|jobs?|recruit\w*|talent\w*|hr|hiring|people|info|contact|hello|support|team|"
    r"applications?|bewerbung\w*|karriere|personal|rh|recrutement|rrhh|seleccion|empleo|vacatures?|"
    r"resourcing|hrms|system|admin|ta|hrteam|notifications?|staffing|employment|application)"
    r"(?:[._+-].{0,30})?@",
    re.IGNORECASE,
)

#: The addresses of discussion lists, as their programs name them.
_TO_A_LIST = re.compile(
    r"@(?:lists?|groups|googlegroups|listserv|mailman)\.|@[\w.-]{0,60}(?:yahoogroups|googlegroups|egroups)\.|"
    r"[-_](?:list|talk|users|devel|dev|discuss(?:ion)?|announce)@",
    re.IGNORECASE,
)
_BY_A_LIST = re.compile(
    r"-(?:bounces|owner)(?:\+[^@\s]{1,60})?@|\bowner-[^@\s]{1,60}@", re.IGNORECASE
)


def domain_of(address: str) -> str:
    return address.rpartition("@")[2].lower()


@lru_cache(maxsize=4096)  # the same few people and machines write, and every mail asks
def vendor_of(address: str) -> Vendor | None:
    """The recruiting system behind an address, or None when the address is nobody's machine."""
    address = address.lower()
    if address in VENDORS:
        return VENDORS[address]
    labels = domain_of(address).split(".")
    for at in range(len(labels) - 1):
        found = VENDORS.get(".".join(labels[at:]))
        if found:
            return found
    if labels and labels[0] == "gh-mail":
        return Vendor("Greenhouse", System.ATS, NameIn.SUBDOMAIN)
    return None


@lru_cache(maxsize=4096)
def is_no_reply(address: str) -> bool:
    return bool(_NO_REPLY.search(address))


@lru_cache(maxsize=4096)
def is_role_address(address: str) -> bool:
    """An address of an office, not of a person (careers@, bewerbung@)."""
    return bool(_ROLE_ADDRESS.match(address)) or is_no_reply(address)


def is_freemail(address: str) -> bool:
    return domain_of(address) in FREEMAIL


#: What list software puts into the mails it passes on: RFC 2369, ezmlm and groups, majordomo, Mailman.
_LISTS = ("list-post", "mailing-list", "x-mailing-list", "x-beenthere")


def is_list(mail: Mail) -> bool:
    """Whether a discussion list sent it: everybody on it got the same, and anybody may answer."""
    precedence = mail.headers.get("precedence", "").strip().lower()
    # A name alone (List-Id) is also given to newsletters and to systems that send for firms.
    named = mail.headers.get("list-id") and precedence == "bulk"
    passed_on = any(mail.headers.get(name) for name in _LISTS)
    return bool(passed_on or named or precedence == "list" or _to_a_list(mail))


def _to_a_list(mail: Mail) -> bool:
    """Whether it was sent to a list by name: forwarding strips heads, addresses stay."""
    return any(_TO_A_LIST.search(to.email) for to in (*mail.to, *mail.cc)) or any(
        _BY_A_LIST.search(mail.headers.get(name, "")) for name in ("return-path", "sender")
    )


def is_bulk(mail: Mail) -> bool:
    """Whether the headers say the mail went to many: a list, a bulk precedence."""
    headers = mail.headers
    return bool(
        headers.get("list-unsubscribe")
        or headers.get("list-id")
        or headers.get("precedence", "").strip().lower() in {"bulk", "list", "junk"}
    )


def is_automatic(mail: Mail) -> bool:
    """Whether a machine says it wrote this (RFC 3834)."""
    auto = mail.headers.get("auto-submitted", "").strip().lower()
    return bool(auto and auto != "no") or "x-autoreply" in mail.headers


def has_failed_checks(mail: Mail) -> bool:
    """Whether the receiving server found the sender's claim false."""
    results = mail.headers.get("authentication-results", "").lower()
    return "dmarc=fail" in results or "spf=fail" in results or "dkim=fail" in results


_INTRODUCES = re.compile(
    r"<>|\b(?:intro(?:duc\w+)?|meet|vorstell\w+|bekannt ?machen|kennismaking|voorstellen|mise en relation|"
    r"présentation|presentaci[oó]n|presentarte|apresenta\w+|presentazione|presento)\b",
    re.IGNORECASE,
)


def introduced(mail: Mail) -> tuple[Address, ...]:
    """Whom a mail brings the reader together with: addressed beside them, of another house."""
    if len(mail.to) + len(mail.cc) < 2 or mail.sender is None or mail.in_reply_to:
        return ()
    if not _INTRODUCES.search(mail.subject):
        return ()
    return tuple(
        a
        for a in (*mail.to, *mail.cc)
        if a.email
        and not is_freemail(a.email)
        and not is_role_address(a.email)
        and domain_of(a.email) != domain_of(mail.sender.email)
    )
