"""How it looks when the two sides of an order write to each other."""

from collections.abc import Sequence
from typing import Any

from handlers.cards.buttons import back_to_order, order_button, see_order
from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.cards.products import short
from handlers.taps import Go, Hush, OrderTap, Quick
from locales import Words
from shop.rules import mark_of
from shop.talking import QUICK_REPLIES, Talk
from shop.telling import Telling, needed
from shop.views import OrderView, StallView

FILES = ("photo", "voice", "video", "video_note")


def message_card(telling: Telling, words: Words) -> Card:
    """What the other side says. A location and a round video can't have words with them: their buttons name who it is.

    Raises ValueError for a notice without an order.
    """
    order, facts = needed(telling.order, telling), telling.facts
    number, sender = str(order.id), facts["sender"]
    kind, what = _enclosed(facts)
    wordless = kind in ("location", "video_note")
    reply = words("button-reply-to", name=sender) if wordless else words("button-reply")
    see = words("button-order-number", order=number) if wordless else words("button-see-order")
    keyboard = rows(
        *(quick_buttons(order, words) if telling.person.id == order.stall.owner_id else ()),
        [
            Button(short(reply), OrderTap(do="write", order_id=order.id)),
            Button(see, OrderTap(do="show", order_id=order.id)),
        ],
        [Button(words("button-mute"), Hush(muted=True, order_id=order.id))],
    )
    text = words("message-from", sender=sender, order=number, text=facts.get("text") or "").strip()
    if kind == "location":
        return Card(text, keyboard, place=(what[0], what[1]))
    return Card(text, keyboard, file_id=what, carries=kind or "photo")


def _enclosed(facts: dict[str, Any]) -> tuple[str | None, Any]:
    kind = next((kind for kind in (*FILES, "location") if facts.get(kind)), None)
    return kind, facts[kind] if kind else None


def quick_replies(stall: StallView, words: Words) -> tuple[str, ...]:
    """What one tap says to a buyer: the stall's own sentences, the usual ones where it has none."""
    own = (*stall.quick_replies, *("",) * QUICK_REPLIES)
    return tuple(own[place] or words(f"quick-reply-{place + 1}") for place in range(QUICK_REPLIES))


def _label(text: str, words: Words) -> str:
    """A seller's own sentence on a button; a "<" in it is a letter."""
    return short(words("quick-reply-label", text=text))


def quick_buttons(order: OrderView, words: Words) -> Sequence[list[AnyButton]]:
    """The seller's three sentences, a tap each."""
    replies = enumerate(quick_replies(order.stall, words))
    return [
        [Button(_label(text, words), Quick(do="say", place=place, order_id=order.id, mark=mark_of(text)))]
        for place, text in replies
    ]


def ask_message_card(talk: Talk, words: Words, sells: bool) -> Card:
    """What shall be handed on? A seller may tap one of three sentences."""
    order = talk.order
    return Card(
        words("ask-message", to=talk.to, order=str(order.id)),
        rows(*(quick_buttons(order, words) if sells else ()), _unmute(talk, words), [back_to_order(order, words)]),
    )


def relayed_card(talk: Talk, words: Words, said: str | None = None) -> Card:
    """It was handed on, or can't be; `said` reads a quick reply back."""
    order = talk.order
    if not talk.taken:
        text = words("messages-not-taken", to=talk.to, order=str(order.id))
        return Card(text, rows([see_order(order, words)]))
    lines = [words("relayed-said", said=said, to=talk.to) if said else words("relayed", to=talk.to)]
    if talk.muted:
        lines.append(words("you-muted", to=talk.to))
    more = order_button(order, words, "button-write-more", "write")
    return Card("\n".join(lines), rows([more, see_order(order, words)], _unmute(talk, words)))


def muted_card(talk: Talk, words: Words) -> Card:
    """Messages of the other side are taken no more, or again."""
    key = "muted" if talk.muted else "unmuted"
    write = order_button(talk.order, words, "button-write-more", "write")
    first = _unmute(talk, words) or [write]
    return Card(words(key, to=talk.to, order=str(talk.order.id)), rows(first, [see_order(talk.order, words)]))


def cannot_hand_on_card(talk: Talk, words: Words, key: str) -> Card:
    """A contact, a sticker, a file: what to send instead."""
    write = order_button(talk.order, words, "button-write-more", "write")
    return Card(words(key, to=talk.to), rows([write, see_order(talk.order, words)]))


def for_whom_card(order: OrderView, words: Words, buys: bool) -> Card:
    """An answer to a question that is over: for whom is it?"""
    complain: list[AnyButton] = [order_button(order, words, "button-complain", "complain")] if buys else []
    return Card(words("for-whom", order=str(order.id)), rows([see_order(order, words)], complain))


def quick_replies_card(stall: StallView, words: Words) -> Card:
    """The three sentences of a stall; a tap changes one."""
    lines = [
        [Button(_label(text, words), Quick(do="change", place=place))]
        for place, text in enumerate(quick_replies(stall, words))
    ]
    return Card(words("quick-replies"), rows(*lines, [Button(words("button-back"), Go(to="settings"))]))


def ask_quick_reply_card(stall: StallView, words: Words, place: int) -> Card:
    """What shall this one say?"""
    now = quick_replies(stall, words)[place]
    usual = [Button(words("button-usual-reply"), Quick(do="usual", place=place))] if stall.quick_replies else []
    return Card(words("ask-quick-reply", now=now), rows(usual, [Button(words("button-back"), Go(to="quick"))]))


def _unmute(talk: Talk, words: Words) -> list[AnyButton]:
    return [Button(words("button-unmute"), Hush(muted=False, order_id=talk.order.id))] if talk.muted else []
