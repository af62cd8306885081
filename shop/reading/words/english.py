"""English as written in captions for visitors."""

from shop.reading.words.language import Language

TABLE = Language(
    numbers={
        "zero": 0,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "thirteen": 13,
        "fourteen": 14,
        "fifteen": 15,
        "sixteen": 16,
        "seventeen": 17,
        "eighteen": 18,
        "nineteen": 19,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    },
    heads={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
    },
    scales={
        "hundred": 100,
        "thousand": 1000,
        "million": 1_000_000,
    },
    ones=("a",),
    money={
        "thousand": 1000,
        "million": 1_000_000,
        "mio": 1_000_000,
        "mil": 1_000_000,
    },
    units={
        "pcs": "each loaf loaves unit units ea",
        "butir": "egg",
        "botol": "bottle bottles",
        "box": "boxes",
        "cup": "glass glasses",
        "toples": "jar jars",
        "karung": "sack sacks",
        "batang": "bar bars stick sticks",
        "bungkus": "packet packets pouches packs",
        "lembar": "sheet sheets",
        "pasang": "pair pairs",
        "lusin": "dozen dozens",
        "porsi": "portion portions serving servings plate plates bowl bowls",
        "roll": "rolls",
        "ikat": "bunch bunches bundle bundles",
        "liter": "litre liters litres l",
        "meter": "meters metre metres",
        "set": "sets",
        "dus": "carton cartons",
        "keranjang": "basket baskets",
        "kg": "kilos kilogram kilograms",
        "gram": "grams",
        "loyang": "tray",
    },
    marks={
        "news": "closed, we are closed, happy weekend, happy holidays, merry christmas",
        "banner": "sale",
        "aside": "perfect for, great for, made of, made from, depending on",
        "price": "price, priced at, at, for only",
        "per": "a, an, per, every",
        "gets": "gets, get, for",
        "content": "contains, of",
        "stock": "stock, in stock, qty available",
        "ready": "available, ready, have, ready to ship",
        "left": "left, remaining, only, last",
        "gone": "sold out, out of stock, sold, none, all gone, unavailable, empty, finished",
        "left_after": ("left, in stock, remaining, available, only, left in stock, pieces left, ready to ship"),
        "buy": "buy, order, take, orders of, bulk, get, from",
        "min": "minimum, minimum order, min order, at least, min purchase, min qty, minimum of",
        "wholesale": "wholesale, bulk, bulk price, reseller price, wholesale price",
        "retail": "retail, single, retail price",
        "up": "up, or more, and up, and above, and more, plus, or above",
        "over": "over, more than, above",
        "now": "now, now only, promo price, on sale",
        "only": "only, just",
        "was": (
            "was, before, normally, usual, usually, regular price, originally, original price, "
            "usual price, was originally"
        ),
        "of": "of",
        "discount": "discount, off, save",
        "saving": "save, discount of",
        "free": "free",
        "from": ("from, starting, starting at, starts at, starting from, start at, starts from, prices start at"),
        "to": "to, until, up to",
        "approx": "about, around, roughly, approximately, approx",
        "po": "preorder, pre-order, made to order, pre order, po, by order, order ahead",
        "ahead": "ahead, in advance, before, notice, lead time, prior",
        "day": "day, days, working days, business days, working day",
        "week": "week, weeks",
        "month": "month, months",
        "cod": "cod, cash on delivery",
        "not": "no, not, not available, sorry no, dont, without, unavailable",
        "can": "yes, ok, accept, we accept, can, accepted",
        "flavour": "flavour, flavours, flavor, flavors, scent, scents, taste, fragrance, variant flavours",
        "colour": "colour, colours, color, colors, in colours",
        "size": "size, sizes",
        "variant": "variant, variants, options, option, choices, types, choice of, choose, kinds",
        "motif": "pattern, patterns, design, designs, motif, motifs",
        "level": "level, levels, spice level",
        "and": "and, or",
        "dimension": "width, length, height, weight, weighs, wide, long, tall, diameter, capacity, net",
        "ask": "on request, dm for price, price on request, ask, pm for price, contact us, request",
        "label_name": "product, name, item, product name",
        "stop": (
            "depending, depending on, ships, shipping, ship, worldwide, made from, made of, perfect, "
            "perfect for, with, great for, available in, delivery, comes in, dm, for sale, pickup, in"
        ),
        "half": "half a, half",
        "quarter": "quarter, a quarter",
        "none": "nothing, no stock",
        "less": "less than, under, fewer than, at most",
        "many": "limited, many, plenty, thousands, hundreds, limited stock",
    },
    talk={
        "want": (
            "order, buy, i want, i would like, id like, i d like, can i get, can i have, could i get, "
            "could i have, i'd like, please send, send, give me, ill take, i ll take, i'll take, "
            "reserve, keep, bulk order, want, i need, need, may i order, can i order, id like to order, "
            "i want to order, i'd like to order, i would like to order, let me get, purchase, get me, "
            "i want to buy, i'd like to buy, id like to buy, want to order, want to buy, "
            "could you send, put me down for, book"
        ),
        "name": (
            "name, my name is, contact, contact person, recipient, name is, im, i'm, attn, under the name, for name"
        ),
        "phone": "phone, phone number, mobile, tel, number, call, my number, whatsapp",
        "address": (
            "ship to, deliver to, send to, address, delivery address, my address is, shipping address, "
            "deliver it to, ship it to, send it to, delivered to, delivery to, shipping to, shipped to"
        ),
        "to": "to, in",
        "pay": ("pay, pay by, pay with, payment, paying, by, paying by, via, pay via, pay using, paying with"),
        "transfer": "bank transfer, transfer, wire",
        "tunai": "cash, in cash, pay cash",
        "cod": "cash on delivery, pay on delivery, cod, pay on arrival",
        "qris": "qris, qr code",
        "ask": (
            "how much, do you, is it, are you, what, when, can you, is this, how long, where, "
            "available, any, does, have you, is there, are there, which"
        ),
        "strong_ask": (
            "how much, do you, is it, are you, what, when, can you ship, is this, how long, where, "
            "still available, does, do you have, is there, are there, what's, which, how many, "
            "can you deliver, do u, still have"
        ),
        "cancel": ("cancel, cancel my order, please cancel, never mind, nevermind, dont want, i changed my mind"),
        "paid": (
            "i have paid, ive paid, already paid, i paid, payment sent, proof of payment, just paid, "
            "have transferred, already transferred, just transferred, i've paid, i've transferred, "
            "transferred, paid already, here is the proof, payment proof"
        ),
        "track": (
            "tracking, tracking number, where is my order, where is my package, has it shipped, "
            "not arrived, my package, hasnt arrived, hasn't arrived, when will it arrive, has my order, "
            "my parcel, where's my"
        ),
        "complain": (
            "broken, damaged, wrong, complaint, refund, disappointed, spoiled, moldy, stale, rotten, "
            "defective, missing, torn, cracked, leaking, too late"
        ),
        "thanks": "thanks, thank you, received, delicious, great",
        "data": "delete my data, remove my data",
        "drop": (
            "hi, hello, please, the, of, for me, thanks, thank you, a, an, some, i, me, would like, "
            "and, hey, dear, sir, maam, miss, good morning, for, with, have"
        ),
        "and": "and, plus, also, along with",
        "eh": "no, sorry, i mean, make it, actually, wait",
        "repeat": "same as last time, same as before, the usual, same order, repeat order, same again",
        "mixed": "mixed, assorted, mix",
        "stop": "tomorrow, today, for tomorrow, at, on, ignore, please",
        "product": "order, product, item, items",
        "quantity": "qty, quantity, amount",
        "choice": "size, color, colour, flavour, flavor, variant, colours, in",
    },
    choices=(
        "red black white blue green yellow brown grey gray purple natural spicy original chili chilli "
        "sweet salty cheese chocolate vanilla strawberry mango coconut ginger small medium large big "
        "regular mini jumbo lavender coffee plain roasted iced rose jasmine lemongrass sandalwood "
        "turmeric cinnamon honey pandan garlic onion bbq seaweed"
    ),
    tints="red black white blue green yellow brown grey gray purple small large big",
    tinted="rice onion sugar beans tea coffee",
    fillers=(
        "hi hello dear all we sell selling new for the our my is are available and now only just guys "
        "please ready to ship today in stock order left out of promo sorry last chance hurry dont miss "
        "special offer everyone friends was at from"
    ),
    telling=(
        "is are was it its you your we our us they i my not no very so and but because when if with without by in on "
        "from for just only always still freshly baked today tomorrow yesterday morning closed open serves people "
        "carved burns hours safe comes happy weekend everyone soft sturdy durable waterproof"
    ),
)
