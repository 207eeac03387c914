"""What a worker's page shows of a request, in their language and as far as they may see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fostering.ringing import Ringing


@dataclass(frozen=True, kw_only=True)
class PageView:
    """What a worker's page needs besides the request. Names are those of staff and never a child's.

    `asks` are (question, answer) in the worker's language; `written` are further words with their
    time and who wrote them. `holder` has it now. `teller` told the child's social worker;
    `task_mine`: this worker has to. `mine`: this worker has it, `paged`: they have the page.
    `rings` and `writes`: whether the person may be rung, and written to in this chat.
    `asks_to_write`: they cannot talk on the phone. `no_chat`: they are not linked; `not_written`:
    nothing is sent to their chat, for they did not ask for it. `number_held`: no number was given,
    so that the one the service holds is to be rung; `no_safe_number`: a young person may be rung
    and has named none. `ringing`: what they said about whether a call is safe. `form_owed`: the
    written notice form is to be sent. `seen_by`: who has seen a missing child. `denied`: they say
    that nobody has spoken with them. `takes_over`: this worker may take it from who has it.
    `offered` was asked to take it over; `asked`: that is this worker.
    `may_extend`: more time may be taken for the answer to this concern.
    `turns_private`: they may start or end a private process; `private_home` is the key of the
    household of which they may.
    `needs_manager`: this worker may ask for one; `advises`: they were asked as manager, and nobody
    has said yet that they will ring. `advisers` were asked last; `adviser` has said so.
    `filer` said that it is in the case file. `from_backup`: it comes from a restored backup.
    `same_as`: the reference of what this phone call may be joined to.
    """

    title: str
    author: str
    child: str = ""
    safe_way: str = ""
    phone_shared: bool = False
    holder: str = ""
    mine: bool = False
    paged: bool = False
    copy: int = 1
    phone_only: bool = False
    young_person: bool = False
    sealed: bool = False
    asks: Sequence[tuple[str, str]] = ()
    written: Sequence[tuple[datetime, str, str]] = ()
    teller: str = ""
    task_mine: bool = False
    rings: bool = True
    writes: bool = True
    asks_to_write: bool = False
    no_chat: bool = False
    not_written: bool = False
    number_held: bool = False
    seen_by: str = ""
    denied: bool = False
    takes_over: bool = False
    same_as: str = ""
    no_safe_number: bool = False
    ringing: Ringing = Ringing.WELCOME
    form_owed: bool = False
    may_extend: bool = False
    offered: str = ""
    asked: bool = False
    filer: str = ""
    from_backup: bool = False
    turns_private: bool = False
    private_home: str = ""
    needs_manager: bool = False
    advises: bool = False
    adviser: str = ""
    advisers: Sequence[str] = ()
