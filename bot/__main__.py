"""`python -m bot`: run the bot. `worker`, `backup PATH`, `restore PATH`, `read`, `photo`, `card`: see README."""

import sys
from collections.abc import Callable

USAGE = """python -m bot                 run (without BOT_TOKEN: with the sandbox)
python -m bot worker          help another process on the same PostgreSQL with its work
python -m bot backup PATH     copy the database while it is used; into a folder: the photos too
python -m bot restore PATH    fill an empty database (or a new DATA_DIR) from such a copy
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
    from bot.copy_command import backup_main

    return backup_main(path)


def restore(path: str) -> int:
    """Fill the empty database that the settings name from `path`."""
    from bot.copy_command import restore_main

    return restore_main(path)


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
    "restore": restore,
    "read": read,
    "photo": photo,
    "card": card,
}
STOPPED = 130  # what a shell says of a command that Ctrl-C has ended
ARGUMENTS = {backup: 1, restore: 1, worker: 0}


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
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # Ctrl-C before anything has begun, or amid a command
        sys.exit(STOPPED)
