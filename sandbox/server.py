"""The HTTP application: routes, and who may call them."""

import ipaddress
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from sandbox import control, people
from sandbox.botside import WORLD, bot_call, download, execute
from sandbox.errors import Refusal
from sandbox.speaking import Impossible
from sandbox.world import World

PAGE = Path(__file__).parent / "page"
SAFE = {"GET", "HEAD", "OPTIONS"}
PAGE_POLICY = "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; frame-ancestors 'none'"
LOCAL_ONLY = web.AppKey("local_only", bool)


def is_loopback(host: str) -> bool:
    """Whether a host name means this machine and no other."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def make_app(world: World, host: str) -> web.Application:
    """The application; bound to the loopback it only answers to the loopback's names."""
    app = web.Application(middlewares=[guard], client_max_size=1 << 20)
    app[WORLD] = world
    app[LOCAL_ONLY] = is_loopback(host)
    world.execute = partial(execute, world)
    app.router.add_route("*", "/bot{token:[^/]*}/{method:[^/]*}", bot_call)
    app.router.add_get("/file/bot{token:[^/]*}/{path:.*}", download)
    app.router.add_routes(people.routes)
    app.router.add_routes(control.routes)
    app.router.add_get("/", page)
    app.router.add_get("/{file:page\\.(?:css|js)}", page)
    app.cleanup_ctx.append(run_world)
    return app


async def run_world(app: web.Application) -> AsyncIterator[None]:
    """Webhooks run while the application does."""
    await app[WORLD].start()
    yield
    await app[WORLD].close()


async def page(request: web.Request) -> web.FileResponse:
    """The chat page and its two files."""
    name = request.match_info.get("file", "index.html")
    headers = {"Content-Security-Policy": PAGE_POLICY, "Cache-Control": "no-cache"}
    return web.FileResponse(PAGE / name, headers=headers)


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Keep other sites' pages out, and turn what people can't do into answers."""
    if request.app[LOCAL_ONLY] and not is_loopback(urlsplit(f"//{request.host}").hostname or ""):
        return web.json_response({"error": "this sandbox only answers to this machine"}, status=403)
    origin = request.headers.get("Origin")
    if origin and request.method not in SAFE and urlsplit(origin).netloc != request.host:
        return web.json_response({"error": "another site may not do this"}, status=403)
    if handler in (bot_call, download):
        return await handler(request)
    try:
        response = await handler(request)
        if request.method not in SAFE:
            await request.app[WORLD].settled()
        return response
    except Impossible as reason:
        return web.json_response({"error": str(reason)}, status=reason.status)
    except Refusal as refusal:
        return web.json_response({"error": refusal.description}, status=refusal.code)
    except (KeyError, TypeError, ValueError) as error:
        return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
    except web.HTTPNotFound:
        return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
