"""The case file at the desk: *It is in the case file*, the list, and the reminder."""

from conversations.filing import not_filed_list, whole_question
from desk.pages import act, refuse, request_to_file
from desk.say import reply, tongue
from desk.sight import on_lists
from desk.unit import Unit
from desk.views import name_of
from fostering import filing as rules
from fostering.people import Standing


def say_filed(unit: Unit, key: str) -> None:
    """*It is in the case file*; of some kinds one press more says that all of it is."""
    found = request_to_file(unit, key)
    request = found[1] if found is not None and not found[1].filed else None
    if request is not None and rules.needs_chronology(request, unit.scene.policy):
        reply(unit, whole_question(tongue(unit), request), card=f"page:{key}")
        return
    _file(unit, key, whole=False)


def say_all_filed(unit: Unit, key: str) -> None:
    """*Yes, all of it is there*."""
    _file(unit, key, whole=True)


def show_not_filed(unit: Unit, page: str = "") -> None:
    """*Not filed yet*: a worker's own, and for managers all that they may see."""
    worker = unit.scene.person
    if worker is None or worker.standing is not Standing.STAFF:
        refuse(unit)
        return
    found = [
        r
        for r in unit.scene.requests.values()
        if rules.falls_to(r, worker) and on_lists(unit, worker, r)
    ]
    found.sort(key=lambda r: (r.closed_at or r.raised_at, r.reference))
    reply(unit, not_filed_list(tongue(unit), found, unit.scene.at, page=page))


def _file(unit: Unit, key: str, *, whole: bool) -> None:
    scene = unit.scene
    act(
        unit,
        key,
        lambda worker, request: rules.file_request(
            request,
            worker,
            scene.policy,
            scene.at,
            whole=whole,
            filer=name_of(unit, request.filed_by),
        ),
        request_to_file,
    )
