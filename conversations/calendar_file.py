"""The calendar file of a meeting: its UID stays when the date moves; titled "Meeting"."""

from datetime import datetime, timedelta

from icalendar import Calendar, Event

from conversations.screen import File
from fostering.meeting import Meeting
from locales import Language, mark


def calendar_file(language: Language, meeting: Meeting, at: datetime, *, minutes: int = 90) -> File:
    """An .ics file (RFC 5545) for the planned time; raises ValueError where nothing is planned."""
    if meeting.planned_for is None:
        raise ValueError("nothing is planned")
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.moves)
    event.add("dtstamp", at)
    event.add("dtstart", meeting.planned_for)
    event.add("dtend", meeting.planned_for + timedelta(minutes=minutes))
    event.add("summary", language.say(mark("Meeting")))
    event.add("status", "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Hearthline//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return File(name="meeting.ics", media_type="text/calendar", content=calendar.to_ical())
