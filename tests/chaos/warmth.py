"""Imported by the forker: what every start of the bot would do anew, done once, so that a life costs moments."""

import functools
import gc
import ssl
import tempfile
from pathlib import Path

import aiogram.methods
from aiogram.types import Update

import tests.chaos.child  # noqa: F401 # the copies run it
from bot.app import Lapak
from bot.settings import Settings
from bot.times import Clock
from locales import LANGUAGES, words_in
from models.database import Database, sqlite_address
from models.migrations import migrate

# Nobody here speaks TLS, and to read the certificates of all authorities takes half of a start.
ssl.create_default_context = functools.cache(ssl.create_default_context)  # type: ignore[assignment] # the same call
with tempfile.TemporaryDirectory() as folder:
    database = Database(sqlite_address(Path(folder) / "warm.db"))
    migrate(database.engine)
    migrate(database.engine)
    database.close()
    Lapak(Settings(_env_file=None, BOT_TOKEN="1:warm", DATA_DIR=folder), Clock()).database.close()
for language in LANGUAGES:
    words_in(language)
Update.model_validate_json(b'{"update_id": 1}')
aiogram.methods.GetMe()
gc.collect()
gc.freeze()
