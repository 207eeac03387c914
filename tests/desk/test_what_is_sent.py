"""What comes of every form stands written; whatever is sent, something is said to who sent it."""

from tests.desk.at_the_desk import changed
from tests.desk.what_is_sent import PLACE, written


def test_what_comes_of_each_form_is_what_stands_written() -> None:
    now = written()
    assert "(nothing)" not in now
    assert not changed(now, PLACE), "make transcripts, and read what has changed"
