"""`python -m bot`: run the bot. `python -m bot worker`, `backup PATH`, `read`, `photo`, `card`: see README."""

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

USAGE = """python -m bot                 run (without BOT_TOKEN: with the sandbox)
python -m bot worker          help another process on the same PostgreSQL with its work
python -m bot backup PATH     copy the database while it is used
python -m bot read            read captions: JSON lines in, JSON lines out
python -m bot photo IN OUT    better a photo, report as JSON
python -m bot card …          make a card to share (--help tells how)"""


def run() -> int:
    """Run until Ctrl-C or SIGTERM."""
    from bot.running import main

    return main()


def worker() -> int:
    """Work beside another process that listens, until Ctrl-C or SIGTERM."""
    from bot.running import main

    return main(only_works=True)


def backup(path: str) -> int:
    """Copy the database that the settings name to `path`."""
    from bot.copies import copy_database
    from bot.settings import Settings

    address = Settings().database_address
    if not address.startswith("sqlite"):
        print("DATABASE_URL names a PostgreSQL: copy it with pg_dump.", file=sys.stderr)
        return 1
    source = Path(address.removeprefix("sqlite:///"))
    try:
        copy_database(source, Path(path))
    except FileExistsError:
        print(f"{path} is there already; name a new file.", file=sys.stderr)
        return 1
    except FileNotFoundError:
        print(f"There is no database at {source} yet.", file=sys.stderr)
        return 1
    except (OSError, sqlite3.Error) as trouble:
        print(f"{path} can't be written: {trouble}", file=sys.stderr)
        return 1
    print(f"Copied to {path}.")
    return 0


def read(*_: str) -> int:
    """Read captions from standard input."""
    from bot.read_command import main

    return main()


def photo(*arguments: str) -> int:
    """Better a photo."""
    from bot.photo_command import photo_main

    return photo_main(list(arguments))


def card(*arguments: str) -> int:
    """Make a card to share."""
    from bot.photo_command import card_main

    return card_main(list(arguments))


COMMANDS: dict[str, Callable[..., int]] = {
    "worker": worker,
    "backup": backup,
    "read": read,
    "photo": photo,
    "card": card,
}
ARGUMENTS = {backup: 1, worker: 0}


def main(arguments: list[str]) -> int:
    """Pick the command; each imports only what it needs."""
    if not arguments:
        return run()
    command = COMMANDS.get(arguments[0])
    if command is None or len(arguments) - 1 != ARGUMENTS.get(command, len(arguments) - 1):
        print(USAGE, file=sys.stderr)
        return 2
    return command(*arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
