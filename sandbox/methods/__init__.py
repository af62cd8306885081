"""The methods of the Bot API that the sandbox has, by lower-case name."""

from collections.abc import Awaitable, Callable
from inspect import iscoroutinefunction
from typing import Any

from sandbox.calls import Call
from sandbox.errors import Refusal
from sandbox.methods import answering, editing, profile, receiving, relaying, sending
from sandbox.methods.absent import ABSENT

Method = Callable[[Call], Awaitable[Any]]
MODULES = (answering, editing, profile, receiving, relaying, sending)
# A public coroutine of these modules is the method of its name: send_message is sendMessage.
METHODS: dict[str, Method] = {
    name.replace("_", ""): function
    for module in MODULES
    for name, function in vars(module).items()
    if iscoroutinefunction(function) and function.__module__ == module.__name__ and not name.startswith("_")
}


def method_named(name: str) -> Method:
    """The method; raises 404 for a name that Telegram doesn't know, 501 for one that only the sandbox doesn't."""
    if name in ABSENT:
        raise Refusal(501, f"Not Implemented: {name} is not in the sandbox")
    if name not in METHODS:
        raise Refusal(404, "Not Found: method not found")
    return METHODS[name]
