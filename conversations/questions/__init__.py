"""The types of question a form may ask; one file each."""

from conversations.questions.choice import Choice, Option
from conversations.questions.chosen_readers import ChosenReaders
from conversations.questions.date import Date
from conversations.questions.number import Number
from conversations.questions.own_words import OwnWords
from conversations.questions.question import Answers, Condition, Misunderstood, Question, Setting
from conversations.questions.scale import Scale
from conversations.questions.several import Several
from conversations.questions.telephone import Telephone
from conversations.questions.text import Text
from conversations.questions.time import Time
from conversations.questions.yes_no import NO, NOT_SURE, YES, YesNo

__all__ = [
    "NO",
    "NOT_SURE",
    "YES",
    "Answers",
    "Choice",
    "ChosenReaders",
    "Condition",
    "Date",
    "Misunderstood",
    "Number",
    "Option",
    "OwnWords",
    "Question",
    "Scale",
    "Setting",
    "Several",
    "Telephone",
    "Text",
    "Time",
    "YesNo",
]
