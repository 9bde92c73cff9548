"""Only gathers the records, so that Django finds them."""

from afterword.casebook.answer import Answer
from afterword.casebook.broken import Broken
from afterword.casebook.brought import Import, ProposedStory
from afterword.casebook.case import Case
from afterword.casebook.company import Company
from afterword.casebook.connection import Connection, Folder, Halt
from afterword.casebook.correction import Confirmation, Correction
from afterword.casebook.dated import Dated
from afterword.casebook.decision import Decision, Move, Standing
from afterword.casebook.dispatch import Dispatch, LaidDraft
from afterword.casebook.ending import Ending, Reopening
from afterword.casebook.entry import Entry
from afterword.casebook.envelope import Opening
from afterword.casebook.event import Event, Who
from afterword.casebook.favour import Favour
from afterword.casebook.forgotten import Forgotten
from afterword.casebook.handle import Handle
from afterword.casebook.interview import Interview, NoInterview, Present
from afterword.casebook.inward import CheckIn, JournalPage, NotNow
from afterword.casebook.job import Job
from afterword.casebook.joining import Merge, NotMine
from afterword.casebook.kept_posting import KeptPosting, PostingVersion
from afterword.casebook.letter import Approval, Discard, Letter, Sending
from afterword.casebook.looking_back import Hired, IfThen, LookBack
from afterword.casebook.manner import Manner
from afterword.casebook.message import Blob, Message
from afterword.casebook.outside import Departure, HostRule
from afterword.casebook.own_mail import Letterhead, OwnMail, Reminder
from afterword.casebook.own_plays import OwnPlays
from afterword.casebook.person import Person, PersonAddress
from afterword.casebook.post import Post
from afterword.casebook.profile import OwnAddress, Profile
from afterword.casebook.question import Question
from afterword.casebook.reference import Reference, Vouching
from afterword.casebook.remark import Remark
from afterword.casebook.same_person import Apart
from afterword.casebook.seat import Seat
from afterword.casebook.second_eyes import Comment, Waiver
from afterword.casebook.seen import Exchange, Seen
from afterword.casebook.sighted import Lookout, Sighted
from afterword.casebook.snooze import Snooze
from afterword.casebook.source import Source
from afterword.casebook.stop import Stop
from afterword.casebook.story import Story
from afterword.casebook.touch import Touch
from afterword.casebook.waiting import Waiting
from afterword.casebook.watched import Advert, WatchedBoard
from afterword.casebook.watched_feed import WatchedFeed

__all__ = [
    "Advert",
    "Answer",
    "Apart",
    "Approval",
    "Blob",
    "Broken",
    "Case",
    "CheckIn",
    "Comment",
    "Company",
    "Confirmation",
    "Connection",
    "Correction",
    "Dated",
    "Decision",
    "Departure",
    "Discard",
    "Dispatch",
    "Ending",
    "Entry",
    "Event",
    "Exchange",
    "Favour",
    "Folder",
    "Forgotten",
    "Halt",
    "Handle",
    "Hired",
    "HostRule",
    "IfThen",
    "Import",
    "Interview",
    "Job",
    "JournalPage",
    "KeptPosting",
    "LaidDraft",
    "Letter",
    "Letterhead",
    "LookBack",
    "Lookout",
    "Manner",
    "Merge",
    "Message",
    "Move",
    "NoInterview",
    "NotMine",
    "NotNow",
    "Opening",
    "OwnAddress",
    "OwnMail",
    "OwnPlays",
    "Person",
    "PersonAddress",
    "Post",
    "PostingVersion",
    "Present",
    "Profile",
    "ProposedStory",
    "Question",
    "Reference",
    "Remark",
    "Reminder",
    "Reopening",
    "Seat",
    "Seen",
    "Sending",
    "Sighted",
    "Snooze",
    "Source",
    "Standing",
    "Stop",
    "Story",
    "Touch",
    "Vouching",
    "Waiting",
    "Waiver",
    "WatchedBoard",
    "WatchedFeed",
    "Who",
]
