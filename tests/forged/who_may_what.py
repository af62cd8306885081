"""The declared table: who may do what. Whoever adds a button, a command or a question says it here in one line.

What is tried is found by looking at the handlers (doors.py); what has no line here, or a line without a handler, fails.
"""

from dataclasses import dataclass, field
from typing import Any

from shop.rules import ORDER_MOVES
from tests.forged.people import ROLES

EVERYBODY = frozenset(ROLES.values())
DRAFTS = ("draft", "draft that lacks something")
OFFERED = ("on sale", "hidden")
KEPT = (*DRAFTS, *OFFERED)


@dataclass(frozen=True)
class May:
    """Who changes something, and on objects in which states (none: in any); who is told the object's name.

    `own`: everybody may, if it changes nothing that is anybody else's. `of`: what the button's id means, where its
    name doesn't say so. `talk`: what was said before.
    """

    change: frozenset[str] = frozenset()
    see: frozenset[str] = frozenset()
    states: tuple[str, ...] = ()
    own: bool = False
    of: str | None = None
    talk: dict[str, Any] = field(default_factory=dict)


def looks(**more: Any) -> May:
    """Changes nothing, and shows nothing that isn't everybody's or one's own."""
    return May(**more)


def own(**more: Any) -> May:
    """Changes what is one's own, whoever one is."""
    return May(own=True, **more)


def changes(who: str, *states: str, **more: Any) -> May:
    """Only these people change something, and only on objects in these states; there they always do."""
    return May(change=_people(who), states=states, **more)


def shows(who: str, *states: str, **more: Any) -> May:
    """These people are told of the object; what is not for everybody, nobody else is."""
    return May(see=_people(who), states=states, **more)


def moves(move: str, *also: str) -> May:
    """A move of an order's, as shop/rules.py has it; `also` are states in which it does something else."""
    who, starts, _ = ORDER_MOVES[move]
    return changes(str(who), *starts, *also)


def _people(who: str) -> frozenset[str]:
    """ "seller, buyer", "everybody", "everybody but seller"."""
    if who.startswith("everybody"):
        return EVERYBODY - {who.removeprefix("everybody").removeprefix(" but ")}
    return frozenset(who.split(", "))


PHOTO_SENT = {"file_ids": ["sent"]}

BUTTONS: dict[str, May] = {
    # Places
    "g:home": looks(),
    "g:sell": own(),
    "g:shop": looks(),
    "g:search": looks(),
    "g:help": looks(),
    "g:about": looks(),
    "g:quiet": own(),
    "g:hear": own(),
    "g:bought": looks(),
    "g:orders": looks(),
    "g:stall": looks(),
    "g:settings": looks(),
    "g:pricelist": looks(),
    "g:announce": looks(),
    "h": own(),
    # Drafts
    "d:publish": changes("seller", "draft"),
    "d:made": changes("seller", "draft"),
    "d:all": changes("seller", "draft"),
    "d:original": changes("seller", *DRAFTS),
    "d:better": changes("seller", *DRAFTS),
    "d:cancel": changes("seller", *DRAFTS),
    "d:terms": changes("seller", *KEPT),
    "d:guess": changes("seller", *KEPT),
    "d:tip": looks(),
    "d:own": looks(),
    "d:edit": looks(),
    "d:name": looks(),
    "d:price": looks(),
    "d:other": looks(),
    "d:stock": looks(),
    "d:show": shows("seller", *KEPT),
    # One's own products
    "v": looks(),
    "w:look": shows("seller", *OFFERED),
    "w:more": shows("seller", *OFFERED),
    "w:remove": shows("seller", *OFFERED),
    "w:history": shows("seller", *KEPT),
    "w:name": looks(),
    "w:price": looks(),
    "w:stock": looks(),
    "w:photo": looks(),
    "w:hide": changes("seller", *OFFERED),
    "w:reveal": changes("seller", *OFFERED),
    "w:removed": changes("seller", *OFFERED),
    "w:share": shows("seller", *KEPT),
    "w:share-status": shows("seller", *KEPT),
    "w:share-square": shows("seller", *KEPT),
    # Stock
    "s:add": changes("seller", *KEPT),
    "s:gone": changes("seller", *KEPT),
    "s:there": changes("seller", *KEPT),
    "s:tomorrow": changes("seller", *KEPT),
    "s:never": changes("seller", *KEPT),
    "s:undo": changes("seller", *OFFERED),
    # The stall
    "t:name": looks(),
    "t:place": looks(),
    "t:payment": looks(),
    "t:hour": looks(),
    "t:low_mark": looks(),
    "t:zone": own(),
    "t:cash": own(),
    "t:marks": own(),
    "t:hours": own(),
    "t:later": looks(),
    # Looking round and buying
    "p": shows("everybody", "on sale"),
    "i": shows("everybody", "on sale"),
    "l:newest": looks(),
    "l:stalls": looks(),
    "l:stall": looks(),
    "l:found": looks(),
    "b:variant": shows("everybody", "on sale"),
    "b:count": shows("everybody but seller", "on sale"),
    "b:other": shows("everybody", "on sale"),
    "b:address": looks(),
    "b:order": changes("everybody but seller", "on sale"),
    "b:same": changes("everybody but seller", "on sale"),
    "b:cart": changes("everybody but seller", "on sale", talk={"wanted": "product"}),
    # Orders
    "o:accept": moves("accept", "lapsed"),
    "o:decline": looks(),
    "o:empty": moves("decline"),
    "o:far": moves("decline"),
    "o:other": moves("decline"),
    "o:finish": moves("finish"),
    "o:cancel": moves("cancel"),
    "o:revive": moves("revive"),
    "o:leave": changes("buyer", "lapsed"),
    "o:write": looks(),
    "o:show": shows("seller, buyer"),
    # Photos out of the blue
    "f:new": own(talk=PHOTO_SENT),
    "f:more": changes("seller", *KEPT, of="product", talk=PHOTO_SENT),
    "f:order": changes("seller, buyer", of="order", talk=PHOTO_SENT),
    # Announcements
    "a:everybody": changes("operator", "draft"),
    "a:sellers": changes("operator", "draft"),
    "a:buyers": changes("operator", "draft"),
    "a:send": changes("operator", "draft"),
    "a:cancel": changes("operator", "draft"),
}

# Handlers of messages. Not every message is an answer: here "changes" says who may, and that it is seen at least once.
MESSAGES: dict[str, May] = {
    "groups.meet_me_alone": looks(),
    "starting.start_by_link": looks(),
    "starting.call_off": looks(),
    "starting.start": looks(),
    "starting.how_to_sell": looks(),
    "starting.explain": looks(),
    "starting.about": looks(),
    "starting.tell_id": looks(),
    "starting.ask_language": looks(),
    "starting.leave_announcements": own(),
    "starting.join_announcements": own(),
    "demo.move_clock": looks(),
    "talking.hand_on_reply": changes("seller, buyer"),
    "talking.hand_on": changes("seller, buyer"),
    "talking.only_text_or_photo": looks(),
    "stock.answer_by_number": changes("seller"),
    "answering.bought_orders": looks(),
    "answering.sold_orders": looks(),
    "broadcasting.ask_announcement": looks(),
    "broadcasting.take_announcement": changes("operator, other operator"),
    "stalls.show_my_stall": looks(),
    "stalls.answer_stall_name": own(),
    "stalls.answer_place": own(),
    "stalls.type_zone": own(),
    "stalls.answer_payment": own(),
    "stalls.answer_low_mark": own(),
    "own_products.change_name": changes("seller"),
    "own_products.change_price": changes("seller"),
    "own_products.change_stock_total": changes("seller"),
    "own_products.change_photo": changes("seller"),
    "selling.photo_after_words": own(),
    "selling.answer_stock": changes("seller"),
    "filling.answer_name": changes("seller"),
    "filling.answer_price": changes("seller"),
    "filling.answer_terms": changes("seller"),
    "filling.restate_stock": changes("seller"),
    "filling.words_wanted": looks(),
    "ordering.say_count": looks(),
    "ordering.read_address_back": looks(),
    "browsing.market": looks(),
    "browsing.search": looks(),
    "ordering_in_words.order_in_words": looks(),
    "ordering_in_words.point_to_orders": looks(),
    "unexplained.photo_amid_questions": looks(),
    "unexplained.photo": own(),
    "unexplained.unknown_command": looks(),
    "unexplained.text": looks(),
    "unexplained.anything_else": looks(),
}

# Which handler a command leads to; who may what there is said above.
COMMANDS: dict[str, str] = {
    "/start": "starting.start_by_link",
    "/mulai": "starting.start",
    "/batal": "starting.start",
    "/menu": "starting.start",
    "/jual": "starting.how_to_sell",
    "/belanja": "browsing.market",
    "/cari": "browsing.market",
    "/lapak": "stalls.show_my_stall",
    "/pesanan": "answering.bought_orders",
    "/orders": "answering.bought_orders",
    "/masuk": "answering.sold_orders",
    "/siaran": "broadcasting.ask_announcement",
    "/bantuan": "starting.explain",
    "/help": "starting.explain",
    "/privasi": "starting.about",
    "/privacy": "starting.about",
    "/bahasa": "starting.ask_language",
    "/language": "starting.ask_language",
    "/berhenti": "starting.leave_announcements",
    "/stop": "starting.leave_announcements",
    "/ikut": "starting.join_announcements",
    "/id": "starting.tell_id",
    "/maju": "demo.move_clock",
}

# What listens to no button and no message of ours.
OTHERS: dict[str, May] = {
    "groups.not_here": looks(),
    "stale.unknown_button": looks(),
    "starting.come_or_go": looks(),
}
