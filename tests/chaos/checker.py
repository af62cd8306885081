"""The offline checker: what people were told and did, beside what the database holds; what doesn't agree is broken.

Pure: the journal's rows, what was acknowledged, the database's rows go in; a list of "invariant: what" comes out.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from shop.rules import GIVES_STOCK_BACK, ORDER_MOVES
from tests.chaos.evidence import (
    ACCEPTED,
    ANY_ORDER,
    CONFIRMED,
    NEW_ORDER,
    Acknowledged,
    Json,
    OrderRow,
    Rows,
    Said,
    confirmed_in,
    said_in,
    says_nothing_left,
    starts_in,
)

REPEATS_A_KILL = 8
OVER = frozenset(ORDER_MOVES[move][2] for move in GIVES_STOCK_BACK)
NOT_TAKEN = OVER | {"placed"}
Faults = Iterator[str]


def broken(journal: Sequence[Json], acknowledged: Acknowledged, rows: Rows, processes: int = 1) -> list[str]:
    """Every way in which an invariant of an order storm is broken; empty when all is well.

    The lives of several processes overlap: then nobody can tell after which death something came again.
    """
    said, starts = list(said_in(journal)), starts_in(journal)
    repeated = _repeated(said, starts, acknowledged) if processes == 1 else _too_often(said, starts, acknowledged)
    return [
        *unbalanced(rows),
        *(f"oversold: {fault}" for fault in _oversold(said, acknowledged, rows)),
        *(f"lost: {fault}" for fault in _lost(said, journal, acknowledged, rows)),
        *(f"doubled: {fault}" for fault in _doubled(acknowledged, rows)),
        *(f"supply: {fault}" for fault in _supply(acknowledged, rows)),
        *(f"untold: {fault}" for fault in _untold(said, acknowledged, rows)),
        *(f"repeated: {fault}" for fault in repeated),
        *(f"unanswered: {fault}" for fault in _unanswered(said, acknowledged, rows)),
        *(f"left over: {what}" for what in rows.waiting),
    ]


def unbalanced(rows: Rows) -> list[str]:
    """What doesn't balance in the books, at any moment: stock + sold = supply, and the ledger says the same."""
    return [f"books: {fault}" for fault in _unbalanced(rows)]


def broken_copies(journal: Sequence[Json], expected: Set[tuple[int, int]], rows: Rows) -> list[str]:
    """What is broken after a storm on broadcasts, `expected` to reach each (announcement, person): at most one copy."""
    copied = [call for call in journal if call["method"] == "copymessage" and call["accepted"]]
    got = Counter((int(call["params"]["message_id"]), int(call["chat_id"])) for call in copied)
    faults = [f"copied twice: {person} got {count} of {which}" for (which, person), count in got.items() if count > 1]
    for key in sorted(expected):
        fate = rows.copies.get(key)
        if fate not in ("sent", "unknown") or (fate == "sent" and not got[key]):
            faults.append(f"copy lost: {key} is {fate} and came {got[key]} times")
    unknown = sum(fate == "unknown" for fate in rows.copies.values())
    most = REPEATS_A_KILL * len(starts_in(journal))
    if unknown > most:
        faults.append(f"copy lost: {unknown} of an unknown fate, more than {most}")
    return faults + [f"left over: {what}" for what in rows.waiting]


def broken_albums(expected: dict[str, list[str]], drafts: Sequence[tuple[str, list[str]]]) -> list[str]:
    """What is broken after a storm of albums: (album, its photos in order) as they were sent, and each draft's."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for album, photos in drafts:
        found[album].append(photos)
    faults = [f"album lost: {album}" for album in expected if album not in found]
    for album, versions in found.items():
        if len(versions) > 1:
            faults.append(f"album apart: {album} is {len(versions)} drafts")
        elif versions[0] != expected.get(album):
            faults.append(f"album disordered: {album} is {versions[0]} instead of {expected.get(album)}")
    return faults


def _unbalanced(rows: Rows) -> Faults:
    ledger, sold, supply = Counter[int](), Counter[int](), Counter[int]()
    moved: dict[int | None, Counter[int]] = defaultdict(Counter)
    for move in rows.moves:
        ledger[move.product_id] += move.change
        if move.order_id is None:
            supply[move.product_id] += move.change
        moved[move.order_id][move.product_id] += move.change
    for order in rows.orders:
        wanted = {} if order.state in OVER else order.taken
        sold.update(wanted)
        for product in order.taken:
            if moved[order.order_id][product] != -wanted.get(product, 0):
                yield f"order {order.order_id} ({order.state}) moved {moved[order.order_id][product]} of {product}"
    for product, stock in rows.stock.items():
        if stock < 0 or stock != ledger[product]:
            yield f"product {product} has {stock}, its ledger says {ledger[product]}"
        if stock + sold[product] != supply[product]:
            yield f"product {product}: {stock} there + {sold[product]} sold is not {supply[product]}"


def _oversold(said: Sequence[Said], acknowledged: Acknowledged, rows: Rows) -> Faults:
    """What people were promised, and what the orders hold, is no more than the seller ever had."""
    promised, sold = Counter[int](), Counter[int]()
    told = {int(found["order"]) for each in said if (found := CONFIRMED.search(each.text))}
    for order in rows.orders:
        if order.state not in OVER:
            sold.update(order.taken)
            promised.update(order.taken if order.order_id in told else {})
    for what, pieces in (("sold", sold), ("promised", promised)):
        for product, count in pieces.items():
            if count > acknowledged.supply[product]:
                yield f"{count} of product {product} {what}, there were {acknowledged.supply[product]}"


def _lost(said: Sequence[Said], journal: Sequence[Json], acknowledged: Acknowledged, rows: Rows) -> Faults:
    """What was acknowledged is there: updates to Telegram, orders to buyers, answers to the seller."""
    orders = {order.order_id: order for order in rows.orders}
    for update in range(acknowledged.first_update, confirmed_in(journal)):
        if update not in rows.updates:
            yield f"update {update} was confirmed and never kept"
    for number, buyer in sorted(_promises(said, acknowledged)):
        if number not in orders or orders[number].buyer_id != buyer:
            yield f"{buyer} was told of order {number}, which is {_whose(orders.get(number))}"
    for each in said:
        found = ACCEPTED.search(each.text)
        if found and _is_not_taken(orders.get(int(found["order"]))):
            yield f"{each.chat_id} was told that order {found['order']} is taken, and it is not"
    for number in acknowledged.accepted:
        if _is_not_taken(orders.get(number)):
            yield f"the seller took order {number}, and it is not taken"


def _promises(said: Sequence[Said], acknowledged: Acknowledged) -> set[tuple[int, int]]:
    told = {(int(found["order"]), each.chat_id) for each in said if (found := CONFIRMED.search(each.text))}
    seen = {(order, each.buyer_id) for each in acknowledged.purchases for order in each.orders_seen}
    return told | seen


def _whose(order: OrderRow | None) -> str:
    return f"{order.buyer_id}'s" if order else "nowhere"


def _is_not_taken(order: OrderRow | None) -> bool:
    return order is None or order.state in NOT_TAKEN


def _doubled(acknowledged: Acknowledged, rows: Rows) -> Faults:
    placed = Counter(order.buyer_id for order in rows.orders)
    for purchase in acknowledged.purchases:
        if placed[purchase.buyer_id] > purchase.wanted:
            yield f"{purchase.buyer_id} wanted {purchase.wanted} and has {placed[purchase.buyer_id]} orders"


def _supply(acknowledged: Acknowledged, rows: Rows) -> Faults:
    """What the seller put there is in the ledger, each answer once."""
    put = Counter[int]()
    for move in rows.moves:
        if move.order_id is None:
            put[move.product_id] += move.change
    for product in acknowledged.supply | put:
        if put[product] != acknowledged.supply[product]:
            yield f"product {product}: the seller put {acknowledged.supply[product]} there, kept are {put[product]}"


def _untold(said: Sequence[Said], acknowledged: Acknowledged, rows: Rows) -> Faults:
    """Every order has reached its seller."""
    told = {int(n) for each in said if each.chat_id == acknowledged.seller_id for n in ANY_ORDER.findall(each.text)}
    for order in rows.orders:
        if order.order_id not in told:
            yield f"order {order.order_id} never reached its seller"


def _repeated(said: Sequence[Said], starts: Sequence[int], acknowledged: Acknowledged) -> Faults:
    """News of an order comes again only after a kill, at most 8 a kill, and visibly as the same order."""
    first: dict[tuple[int, str], Said] = {}
    last_life: dict[tuple[int, str], int] = {}
    in_life = Counter[int]()
    for each in said:
        if not each.is_new or not (news := _news_of(each, acknowledged)):
            continue
        key, life = (each.chat_id, news), bisect_right(starts, each.n)
        if key in first:
            in_life[life] += 1
            if life == last_life[key]:
                yield f"{news!r} came twice to {each.chat_id} without a kill between"
            if each.text != first[key].text:
                yield f"{news!r} came again to {each.chat_id} in other words"
        first.setdefault(key, each)
        last_life[key] = life
    for life, count in in_life.items():
        if count > REPEATS_A_KILL:
            yield f"{count} pieces of news came again after kill {life - 1}"


def _too_often(said: Sequence[Said], starts: Sequence[int], acknowledged: Acknowledged) -> Faults:
    """The same of several processes: only how often, in all, and in the same words."""
    words: dict[tuple[int, str], set[str]] = defaultdict(set)
    for each in said:
        if each.is_new and (news := _news_of(each, acknowledged)):
            words[each.chat_id, news].add(each.text)
    for (chat_id, news), told in words.items():
        if len(told) > 1:
            yield f"{news!r} came again to {chat_id} in other words"
    if (count := _repeats(said, acknowledged)) > REPEATS_A_KILL * len(starts):
        yield f"{count} pieces of news came again after {len(starts)} starts"


def _news_of(each: Said, acknowledged: Acknowledged) -> str:
    """Which news about an order this is, or "": what a buyer is told in a conversation is none."""
    found = NEW_ORDER.search(each.text) if each.chat_id == acknowledged.seller_id else ACCEPTED.search(each.text)
    return found[0] if found else ""


def repeats_in(journal: Sequence[Json], acknowledged: Acknowledged) -> int:
    """How many pieces of news came more than once."""
    return _repeats(said_in(journal), acknowledged)


def _repeats(said: Iterable[Said], acknowledged: Acknowledged) -> int:
    news = Counter((each.chat_id, _news_of(each, acknowledged)) for each in said if each.is_new)
    return sum(count - 1 for (_, which), count in news.items() if which)


def _unanswered(said: Sequence[Said], acknowledged: Acknowledged, rows: Rows) -> Faults:
    """Everybody hears: their order's number, or that there is nothing left for them."""
    told: dict[int, list[str]] = defaultdict(list)
    for each in said:
        told[each.chat_id].append(each.text)
    for purchase in acknowledged.purchases:
        heard = told[purchase.buyer_id]
        if not any(CONFIRMED.search(text) or says_nothing_left(text) for text in heard):
            yield f"{purchase.buyer_id} never got an answer"
    for order in rows.orders:
        if not any(f"#{order.order_id}" in text for text in told[order.buyer_id]):
            yield f"{order.buyer_id} never heard of order {order.order_id}"
