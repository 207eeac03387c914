"""What an event does to the task of telling the child's social worker, which lives on a request."""

from dataclasses import replace

from fostering.events import (
    SocialWorkerTaskLifted,
    SocialWorkerTaskMade,
    SocialWorkerTaskReminded,
    SocialWorkerTold,
)
from fostering.request_states import Request

TaskEvent = (
    SocialWorkerTaskMade | SocialWorkerTaskLifted | SocialWorkerTaskReminded | SocialWorkerTold
)


def after_task(request: Request, event: TaskEvent) -> Request:
    """The request as it stands after the event; the first day that was set stays."""
    match event:
        case SocialWorkerTaskMade():
            return request if request.task_due else replace(request, task_due=event.due)
        case SocialWorkerTaskLifted():
            return replace(request, task_due=None, task_reminded_at=None)
        case SocialWorkerTaskReminded():
            return replace(request, task_reminded_at=event.at)
        case _:
            return replace(request, task_done_by=event.actor, task_done_at=event.at)
