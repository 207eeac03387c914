"""The accounts of people and of the bot."""

from dataclasses import dataclass

from simulator.raw import Json


@dataclass(kw_only=True, eq=False)
class Account:
    """Somebody with a Telegram account, and how they stand to the bot."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    known: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def json(self) -> Json:
        """The account as a Bot API `User`."""
        body: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            body["username"] = self.username
        if self.language_code:
            body["language_code"] = self.language_code
        return body
