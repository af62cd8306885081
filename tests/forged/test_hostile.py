"""Ten thousand updates that nobody should send: nothing breaks, nothing stays in the queue, memory stays flat.

`LAPAK_UPDATES=10000` runs that many; without it, a few. They are others each time, `LAPAK_SEED` repeats them.
"""

import gc
import os
import sys
from pathlib import Path
from traceback import format_exc

import pytest

from handlers.taps import Buy, Draft, OrderTap, StockTap, Today
from shop.listings import StoredPhoto
from tests.forged.harness import BOT, MOMENT, Lab, Said, chat_of, message, photo, sender, tap, told
from tests.forged.hostile import Hostile
from tests.forged.people import ASING, BUDI, SARI
from tests.forged.seed import SEED
from tests.forged.world import World, build
from tests.support.cast import Json

UPDATES = int(os.environ.get("LAPAK_UPDATES", "300"))
BATCH = 50
MOST_GROWTH_MB = 40
OURS = "no update of Telegram's"


def megabytes() -> float:
    """How much memory this process holds."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


async def open_world(lab: Lab) -> World:
    kept: StoredPhoto = await lab.parts.shelf.take_in(lab.bot, "sent", None)
    return lab.database.write_now(build, kept)


@pytest.mark.timeout(120 + UPDATES // 10)
async def test_nothing_breaks_and_nothing_stays(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    await open_world(lab)
    broke: list[str] = []
    monkeypatch.setattr("bot.worker.log.exception", lambda *_, **__: broke.append(format_exc()))
    hostile, began = Hostile(SEED), 0.0
    for number in range(0, UPDATES, BATCH):
        updates = [hostile.update() for _ in range(BATCH)]
        await lab.hears(*updates)
        lab.telegram.said.clear()
        if number <= UPDATES // 2 < number + BATCH and sys.platform == "linux":
            began = megabytes()
        assert not broke, f"LAPAK_SEED={SEED}, update {number} or soon after it:\n{broke[0]}"
    assert [problem for problem in lab.set_aside() if not problem.startswith(OURS)] == []
    if sys.platform == "linux":
        assert megabytes() - began < MOST_GROWTH_MB


POISON: list[Json] = [
    message(BUDI, text=17),
    message(BUDI, photo="none"),
    message(BUDI) | {"message": {"chat": {"id": BUDI}}},
    tap(BUDI, "g:home") | {"callback_query": {"from": {"id": BUDI}, "data": 5}},
]


@pytest.mark.parametrize("poison", POISON)
async def test_a_poisonous_one_is_set_aside_with_its_reason_and_an_apology_and_life_goes_on(
    lab: Lab, poison: Json
) -> None:
    await lab.hears(message(BUDI, text="/start"))
    said = await lab.hears(poison, message(BUDI, text="/id"))
    assert "ada yang macet" in told(said, BUDI)
    assert str(BUDI) in told(said, BUDI)
    assert len(lab.set_aside()) == 1
    assert lab.set_aside()[0].startswith(OURS)


async def test_an_update_that_is_nobodys_makes_nobody(lab: Lab) -> None:
    await lab.hears({}, {"callback_query": None}, {"something_new": {"in": 2030}})
    assert lab.raw.execute("SELECT count(*) FROM person").fetchone() == (0,)


async def test_a_variant_that_there_is_not_is_asked_again(lab: Lab) -> None:
    product_id = (await open_world(lab)).products["on sale"]
    for variant in (-1, 5, 2**31 - 1):
        for step in ("variant", "count", "other", "address", "order"):
            await lab.hears(tap(BUDI, Buy(do=step, product_id=product_id, quantity=1, variant=variant)))
    assert lab.set_aside() == []


async def test_a_week_that_was_long_ago_is_the_oldest_one_that_there_is(lab: Lab) -> None:
    await open_world(lab)
    for page in (-(2**31) + 1, 53, 2**31 - 1):
        assert "minggu" in told(await lab.hears(tap(SARI, Today(do="week", page=page))), SARI).lower()
    assert lab.set_aside() == []


async def test_a_second_tap_after_an_upgrade_is_told_that_it_was_done(lab: Lab) -> None:
    """What was kept of the first tap may have another form by then."""
    world = await open_world(lab)
    update = tap(SARI, StockTap(do="add", product_id=world.products["on sale"], amount=5))
    await lab.hears(update)
    lab.raw.execute("UPDATE effect SET result = '{}'")
    assert ["sudah tadi" in said.words for said in await lab.hears(update)] == [True]
    assert lab.set_aside() == []


async def test_what_is_nested_too_deep_holds_nothing_up(lab: Lab) -> None:
    deep: Json = {}
    for _ in range(5_000):
        deep = {"reply_to_message": deep}
    said = await lab.hears(message(BUDI, text="x", reply_to_message=deep), message(BUDI, text="/id"))
    assert str(BUDI) in told(said, BUDI)
    assert len(lab.set_aside()) == 1


async def test_a_handler_that_breaks_is_apologised_for_even_when_that_breaks_too(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("handlers.cards.places.id_card", broken)
    assert "ada yang macet" in told(await lab.hears(message(BUDI, text="/id")), BUDI)
    monkeypatch.setattr("bot.errors.apology_card", broken)
    await lab.hears(message(BUDI, text="/id"))
    assert lab.set_aside() == ["ZeroDivisionError in a handler"] * 2


async def test_what_was_done_before_it_broke_is_not_asked_for_again(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    world = await open_world(lab)
    monkeypatch.setattr("handlers.stock.restocked_card", broken)
    said = told(await lab.hears(tap(SARI, StockTap(do="add", product_id=world.products["on sale"], amount=5))), SARI)
    assert "sudah saya catat" in said
    assert "Coba sekali lagi" not in said


async def test_who_blocks_us_has_not_come_back(lab: Lab) -> None:
    await lab.hears(message(BUDI, text="/start"))
    lab.raw.execute("UPDATE person SET refused_at = '2026-11-21 03:00:00' WHERE id = ?", (BUDI,))
    us = {"id": BOT.id, "is_bot": True, "first_name": "Lapak"}
    changes: Json = {"chat": chat_of(BUDI), "from": sender(BUDI), "date": MOMENT}
    for status, refuses in (("kicked", True), ("member", False)):
        after = {"user": us, "status": status} | ({"until_date": 0} if status == "kicked" else {})
        change = changes | {"old_chat_member": {"user": us, "status": "left"}, "new_chat_member": after}
        await lab.hears({"my_chat_member": change})
        (refused_at,) = lab.raw.execute("SELECT refused_at FROM person WHERE id = ?", (BUDI,)).fetchone()
        assert (refused_at is not None) is refuses, status


TAGS = "<b>Tebal</b> <code>x</code> </b> <i> &lt;b&gt;"


async def test_tags_in_a_name_a_caption_or_an_address_stay_letters(quick_folder: Path, lab: Lab) -> None:
    """The same chat with and without tags in all that people write: the same bold letters, and no tag is lost."""

    async def spoken(what: str) -> list[tuple[str, list[str]]]:
        lab.back_to_the_beginning()
        steps: list[Json | str] = [
            photo(SARI, caption=f"Keripik {what} 15rb stok 9"),
            message(SARI, text=f"Keripik {what}"),
            tap(SARI, Draft(do="publish", product_id=1)),
            tap(SARI, "t:name:"),
            message(SARI, text=f"Warung {what}"),
            tap(SARI, "t:payment:"),
            message(SARI, text=f"BCA {what}"),
            tap(ASING, "p:1"),
            tap(ASING, Buy(do="address", product_id=1, quantity=1)),
            message(ASING, text=f"Jalan {what}"),
            "b:cart",
            tap(SARI, OrderTap(do="show", order_id=1)),
            tap(SARI, OrderTap(do="accept", order_id=1)),
            tap(ASING, OrderTap(do="show", order_id=1)),
            message(ASING, text=what),
        ]
        said: list[Said] = []
        for step in steps:
            shown = [data for one in said for data in one.buttons]
            update = (
                step if isinstance(step, dict) else tap(ASING, [data for data in shown if data.startswith(step)][-1])
            )
            for part in update.values():
                part["from"]["first_name"] = f"Orang {what}"
            said += await lab.hears(update)
        return [(one.method, [entity["type"] for entity in one.entities]) for one in said]

    lab.remember()
    plain = await spoken("enak")
    assert await spoken(TAGS) == plain
    assert any("<b>Tebal</b>" in said.words for said in lab.telegram.said)
    assert lab.set_aside() == []
