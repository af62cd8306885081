"""How the stall's QRIS looks to its seller."""

from handlers.cards.card import Button, Card, rows
from handlers.taps import Go, QrisTap
from locales import Words
from shop.qris import Qris


def qris_card(qris: Qris, words: Words) -> Card:
    """The QRIS that buyers are shown, and what can be done with it."""
    change = Button(words("button-qris-change"), QrisTap(do="change"))
    remove = Button(words("button-qris-remove"), QrisTap(do="remove"))
    return Card(words("qris-is", name=qris.name, nmid=qris.nmid), rows([change, remove], [_back(words)]))


def ask_qris_card(words: Words) -> Card:
    """A photo of it, please."""
    return Card(words("ask-qris"), rows([_back(words)]))


def confirm_qris_card(qris: Qris, before: Qris | None, words: Words, stamp: int) -> Card:
    """What was read from the photo, read back; `before` is the one in use."""
    lines = [words("qris-read", name=qris.name, nmid=qris.nmid)]
    if qris.used_once:
        lines += ["", words("qris-used-once")]
    if before is not None and before.payload != qris.payload:
        lines += ["", words("qris-replaces", name=before.name, nmid=before.nmid)]
    use = Button(words("button-qris-use"), QrisTap(do="use", stamp=stamp))
    other = Button(words("button-qris-other"), QrisTap(do="change"))
    return Card("\n".join([*lines, "", words("qris-yours")]), rows([use], [other, _back(words)]))


def qris_settled_card(name: str | None, words: Words) -> Card:
    """From now on buyers are shown it; or none."""
    text = words("qris-kept", name=name) if name else words("qris-removed")
    return Card(text, rows([Button(words("button-my-stall"), Go(to="stall"))]))


def qris_changed_card(name: str | None, nmid: str | None, words: Words) -> Card:
    """The owner hears of every change: a false QRIS sends the buyers' money to somebody else."""
    text = words("notice-qris-changed", name=name, nmid=nmid) if name else words("notice-qris-removed")
    return Card(text, rows([Button(words("button-qris-look"), QrisTap(do="look"))]))


def _back(words: Words) -> Button:
    return Button(words("button-back"), Go(to="stall"))
