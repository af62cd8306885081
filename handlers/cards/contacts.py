"""How a second contact looks: to the seller, to whom it is, and to who is asked to become one."""

from urllib.parse import quote

from handlers.cards.card import Button, Card, LinkButton, rows
from handlers.taps import Go, Join, Kin
from locales import Words, plainly
from shop.contacts import ContactView, Invitation
from shop.telling import Telling, needed


def contact_card(seen: ContactView, words: Words, ended: bool = False) -> Card:
    """The stall's second contact, or what one is for; `ended`: there was one until now."""
    back = Button(words("button-back"), Go(to="time"))
    if seen.name:
        end = Button(words("button-contact-end"), Kin(do="end"))
        return Card(words("contact-is", name=seen.name), rows([end], [back]))
    invite = Button(words("button-contact-invite"), Kin(do="invite"))
    return Card(words("contact-ended-own" if ended else "contact-none"), rows([invite], [back]))


def invited_card(invitation: Invitation, link: str, words: Words) -> Card:
    """The link to hand on."""
    text = words("contact-invited", link=link, until=words.moment(invitation.expires_at, invitation.zone))
    share = f"https://wa.me/?text={quote(plainly(words('contact-share-text', link=link)))}"
    return Card(
        text,
        rows([LinkButton(words("button-contact-share"), share)], [Button(words("button-my-stall"), Go(to="stall"))]),
    )


def asked_card(seen: ContactView, code: str, words: Words, consented: bool) -> Card:
    """What it means to be somebody's second contact."""
    text = words("contact-asked", seller=seen.seller, stall=seen.stall.name)
    if not consented:
        text += "\n\n" + words("consent-short")
    yes = Button(words("button-contact-agree"), Join(code=code))
    return Card(text, rows([yes], [Button(words("button-contact-no"), Go(to="home"))]))


def thanks_card(seen: ContactView, words: Words) -> Card:
    """They are the second contact now."""
    text = words("contact-thanks", stall=seen.stall.name, seller=seen.seller)
    leave = Button(words("button-contact-leave"), Kin(do="leave", contact_id=seen.contact_id or 0))
    return Card(text, rows([Button(words("button-home"), Go(to="home"))], [leave]))


def left_card(words: Words, stall: str) -> Card:
    """They are it no more."""
    return Card(words("contact-ended", stall=stall), rows([Button(words("button-home"), Go(to="home"))]))


def done_card(words: Words, contact_id: int) -> Card:
    """They have phoned."""
    leave = Button(words("button-contact-leave"), Kin(do="leave", contact_id=contact_id))
    return Card(words("contact-done"), rows([Button(words("button-home"), Go(to="home"))], [leave]))


def remind_card(telling: Telling, words: Words) -> Card:
    """Please phone the seller. Nothing of the buyer is told."""
    order = needed(telling.order, telling)
    text = words(
        "remind-seller",
        stall=order.stall.name,
        order=str(order.id),
        since=words.moment(order.placed_at, order.stall.zone, telling.now),
        seller=telling.facts["seller"],
    )
    contact_id = int(telling.facts["contact_id"])
    done = Button(words("button-contact-done"), Kin(do="done", contact_id=contact_id))
    leave = Button(words("button-contact-leave"), Kin(do="leave", contact_id=contact_id))
    return Card(text, rows([done], [leave]))


def agreed_card(telling: Telling, words: Words) -> Card:
    """The seller hears who has agreed."""
    name = telling.facts["contact_name"]
    return Card(words("contact-agreed", name=name), rows([Button(words("button-my-stall"), Go(to="stall"))]))


def gone_card(telling: Telling, words: Words) -> Card:
    """The seller hears who wants to be it no more."""
    again = Button(words("button-contact"), Go(to="contact"))
    return Card(words("contact-left", name=telling.facts["contact_name"]), rows([again]))


def ended_card(telling: Telling, words: Words) -> Card:
    """The contact hears that the seller has ended it."""
    return left_card(words, telling.facts["stall_name"])
