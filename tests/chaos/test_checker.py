"""The checker, from made-up rows: it is content when all is well, and names what is broken."""

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import NamedTuple

import pytest

from locales import plainly, words_in
from tests.chaos.checker import broken, broken_albums, broken_copies, unbalanced
from tests.chaos.evidence import Acknowledged, Json, MoveRow, OrderRow, Purchase, Rows

SARI, BUDI, DEWI, GELANG = 1, 2, 3, 7


class Case(NamedTuple):
    """What the checker is given."""

    journal: list[Json]
    acknowledged: Acknowledged
    rows: Rows


def call(method: str, chat_id: int | None = None, accepted: bool = True, **params: str) -> Json:
    """A row of the sandbox's journal; it is numbered when the case is put together."""
    return {"method": method, "chat_id": chat_id, "accepted": accepted, "params": params}


def said(key: str, chat_id: int, order: int = 0, method: str = "sendmessage") -> Json:
    """The bot said this sentence of ours."""
    facts = {"order": str(order), "stall": "Bu Sari", "buyer": "Pak Budi", "name": "Gelang"}
    return call(method, chat_id, text=plainly(words_in("id")(key, **facts)) + "\n\n2 × Gelang")


def good() -> Case:
    """Two pieces there; Budi gets both and is accepted, Dewi hears that nothing is left. One kill in the middle."""
    journal = [
        call("getme"),
        call("getupdates"),
        call("getupdates", offset="12"),
        said("bought-placed", BUDI, 1, "editmessagetext"),
        said("notice-order-placed", SARI, 1),
        call("getme"),
        said("notice-order-placed", SARI, 1),
        said("sold-out", DEWI),
        said("bought-accepted", BUDI, 1),
    ]
    acknowledged = Acknowledged(SARI, 10, Counter({GELANG: 2}), accepted={1})
    acknowledged.purchases = [Purchase(BUDI, pressed=True, orders_seen={1}), Purchase(DEWI, sold_out_seen=True)]
    moves = [MoveRow(GELANG, 2, "first stock", None), MoveRow(GELANG, -2, "order", 1)]
    orders = [OrderRow(1, BUDI, "accepted", {GELANG: 2})]
    return Case(journal, acknowledged, Rows({GELANG: 0}, orders, moves, updates={10, 11, 12}))


def found_in(case: Case) -> list[str]:
    """The names of what is broken."""
    journal = [row | {"n": number} for number, row in enumerate(case.journal, start=1)]
    return sorted({fault.partition(":")[0] for fault in broken(journal, case.acknowledged, case.rows)})


def sell_one_more(case: Case) -> None:
    case.rows.orders.append(OrderRow(2, DEWI, "placed", {GELANG: 1}))
    case.rows.moves.append(MoveRow(GELANG, -1, "order", 2))
    case.rows.stock[GELANG] = -1
    case.journal.extend([said("bought-placed", DEWI, 2), said("notice-order-placed", SARI, 2)])


def forget_an_update(case: Case) -> None:
    case.rows.updates.remove(11)


def forget_the_order(case: Case) -> None:
    case.rows.orders.clear()
    case.rows.moves.pop()
    case.rows.stock[GELANG] = 2


def give_the_number_to_another(case: Case) -> None:
    case.rows.orders[0] = replace(case.rows.orders[0], buyer_id=DEWI)
    case.journal.append(said("bought-placed", DEWI, 1))


def forget_the_answer(case: Case) -> None:
    case.rows.orders[0] = replace(case.rows.orders[0], state="placed")


def place_it_twice(case: Case) -> None:
    case.acknowledged.supply[GELANG] = 4
    case.rows.moves[0] = MoveRow(GELANG, 4, "first stock", None)
    case.rows.orders.append(OrderRow(2, BUDI, "placed", {GELANG: 2}))
    case.rows.moves.append(MoveRow(GELANG, -2, "order", 2))
    case.journal.extend([said("bought-placed", BUDI, 2), said("notice-order-placed", SARI, 2)])


def lose_a_piece(case: Case) -> None:
    case.rows.stock[GELANG] = 1


def give_back_twice(case: Case) -> None:
    case.rows.moves.append(MoveRow(GELANG, 2, "returned", 1))
    case.rows.stock[GELANG] = 2


def restock_twice(case: Case) -> None:
    case.rows.moves.append(MoveRow(GELANG, 5, "restock", None))
    case.rows.stock[GELANG] = 5


def tell_the_seller_nothing(case: Case) -> None:
    case.journal[:] = [row for row in case.journal if row["chat_id"] != SARI]


def refuse_what_the_seller_is_told(case: Case) -> None:
    for row in case.journal:
        row["accepted"] = row["accepted"] and row["chat_id"] != SARI


def repeat_without_a_kill(case: Case) -> None:
    case.journal.append(said("notice-order-placed", SARI, 1))


def repeat_in_other_words(case: Case) -> None:
    case.journal[6]["params"]["text"] += " and one more"


def repeat_nine_after_one_kill(case: Case) -> None:
    many = range(100, 109)
    case.rows.orders += [OrderRow(number, number, "placed", {}) for number in many]
    news = [said("notice-order-placed", SARI, number) for number in many]
    case.journal[5:5] = news + [said("bought-placed", number, number) for number in many]
    case.journal.extend(deepcopy(news))


def leave_dewi_in_silence(case: Case) -> None:
    case.journal[:] = [row for row in case.journal if row["chat_id"] != DEWI]


def leave_budi_in_silence(case: Case) -> None:
    case.journal[:] = [row for row in case.journal if row["chat_id"] != BUDI]


def leave_a_notice(case: Case) -> None:
    case.rows.waiting.append("notice 5: failed")


BREAKS: list[tuple[Callable[[Case], None], list[str]]] = [
    (lambda case: None, []),
    (sell_one_more, ["books", "oversold"]),
    (forget_an_update, ["lost"]),
    (forget_the_order, ["lost"]),
    (give_the_number_to_another, ["lost"]),
    (forget_the_answer, ["lost"]),
    (place_it_twice, ["doubled"]),
    (lose_a_piece, ["books"]),
    (give_back_twice, ["books"]),
    (restock_twice, ["supply"]),
    (tell_the_seller_nothing, ["untold"]),
    (refuse_what_the_seller_is_told, ["untold"]),
    (repeat_without_a_kill, ["repeated"]),
    (repeat_in_other_words, ["repeated"]),
    (repeat_nine_after_one_kill, ["repeated"]),
    (leave_dewi_in_silence, ["unanswered"]),
    (leave_budi_in_silence, ["unanswered"]),
    (leave_a_notice, ["left over"]),
]


@pytest.mark.parametrize(("spoil", "names"), BREAKS, ids=[spoil.__name__ for spoil, _ in BREAKS])
def test_what_is_broken_is_named(spoil: Callable[[Case], None], names: list[str]) -> None:
    case = good()
    spoil(case)
    assert found_in(case) == names


def test_the_books_balance_at_any_moment() -> None:
    assert unbalanced(good().rows) == []


def copies(*got: tuple[int, int], **fates: str) -> list[str]:
    """What the checker says of announcement 5 to Budi (b) and Dewi (d)."""
    journal = [call("getme"), *(call("copymessage", who, message_id=str(which)) for which, who in got)]
    people = {"b": (5, BUDI), "d": (5, DEWI)}
    rows = Rows(copies={people[who]: fate for who, fate in fates.items()})
    numbered = [row | {"n": number} for number, row in enumerate(journal)]
    return [fault.partition(":")[0] for fault in broken_copies(numbered, set(people.values()), rows)]


def test_copies_of_a_broadcast() -> None:
    assert copies((5, BUDI), (5, DEWI), b="sent", d="sent") == []
    assert copies((5, BUDI), (5, DEWI), b="sent", d="unknown") == []
    assert copies((5, BUDI), b="sent", d="unknown") == []
    assert copies((5, BUDI), (5, BUDI), (5, DEWI), b="sent", d="sent") == ["copied twice"]
    assert copies((5, BUDI), b="sent", d="sent") == ["copy lost"]
    assert copies((5, BUDI), b="sent") == ["copy lost"]
    assert copies((5, BUDI), b="sent", d="sending") == ["copy lost"]


@pytest.mark.parametrize(
    ("drafts", "name"),
    [
        ([("one", ["red", "blue"])], None),
        ([], "album lost"),
        ([("one", ["red"]), ("one", ["blue"])], "album apart"),
        ([("one", ["blue", "red"])], "album disordered"),
        ([("one", ["red"])], "album disordered"),
    ],
)
def test_albums(drafts: list[tuple[str, list[str]]], name: str | None) -> None:
    faults = broken_albums({"one": ["red", "blue"]}, drafts)
    assert [fault.partition(":")[0] for fault in faults] == ([name] if name else [])


def test_of_several_processes_only_how_often_news_came_again_can_be_told() -> None:
    case = good()
    repeat_without_a_kill(case)
    numbered = [row | {"n": number} for number, row in enumerate(case.journal, start=1)]
    assert broken(numbered, case.acknowledged, case.rows, processes=2) == []
    repeat_in_other_words(case)
    again = [said("notice-order-placed", SARI, 1)] * 20
    numbered = [row | {"n": number} for number, row in enumerate([*case.journal, *again], start=1)]
    faults = broken(numbered, case.acknowledged, case.rows, processes=2)
    assert [fault.partition(":")[0] for fault in faults] == ["repeated", "repeated"]
