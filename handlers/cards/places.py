"""How the places of the bot look: the start, the stall, the market, the help."""

from handlers.cards.card import AnyButton, Button, Card, LinkButton, rows
from handlers.cards.resting import closed_lines, open_button
from handlers.taps import Go, OwnShelf, QrisTap, Shelf, Speak, StallTap
from locales import ZONE_NAMES, Words
from shop.rules import ANSWER_HOURS
from shop.views import StallView

LANGUAGE_NAMES = {"id": "Bahasa Indonesia", "en": "English"}
MORNING_HOURS = (5, 6, 7)
FEES = (5_000, 10_000, 15_000)
LOW_MARKS = (3, 5, 10)
CLOSING_HOURS = ((12, 15, 17), (18, 20, 21))


def home_card(words: Words, name: str, knows_us: bool, has_stall: bool) -> Card:
    """The first message: two ways to go on; a seller's own stall is the first. Somebody new reads what is kept."""
    lines = [words("welcome", name=name), "", words("welcome-ask")]
    if not knows_us:
        lines += ["", words("consent")]
    return Card("\n".join(lines), rows(*_doors(words, has_stall)))


def how_to_sell_card(words: Words, has_stall: bool) -> Card:
    """Selling needs a photo and a price."""
    buttons: list[AnyButton] = [Button(words("button-my-stall"), Go(to="stall"))] if has_stall else []
    return Card(words("how-to-sell"), rows(buttons or [Button(words("button-home"), Go(to="home"))]))


def market_card(words: Words) -> Card:
    """Ways to find something."""
    return Card(
        words("market"),
        rows(
            [Button(words("button-newest"), Shelf(of="newest", page=0))],
            [Button(words("button-search"), Go(to="search"))],
            [
                Button(words("button-stalls"), Shelf(of="stalls", page=0)),
                Button(words("button-bought"), Go(to="bought")),
            ],
        ),
    )


def ask_search_card(words: Words) -> Card:
    """What are you looking for?"""
    return Card(words("ask-search"), rows([Button(words("button-newest"), Shelf(of="newest", page=0))]))


def nothing_found_card(words: Words, sought: str) -> Card:
    """No product has these words."""
    return Card(
        words("nothing-found", sought=sought[:60]),
        rows(
            [
                Button(words("button-newest"), Shelf(of="newest", page=0)),
                Button(words("button-search"), Go(to="search")),
            ]
        ),
    )


def stall_card(stall: StallView, link: str, words: Words) -> Card:
    """A seller's own stall."""
    lines = [words("my-stall", stall=stall.name)]
    lines.append(words("my-stall-place", place=stall.place or words("not-yet"), zone=ZONE_NAMES.get(stall.zone, "")))
    lines.append(words("my-stall-payment", payment=stall.payment_words or words("not-yet")))
    lines.append(words("my-stall-morning", hour=str(stall.morning_hour)))
    lines.append(words("my-stall-low-mark", mark=str(stall.low_mark)))
    lines.append(words("my-stall-answer", time=words("answer-time", hours=stall.answer_hours)))
    lines.append(words("my-stall-closing", hour=words("hour-of-day", hour=f"{stall.closing_hour:02d}")))
    if stall.delivery_fee is not None:
        lines.append(words("my-stall-fee", fee=words.rupiah(stall.delivery_fee)))
    if stall.rated:
        lines.append(words("my-stall-rated", happy=str(stall.happy), rated=str(stall.rated)))
    lines += closed_lines(stall, words, "my-stall-closed")
    lines += ["", words("my-stall-link", link=link)]
    first = [Button(words("button-today"), Go(to="today"))]
    if stall.closed_until:
        first.append(open_button(words))
    main = [Button(words("button-my-products"), OwnShelf(page=0)), Button(words("button-orders"), Go(to="orders"))]
    more = [
        Button(words("button-stall-settings"), Go(to="settings")),
        Button(words("button-price-list"), Go(to="pricelist")),
    ]
    return Card("\n".join(lines), rows(first, main, more, [Button(words("button-sell-more"), Go(to="sell"))]))


def stall_settings_card(words: Words) -> Card:
    """What of the stall can be changed."""
    return Card(
        words("stall-settings"),
        rows(
            [_tap("button-stall-name", "name", words), _tap("button-stall-place", "place", words)],
            [_tap("button-stall-payment", "payment", words), Button(words("button-stall-qris"), QrisTap(do="look"))],
            [_tap("button-stall-fee", "fee", words), Button(words("button-stall-time"), Go(to="time"))],
            [Button(words("button-quick-replies"), Go(to="quick"))],
            [Button(words("button-back"), Go(to="stall"))],
        ),
    )


def stall_time_card(words: Words) -> Card:
    """When the stall is open, when its seller is reminded, and who else is."""
    return Card(
        words("stall-time"),
        rows(
            [Button(words("button-rest"), Go(to="rest")), Button(words("button-contact"), Go(to="contact"))],
            [_tap("button-stall-hour", "hour", words), _tap("button-stall-low-mark", "low_mark", words)],
            [_tap("button-stall-answer", "answer", words), _tap("button-stall-closing", "closing", words)],
            [Button(words("button-back"), Go(to="settings"))],
        ),
    )


def ask_place_card(words: Words) -> Card:
    """Where is the stall? Asked once, after the first product."""
    return Card(words("ask-place"), rows([_tap("button-later", "later", words)]))


def ask_zone_card(words: Words, place: str) -> Card:
    """Which of the three zones does this place live in?"""
    zones = [Button(name, StallTap(what="zone", value=name)) for name in ZONE_NAMES.values()]
    return Card(words("ask-zone", place=place), rows(zones))


def ask_payment_card(words: Words, said: str | None = None) -> Card:
    """How do people pay? `said` reads back what was answered before."""
    text = "\n\n".join(part for part in (said, words("ask-payment")) if part)
    cash = Button(words("button-pay-cash"), StallTap(what="cash"))
    return Card(text, rows([cash], [_tap("button-later", "later", words)]))


def ask_stall_name_card(words: Words) -> Card:
    """What shall the stall be called?"""
    return Card(words("ask-stall-name"), rows([Button(words("button-back"), Go(to="settings"))]))


def ask_hour_card(words: Words) -> Card:
    """When in the morning shall we ask about stock?"""
    hours = [
        Button(words("hour-of-day", hour=f"{hour:02d}"), StallTap(what="hours", value=str(hour)))
        for hour in MORNING_HOURS
    ]
    return Card(words("ask-hour"), rows(hours, [Button(words("button-back"), Go(to="time"))]))


def ask_closing_card(words: Words) -> Card:
    """When is what was made for one day gone?"""
    hours = [
        [Button(words("hour-of-day", hour=f"{hour:02d}"), StallTap(what="closes", value=str(hour))) for hour in row]
        for row in CLOSING_HOURS
    ]
    return Card(words("ask-closing"), rows(*hours, [Button(words("button-back"), Go(to="time"))]))


def ask_low_mark_card(words: Words) -> Card:
    """From how few packs (of what a price is for) on shall we speak up?"""
    marks = [Button(str(mark), StallTap(what="marks", value=str(mark))) for mark in LOW_MARKS]
    return Card(words("ask-low-mark"), rows(marks, [Button(words("button-back"), Go(to="time"))]))


def ask_fee_card(words: Words) -> Card:
    """What does it cost to have something brought?"""
    fees = [Button(words.rupiah(fee), StallTap(what="fees", value=str(fee))) for fee in FEES]
    free = Button(words("button-fee-free"), StallTap(what="fees", value="0"))
    open_ = Button(words("button-fee-open"), StallTap(what="fees", value="open"))
    return Card(words("ask-fee"), rows(fees, [free, open_], [Button(words("button-back"), Go(to="settings"))]))


def ask_answer_card(words: Words) -> Card:
    """How long may an order wait for its answer?"""
    hours = [
        Button(words("answer-time", hours=count), StallTap(what="answers", value=str(count))) for count in ANSWER_HOURS
    ]
    return Card(words("ask-answer"), rows(hours[:2], hours[2:], [Button(words("button-back"), Go(to="time"))]))


def settled_card(words: Words, said: str | None = None) -> Card:
    """The stall's questions are answered; `said` reads the last one back."""
    buttons = [Button(words("button-my-stall"), Go(to="stall")), Button(words("button-sell-more"), Go(to="sell"))]
    text = "\n\n".join(part for part in (said, words("stall-settled")) if part)
    return Card(text, rows(buttons))


def _tap(label: str, what: str, words: Words) -> Button:
    return Button(words(label), StallTap(what=what))


def nothing_open_card(words: Words, has_stall: bool) -> Card:
    """There was nothing to call off; an order is called off among the orders."""
    bought = Button(words("button-bought"), Go(to="bought"))
    return Card(words("nothing-to-call-off"), rows([bought], *_doors(words, has_stall)))


def about_card(words: Words, copies_kept: int) -> Card:
    """What is kept, who sees it, and how to get it or be rid of it."""
    text = f"{words('privacy')}\n\n{words('privacy-yours', days=copies_kept)}"
    data = [Button(words("button-my-data"), Go(to="mydata")), Button(words("button-leave"), Go(to="leave"))]
    return Card(text, rows(data, [Button(words("button-home"), Go(to="home"))]))


def id_card(words: Words, person_id: int) -> Card:
    """The person's own number, for the settings."""
    return Card(words("your-id", id=str(person_id)), rows([Button(words("button-home"), Go(to="home"))]))


def language_card(words: Words) -> Card:
    """Another language, one tap away."""
    choices = [[Button(name, Speak(language=language))] for language, name in LANGUAGE_NAMES.items()]
    return Card(words("ask-language"), rows(*choices, [Button(words("button-home"), Go(to="home"))]))


def announcements_card(words: Words, wanted: bool) -> Card:
    """Announcements are on or off now, and how to turn that round."""
    turn = Button(
        words("button-announcements-off" if wanted else "button-announcements-on"), Go(to="quiet" if wanted else "hear")
    )
    return Card(words("announcements-on" if wanted else "announcements-off"), rows([turn]))


def doors_card(words: Words, has_stall: bool, key: str, **facts: str) -> Card:
    """One sentence, and here is how to go on."""
    return Card(words(key, **facts), rows(*_doors(words, has_stall)))


def group_card(words: Words, link: str) -> Card:
    """In a group we only say where to find us."""
    return Card(words("not-in-groups"), rows([LinkButton(words("button-talk-alone"), link)]))


def _doors(words: Words, has_stall: bool) -> list[list[AnyButton]]:
    own: list[AnyButton] = [
        Button(words("button-my-stall"), Go(to="stall")),
        Button(words("button-today"), Go(to="today")),
    ]
    sell: list[AnyButton] = [Button(words("button-sell"), Go(to="sell"))]
    return [own if has_stall else sell, [Button(words("button-browse"), Go(to="shop"))]]
