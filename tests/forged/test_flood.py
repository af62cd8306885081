"""One person sends a thousand updates in a second: all of it is done, the last of it is answered, nobody waits long."""

import asyncio
from collections import Counter

from handlers.taps import Buy, StockTap
from shop.listings import StoredPhoto
from tests.forged.harness import Lab, message, message_ids, tap, told
from tests.forged.people import ASING, BUDI, SARI, WATI
from tests.forged.world import World, build

FLOOD = 120
LAST = "Semuanya sudah saya baca"


async def open_world(lab: Lab) -> World:
    photo: StoredPhoto = await lab.parts.shelf.take_in(lab.bot, "sent", None)
    return lab.database.write_now(build, photo)


def sends(lab: Lab, chat_id: int) -> int:
    return sum(said.method.startswith("send") for said in lab.telegram.said if said.chat_id == chat_id)


async def test_of_what_only_looks_the_last_is_answered(lab: Lab) -> None:
    said = await lab.hears(*(message(ASING, text="/bantuan") for _ in range(FLOOD)), message(ASING, text="/id"))
    assert len(said) == 1
    assert str(ASING) in said[0].words
    assert LAST in said[0].words
    assert said[0].buttons
    again = await lab.hears(message(ASING, text="/id"))
    assert LAST not in told(again, ASING)


async def test_of_taps_the_last_is_answered(lab: Lab) -> None:
    world = await open_world(lab)
    looks = [tap(ASING, f"l:newest:{page % 3}:0") for page in range(FLOOD)]
    said = await lab.hears(*looks, tap(ASING, f"p:{world.products['on sale']}"))
    assert Counter(one.method for one in said) == {"answerCallbackQuery": 1, "sendPhoto": 1}
    assert "Barangonsale" in told(said, ASING)


async def test_no_effect_is_lost_in_a_flood_and_each_is_answered(lab: Lab) -> None:
    world = await open_world(lab)
    product_id = world.products["on sale"]
    noise = [message(SARI, text=f"halo apa kabar semua di rumah {number}") for number in range(FLOOD)]
    for number in range(5):
        noise.insert(number * 20, tap(SARI, StockTap(do="add", product_id=product_id, amount=1, version=number)))
    before = stock(lab, product_id)
    said = await lab.hears(*noise)
    assert stock(lab, product_id) == before + 5
    assert sum(one.method == "editMessageText" for one in said) == 5
    assert sends(lab, SARI) <= 6


async def test_the_same_tap_a_thousand_times_is_one_order_and_few_answers(lab: Lab) -> None:
    world = await open_world(lab)
    product_id, card = world.products["on sale"], next(message_ids)
    order = Buy(do="order", product_id=product_id, quantity=1)
    before = stock(lab, product_id)
    said = await lab.hears(*(tap(BUDI, order, message_id=card) for _ in range(FLOOD)))
    assert stock(lab, product_id) == before - 1
    assert 1 <= len(said) <= 4
    assert "sudah" in told(said, BUDI)


async def test_the_same_words_that_do_something_are_done_each_time_and_answered_once(lab: Lab) -> None:
    world = await open_world(lab)
    product_id = world.products["on sale"]
    before = stock(lab, product_id)
    question = tap(SARI, StockTap(do="add", product_id=product_id, amount=5))["callback_query"]["message"]
    said = await lab.hears(*(message(SARI, text="+1", reply_to_message=question) for _ in range(60)))
    assert stock(lab, product_id) == before + 60
    assert len(said) <= 2 * 11  # what is low is asked about with each answer


async def test_ten_at_once_are_no_flood(lab: Lab) -> None:
    said = await lab.hears(*(message(ASING, text="/bantuan") for _ in range(10)))
    assert len(said) == 10
    assert LAST not in told(said, ASING)


async def test_others_are_served_between(lab: Lab) -> None:
    """Round and round: nobody waits for the flood to end."""
    storing = [{"update_id": 900_000 + number} | message(ASING, text="/bantuan") for number in range(FLOOD)]
    await lab.intake.store(storing)
    await lab.intake.store([{"update_id": 990_000} | message(WATI, text="/start")])
    while not told(lab.telegram.said, WATI):  # noqa: ASYNC110 # what is said rings no bell
        await asyncio.sleep(0.001)
    left = lab.raw.execute("SELECT count(*) FROM inbox WHERE state = 'waiting'").fetchone()[0]
    assert left > FLOOD * 0.9
    await lab.is_done()


def stock(lab: Lab, product_id: int) -> int:
    """How many there are."""
    return int(lab.raw.execute("SELECT stock FROM product WHERE id = ?", (product_id,)).fetchone()[0])
