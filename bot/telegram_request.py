"""How python-telegram-bot's requests leave: through aiohttp, at a quarter of what httpx costs."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

import orjson
from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, ConnectionTimeoutError, FormData
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

# With these as its cause, an error says that the request never reached Telegram.
NEVER_LEFT = (ClientConnectorError, ConnectionTimeoutError)
# A slot whose answer doesn't come is taken for lost after 65 s (shared_budget.py): by then we have given up.
PATIENCE = ClientTimeout(total=30, sock_connect=5, sock_read=5)
# An answer is waited for from the moment that a file begins to leave, and what is cut off while it leaves arrives all
# the same: it would be sent again and again.
PATIENCE_WITH_FILES = ClientTimeout(total=40, sock_connect=5)


class AiohttpRequest(BaseRequest):
    """Requests in the session that `opened` gives, which is not ours to close."""

    def __init__(self, opened: Callable[[], Awaitable[ClientSession]], patience: ClientTimeout = PATIENCE) -> None:
        self.opened, self.patience = opened, patience

    @property
    def read_timeout(self) -> float | None:
        """How long we wait for an answer, in seconds."""
        return self.patience.sock_read

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer. Raises TelegramError for what is none, as of a proxy on the way."""
        try:
            answer: dict[str, Any] = orjson.loads(payload)
        except ValueError as page:
            raise TelegramError("Invalid server response") from page
        return answer

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """The status and body of an answer of Telegram's. How patient we are is ours to say, not each call's."""
        session = await self.opened()
        posted, kind = _posted(request_data) if request_data else (None, {})
        patience = PATIENCE_WITH_FILES if request_data and request_data.contains_files else self.patience
        try:
            async with session.request(
                method, url, data=posted, headers=kind, timeout=patience, allow_redirects=False
            ) as answer:
                status, body = answer.status, await answer.read()
        except TimeoutError as late:
            raise TimedOut from late
        except ClientError as trouble:
            raise NetworkError(f"{type(trouble).__name__}: {trouble}") from trouble
        _check(status, body)
        return status, body


def _check(status: int, body: bytes) -> None:
    """Raises NetworkError for what is no answer of Telegram's, as of a proxy on the way: python-telegram-bot would take
    it for a fault of ours, or for a person who refuses us. A 429 is RetryAfter even if it doesn't say for how long.
    """
    try:
        said = orjson.loads(body)
    except ValueError:
        said = None
    if status == HTTPStatus.TOO_MANY_REQUESTS and not (isinstance(said, dict) and said.get("parameters")):
        raise RetryAfter(1)
    fine = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
    if not isinstance(said, dict) or said.get("ok") is not fine or (fine and "result" not in said):
        raise NetworkError(f"not an answer of Telegram's (HTTP {status})")


def _posted(request: RequestData) -> tuple[bytes | FormData, dict[str, str]]:
    """A body and its headers: JSON where there is no file to send."""
    if not request.contains_files:
        return orjson.dumps(request.parameters), {"Content-Type": "application/json"}
    form = FormData(quote_fields=False)
    for name, value in request.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime_type) in request.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime_type)
    return form, {}
