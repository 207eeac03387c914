"""Stories of the policy: complete before the start, or refused with every gap."""

import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fostering.policy import Mode, Policy
from fostering.steps import Filler
from storage.policy import Override, PolicyGaps, bank_holidays, read_policy

SAMPLE = Path(__file__).parents[2] / "policy.sample.toml"
AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")


def same(kinds: Any, tables: Any) -> Any:
    return kinds


def read(text: str, tmp_path: Path, override: Override = same) -> Policy:
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    return read_policy(path, {}, override, at=AT)


def gaps_of(text: str, tmp_path: Path, override: Override = same) -> list[str]:
    with pytest.raises(PolicyGaps) as gaps:
        read(text, tmp_path, override)
    return list(gaps.value.gaps)


@pytest.fixture
def sample() -> str:
    return SAMPLE.read_text(encoding="utf-8")


def test_the_sample_is_a_whole_policy(sample: str, tmp_path: Path) -> None:
    policy = read(sample, tmp_path)
    assert policy.mode is Mode.DRILL
    assert policy.office_hours.opens == time(9, 0)
    assert policy.out_of_hours_steps[0].fillers == (Filler.FIRST_ON_CALL,)
    assert date(2026, 12, 25) in policy.bank_holidays
    assert policy.supervision_every_days == 42


def test_the_sample_names_its_own_team_before_that_of_an_authority(
    sample: str, tmp_path: Path
) -> None:
    own, theirs = read(sample, tmp_path).out_of_hours_numbers
    assert (own.name, own.authority, own.while_office_shut) == ("On-call team", "", False)
    assert (theirs.name, theirs.authority) == ("Emergency duty team", "Northmoor Council")
    assert theirs.while_office_shut


def test_the_sample_s_numbers_are_our_own_defaults(sample: str, tmp_path: Path) -> None:
    policy = read(sample, tmp_path)
    for name, part in Policy.__dataclass_fields__.items():
        if isinstance(part.default, int | tuple | time) and name != "texts":
            assert getattr(policy, name) == part.default, name


def test_telephone_numbers_of_the_sample_are_set_aside_for_drama(sample: str) -> None:
    for number in re.findall(r'^number = "(.+)"', sample, re.M):
        assert re.match(r"020 7946 0\d{3}|0161 496 0\d{3}|07700 900\d{3}", number)


def test_without_an_out_of_hours_number_nobody_starts(sample: str, tmp_path: Path) -> None:
    start = sample.index("[[numbers.out_of_hours]]")
    end = sample.index("[[numbers.duty]]")
    [gap] = gaps_of(sample[:start] + sample[end:], tmp_path)
    assert gap.startswith("numbers.out_of_hours")


def test_every_gap_is_said_at_once(tmp_path: Path) -> None:
    said = " ".join(gaps_of('[service]\nname = ""\n', tmp_path))
    for name in ("service.name", "service.mode", "office_hours", "numbers", "escalation"):
        assert name in said


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('mode = "drill"', 'mode = "test"', "service.mode"),
        ('nation = "england_and_wales"', 'nation = "france"', "service.nation"),
        ('time_zone = "Europe/London"', 'time_zone = "Moon"', "service.time_zone"),
        ("opens = 09:00:00                      # ours", "opens = 18:00:00", "office_hours.shuts"),
        ("shuts = 17:00:00                      # ours", 'shuts = "late"', "office_hours.shuts"),
        ('number = "020 7946 0101"', 'number = "ring us"', "numbers.out_of_hours (1).number"),
        ("every_days = 42", "every_days = 0", "supervision.every_days"),
        ("every_days = 42", "evry_days = 42", "supervision.evry_days"),
        ("remind_days = [7, 1]", "remind_days = [true]", "supervision.remind_days"),
        ('page = ["first_on_call"]', 'page = ["nobody"]', "escalation.out_of_hours (1).page"),
        ("wait_minutes = 5\n", 'wait_minutes = "5"\n', "escalation.out_of_hours (1).wait_minutes"),
        ("under_16_on_telegram = false", "under_16_on_telegram = 0", "switches.under_16"),
        ('offered = ["en", "ar", "cy"]', "offered = []", "languages.offered"),
        ("checked = 2026-11-20", "", "numbers.out_of_hours (1).checked"),
        ("until = 09:00:00", 'until = "x"', "quiet_hours.until"),
        ("until = 09:00:00", "until = 09:30:00", "young_people.morning"),
        ("evening = 19:00:00", "evening = 20:30:00", "young_people.evening"),
        ("[texts]", "[texts]\nx = 1", "texts.x"),
        ("extend_to_working_days = 20", "extend_to_working_days = 9", "complaints.extend_to"),
        ("to_working_days = 65", "to_working_days = 24", "complaints.second_extend_to"),
        ("[[complaints.outside]]\n", "[[complaints.outside]]\nx = 1\n", "complaints.outside (1).x"),
        ('number = "0161 496 0177"\n', "", "advocacy.number"),
    ],
)
def test_what_is_wrong_is_named(
    sample: str, tmp_path: Path, old: str, new: str, named: str
) -> None:
    assert old in sample
    assert any(named in gap for gap in gaps_of(sample.replace(old, new, 1), tmp_path))


def test_a_service_may_have_no_provider_of_advocates(sample: str, tmp_path: Path) -> None:
    start, end = sample.index("[advocacy]"), sample.index("[drafts]")
    assert read(sample[:start] + sample[end:], tmp_path).advocacy_provider is None


def test_a_file_that_is_no_policy_is_said_to_be_none(tmp_path: Path) -> None:
    assert "TOML" in gaps_of("this is not one", tmp_path)[0]
    with pytest.raises(PolicyGaps, match="cannot be read"):
        read_policy(tmp_path / "none.toml", {}, same, at=AT)


def test_the_service_s_own_kinds_are_laid_over_ours(sample: str, tmp_path: Path) -> None:
    def override(kinds: Any, tables: Any) -> Any:
        assert tables == {"CH01": {"answer_within": "1 hour"}}
        return {"CH01": "changed"}

    own = f'{sample}\n[kinds.CH01]\nanswer_within = "1 hour"\n'
    assert list(read(own, tmp_path, override).kinds) == ["CH01"]


def test_what_is_wrong_with_a_kind_is_among_the_gaps(sample: str, tmp_path: Path) -> None:
    def override(kinds: Any, tables: Any) -> Any:
        raise ValueError("kinds.XX: there is no such kind")

    assert gaps_of(sample, tmp_path, override) == ["kinds.XX: there is no such kind"]


def test_bank_holidays_are_the_nation_s() -> None:
    boxing, st_andrew = date(2026, 12, 28), date(2026, 11, 30)
    assert boxing in bank_holidays("england_and_wales", LONDON, AT)
    assert st_andrew not in bank_holidays("england_and_wales", LONDON, AT)
    assert st_andrew in bank_holidays("scotland", LONDON, AT)
    assert date(2028, 12, 25) in bank_holidays("northern_ireland", LONDON, AT)
