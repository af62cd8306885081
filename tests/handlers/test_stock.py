"""Stock: the low mark is told, mornings ask about one product at a time, answers are read back."""

import asyncio
from datetime import UTC, datetime

import pytest

from handlers.taps import Own
from tests.support.cast import Message, Person, Town
from tests.support.scenes import fills_shelf, newest, orders, product, sells, stall_row, stock

MORNING = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)  # 07:00 in Jakarta


def heard(told: list[str], words: str) -> int:
    return len([message for message in told if words in message])


async def a_morning(town: Town, seller: Person, *more: tuple[str, int]) -> Message:
    """Keripik pisang has 2 left; so have the others, as told; it is seven o'clock."""
    await sells(seller, "Keripik pisang 15rb stok 2")
    await fills_shelf(town, seller, *more)
    await town.until(MORNING)
    return await seller.sees("Selamat pagi", button="+10")


async def test_the_low_mark_is_told_once_when_it_is_crossed(
    town: Town, bu_sari: Person, pak_budi: Person, stranger: Person
) -> None:
    link = await sells(bu_sari, "Keripik pisang 15rb stok 6")
    await orders(pak_budi, link, "2")
    await bu_sari.sees("Pesanan baru #1")
    await orders(pak_budi, link, "1")
    question = await bu_sari.sees("Stok Keripik pisang tinggal 3", button="+5")
    assert question.buttons == ["+5", "+10", "+20", "⏰ Besok lagi", "🔕 Jangan ingatkan"]
    await orders(stranger, link, "1")
    await bu_sari.sees("Pesanan baru #3")
    await bu_sari.sees_nothing_new(await newest(bu_sari), seconds=0.2)
    assert heard(await bu_sari.told(), "tinggal") == 1


async def test_what_is_gone_is_told_as_habis(bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari, "Keripik pisang 15rb stok 4")
    await pak_budi.starts(link)
    await pak_budi.writes("4")
    await pak_budi.taps("✅ Pesan")
    await bu_sari.sees("Keripik pisang habis", button="+20")


async def test_a_single_piece_is_never_low_only_sold(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari, "Batik tulis 250rb stok 1")
    await town.until(MORNING)
    await bu_sari.sees_nothing_new(await newest(bu_sari), seconds=0.2)
    await orders(pak_budi, link, "1")
    await bu_sari.sees("Pesanan baru #1")
    assert heard(await bu_sari.told(), "tinggal") == 0


async def test_the_low_mark_can_be_set(bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari, "Keripik pisang 15rb stok 7")
    await bu_sari.writes("/lapak")
    await bu_sari.taps("Atur lapak")
    await bu_sari.taps("Waktu & pengingat", on=await bu_sari.sees("Apanya yang mau diubah"))
    await bu_sari.taps("Batas stok menipis", on=await bu_sari.sees(button="Batas stok menipis"))
    await bu_sari.sees("stok tinggal berapa")
    await bu_sari.writes("6")
    await bu_sari.sees("kalau tinggal 6")
    await orders(pak_budi, link, "1")
    await bu_sari.sees("Stok Keripik pisang tinggal 6", button="+5")


async def test_plus_ten_is_added_and_read_back(town: Town, bu_sari: Person) -> None:
    await bu_sari.taps("+10", on=await a_morning(town, bu_sari))
    assert (await bu_sari.sees("sekarang 12")).buttons == ["↩ Batalkan", "🏪 Lapak saya"]
    assert await stock(town, 1) == 12


async def test_a_number_sets_the_total(town: Town, bu_sari: Person) -> None:
    await a_morning(town, bu_sari)
    await bu_sari.writes("25")
    await bu_sari.sees("sekarang 25", button="Batalkan")
    assert await stock(town, 1) == 25


async def test_a_plus_in_words_adds(town: Town, bu_sari: Person) -> None:
    question = await a_morning(town, bu_sari)
    await bu_sari.writes("tambah 5", reply_to=question["message_id"])
    await bu_sari.sees("sekarang 7")
    assert await stock(town, 1) == 7


async def test_habis_is_an_answer(town: Town, bu_sari: Person) -> None:
    await a_morning(town, bu_sari)
    await bu_sari.writes("habis")
    await bu_sari.sees("Keripik pisang", button="Batalkan")
    assert await stock(town, 1) == 0


async def test_an_answer_can_be_taken_back(town: Town, bu_sari: Person) -> None:
    await bu_sari.taps("+20", on=await a_morning(town, bu_sari))
    await bu_sari.taps("Batalkan", on=await bu_sari.sees("sekarang 22"))
    await bu_sari.sees("sekarang 2.")
    assert await stock(town, 1) == 2


async def test_what_was_sold_meanwhile_cannot_be_taken_back(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    await bu_sari.taps("+5", on=await a_morning(town, bu_sari))
    changed = await bu_sari.sees("sekarang 7")
    await pak_budi.starts("p1")
    await pak_budi.writes("6")
    await pak_budi.taps("✅ Pesan")
    await pak_budi.sees("sudah sampai di")
    await bu_sari.taps("Batalkan", on=changed)
    assert (await bu_sari.sees("Sebagian sudah terjual", button="Lihat barang")).buttons
    assert await stock(town, 1) == 1


async def test_a_double_tap_on_plus_five_adds_once_and_says_so_kindly(town: Town, bu_sari: Person) -> None:
    question = await a_morning(town, bu_sari, ("Kopi bubuk", 3))
    plus = question.data_of("+5")
    toasts = await asyncio.gather(*(bu_sari.taps_data(question["message_id"], plus) for _ in range(2)))
    await bu_sari.sees("sekarang 7")
    await bu_sari.sees("Kopi bubuk", button="+5")
    await bu_sari.sees_nothing_new(await newest(bu_sari), seconds=0.2)
    assert await stock(town, 1) == 7
    assert heard(await bu_sari.told(), "Stok Kopi bubuk tinggal") == 1
    assert any("sudah tadi" in str(toast) for toast in toasts)


async def test_mornings_ask_about_one_product_at_a_time(town: Town, bu_sari: Person) -> None:
    first = await a_morning(town, bu_sari, ("Kopi bubuk", 3), ("Teh tubruk", 0))
    assert "Teh tubruk habis" in first.words
    assert "masih ada 2 barang lagi" in first.words
    await bu_sari.sees_nothing_new(first["message_id"], seconds=0.2)
    await bu_sari.taps("+10", on=first)
    second = await bu_sari.sees("Keripik pisang", button="+5", after=first["message_id"])
    await bu_sari.taps("+5", on=second)
    third = await bu_sari.sees("Kopi bubuk", button="+5", after=second["message_id"])
    await bu_sari.taps("+20", on=third)
    await bu_sari.sees("Kopi bubuk sekarang 23")
    await bu_sari.sees_nothing_new(third["message_id"], seconds=0.2)
    assert [await stock(town, number) for number in (1, 2, 3)] == [7, 23, 10]


async def test_a_number_answers_the_question_that_was_asked_last(town: Town, bu_sari: Person) -> None:
    first = await a_morning(town, bu_sari, ("Kopi bubuk", 3))
    await bu_sari.writes("12")
    await bu_sari.sees("Kopi bubuk", button="+5", after=first["message_id"])
    await bu_sari.writes("30")
    await bu_sari.sees("sekarang 30")
    assert [await stock(town, number) for number in (1, 2)] == [12, 30]


async def test_a_number_in_reply_answers_that_question(town: Town, bu_sari: Person) -> None:
    first = await a_morning(town, bu_sari, ("Kopi bubuk", 3))
    await bu_sari.taps("Besok lagi", on=first)
    second = await bu_sari.sees("Kopi bubuk", button="+5", after=first["message_id"])
    await bu_sari.writes("9", reply_to=second["message_id"])
    await bu_sari.sees("Kopi bubuk sekarang 9")
    assert [await stock(town, number) for number in (1, 2)] == [2, 9]


async def test_a_number_counts_even_when_the_stall_was_never_described(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 2")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("lapaknya di mana")
    await town.until(MORNING)
    await bu_sari.sees("Selamat pagi")
    await bu_sari.writes("10")
    await bu_sari.sees("sekarang 10")
    assert await stock(town, 1) == 10


async def test_words_about_stock_are_not_taken_for_the_stalls_place(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Kue lapis 15rb stok 5")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.writes("stok kue lapis 2")
    await bu_sari.sees("Kue lapis sekarang 2")
    assert (await stall_row(town, bu_sari)).place is None
    await bu_sari.writes("Plaosan, Magetan")
    await bu_sari.sees("bayarnya bagaimana")
    assert (await stall_row(town, bu_sari)).place == "Plaosan, Magetan"
    assert await stock(town, 1) == 2


async def test_besok_lagi_asks_again_tomorrow(town: Town, bu_sari: Person) -> None:
    await bu_sari.taps("Besok lagi", on=await a_morning(town, bu_sari))
    stays = await bu_sari.sees("Nanti saya tanyakan lagi")
    assert stays.buttons
    await town.later(hours=24)
    await bu_sari.sees("Selamat pagi", after=stays["message_id"])
    assert await stock(town, 1) == 2


async def test_jangan_ingatkan_is_heeded_until_the_stock_is_changed(town: Town, bu_sari: Person) -> None:
    await bu_sari.taps("Jangan ingatkan", on=await a_morning(town, bu_sari))
    told = await bu_sari.sees("tidak saya tanyakan lagi")
    assert told.buttons
    for _ in range(2):
        await town.later(hours=24)
    await bu_sari.sees_nothing_new(told["message_id"], seconds=0.2)
    assert not (await product(town, 1)).reminding


async def test_the_morning_is_the_sellers_own(town: Town, bu_sari: Person) -> None:
    await bu_sari.sends_photo("Keripik pisang 15rb stok 2")
    await bu_sari.taps("Pasang")
    await bu_sari.sees("lapaknya di mana")
    await bu_sari.writes("Jayapura")
    await bu_sari.sees("bayarnya bagaimana")
    shown = await newest(bu_sari)
    await town.until(datetime(2026, 11, 21, 21, 59, tzinfo=UTC))  # 06:59 there
    await bu_sari.sees_nothing_new(shown, seconds=0.2)
    await town.until(datetime(2026, 11, 21, 22, 0, tzinfo=UTC))
    await bu_sari.sees("Selamat pagi")


async def test_mornings_that_were_slept_through_ask_once(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 2")
    shown = await newest(bu_sari)
    await town.later(days=4)
    question = await bu_sari.sees("Selamat pagi", after=shown)
    await bu_sari.sees_nothing_new(question["message_id"], seconds=0.2)


async def test_what_is_enough_is_not_asked_about(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 9")
    shown = await newest(bu_sari)
    await town.until(MORNING)
    await bu_sari.sees_nothing_new(shown, seconds=0.2)


async def test_an_absurd_number_is_refused_and_a_good_one_still_counts(town: Town, bu_sari: Person) -> None:
    question = await a_morning(town, bu_sari)
    await bu_sari.writes("5000000")
    refusal = await bu_sari.sees("0 sampai 1.000.000", after=question["message_id"])
    assert refusal.buttons
    await bu_sari.writes("12")
    await bu_sari.sees("sekarang 12")
    assert await stock(town, 1) == 12


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("stok keripik pisang 30", 30),
        ("kripik pisang tinggal 2", 2),
        ("stok keripik sepuluh", 10),
        ("keripik habis", 0),
        ("keripiknya sudah habis ya kak", 0),
        ("stok keripik +5", 13),
        ("keripik pisang laku 3", 5),
        ("keripik +5", 13),
        ("update stok keripik 7", 7),
        ("stok keripik sekarang 15", 15),
        ("stok keripik jadi 15 kak", 15),
        ("maaf keripik udah abis", 0),
        ("alhamdulillah keripik pisang ludes", 0),
        ("keripik wis entek", 0),
    ],
)
async def test_a_seller_who_names_her_product_is_understood(town: Town, bu_sari: Person, said: str, left: int) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 8")
    before = await newest(bu_sari)
    await bu_sari.writes(said)
    await bu_sari.sees("Keripik pisang", button="Batalkan", after=before)
    assert await stock(town, 1) == left


@pytest.mark.parametrize(("said", "left"), [("rusak 1", 1), ("laku 2", 0), ("masuk 10", 12), ("keripik 30", 30)])
async def test_what_came_and_went_is_counted_from_what_there_was(
    town: Town, bu_sari: Person, said: str, left: int
) -> None:
    question = await a_morning(town, bu_sari)
    if said == "keripik 30":  # which out of the blue may be an order
        await bu_sari.taps_data(question["message_id"], Own(do="stock", product_id=1).pack())
    await bu_sari.writes(said)
    changed = await bu_sari.sees("Stok Keripik pisang sekarang", button="Batalkan")
    assert await stock(town, 1) == left
    await bu_sari.taps("Batalkan", on=changed)
    await bu_sari.sees("sekarang 2.")
    assert await stock(town, 1) == 2


@pytest.mark.parametrize("said", ["besok 10", "bukan 5", "20 menit lagi"])
async def test_another_count_is_not_taken_for_the_stock(town: Town, bu_sari: Person, said: str) -> None:
    question = await a_morning(town, bu_sari)
    await bu_sari.writes(said, reply_to=question["message_id"])
    refused = await bu_sari.sees("belum terbaca", after=question["message_id"])
    await bu_sari.writes(said)
    await bu_sari.sees("", after=refused["message_id"])
    assert await stock(town, 1) == 2


async def test_more_cannot_be_gone_than_there_was(town: Town, bu_sari: Person) -> None:
    question = await a_morning(town, bu_sari)
    await bu_sari.writes("rusak 5", reply_to=question["message_id"])
    assert (await bu_sari.sees("cuma 2", after=question["message_id"])).buttons
    await bu_sari.writes("1", reply_to=question["message_id"])
    await bu_sari.sees("sekarang 1.")
    assert await stock(town, 1) == 1


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("keripik pisang tinggal 3", 3),
        ("keripiknya tinggal 3 kak", 3),
        ("keripik pisang masuk 10", 18),
        ("pisangnya habis", 0),
    ],
)
async def test_a_product_may_be_named_in_reply_to_what_asks_about_it(
    town: Town, bu_sari: Person, said: str, left: int
) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 9")
    await bu_sari.writes("keripik pisang laku 1")
    counted = await bu_sari.sees("sekarang 8", button="Batalkan")
    await bu_sari.writes(said, reply_to=counted["message_id"])
    await bu_sari.sees(f"Stok Keripik pisang sekarang {left}")
    assert await stock(town, 1) == left


@pytest.mark.parametrize("said", ["keripik habis 3", "habis keripik 3", "keripik pisang kosong 2"])
async def test_a_doubtful_number_of_a_product_is_asked_back(town: Town, bu_sari: Person, said: str) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 8")
    await bu_sari.writes(said)
    await bu_sari.sees("belum terbaca")
    assert await stock(town, 1) == 8
    await bu_sari.writes("3")
    await bu_sari.sees("Stok Keripik pisang sekarang 3", button="Batalkan")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("telur masuk 2 tray", "dihitung per 1 butir"),
        ("telur tinggal 2 dus", "dihitung per 1 butir"),
        ("telur laku 1 kg", "bukan per kg"),
    ],
)
async def test_trays_and_kilos_are_no_eggs(town: Town, bu_sari: Person, said: str, asked: str) -> None:
    await sells(bu_sari, "Telur ayam 2rb/butir stok 40")
    await bu_sari.writes(said)
    assert (await bu_sari.sees(asked)).buttons
    assert await stock(town, 1) == 40
    await bu_sari.writes("tambah 60")
    await bu_sari.sees("sekarang 100 butir")


async def test_a_doubtful_number_keeps_nobody_from_the_next_product(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 8")
    await fills_shelf(town, bu_sari, ("Sambal bawang", 8))
    await bu_sari.writes("keripik habis 3")
    await bu_sari.sees("belum terbaca")
    await bu_sari.writes("sambal laku 2")
    said = await bu_sari.sees("Stok Sambal bawang sekarang 6")
    await bu_sari.writes("5")
    await bu_sari.sees("", after=said["message_id"])
    assert [await stock(town, number) for number in (1, 2)] == [8, 6]


async def test_a_name_that_two_products_share_is_that_of_the_one_asked_about(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Keripik pisang manis 15rb stok 8")
    await fills_shelf(town, bu_sari, ("Keripik pisang", 8))
    await bu_sari.writes("keripik manis habis 3")
    await bu_sari.sees("belum terbaca")
    await bu_sari.writes("keripik pisang tinggal 5")
    await bu_sari.sees("Stok Keripik pisang manis sekarang 5")
    assert [await stock(town, number) for number in (1, 2)] == [5, 8]


@pytest.mark.parametrize("looks", ["/start p2", "pesan 2 keripik singkong"])
async def test_a_seller_who_looks_round_is_understood_as_well(
    town: Town, bu_sari: Person, pak_budi: Person, looks: str
) -> None:
    await sells(bu_sari, "Keripik pisang 15rb stok 8")
    await sells(pak_budi, "Telur ayam 2rb stok 20")
    before = await newest(bu_sari)
    await bu_sari.writes(looks)
    await bu_sari.sees("", after=before)
    await bu_sari.writes("keripik pisang laku 3")
    await bu_sari.sees("Stok Keripik pisang sekarang 5", button="Batalkan")
    assert [await stock(town, number) for number in (1, 2)] == [5, 20]


async def test_a_whole_name_is_meant_before_a_longer_one_and_says_no_change(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari, "Beras 15rb stok 8")
    await fills_shelf(town, bu_sari, ("Beras pecah kulit", 8))
    await bu_sari.writes("beras habis")
    await bu_sari.sees("Stok Beras sekarang 0")
    await bu_sari.writes("beras pecah kulit tinggal 5")
    await bu_sari.sees("Stok Beras pecah kulit sekarang 5")
    assert [await stock(town, number) for number in (1, 2)] == [0, 5]
    await bu_sari.writes("beras pecah kulit pecah 2")
    await bu_sari.sees("Stok Beras pecah kulit sekarang 3")


async def test_a_variant_and_a_product_of_the_same_words_are_not_taken_for_each_other(
    town: Town, bu_sari: Person
) -> None:
    await sells(bu_sari, "Kaos 50rb (merah, biru) stok 8")
    await fills_shelf(town, bu_sari, ("Kaos merah putih", 8))
    before = await newest(bu_sari)
    await bu_sari.writes("kaos merah habis")
    await bu_sari.sees("", after=before)
    assert [await stock(town, number) for number in (1, 2)] == [8, 8]
    await bu_sari.writes("kaos merah putih habis")
    await bu_sari.sees("Kaos merah putih sekarang", button="Batalkan")
