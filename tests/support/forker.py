"""A process that has imported the bot already and forks a copy for each start: what takes seconds takes moments.

It reads commands, one JSON list a line: ["start", environment, arguments, log file] answers the new process's number,
["wait", number, seconds] its exit code (null: it still runs), ["warm", module] imports one more for the copies. When
its input ends, it ends what still runs.
"""

import importlib
import json
import os
import signal
import sys
import time
from typing import Any

import bot.__main__
import bot.copy_command
import bot.running  # imported for the copies


def start(environment: dict[str, str], arguments: list[str], log: str) -> int:
    """A copy of this process that runs `python -m bot`, or `python -c`, with these arguments; its number."""
    number = os.fork()
    if number:
        return number
    target = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(target, 1)
    os.dup2(target, 2)
    os.environ.update(environment)
    code = 70
    try:
        if arguments[:1] == ["-c"]:
            exec(arguments[1], {})
            code = 0
        else:
            code = bot.__main__.main(arguments)
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


def wait(number: int, seconds: float) -> int | None:
    """The exit code of a copy (negative: the signal that ended it); None if it has not ended by then."""
    ends = time.monotonic() + seconds
    while number not in ended:
        found, status = os.waitpid(number, os.WNOHANG)
        if found:
            ended[number] = os.waitstatus_to_exitcode(status)
        elif time.monotonic() > ends:
            return None
        else:
            time.sleep(0.01)
    return ended[number]


def warm(module: str) -> bool:
    """From now on every copy has this module."""
    importlib.import_module(module)
    return True


def answer_with(value: object) -> None:
    """One line of JSON."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


ended: dict[int, int] = {}
started: list[int] = []
COMMANDS: dict[str, Any] = {"start": start, "wait": wait, "warm": warm}

if __name__ == "__main__":
    answer_with("ready")
    for line in sys.stdin:
        command, *rest = json.loads(line)
        answer = COMMANDS[command](*rest)
        if command == "start":
            started.append(answer)
        answer_with(answer)
    for left in started:
        if wait(left, 0) is None:
            os.kill(left, signal.SIGKILL)
    os._exit(0)  # what was frozen for the copies is never tidied up, and a library grumbles about that
