"""The storm of albums: killed in the middle, each still becomes one draft with all its photos in order."""

import asyncio
import io
from collections import defaultdict
from pathlib import Path

from aiohttp import ClientSession
from PIL import Image
from sqlmodel import Session, col, select

from models.products import Product, ProductPhoto
from tests.chaos.checker import broken_albums
from tests.chaos.child import Plan
from tests.chaos.evidence import is_at_rest, rows_in
from tests.chaos.ground import Ground, many_phones
from tests.chaos.points import ALBUMS
from tests.chaos.storm import COME_WITHIN_SECONDS, Progress, Tally, next_plan, points_for

ALBUMS_A_KILL, DOWN_SECONDS = 5, 0.8
CAPTION = "Keripik pisang 15rb stok 4"
# Far enough from each other that a bettered photo is still known by its colour.
COLOURS = {
    "red": (200, 40, 40),
    "green": (40, 160, 60),
    "blue": (40, 60, 200),
    "yellow": (220, 200, 50),
    "white": (240, 240, 240),
}
SIDE = 48


def picture_of(colour: str) -> bytes:
    """A small photo of one colour."""
    target = io.BytesIO()
    Image.new("RGB", (SIDE, SIDE), COLOURS[colour]).save(target, "JPEG")
    return target.getvalue()


def colour_of(photo: Path) -> str:
    """Which colour a kept photo has."""
    with Image.open(photo) as image:
        seen = image.convert("RGB").resize((1, 1)).getpixel((0, 0))
    assert isinstance(seen, tuple)
    return min(COLOURS, key=lambda name: sum((a - b) ** 2 for a, b in zip(COLOURS[name], seen, strict=True)))


class AlbumStorm:
    """One storm on one ground: five albums a kill, each of another seller's, taken apart by Telegram as it likes."""

    def __init__(self, ground: Ground, kills: int, control: str | None = None) -> None:
        self.ground, self.kills, self.chance, self.control = ground, kills, ground.chance, control
        self.points = points_for(control, ALBUMS)
        self.sent: dict[str, list[str]] = {}

    async def run(self, progress: Progress) -> Tally:
        """Let it blow, wait until all is quiet, and check."""
        self.ground.prepare(lambda session: None)
        fleet = self.ground.fleet
        async with many_phones() as http:
            await self.ground.lift_limits(http)
            sending: list[asyncio.Task[None]] = []
            for kill in range(self.kills):
                progress(kill, self.kills)
                sending += [asyncio.create_task(self._come(http)) for _ in range(ALBUMS_A_KILL)]
                await fleet.live_and_die(lambda: next_plan(self.chance, self.points, self._plan()))
                # Longer than an album is waited for, now and then: its first photos are then taken for all.
                await asyncio.sleep(self.chance.choice((0, 0, DOWN_SECONDS)))
            progress(self.kills, self.kills)
            await asyncio.gather(*sending)
            fleet.live_in_peace(self._plan())
            await self.all_have_come()
            fleet.stop()
        return Tally(fleet.deaths, self.faults(), {"albums": len(self.sent)})

    def faults(self) -> list[str]:
        """What is broken now."""
        left_over = [f"left over: {what}" for what in self.ground.look(rows_in).waiting]
        return broken_albums(self.sent, self.ground.look(self._drafts)) + left_over

    def _plan(self) -> Plan:
        return Plan(control=self.control, updates_at_once=self.chance.choice((1, 2, 3, 100)))

    async def _come(self, http: ClientSession) -> None:
        await asyncio.sleep(self.chance.uniform(0, COME_WITHIN_SECONDS))
        await self.send(http)

    async def send(self, http: ClientSession) -> None:
        """A new seller sends an album."""
        phone = await self.ground.phone(http, "Bu Sari")
        colours = self.chance.sample(sorted(COLOURS), self.chance.randint(2, len(COLOURS)))
        sent = await phone.send_album(CAPTION, [picture_of(colour) for colour in colours])
        self.sent[sent["messages"][0]["media_group_id"]] = colours

    async def all_have_come(self) -> None:
        """Wait until every photo has been seen to."""

        def all_are_there(session: Session) -> bool:
            return len(rows_in(session).updates) == sum(map(len, self.sent.values())) and is_at_rest(session)

        await self.ground.rests(all_are_there)

    def _drafts(self, session: Session) -> list[tuple[str, list[str]]]:
        query = select(Product.id, Product.album, ProductPhoto.photo_hash).join(ProductPhoto)
        photos: dict[tuple[int | None, str], list[str]] = defaultdict(list)
        for product, album, photo in session.exec(query.order_by(col(Product.id), col(ProductPhoto.position))):
            photos[product, album or ""].append(colour_of(self._file_of(photo)))
        return [(album, colours) for (_, album), colours in photos.items()]

    def _file_of(self, photo: str) -> Path:
        return self.ground.folder / "photos" / photo[:2] / f"{photo}.jpg"
