"""Private chats and groups, and who stands how in them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from simulator.accounts import Account
from simulator.raw import Json

if TYPE_CHECKING:
    from simulator.messages import Message


class ChatKind(StrEnum):
    """The kinds of chat that the bot meets."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Topic(StrEnum):
    """How the topic stands to which a message without a thread goes (*General*)."""

    OPEN = "open"
    CLOSED = "closed"
    DELETED = "deleted"


class Standing(StrEnum):
    """How a member stands in a chat, in the Bot API's words."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    KICKED = "kicked"


PRESENT = frozenset(
    {Standing.CREATOR, Standing.ADMINISTRATOR, Standing.MEMBER, Standing.RESTRICTED}
)
IN_CHARGE = frozenset({Standing.CREATOR, Standing.ADMINISTRATOR})


@dataclass(kw_only=True, eq=False)
class Chat:
    """A chat with its members and all its messages; `person` is set in a private chat."""

    id: int
    kind: ChatKind
    title: str = ""
    person: Account | None = None
    members: dict[int, Standing] = field(default_factory=dict)
    messages: "dict[int, Message]" = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    read_up_to: dict[int, int] = field(default_factory=dict)
    migrated_to: "Chat | None" = None
    topic: Topic = Topic.OPEN
    last_message_id: int = 0

    @property
    def private(self) -> bool:
        """Whether this is one person's chat with the bot."""
        return self.kind is ChatKind.PRIVATE

    def standing(self, account: Account) -> Standing:
        """How an account stands here; somebody never seen here has left."""
        if self.private:
            return Standing.MEMBER
        return self.members.get(account.id, Standing.LEFT)

    def has(self, account: Account) -> bool:
        """Whether an account is in the chat now."""
        return self.standing(account) in PRESENT

    def led_by(self, account: Account) -> bool:
        """Whether an account is the owner or an administrator."""
        return self.standing(account) in IN_CHARGE

    def json(self) -> Json:
        """The chat as a Bot API `Chat`."""
        if self.person is None:
            return {"id": self.id, "type": self.kind.value, "title": self.title}
        body: Json = {
            "id": self.id,
            "type": self.kind.value,
            "first_name": self.person.first_name,
        }
        if self.person.username:
            body["username"] = self.person.username
        return body


_RIGHTS = [
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
]
_WITHHELD = frozenset({"can_be_edited", "is_anonymous", "can_promote_members"})
_PERMISSIONS = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
]


def member_json(account: Account, standing: Standing) -> Json:
    """An account's place in a chat as a Bot API `ChatMember`."""
    body: Json = {"user": account.json(), "status": standing.value}
    match standing:
        case Standing.CREATOR:
            body["is_anonymous"] = False
        case Standing.ADMINISTRATOR:
            body |= {right: right not in _WITHHELD for right in _RIGHTS}
        case Standing.RESTRICTED:
            body |= dict.fromkeys(_PERMISSIONS, False)
            body |= {"is_member": True, "until_date": 0}
        case Standing.KICKED:
            body["until_date"] = 0
        case Standing.MEMBER | Standing.LEFT:
            pass
    return body
