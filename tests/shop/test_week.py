"""A week's numbers: on which day of the zone something was sold, what went best, how fast answers came; its picture."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from handlers.cards.weeks import week_card, week_sheet
from locales import words_in
from models.database import Session
from models.stalls import Stall
from shop import rules
from shop.offers import agree_to_offer, offer_price
from shop.orders import accept_order, cancel_order, place_order
from shop.photos import week_picture
from shop.quoting import Wanted
from shop.stock import set_stock
from shop.views import StallView
from shop.weeks import Week, my_week, report
from tests.shop.photos import builders as make
from tests.shop.test_silence import shop
from tests.support.market import BUDI, SARI, add_product, buy, open_market

MONDAY = date(2026, 11, 16)
LONG = "Paket nasi kotak ayam bakar komplit lalapan, sambal terasi, kerupuk, dan buah untuk arisan"


def stall(name: str = "Bu Sari", zone: str = "Asia/Jakarta") -> StallView:
    return StallView(
        id=1,
        owner_id=1,
        name=name,
        place=None,
        zone=zone,
        payment_words=None,
        morning_hour=7,
        closing_hour=17,
        low_mark=3,
        delivery_fee=None,
        rated=0,
        happy=0,
        asked_about_itself=True,
    )


def sell(session: Session, product_id: int, count: int, at: datetime, answered_after: int = 10) -> None:
    order = buy(session, BUDI, product_id, count, at)
    accept_order(session, SARI, order.id, at + timedelta(minutes=answered_after))


@pytest.mark.parametrize(
    ("zone", "day"), [("Asia/Jakarta", 4), ("Asia/Makassar", 5), ("Asia/Jayapura", 5)], ids=["WIB", "WITA", "WIT"]
)
def test_a_sale_belongs_to_the_day_on_the_wall_calendar_of_its_zone(empty_file: Path, zone: str, day: int) -> None:
    """Friday 23:30 in Jakarta is Saturday in Makassar and Jayapura."""

    def move_to_zone(session: Session) -> None:
        session.exec(select(Stall)).one().zone = zone

    with shop(empty_file) as run:
        product_id = run(open_market)
        run(move_to_zone)
        friday_night = datetime(2026, 11, 20, 16, 20, tzinfo=UTC)
        run(sell, product_id, 3, friday_night)
        week: Week = run(my_week, SARI, friday_night + timedelta(hours=20))
        assert [(d.packs, d.rupiah) for d in week.days] == [(3, 45_000) if n == day else (0, 0) for n in range(7)]
        assert week.days[0].day == MONDAY


def test_the_edges_of_a_week_in_papua(empty_file: Path) -> None:
    """Sunday 23:59 and Monday 00:00 in Jayapura are 14:59 and 15:00 UTC."""

    def move_to_papua(session: Session) -> None:
        session.exec(select(Stall)).one().zone = "Asia/Jayapura"

    with shop(empty_file) as run:
        product_id = run(open_market)
        run(move_to_papua)
        edge = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
        run(sell, product_id, 1, edge - timedelta(minutes=1), 0)
        run(sell, product_id, 2, edge, 0)
        assert [day.packs for day in run(my_week, SARI, edge, 1).days] == [0, 0, 0, 0, 0, 0, 1]
        assert [day.packs for day in run(my_week, SARI, edge).days] == [2, 0, 0, 0, 0, 0, 0]


def test_only_what_the_seller_agreed_to_is_sold(empty_file: Path) -> None:
    with shop(empty_file) as run:
        keripik = run(open_market, 100)
        dodol = run(lambda session: add_product(session, name="Dodol"))
        at = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
        run(sell, keripik, 2, at, 10)
        run(sell, keripik, 5, at, 30)
        run(sell, dodol, 3, at, 400)
        run(buy, BUDI, keripik, 9, at)
        taken_back = run(buy, BUDI, keripik, 9, at)
        run(cancel_order, BUDI, taken_back.id, at)
        run(set_stock, SARI, dodol, 1, at)
        week: Week = run(my_week, SARI, at + timedelta(days=1))
        assert (week.packs, week.rupiah) == (10, 150_000)
        assert [(sold.name, sold.packs, sold.rupiah) for sold in week.best] == [
            ("Keripik pisang", 7, 105_000),
            ("Dodol", 3, 45_000),
        ]
        assert week.answer_minutes == 30
        assert week.low == ("Dodol",)


def test_what_was_agreed_for_less_has_brought_less(empty_file: Path) -> None:
    """Rp75.000 and Rp45.000 were asked together, Rp80.000 and bringing it were agreed."""
    at = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)

    def agree_on_less(session: Session, *ids: int) -> None:
        session.exec(select(Stall)).one().delivery_fee = 5_000
        wanted = [Wanted(product_id=product_id, quantity=count) for product_id, count in zip(ids, (5, 3), strict=True)]
        order = place_order(session, BUDI, wanted, at, address="Jl. Melati 5")
        offer_price(session, SARI, order.id, 85_000, at)
        agree_to_offer(session, BUDI, order.id, 1, at)

    with shop(empty_file) as run:
        keripik = run(open_market)
        dodol = run(lambda session: add_product(session, name="Dodol"))
        run(agree_on_less, keripik, dodol)
        run(sell, dodol, 1, at)
        week: Week = run(my_week, SARI, at + timedelta(days=1))
        assert [(sold.name, sold.rupiah) for sold in week.best] == [("Keripik pisang", 50_000), ("Dodol", 45_000)]
        assert week.rupiah == 95_000


def test_a_report_of_nothing_and_of_an_even_number_of_answers() -> None:
    nothing = report(stall(), MONDAY, {}, [], [], [])
    assert (nothing.packs, nothing.rupiah, nothing.answer_minutes) == (0, 0, None)
    assert week_card(nothing, words_in("id")).drawing is None
    now = datetime(2026, 11, 18, tzinfo=UTC)
    two = report(stall(), MONDAY, {0: (1, 5)}, [], [(now, now + timedelta(minutes=m)) for m in (10, 20)], [])
    assert two.answer_minutes == 15


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", ["Es", LONG, "🔥", ""])
def test_any_week_makes_a_picture(language: str, name: str) -> None:
    by_day = {0: (12, 180_000), 2: (14_000, 12_350_000_000), 6: (8, 999_600)}
    best = [(name, 14_000, 12_350_000_000), (LONG, 12, 180_000), ("Kopi", 1, 1)]
    week = report(stall(name), MONDAY, by_day, best, [], [name] * 9)
    picture = week_picture(week_sheet(week, words_in(language)))
    assert make.opened(picture).width == 1080
    assert len(picture) <= 300_000


def test_the_pictures_words_are_the_sellers() -> None:
    week = report(stall(), MONDAY, {2: (3, 1_250_000), 6: (8, 999_600)}, [("Kopi", 3, 45_000)], [], [])
    sheet = week_sheet(week, words_in("id"))
    assert [bar.over for bar in sheet.bars] == ["", "", "1,2 jt", "", "", "", "1 jt"]
    assert [bar.label for bar in sheet.bars][:2] == ["Sen", "Sel"]
    assert sheet.total == "Rp2.249.600"
    assert sheet.best == (("Kopi", "3 × · Rp45 rb"),)
    assert week_sheet(week, words_in("en")).bars[2].over == "1.2m"


def test_the_week_begins_on_monday_in_the_zone() -> None:
    sunday_night = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
    assert rules.monday_of(sunday_night, "Asia/Jakarta") == MONDAY
    assert rules.monday_of(sunday_night, "Asia/Jayapura") == MONDAY + timedelta(days=7)
    assert rules.monday_of(sunday_night, "Asia/Jayapura", weeks_back=1) == MONDAY
