"""The demo's cast: whose phones are shown, in the order of the page; all of them invented."""

from dataclasses import dataclass

GROUP_TITLE = "Out of hours"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One phone: `reference` names its person in samples/people.csv."""

    key: str
    reference: str
    name: str
    label: str
    language: str = "en"
    in_group: bool = False


CAST = (
    Part(key="carer", reference="C-001", name="Rosa", label="Foster carer"),
    Part(key="young_person", reference="YP-001", name="Jay", label="Young person, 17"),
    Part(key="worker", reference="S-001", name="Priya", label="Supervising social worker"),
    Part(
        key="first_on_call", reference="S-003", name="Amina", label="On call, first", in_group=True
    ),
    Part(
        key="second_on_call", reference="S-004", name="Tom", label="On call, second", in_group=True
    ),
    Part(key="manager", reference="S-005", name="Grace", label="On-call manager", in_group=True),
    Part(key="team_manager", reference="S-006", name="Helen", label="Team manager"),
    Part(key="second_carer", reference="C-002", name="Daniel", label="Second carer"),
    Part(key="advocate", reference="A-001", name="Nadia", label="Advocate, another charity"),
    Part(key="childs_worker", reference="S-002", name="Owen", label="Child's social worker"),
)
