"""Subjects: which entity each event changes, or that it is only written down."""

from collections.abc import Mapping
from enum import StrEnum

from fostering import events
from fostering.events import Event


class Noun(StrEnum):
    """The entities that have an `after`."""

    REQUEST = "request"
    SUPERVISION = "supervision"
    ANNUAL_REVIEW = "annual_review"
    INVITATION = "invitation"
    PERSON = "person"
    ONE_TIME_LINK = "one_time_link"
    ADVOCACY = "advocacy"
    DELEGATED_AUTHORITY = "delegated_authority"
    PLACEMENT_START = "placement_start"
    HOME_CHECK = "home_check"
    PRIVATE_HOME = "private_home"


AFTER: Mapping[type[Event], Noun] = {
    events.RequestRaised: Noun.REQUEST,
    events.AnswersAdded: Noun.REQUEST,
    events.MistakeSaid: Noun.REQUEST,
    events.BackSafeSaid: Noun.REQUEST,
    events.WorkerPaged: Noun.REQUEST,
    events.PagePassedOn: Noun.REQUEST,
    events.RequestAcknowledged: Noun.REQUEST,
    events.RequestTakenOver: Noun.REQUEST,
    events.HandoverOffered: Noun.REQUEST,
    events.HandoverAccepted: Noun.REQUEST,
    events.HandoverRefused: Noun.REQUEST,
    events.HandoverRecalled: Noun.REQUEST,
    events.HandoverLapsed: Noun.REQUEST,
    events.AdviceAsked: Noun.REQUEST,
    events.AdviceClimbed: Noun.REQUEST,
    events.AdviceUnanswered: Noun.REQUEST,
    events.AdviceAnswered: Noun.REQUEST,
    events.PrivateMatterStarted: Noun.REQUEST,
    events.PrivateMatterEnded: Noun.REQUEST,
    events.RequestDrawnIn: Noun.REQUEST,
    events.RequestFiled: Noun.REQUEST,
    events.FilingReminded: Noun.REQUEST,
    events.RingPromised: Noun.REQUEST,
    events.RingMissed: Noun.REQUEST,
    events.ReplySent: Noun.REQUEST,
    events.ReplyAnswered: Noun.REQUEST,
    events.ContactRecorded: Noun.REQUEST,
    events.ContactDenied: Noun.REQUEST,
    events.AnswerChased: Noun.REQUEST,
    events.AnswerExtended: Noun.REQUEST,
    events.HelpJudged: Noun.REQUEST,
    events.PriorityLowered: Noun.REQUEST,
    events.CheckInAnswered: Noun.REQUEST,
    events.AnswerJudged: Noun.REQUEST,
    events.CheckInTakenBack: Noun.REQUEST,
    events.RequestClosed: Noun.REQUEST,
    events.SocialWorkerTaskMade: Noun.REQUEST,
    events.SocialWorkerTaskLifted: Noun.REQUEST,
    events.SocialWorkerTaskReminded: Noun.REQUEST,
    events.SocialWorkerTold: Noun.REQUEST,
    events.InvitationMade: Noun.INVITATION,
    events.PersonLinked: Noun.INVITATION,
    events.RoomConnected: Noun.INVITATION,
    events.PersonUnlinked: Noun.PERSON,
    events.OneTimeLinkMade: Noun.ONE_TIME_LINK,
    events.OneTimeLinkOpened: Noun.ONE_TIME_LINK,
    events.LanguageChosen: Noun.PERSON,
    events.NewcomerJoined: Noun.PERSON,
    events.NewcomerConfirmed: Noun.PERSON,
    events.NewcomerUnconfirmed: Noun.PERSON,
    events.PhoneUseSaid: Noun.PERSON,
    events.SafeTimesChosen: Noun.PERSON,
    events.AnswerAwaited: Noun.PERSON,
    events.AnswerOpened: Noun.PERSON,
    events.SomethingNewSaid: Noun.PERSON,
    events.SafeTimeMissed: Noun.PERSON,
    events.CareDayNoted: Noun.PERSON,
    events.LegalHoldPlaced: Noun.PERSON,
    events.LegalHoldLifted: Noun.PERSON,
    events.PagingTestSent: Noun.PERSON,
    events.PagingTestSkipped: Noun.PERSON,
    events.PagingTestAnswered: Noun.PERSON,
    events.PagingTestMissed: Noun.PERSON,
    events.ShiftOffered: Noun.PERSON,
    events.ShiftAccepted: Noun.PERSON,
    events.ShiftRefused: Noun.PERSON,
    events.ShiftUncovered: Noun.PERSON,
    events.ShiftResumed: Noun.PERSON,
    events.SupervisionPlanned: Noun.SUPERVISION,
    events.SupervisionConfirmed: Noun.SUPERVISION,
    events.AnotherTimeAsked: Noun.SUPERVISION,
    events.SupervisionSaidHeld: Noun.SUPERVISION,
    events.SupervisionHeld: Noun.SUPERVISION,
    events.SupervisionDisputed: Noun.SUPERVISION,
    events.ReminderTold: Noun.SUPERVISION,
    events.AnnualReviewPlanned: Noun.ANNUAL_REVIEW,
    events.AnnualReviewConfirmed: Noun.ANNUAL_REVIEW,
    events.AnnualReviewTimeAsked: Noun.ANNUAL_REVIEW,
    events.AnnualReviewSaidHeld: Noun.ANNUAL_REVIEW,
    events.AnnualReviewHeld: Noun.ANNUAL_REVIEW,
    events.AnnualReviewDisputed: Noun.ANNUAL_REVIEW,
    events.AnnualReviewTold: Noun.ANNUAL_REVIEW,
    events.AnnualReviewViewsSent: Noun.ANNUAL_REVIEW,
    events.AdvocacyAsked: Noun.ADVOCACY,
    events.AdvocacyContacted: Noun.ADVOCACY,
    events.AdvocateAppointed: Noun.ADVOCACY,
    events.AdvocacyPassedOn: Noun.ADVOCACY,
    events.AdvocacyChased: Noun.ADVOCACY,
    events.AdvocacyCovered: Noun.ADVOCACY,
    events.AdvocacyLetterWritten: Noun.ADVOCACY,
    events.AdvocacyLetterOpened: Noun.ADVOCACY,
    events.AdvocacyTakenOn: Noun.ADVOCACY,
    events.AdvocacyEnded: Noun.ADVOCACY,
    events.DeciderNoted: Noun.DELEGATED_AUTHORITY,
    events.InformationTicked: Noun.PLACEMENT_START,
    events.PlanTicked: Noun.PLACEMENT_START,
    events.StartReminded: Noun.PLACEMENT_START,
    events.HomeChecked: Noun.HOME_CHECK,
    events.HomeCheckTurned: Noun.HOME_CHECK,
    events.HomeCheckTold: Noun.HOME_CHECK,
    events.PrivateHomeStarted: Noun.PRIVATE_HOME,
    events.PrivateHomeEnded: Noun.PRIVATE_HOME,
    events.PrivateHomeTold: Noun.PRIVATE_HOME,
}
"""The entity whose `after` takes the event. Linking changes the link's own table besides."""

RECORD_ONLY: frozenset[type[Event]] = frozenset(
    {
        events.AnnualReviewWordsSent,
        events.WordsAdded,
        events.AdvocacyWordsSent,
        events.RoomMoved,
        events.WordsRead,
        events.DetailsRead,
        events.DoubtSettled,
        events.ScreenHidden,
        events.UnkeptSent,
        events.PersonImported,
        events.PersonForgotten,
        events.FamilyOpened,
        events.RecordExported,
        events.SwitchTurned,
    }
)
"""Written in the chronology and changing no entity; what else they change has its own module."""
