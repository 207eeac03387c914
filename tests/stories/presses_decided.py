"""What was decided of every press: to whom it opens anything, and what it names.

A press that is new stands in no line of this table, and the suite is red until it does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Named(StrEnum):
    """What the first argument of a press names."""

    NOTHING = "nothing"
    MATTER = "matter"
    PERSON = "person"
    PLACEMENT = "placement"
    HOUSEHOLD = "household"
    WORD = "word"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Presses alike: the kinds of people to whom they open anything but their first screen."""

    opens_to: frozenset[str]
    named: Named
    presses: str
    """Verbs with their number of arguments, as in "got/1"."""

    def verbs(self) -> Iterator[tuple[str, int]]:
        """Each (verb, number of arguments), as in the desk's own table."""
        for each in self.presses.split():
            verb, _, count = each.partition("/")
            yield verb, int(count)


EVERYBODY = frozenset({"stranger", "young", "carer", "advocate", "worker", "duty", "manager"})
YOUNG = frozenset({"young"})
CARERS = frozenset({"carer"})
AUTHORS = YOUNG | CARERS
ADVOCATES = frozenset({"advocate"})
MANAGERS = frozenset({"manager"})
ON_DUTY = MANAGERS | {"duty"}
STAFF = ON_DUTY | {"worker"}


def _decided(opens_to: frozenset[str], named: Named, presses: str) -> Decision:
    return Decision(opens_to=opens_to, named=named, presses=presses)


DECIDED = (
    # They show help, or the person's own screen, and tell nothing of anybody.
    _decided(EVERYBODY, Named.NOTHING, "help/0 who/0 home/0 lang/0 hide/0 tell/0 talk/0"),
    _decided(EVERYBODY, Named.WORD, "lang/1 tell/1"),
    # What a carer or a young person asked: its author alone.
    _decided(
        AUTHORS,
        Named.MATTER,
        "copy/1 mistake/1 notspoke/1 seen/1 backsafe/1 undosafe/1 unsettled/1 helped/2 further/1"
        " takeback/1 takebackyes/1",
    ),
    _decided(CARERS, Named.MATTER, "goon/1 more/1 correct/1"),
    _decided(YOUNG, Named.MATTER, "write/1 saidof/1 unsay/1 sense/2 justtalk/1"),
    _decided(YOUNG | ADVOCATES, Named.MATTER, "sideof/1 sidestop/1 sidestopyes/1 sidewrite/1"),
    _decided(YOUNG, Named.MATTER, "sidenext/1"),
    _decided(YOUNG | ADVOCATES, Named.MATTER, "sidemet/1 sidemine/1 sidepass/1"),
    _decided(AUTHORS | STAFF, Named.MATTER, "req/1"),
    # What workers do with a request; which of them is asked of each request anew.
    _decided(
        STAFF,
        Named.MATTER,
        "got/1 pass/1 when/1 ring/2 reply/1 spoke/1 spokeyes/1 wrote/1 reached/1 reachedyes/1"
        " same/1 take/1 takeyes/1 handover/1 handover/2 handto/2 handyes/1 handwhy/1 handno/2"
        " handback/1 private/1 privateyes/1 privateend/1 privateno/2 filed/1 filedall/1 filetext/1"
        " mgrask/1 mgrseen/1 lower/1 loweryes/1 close/1 longer/1 told/1 toldlist/1 whois/1"
        " ckread/1 ckanswer/1",
    ),
    # First screens and lists of one's own.
    _decided(CARERS, Named.NOTHING, "reqs/0 another/0 concern/0 expect/0 sup/0 ics/0 rev/0"),
    _decided(CARERS, Named.NOTHING, "revics/0 revyear/0 homesame/0 homenew/0 homeoff/0 homeon/0"),
    _decided(CARERS, Named.WORD, "reqs/1 supok/1 supmove/1 supheld/1 supnot/1"),
    _decided(CARERS, Named.WORD, "revok/1 revmove/1 revheld/1 revnot/1"),
    _decided(CARERS, Named.PLACEMENT, "start/1 startask/1 startq/1 starthelp/1 plantick/2 askto/2"),
    _decided(YOUNG, Named.NOTHING, "said/0 whosees/0 safe/0 phoneuse/0 unfair/0 side/0 ownsay/0"),
    _decided(YOUNG, Named.WORD, "said/1 safe/1 safe/2 phoneuse/1"),
    _decided(ADVOCATES, Named.NOTHING, "sidelost/0"),
    _decided(ADVOCATES, Named.PERSON, "sidecut/1"),
    _decided(CARERS | STAFF, Named.NOTHING, "decides/0"),
    _decided(CARERS | STAFF, Named.PLACEMENT, "decides/1 decides/2"),
    _decided(STAFF, Named.PLACEMENT, "setwho/2 whoset/2 sayset/2 caredays/1 careday/2"),
    # Lists of staff hold what each of them may see.
    _decided(STAFF, Named.NOTHING, "waiting/0 mine/0 todo/0 notfiled/0 family/0 sups/0 revs/0"),
    _decided(STAFF, Named.NOTHING, "shift/0 nopages/0 shiftkeep/0"),
    _decided(STAFF, Named.WORD, "waiting/1 mine/1 notfiled/1"),
    # Only a reminder in doubt that the worker settles is found by its word.
    _decided(STAFF, Named.NOTHING, "doubts/0"),
    _decided(STAFF, Named.WORD, "doubts/1 doubtagain/1 doubtknow/1"),
    _decided(STAFF, Named.PERSON, "supof/1 supplan/1 supdid/1 revof/1 revplan/1 revon/1 revdid/1"),
    _decided(STAFF, Named.PERSON, "revyear/1 themyes/1 themno/1 themcut/1 shiftyes/1 shiftno/1"),
    _decided(STAFF, Named.PERSON, "gotthis/1"),
    _decided(ON_DUTY, Named.NOTHING, "opens/0 morning/0 tonight/0 lost/0"),
    _decided(ON_DUTY, Named.WORD, "opens/1 morning/1"),
    _decided(ON_DUTY | ADVOCATES, Named.PERSON, "unlink/1"),
    _decided(MANAGERS, Named.NOTHING, "opensby/0 kept/0 privhomes/0"),
    _decided(MANAGERS, Named.WORD, "privhomes/1"),
    _decided(MANAGERS, Named.HOUSEHOLD, "privhome/1 privon/1 privoff/1 privtold/1"),
    _decided(CARERS, Named.NOTHING, "outside/0"),
)

SECOND: Mapping[str, tuple[str, ...]] = {
    "helped": ("yes",),
    "sense": ("yes", "no"),
    "ring": ("15",),
    "handover": ("1",),
    "handno": ("busy",),
    "privateno": ("over",),
    "safe": ("9",),
    "decides": ("health",),
    "askto": ("check_up",),
    "setwho": ("check_up",),
    "whoset": ("check_up.parents",),
    "sayset": ("check_up.self",),
    "plantick": ("discussed",),
    "careday": ("review.moved", "move.first"),
}
"""The second argument of a press that has two; of *handto* it is a worker."""

WORDS = ("0", "1", "team", "own", "en")
"""Words that some press or other takes."""

NOT_HERE = frozenset(
    {
        ("home", 0),
        ("unsettled", 1),
        ("helped", 2),
        ("justtalk", 1),
        ("same", 1),
        ("handno", 2),
        ("shift", 0),
        ("nopages", 0),
        ("shiftkeep", 0),
        ("shiftyes", 1),
        ("shiftno", 1),
        ("gotthis", 1),
        ("safe", 1),
        ("safe", 2),
        ("start", 1),
        ("plantick", 2),
        ("outside", 0),
    }
)
"""Presses for which the hour has not come in this town; their own stories show them pressed.

*Home* draws the first screen itself.
"""
