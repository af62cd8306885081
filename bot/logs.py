"""Logs: one line an event on the terminal, in which no token and no secret can appear."""

import contextlib
import logging
import sys
import threading
import traceback
from collections.abc import Sequence
from types import TracebackType
from typing import Any, TextIO, cast

import structlog

HIDDEN = "***"
# At INFO these print addresses, and an address holds the token.
TALKATIVE = ("httpx", "httpcore", "aiogram", "telegram", "apscheduler", "alembic", "PIL")


class Redact:
    """Replaces secrets in whatever is logged, wherever they stand."""

    def __init__(self, secrets: Sequence[str]) -> None:
        self.secrets = [secret for secret in secrets if secret]

    def __call__(self, _logger: Any, _method: str, line: str) -> str:
        """As structlog's last processor, when the line is written out: nothing can hide in a value then."""
        return self.text(line)

    def text(self, text: str) -> str:
        """The text without secrets."""
        for secret in self.secrets:
            text = text.replace(secret, HIDDEN)
        return text


class RedactingFormatter(logging.Formatter):
    """The same for lines of the libraries, tracebacks included."""

    def __init__(self, redact: Redact) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """The record as one text without secrets."""
        return self.redact.text(super().format(record))


class Unfailing:
    """A stream for logs: a line that can't be written (the disk is full) is lost, and stops nobody."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> None:
        """Write it if possible."""
        with contextlib.suppress(OSError):
            self.stream.write(text)

    def flush(self) -> None:
        """Write what waits if possible."""
        with contextlib.suppress(OSError):
            self.stream.flush()

    def isatty(self) -> bool:
        """Whether somebody looks at it as it comes."""
        return self.stream.isatty()


def set_up_logs(level: str, secrets: Sequence[str], stream: TextIO | None = None) -> None:
    """Log to the terminal (or `stream`) from `level` up; call it before anything speaks to Telegram."""
    redact, stream = Redact(secrets), cast(TextIO, Unfailing(stream or sys.stderr))
    handler = logging.StreamHandler(stream)
    handler.setFormatter(RedactingFormatter(redact))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%H:%M:%S", utc=False),
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer(colors=stream.isatty(), exception_formatter=structlog.dev.plain_traceback),
            redact,  # type: ignore[list-item] # after the renderer an event is a line
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(stream),
    )
    last_words = LastWords(redact, stream)
    sys.excepthook = last_words
    threading.excepthook = lambda end: last_words(end.exc_type, end.exc_value, end.exc_traceback)


class LastWords:
    """What Python prints when a process, or a thread, ends by an error that nobody caught."""

    def __init__(self, redact: Redact, stream: TextIO) -> None:
        self.redact, self.stream = redact, stream

    def __call__(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """The traceback without secrets."""
        self.stream.write(self.redact.text("".join(traceback.format_exception(kind, error, trace))))
        self.stream.flush()
