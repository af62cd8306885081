"""How the Bot API says no."""


class Refusal(Exception):  # noqa: N818 - it is an answer, not a failure of ours
    """An answer with ok=false; `parameters` holds what Telegram adds, such as retry_after (seconds)."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(reason: str) -> Refusal:
    """400, in Telegram's words."""
    return Refusal(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refusal:
    """403, in Telegram's words."""
    return Refusal(403, f"Forbidden: {reason}")


def too_many(seconds: int) -> Refusal:
    """429: nothing more for so many seconds."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
