"""Settings, typed, from the environment or `.env`; `.env.example` lists every one."""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from models.database import sqlite_address

TELEGRAM = "https://api.telegram.org"
# In the address of a database, which may be a wrong one.
PASSWORD = re.compile(r"//[^:@/]*:(?P<password>.+)@")
POSTGRESQL = re.compile(r"^postgres(?:ql)?://")
TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
SHORTEST_SECRET = 4
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


class Settings(BaseSettings):
    """How this bot runs. Without a `bot_token` it runs against the sandbox on this machine."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True, hide_input_in_errors=True)

    bot_token: SecretStr | None = None
    operators: Annotated[frozenset[int], NoDecode] = frozenset()
    data_dir: Path = Path(".data")
    database_url: str | None = Field(default=None, repr=False)  # it holds a password
    api_url: str = TELEGRAM
    sandbox_host: str = "127.0.0.1"
    sandbox_port: int = 8080
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = "INFO"
    copies_kept: int = 7
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_host: str = "127.0.0.1"
    webhook_port: int = 8081

    @field_validator("operators", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [part for part in value.replace(",", " ").split() if part] if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _loudly(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _with_one_at(cls, value: str | None) -> str | None:
        if value and value.partition("?")[0].count("@") > 1:
            raise ValueError("write an @ that is part of the password as %40")  # else half of it passes for the host
        return value

    @property
    def database_address(self) -> str:
        """The database's address: `DATABASE_URL`, or a SQLite file in the data folder."""
        if self.database_url:
            return POSTGRESQL.sub("postgresql+psycopg://", self.database_url)
        return sqlite_address(self.data_dir / "lapak.db")

    def problem(self, only_works: bool) -> str | None:
        """What keeps us from starting so, in words for whoever starts us; None if nothing does.

        `only_works`: this process is to help another that listens.
        """
        if self.bot_token and not TOKEN.fullmatch(self.bot_token.get_secret_value()):
            return "BOT_TOKEN is not a bot's token: copy all of it from @BotFather, e.g. 123456789:AA…"
        if only_works and not self.bot_token:
            return "A worker needs BOT_TOKEN: the sandbox's demo is one process."
        if only_works and self.database_address.startswith("sqlite"):
            return (
                "A worker needs a PostgreSQL: SQLite is for one process only. Set DATABASE_URL, e.g. to\n"
                "postgresql://lapak:password@127.0.0.1/lapak, for all processes; or run `python -m bot` alone."
            )
        if self.webhook_url and not self.bot_token:
            return "WEBHOOK_URL needs BOT_TOKEN: the sandbox's demo is polled."
        if self.webhook_url and not WEBHOOK_SECRET.fullmatch(
            self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        ):
            return (
                "WEBHOOK_URL needs WEBHOOK_SECRET, so that nobody but Telegram can bring us updates: 16 to 256 of\n"
                "A-Z, a-z, 0-9, _ and -. A good one: python -c 'import secrets; print(secrets.token_urlsafe(32))'"
            )
        return None

    @classmethod
    def read(cls) -> "Settings | str":
        """The settings, or what is wrong with them in words for whoever starts us; no value is repeated."""
        try:
            return cls()
        except ValidationError as trouble:
            faults = (f"{str(fault['loc'][0]).upper()}: {fault['msg']}" for fault in trouble.errors())
            return "Please look at your settings (.env):\n" + "\n".join(faults)

    @property
    def photo_dir(self) -> Path:
        """Where photo bytes lie, each under its hash."""
        return self.data_dir / "photos"

    @property
    def secrets(self) -> list[str]:
        """What nobody may read anywhere, as it may come to be written: tokens, and the database's password."""
        tokens = [value.get_secret_value() for _, value in self if isinstance(value, SecretStr)]
        # The half of a bot's token behind the colon is the secret one; an address writes the colon as %3A.
        halves = [token.partition(":")[2] for token in tokens]
        found = PASSWORD.search(self.database_url or "")
        passwords = [found["password"], unquote(found["password"])] if found else []
        # Longest first: a part that goes first would leave the rest. A password of three letters is in every word.
        known = {secret for secret in (*tokens, *halves, *passwords) if len(secret) >= SHORTEST_SECRET}
        return sorted(known, key=len, reverse=True)
