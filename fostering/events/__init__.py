"""Events: what has happened, in the past tense, never changed; the chronology holds them in order.

One file for each noun; a new event is added to its file and listed here.
"""

from fostering.events.check_in import AnswerJudged as AnswerJudged
from fostering.events.check_in import CheckInAnswered as CheckInAnswered
from fostering.events.check_in import CheckInTakenBack as CheckInTakenBack
from fostering.events.event import PERSONAL as PERSONAL
from fostering.events.event import Event as Event
from fostering.events.event import personal as personal
from fostering.events.one_time_links import DetailsRead as DetailsRead
from fostering.events.one_time_links import OneTimeLinkMade as OneTimeLinkMade
from fostering.events.one_time_links import OneTimeLinkOpened as OneTimeLinkOpened
from fostering.events.people import InvitationMade as InvitationMade
from fostering.events.people import LanguageChosen as LanguageChosen
from fostering.events.people import PersonForgotten as PersonForgotten
from fostering.events.people import PersonImported as PersonImported
from fostering.events.people import PersonLinked as PersonLinked
from fostering.events.people import PersonUnlinked as PersonUnlinked
from fostering.events.people import RoomConnected as RoomConnected
from fostering.events.people import RoomMoved as RoomMoved
from fostering.events.people import ScreenHidden as ScreenHidden
from fostering.events.people import SwitchTurned as SwitchTurned
from fostering.events.people import UnkeptSent as UnkeptSent
from fostering.events.people import WordsRead as WordsRead
from fostering.events.requests import AnswerChased as AnswerChased
from fostering.events.requests import AnswersAdded as AnswersAdded
from fostering.events.requests import BackSafeSaid as BackSafeSaid
from fostering.events.requests import ContactDenied as ContactDenied
from fostering.events.requests import ContactRecorded as ContactRecorded
from fostering.events.requests import HelpJudged as HelpJudged
from fostering.events.requests import MistakeSaid as MistakeSaid
from fostering.events.requests import PagePassedOn as PagePassedOn
from fostering.events.requests import PriorityLowered as PriorityLowered
from fostering.events.requests import ReplyAnswered as ReplyAnswered
from fostering.events.requests import ReplySent as ReplySent
from fostering.events.requests import RequestAcknowledged as RequestAcknowledged
from fostering.events.requests import RequestClosed as RequestClosed
from fostering.events.requests import RequestRaised as RequestRaised
from fostering.events.requests import RequestTakenOver as RequestTakenOver
from fostering.events.requests import RingMissed as RingMissed
from fostering.events.requests import RingPromised as RingPromised
from fostering.events.requests import SocialWorkerTaskLifted as SocialWorkerTaskLifted
from fostering.events.requests import SocialWorkerTaskMade as SocialWorkerTaskMade
from fostering.events.requests import SocialWorkerTaskReminded as SocialWorkerTaskReminded
from fostering.events.requests import SocialWorkerTold as SocialWorkerTold
from fostering.events.requests import WordsAdded as WordsAdded
from fostering.events.requests import WorkerPaged as WorkerPaged
from fostering.events.supervision import AnotherTimeAsked as AnotherTimeAsked
from fostering.events.supervision import ReminderTold as ReminderTold
from fostering.events.supervision import SupervisionConfirmed as SupervisionConfirmed
from fostering.events.supervision import SupervisionDisputed as SupervisionDisputed
from fostering.events.supervision import SupervisionHeld as SupervisionHeld
from fostering.events.supervision import SupervisionPlanned as SupervisionPlanned
from fostering.events.supervision import SupervisionSaidHeld as SupervisionSaidHeld
