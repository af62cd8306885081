"""aiogram's FSM storage as a buffer of one chat: handlers change what a turn has loaded, and the turn writes it."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey


class OpenConversation(BaseStorage):
    """A chat's open question while its turn runs: there is no other key."""

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

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Remember which question is open."""
        self.state = state.state if isinstance(state, State) else state

    async def get_state(self, key: StorageKey) -> str | None:
        """Which question is open."""
        return self.state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Remember what has been said so far."""
        self.data = dict(data)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """What has been said so far."""
        return dict(self.data)

    async def close(self) -> None:
        """Nothing to let go."""
