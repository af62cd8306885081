"""The declared table: who may do what. Whoever adds a button, a command or a question says it here in one line.

What is tried is found by looking at the handlers (doors.py); what has no line here, or a line without a handler, fails.
"""

from dataclasses import dataclass, field
from typing import Any

from locales import words_in
from shop.rules import ORDER_MOVES, PAYABLE_STATES, PAYMENT_MOVES, mark_of
from tests.forged.people import ROLES
from tests.forged.world import DRAFTS, ORDERS, PRODUCTS, QRIS

EVERYBODY = frozenset(ROLES.values())
# Drafts, and those that could go on sale; what has gone there, and of it what can be had now.
UNSOLD = tuple(DRAFTS)
WHOLE = tuple(state for state in DRAFTS if "lacks" not in state)
OFFERED = tuple(state for state in PRODUCTS if state != "removed")
TO_BE_HAD = tuple(state for state in OFFERED if state not in ("hidden", "sold out", "of a closed stall"))
COUNTED_ONCE = tuple(state for state in OFFERED if state not in ("sold out", "made"))
KEPT = (*UNSOLD, *OFFERED)
HEARD = tuple(state for state in ORDERS if "muted" not in state)


@dataclass(frozen=True)
class May:
    """Who changes something, and on objects in which states (none: in any); who is told the object's name.

    `own`: everybody may, if it changes nothing that is anybody else's; if it `tells`, the other people of one's own
    orders and contacts may hear of it. `of`: what the button's id means, where its name doesn't say so. `fields`: what
    else it carries. `talk`: what was said before.
    """

    change: frozenset[str] = frozenset()
    see: frozenset[str] = frozenset()
    states: tuple[str, ...] = ()
    own: bool = False
    tells: bool = False
    of: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)
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


def moves(move: str, *also: str, **fields: Any) -> May:
    """A move of an order's, as shop/rules.py has it; `also` are states in which it does something else."""
    who, starts, _ = ORDER_MOVES[move]
    return changes(str(who), *lives(*starts, *also), fields=fields)


def pays(move: str, **more: Any) -> May:
    """A move of an order's payment, as shop/rules.py has it."""
    who, payments, _ = PAYMENT_MOVES[move]
    payable = [state for state in lives(*PAYABLE_STATES) if ORDERS[state].get("payment", "open") in payments]
    return changes(str(who), *payable, **more)


def lives(*states: str) -> list[str]:
    """The orders that are in one of these states of their life, however else they stand."""
    return [name for name in ORDERS if name.split()[0] in states]


def _people(who: str) -> frozenset[str]:
    """ "seller, buyer", "everybody", "everybody but seller"."""
    if who.startswith("everybody"):
        return EVERYBODY - {who.removeprefix("everybody").removeprefix(" but ")}
    return frozenset(who.split(", "))


PHOTO_SENT = {"file_ids": ["sent"]}
SAID_QUICKLY = {"mark": mark_of(words_in("id")("quick-reply-1"))}
FRIDAY = {"day": 20261127}

BUTTONS: dict[str, May] = {
    # Places
    "g:home": looks(),
    "g:sell": own(),
    "g:shop": looks(),
    "g:search": looks(),
    "g:quiet": own(),
    "g:hear": own(),
    "g:bought": looks(),
    "g:orders": looks(),
    "g:stall": looks(),
    "g:settings": looks(),
    "g:time": looks(),
    "g:quick": looks(),
    "g:rest": looks(),
    "g:today": looks(),
    "g:contact": looks(),
    "g:pricelist": looks(),
    "g:announce": looks(),
    "g:mydata": looks(),
    "g:leave": looks(),
    "g:forget": own(tells=True),
    "h:id": own(),
    "h:en": own(),
    # Drafts
    "d:publish": changes("seller", *WHOLE),
    "d:made": changes("seller", "draft with days"),
    "d:days": changes("seller", *WHOLE),
    "d:batch": changes("seller", *UNSOLD),
    "d:weigh": changes("seller", "draft per kg"),
    "d:all": changes("seller", *WHOLE),
    "d:original": changes("seller", *UNSOLD),
    "d:better": changes("seller", *UNSOLD),
    "d:cancel": changes("seller", *UNSOLD),
    "d:terms": changes("seller", *UNSOLD),
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
    "w:kind": looks(),
    "w:hide": changes("seller", *OFFERED),
    "w:reveal": changes("seller", *OFFERED),
    "w:removed": changes("seller", *OFFERED),
    "w:share": shows("seller", *KEPT),
    "w:share-status": shows("seller", *KEPT),
    "w:share-square": shows("seller", *KEPT),
    "k:counted": changes("seller", *KEPT),
    "k:batch": changes("seller", *KEPT),
    "k:made": looks(),
    "k:days": changes("seller", *KEPT),
    "k:half": changes("seller", "per kg", "draft per kg"),
    "k:quarter": changes("seller", "per kg", "draft per kg"),
    "k:ons": changes("seller", "per kg", "draft per kg"),
    "k:whole": changes("seller", "per kg", "draft per kg"),
    # Stock
    "s:add": changes("seller", *KEPT),
    "s:same": changes("seller", *(state for state in KEPT if state != "by variant")),
    "s:gone": changes("seller", *KEPT),
    "s:there": changes("seller", *KEPT),
    "s:tomorrow": changes("seller", *KEPT),
    "s:never": changes("seller", *KEPT),
    "s:which": looks(),
    "s:undo": changes("seller", *COUNTED_ONCE),
    # The stall
    "t:name": looks(),
    "t:place": looks(),
    "t:payment": looks(),
    "t:hour": looks(),
    "t:closing": looks(),
    "t:answer": looks(),
    "t:low_mark": looks(),
    "t:fee": looks(),
    "t:zone": own(fields={"value": "WITA"}),
    "t:cash": own(),
    "t:marks": own(fields={"value": "5"}),
    "t:hours": own(fields={"value": "8"}),
    "t:closes": own(fields={"value": "16"}),
    "t:answers": own(fields={"value": "12"}),
    "t:fees": own(fields={"value": "5000"}),
    "t:later": looks(),
    "q:change": looks(),
    "q:usual": own(),
    "qr:look": looks(),
    "qr:change": looks(),
    "qr:use": own(talk={"payload": QRIS, "stamp": 0}),
    "qr:remove": own(),
    "z:day": looks(fields=FRIDAY),
    "z:wait": own(tells=True, fields=FRIDAY),
    "z:refuse": own(tells=True, fields=FRIDAY),
    "z:open": own(tells=True),
    "y:day": looks(),
    "y:low": looks(),
    "y:week": looks(),
    # Second contacts: they are told of nothing here, and may only stop being one
    "kin:invite": own(),
    "kin:end": own(tells=True),
    "kin:leave": changes("second contact", "agreed"),
    "kin:done": looks(),
    "j": changes("everybody but other seller", "invited"),
    # Looking round and buying
    "p": shows("everybody", *OFFERED),
    "i": shows("everybody", *OFFERED),
    "l:newest": looks(),
    "l:stalls": looks(),
    "l:stall": looks(),
    "l:found": looks(),
    "b:variant": shows("everybody", *OFFERED),
    "b:count": shows("everybody but seller", *TO_BE_HAD),
    "b:other": shows("everybody", *OFFERED),
    "b:address": looks(),
    "b:order": changes("everybody but seller", *TO_BE_HAD),
    "b:same": looks(),  # without the mark of what was read back it only reads back
    "b:cart": changes("everybody but seller", *TO_BE_HAD, talk={"wanted": "product", "stamp": 0}),
    "n:ask": own(),
    "n:drop": own(),
    # Orders
    "o:accept": moves("accept", "lapsed"),
    "o:decline": looks(),
    "o:empty": moves("decline"),
    "o:far": moves("decline"),
    "o:other": moves("decline"),
    "o:offer": looks(),
    "o:less": looks(),
    "o:fewer": moves("offer", value=1, line=1),
    "o:price": looks(),
    "o:the-price": moves("offer", value=5_000),
    "o:fee": looks(),
    "o:the-fee": moves("offer", value=5_000),
    "o:agree": moves("agree", value=1),
    "o:cancel": moves("cancel"),
    "o:revive": changes("buyer", "lapsed"),
    "o:leave": changes("buyer", "lapsed"),
    "o:ready": moves("ready"),
    "o:send": looks(),
    "o:sent": moves("send"),
    "o:receive": moves("receive"),
    "o:finish": moves("finish"),
    "o:more": looks(),
    "o:withdraw": looks(),
    "o:withdrawn": moves("withdraw"),
    "o:rate": changes("buyer", "finished", "finished claimed", fields={"value": 3}),
    "o:complain": looks(),
    "o:again": looks(),
    "o:write": looks(),
    "o:show": shows("seller, buyer"),
    "m": changes("seller, buyer", *HEARD),
    "q:say": changes("seller", *HEARD, fields=SAID_QUICKLY),
    # Paying
    "pay:ways": looks(),
    "pay:transfer": pays("claim"),
    "pay:cash": pays("claim"),
    "pay:qris": pays("claim"),
    "pay:done": looks(),
    "pay:bare": pays("claim"),
    "pay:money": pays("confirm"),
    "pay:none": pays("not yet", fields={"claim": 1}),
    # Photos out of the blue
    "f:new": own(talk=PHOTO_SENT),
    "f:more": changes("seller", *KEPT, of="product", talk=PHOTO_SENT),
    "f:order": changes("buyer", of="order", talk=PHOTO_SENT),
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
    "starting.call_off_by_command": looks(),
    "starting.start": looks(),
    "starting.how_to_sell": looks(),
    "starting.explain": looks(),
    "starting.about": looks(),
    "starting.tell_id": looks(),
    "starting.ask_language": looks(),
    "starting.leave_announcements": own(),
    "starting.join_announcements": own(),
    "mydata.hand_out": looks(),
    "mydata.ask_to_forget": looks(),
    "demo.move_clock": looks(),
    "paying.claim_with_proof": changes("buyer"),
    "paying.no_proof_yet": changes("buyer"),
    "short_words.yes": changes("seller"),
    "short_words.thanks": looks(),
    "short_words.help_out": looks(),
    "short_words.my_own_stall": looks(),
    "short_words.my_own_orders": looks(),
    "short_words.my_day": looks(),
    "short_words.my_incoming_orders": looks(),
    "short_words.nothing_to_call_off": looks(),
    "talking.hand_on_reply": changes("seller, buyer"),
    "talking.ask_what_is_meant": looks(),
    "talking.hand_on": changes("seller, buyer"),
    "talking.cannot_hand_on_reply": looks(),
    "talking.cannot_hand_on": looks(),
    "quick_replies.change_reply": own(),
    "stock.answer_of_each": changes("seller"),
    "stock.answer_by_number": changes("seller"),
    "stock.ask_number_again": looks(),
    "answering.decline_in_words": changes("seller"),
    "answering.bought_orders": looks(),
    "answering.sold_orders": looks(),
    "offering.write_fewer": changes("seller"),
    "offering.write_sum": changes("seller"),
    "handing_over.write_tracking": changes("seller"),
    "afterwards.hear_complaint": changes("buyer"),
    "afterwards.refuse_file": looks(),
    "broadcasting.ask_announcement": looks(),
    "broadcasting.take_announcement": changes("operator, other operator"),
    "days.show_today": looks(),
    "resting.say_rest": looks(),
    "resting.ask_rest": looks(),
    "resting.type_day": looks(),
    "stalls.show_my_stall": looks(),
    "stalls.answer_stall_name": own(),
    "stalls.answer_place": own(),
    "stalls.type_zone": own(),
    "stalls.answer_payment": own(),
    "stalls.answer_low_mark": own(),
    "stalls.answer_fee": own(),
    "qris.read_photo": looks(),
    "qris.photo_please": looks(),
    "own_products.change_name": changes("seller"),
    "own_products.change_price": changes("seller"),
    "own_products.change_stock_total": changes("seller"),
    "own_products.change_photo": changes("seller"),
    "kinds.type_days": changes("seller"),
    "selling.photo_after_words": own(),
    "selling.answer_stock": changes("seller"),
    "selling.type_days": changes("seller"),
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
    "/menu": "starting.start",
    "/batal": "starting.call_off_by_command",
    "/cancel": "starting.call_off_by_command",
    "/jual": "starting.how_to_sell",
    "/belanja": "browsing.market",
    "/cari": "browsing.market",
    "/lapak": "stalls.show_my_stall",
    "/hariini": "days.show_today",
    "/today": "days.show_today",
    "/libur": "resting.ask_rest",
    "/pesanan": "answering.bought_orders",
    "/orders": "answering.bought_orders",
    "/masuk": "answering.sold_orders",
    "/siaran": "broadcasting.ask_announcement",
    "/bantuan": "starting.explain",
    "/help": "starting.explain",
    "/privasi": "starting.about",
    "/privacy": "starting.about",
    "/dataku": "mydata.hand_out",
    "/mydata": "mydata.hand_out",
    "/hapus": "mydata.ask_to_forget",
    "/forget": "mydata.ask_to_forget",
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
