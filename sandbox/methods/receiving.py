"""How a bot gets its updates and files: polling, webhook, getFile; and how it leaves."""

import re
from typing import Any
from urllib.parse import urlsplit

import orjson

from sandbox.calls import Call
from sandbox.errors import Refusal, bad
from sandbox.updates import LIMIT_MAX

SECRET = re.compile(r"[A-Za-z0-9_-]*")
CONNECTIONS, CONNECTIONS_MAX = 40, 100


async def get_updates(call: Call) -> list[orjson.Fragment]:
    """getUpdates"""
    args, updates = call.args, call.bot.updates
    if updates.allow(_kinds(call)):
        call.bot.keep()
    limit = min(max(args.integer("limit", LIMIT_MAX), 1), LIMIT_MAX)
    return await updates.poll(args.integer("offset"), limit, args.integer("timeout"))


async def set_webhook(call: Call) -> tuple[bool, str]:
    """setWebhook: any http(s) address on this machine or beyond, as a local Bot API server allows."""
    args, updates = call.args, call.bot.updates
    url = args.text("url")
    if not url:
        return await delete_webhook(call)
    address = urlsplit(url)
    if address.scheme not in ("http", "https") or not address.hostname:
        raise bad("invalid webhook URL specified")
    secret = args.text("secret_token")
    if len(secret) > 256:
        raise bad("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    _drop_pending(call)
    connections = min(max(args.integer("max_connections", CONNECTIONS), 1), CONNECTIONS_MAX)
    wanted = {"url": url, "secret_token": secret, "max_connections": connections}
    allowed_changed = updates.allow(_kinds(call))
    if wanted.items() <= updates.webhook.items() and not allowed_changed:
        return True, "Webhook is already set"
    updates.interrupt("setWebhook request")
    updates.webhook = wanted
    call.bot.keep()
    await call.world.start_webhook(call.bot)
    return True, "Webhook was set"


async def delete_webhook(call: Call) -> tuple[bool, str]:
    """deleteWebhook"""
    _drop_pending(call)
    if not call.bot.updates.webhook:
        return True, "Webhook is already deleted"
    call.bot.updates.webhook = {}
    call.bot.keep()
    await call.world.start_webhook(call.bot)
    return True, "Webhook was deleted"


async def get_webhook_info(call: Call) -> dict[str, Any]:
    """getWebhookInfo"""
    updates = call.bot.updates
    info = {
        "url": updates.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(updates.pending),
        "allowed_updates": updates.allowed,
    }
    names = ("max_connections", "last_error_date", "last_error_message")
    info |= {name: updates.webhook[name] for name in names if name in updates.webhook}
    return {name: value for name, value in info.items() if name != "allowed_updates" or value}


async def get_file(call: Call) -> dict[str, Any]:
    """getFile"""
    file_id = call.args.text("file_id")
    if not file_id:
        raise bad("file_id not specified")
    return call.world.files.described(call.bot.id, file_id)


async def close(call: Call) -> bool:
    """close: there is nothing to close here."""
    call.bot.updates.interrupt("close request")
    return True


def _kinds(call: Call) -> Any:
    """allowed_updates; what is no JSON changes nothing."""
    try:
        return call.args.json("allowed_updates")
    except Refusal:
        return None


def _drop_pending(call: Call) -> None:
    if call.args.flag("drop_pending_updates"):
        call.bot.updates.clear()
