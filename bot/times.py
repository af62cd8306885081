"""What time it is. Everything that decides by time is handed one of these, so that time can be moved."""

from datetime import UTC, datetime, timedelta


class Clock:
    """The real time, plus an offset that a demo or a test may set."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self.offset = offset

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC) + self.offset
