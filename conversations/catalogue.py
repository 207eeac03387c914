"""The catalogue: every form of the service by its key."""

from collections.abc import Mapping
from types import MappingProxyType

from conversations.form import Form
from conversations.forms.advocacy import ADVOCACY, FROM_ADVOCATE, TO_ADVOCATE
from conversations.forms.answer_check_in import ANSWER_CHECK_IN
from conversations.forms.answer_concern import ANSWER_CONCERN, EXTEND_CONCERN
from conversations.forms.ask import ASK
from conversations.forms.care_day import CARE_DAY
from conversations.forms.check_in import CHECK_IN
from conversations.forms.close_missing_child import CLOSE_MISSING_CHILD
from conversations.forms.close_request import CLOSE_REQUEST
from conversations.forms.concern import CONCERN
from conversations.forms.decision import DECISION
from conversations.forms.difficulty import DIFFICULTY
from conversations.forms.find_family import FIND_FAMILY
from conversations.forms.first_support import FIRST_SUPPORT
from conversations.forms.household_change import HOUSEHOLD_CHANGE
from conversations.forms.information import CHILD_QUESTION, INFORMATION
from conversations.forms.lost_phone import LOST_PHONE
from conversations.forms.missing_child import MISSING_CHILD
from conversations.forms.own_words import OWN_WORDS
from conversations.forms.phone_call import PHONE_CALL
from conversations.forms.plan_supervision import PLAN_REVIEW, PLAN_SUPERVISION, REVIEW_HELD
from conversations.forms.private_home import (
    PRIVATE_HOME,
    PRIVATE_HOME_END,
    PRIVATE_HOME_TOLD,
)
from conversations.forms.review_views import REVIEW_VIEWS
from conversations.forms.safe_number import SAFE_NUMBER
from conversations.forms.support import SUPPORT
from conversations.forms.urgent_help import TALK_TONIGHT, URGENT_HELP
from conversations.forms.words import ADD_WORDS, CORRECTION, STAFF_REPLY
from conversations.forms.young_concern import YOUNG_CONCERN

FORMS: Mapping[str, Form] = MappingProxyType(
    {
        form.key: form
        for form in (
            HOUSEHOLD_CHANGE,
            DIFFICULTY,
            SUPPORT,
            DECISION,
            CARE_DAY,
            INFORMATION,
            CHILD_QUESTION,
            FIRST_SUPPORT,
            MISSING_CHILD,
            URGENT_HELP,
            TALK_TONIGHT,
            ADD_WORDS,
            CORRECTION,
            STAFF_REPLY,
            OWN_WORDS,
            SAFE_NUMBER,
            CHECK_IN,
            ASK,
            ANSWER_CHECK_IN,
            CLOSE_REQUEST,
            CLOSE_MISSING_CHILD,
            PHONE_CALL,
            PLAN_SUPERVISION,
            PLAN_REVIEW,
            REVIEW_HELD,
            REVIEW_VIEWS,
            LOST_PHONE,
            CONCERN,
            YOUNG_CONCERN,
            ANSWER_CONCERN,
            EXTEND_CONCERN,
            FIND_FAMILY,
            ADVOCACY,
            TO_ADVOCATE,
            FROM_ADVOCATE,
            PRIVATE_HOME,
            PRIVATE_HOME_END,
            PRIVATE_HOME_TOLD,
        )
    }
)
