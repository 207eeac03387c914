"""The errors that the Bot API answers with, in its own words."""

from simulator.raw import Json


class Refused(Exception):
    """A call that the Bot API refuses: HTTP code, description and extra parameters."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def json(self) -> Json:
        """The body of the answer."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(words: str, **parameters: object) -> Refused:
    """A 400 with the words that follow `Bad Request: `."""
    return Refused(400, f"Bad Request: {words}", dict(parameters))


def forbidden(words: str) -> Refused:
    """A 403 with the words that follow `Forbidden: `."""
    return Refused(403, f"Forbidden: {words}")


def conflict(words: str) -> Refused:
    """A 409 with the words that follow `Conflict: `."""
    return Refused(409, f"Conflict: {words}")


def too_many(seconds: int) -> Refused:
    """A 429 that asks to wait for a number of seconds."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def unauthorized() -> Refused:
    """The answer to a wrong token."""
    return Refused(401, "Unauthorized")


def unknown_method() -> Refused:
    """The answer to a method that does not exist."""
    return Refused(404, "Not Found: method not found")
