"""What falls due, and who hears of it, is what stands written."""

from tests.desk.at_the_desk import changed
from tests.desk.what_falls_due import PLACE, written


def test_what_falls_due_where_nobody_does_anything_is_what_stands_written() -> None:
    assert not changed(written(), PLACE), "make transcripts, and read what has changed"
