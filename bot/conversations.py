"""aiogram's FSM storage as a buffer: a turn puts its conversation in, handlers change it, the turn writes it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey


class OpenConversation:
    """A chat's open question while its turn runs."""

    def __init__(self, state: str | None, data: dict[str, Any]) -> None:
        self.state, self.data = state, data
        self._as_loaded = (state, dict(data))

    @property
    def changed(self) -> bool:
        """Whether a handler has changed anything that is not written yet."""
        return (self.state, self.data) != self._as_loaded

    def written(self) -> None:
        """What is here now is in the database."""
        self._as_loaded = (self.state, dict(self.data))

    def restore(self) -> None:
        """Forget what was changed since: a refusal leaves the question open."""
        state, data = self._as_loaded
        self.state, self.data = state, dict(data)

    def snapshot(self) -> dict[str, Any]:
        """The conversation as it was when the turn began, for a turn that has to be run again."""
        state, data = self._as_loaded
        return {"state": state, "data": data}


class Conversations(BaseStorage):
    """Holds the conversations of the turns that are running, and of no other."""

    def __init__(self) -> None:
        self._open: dict[tuple[int, int, int], OpenConversation] = {}

    @contextmanager
    def opened(self, bot_id: int, chat_id: int, person_id: int, conversation: OpenConversation) -> Iterator[None]:
        """Let handlers see and change this conversation while the turn runs."""
        self._open[bot_id, chat_id, person_id] = conversation
        try:
            yield
        finally:
            del self._open[bot_id, chat_id, person_id]

    def _of(self, key: StorageKey) -> OpenConversation:
        # An update without a person (or of a chat that has no turn) may ask; it has nothing open.
        return self._open.get((key.bot_id, key.chat_id, key.user_id)) or OpenConversation(None, {})

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Remember which question is open."""
        self._of(key).state = state.state if isinstance(state, State) else state

    async def get_state(self, key: StorageKey) -> str | None:
        """Which question is open."""
        return self._of(key).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Remember what has been said so far."""
        self._of(key).data = dict(data)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """What has been said so far."""
        return dict(self._of(key).data)

    async def close(self) -> None:
        """Nothing to let go."""
