### Lapak's words. Short, warm, like a patient neighbour. <b> and <code> may be used only here.

## Time and measures
moment = { $day } at { $hour }
today = today
tomorrow = tomorrow
yesterday = yesterday
hour-of-day = { $hour }.00
seconds = about { $count } { $count ->
    [one] second
   *[other] seconds
}
minutes = about { $count } { $count ->
    [one] minute
   *[other] minutes
}
code = <code>{ $text }</code>
not-yet = not filled in yet

## Coming in
welcome = Hello, { $name }! 👋 This is <b>Lapak</b>, a place to buy and sell by chat.
welcome-ask = What would you like to do today?
consent = We keep your name, items and orders, so that sellers and buyers can find each other. Going on means you agree. More: /privasi
consent-short = Going on means you agree that we keep your name, items and orders. More: /privasi
called-off = All right, dropped. Nothing was sent to anybody. What now?
how-to-sell = 📷 Send <b>a photo of your item</b>, with its name and price under the photo. For example:

    <code>Banana chips 15rb stok 20</code>

    Just the photo is fine too, I'll ask you the rest.
help = Selling: send a photo of your item with its name and price.
    Buying: tap the button below, or open a link from a seller.

    /lapak – my stall
    /pesanan – my shopping
    /bahasa – change language
    /berhenti – no more announcements
    /privasi – what we keep
    /id – my number
privacy = <b>What we keep</b>
    Your Telegram name and number, the items and photos you sell, orders and messages between seller and buyer, and your address if you ask for delivery.

    <b>Who can see it</b>
    Items and stall names: everybody. A buyer's address: only the seller of that order. We never show your phone number, and we don't hold any money.
your-id = Your Telegram number: <code>{ $id }</code>
    Give it to our team if they ask for it.
ask-language = Which language? / Mau pakai bahasa apa?
language-chosen = Good, English it is 👍
announcements-on = 📣 You will get our team's announcements.
announcements-off = 🔕 All right, no more announcements. Orders still come as usual.
not-in-groups = Buying and selling on Lapak is for a private chat, just you and me.
demo-moved = ⏩ The practice clock now says <b>{ $moment }</b>. Reminders that are due go out right away.
demo-how = For example: <code>/maju besok 07:00</code>, <code>/maju 2 jam</code>, <code>/maju 15 menit</code>.

## Selling
draft-title = Here is how it looks. Is it right?
draft-ask-stock = How many do you have? Tap one and it goes on sale.
draft-what-to-edit = What would you like to change?
draft-cancelled = All right, I won't put it on sale. If you want to sell again, just send a photo.
product-name = <b>{ $name }</b>
product-price = 💰 { $price }
product-price-plain = 💰 { $price } (delivery not included)
product-stock = 📦 Stock { $stock }
product-hidden = 🙈 Buyers can't see it right now.
product-removed = { $name } is deleted.
sure-to-remove = Delete <b>{ $name }</b>? You can't bring it back. If you only need a little break, just hide it.
terms-was = 🏷 usually { $price }
terms-variants = 🎨 Choices: { $variants }
terms-tier = 🧺 From { $amount }: { $price } each
terms-pack = 🧺 { $amount }: { $price }
terms-minimum = 📏 At least { $amount }
terms-preorder = ⏳ Order ahead, { $days ->
    [one] { $days } day
   *[other] { $days } days
}
terms-cod = 🤝 Cash on delivery is fine
terms-no-cod = 🚫 No cash on delivery
left-out = ⚠️ I did not understand { $what } (“{ $said }”), so I left it out.
field-tiers = the wholesale price
field-min_order = the smallest order
field-cod = cash on delivery
ask-preorder = How many days ahead must people order <b>{ $name }</b>? Tap or type the number.
ask-variants = Which kinds of <b>{ $name }</b> are there? Write them with commas, like “red, blue, black”.
several-products = There are { $count } items in this one message. Let's put them up one by one, starting here 👇
stock-some = 📦 Stock { $amount }
stock-none = 😔 Sold out
stock-made = 🧑‍🍳 Made to order
ask-name = I have your photo 👍 <b>What is it</b>? Write its name.
ask-price = <b>{ $name }</b> – what is the price? Write the number, like <code>15rb</code> or <code>15.000/pack</code>.
ask-price-said = You wrote “{ $said }”. Is the price <b>{ $guess }</b>?
ask-price-guess = The price is <b>{ $guess }</b>, right?
ask-stock = How many <b>{ $name }</b> do you have? Write the number.
photo-missing = { $name }, { $price }. Now I only need <b>the photo</b>: please send one 📷
what-photo = What is this photo for?
published = ✅ <b>{ $name }</b> is on sale now!
published-share = Tap the text below to copy it, then paste it in WhatsApp:
share-text = { $name } – { $price }
    You can order here: { $link }
own-shelf = The items in your stall. Tap one to change it.
own-shelf-empty = Your stall is still empty. Send a photo of your first item!
own-line = { $name } · { $price } · { $stock }
ask-new-name = What is the new name for <b>{ $name }</b>?
ask-new-price = What is the new price for <b>{ $name }</b>? For example <code>15rb</code>.
ask-new-stock = <b>{ $name }</b> – { $stock }.
    Tap to add more. Or write how many you have now in all.
ask-new-photo = Send a new photo for <b>{ $name }</b> 📷

## Stall
my-stall = 🏪 <b>{ $stall }</b>
my-stall-place = 📍 { $place } ({ $zone })
my-stall-payment = 💳 { $payment }
my-stall-morning = ⏰ I ask about your stock at { $hour } in the morning
my-stall-low-mark = 📉 I speak up when only { $mark } are left
my-stall-link = Link to your stall: { $link }
stall-settings = What would you like to change in your stall?
ask-place = So buyers know: <b>where is your stall</b>? Write the village or town, like “Plaosan, Magetan”.
ask-zone = { $place } – which time do you use there?
ask-payment = <b>How can buyers pay?</b> Just write it, like “Transfer to BRI 1234, name Sari” or “COD”.
ask-stall-name = What shall we call your stall?
ask-low-mark = How few should be left when I speak up? Tap or type the number.
ask-hour = What time each morning shall I ask about your stock?
place-kept = 📍 { $place }, I've noted it.
zone-kept = 🕐 { $zone }, I've noted it.
pay-cash-words = Cash on delivery (COD)
stall-settled = All done 👍 When an order comes in, I'll tell you here.

## Buying
market = 🛒 What are you looking for?
ask-search = Write the name of what you want, like “batik”.
nothing-found = No “{ $sought }” yet. Try another word, or see what's new.
shelf-newest = 🆕 Just added. Tap one to see it.
shelf-stall = 🏪 <b>{ $stall }</b> sells:
shelf-stall-empty = 🏪 <b>{ $stall }</b> has no items yet. Have a look at the others first.
shelf-found = 🔎 Found for “{ $sought }”:
shelf-stalls = 🏪 Open stalls:
shelf-empty = Nothing here yet. Please come back soon!
public-line = { $name } · { $price }
public-line-stall = { $name } · { $price } · { $stall }
stall-line = { $stall } ({ $count } { $count ->
    [one] item
   *[other] items
})
by-stall = 🏪 { $stall }
by-stall-in = 🏪 { $stall }, { $place }
which-one = Which one would you like?
chosen = 👉 <b>{ $variant }</b>
order-total = <b>Total: { $sum }</b>
order-contact = 📇 { $contact }
order-wish = 📝 { $wish }
how-many = How many would you like? Tap, or write the number.
ask-count = How many <b>{ $name }</b> would you like? Write the number.
ask-address = Where shall it go? Write your full address. Only { $stall } will see it.
summary-title = Your order from <b>{ $stall }</b>:
summary-pickup = Pick it up yourself, or talk about it with the seller. Delivery is not included.
order-line = { $count } × { $name } ({ $price }) = <b>{ $sum }</b>
order-to-address = 🛵 Deliver to: { $address }
order-to-talk = 🤝 Pick up / talk about it
pick-up-at = 📍 Pick up at: { $place }
pay-by = 💳 Pay: { $payment }
talk-it-over = Any questions? Write to the seller with the button below.

## Orders
bought-placed = 🛒 { $stall } now has your <b>order #{ $order }</b>. Please wait for the answer, I'll let you know.
bought-accepted = ✅ { $stall } has accepted <b>order #{ $order }</b>!
bought-declined = 🙏 { $stall } can't do <b>order #{ $order }</b> this time.
bought-cancelled = <b>Order #{ $order }</b> is cancelled.
bought-lapsed = 🙏 <b>Order #{ $order }</b>: { $stall } didn't get to answer, so we closed the order. We're sorry.
bought-finished = 🎉 <b>Order #{ $order }</b> from { $stall } is finished. Thank you!
sold-placed = 🔔 <b>Order #{ $order }</b> from { $buyer }
sold-accepted = ✅ <b>Order #{ $order }</b> from { $buyer } – accepted. The buyer has been told.
sold-declined = <b>Order #{ $order }</b> from { $buyer } – declined. The buyer has been told.
sold-cancelled = <b>Order #{ $order }</b> from { $buyer } – cancelled by the buyer. Your stock is back.
sold-lapsed = <b>Order #{ $order }</b> from { $buyer } – expired. Your stock is back.
sold-finished = 🎉 <b>Order #{ $order }</b> from { $buyer } – finished.
notice-order-placed = 🔔 <b>New order #{ $order }</b> from { $buyer }!
notice-order-waiting = ⏰ <b>Order #{ $order }</b> from { $buyer } is still waiting for your answer.
notice-order-cancelled = { $buyer } has cancelled <b>order #{ $order }</b>. Your stock is back.
notice-order-lapsed = 🙏 <b>Order #{ $order }</b> from { $buyer } had no answer for a day, so we closed it. Your stock is back. Can you still do it? Tap below.
notice-order-revived = 🎉 { $buyer } still wants <b>order #{ $order }</b>! I've marked it as accepted.
why-declined = Why can't you do order #{ $order }? We'll tell the buyer kindly.
declined-because-empty = { $stall } says: it is sold out.
declined-because-far = { $stall } says: we can't deliver there yet.
declined-because-other = { $stall } says: sorry, not this time.
asked-late = I'm asking { $buyer } first: do they still want order #{ $order }? I'll let you know.
still-wanted = { $stall } can do <b>order #{ $order }</b> now. Do you still want it?
is-placed = waiting
is-accepted = accepted
is-declined = declined
is-cancelled = cancelled
is-lapsed = expired
is-finished = finished
orders-sold = 📋 Orders that need you:
orders-bought = 🧺 Your shopping:
no-orders-sold = No orders waiting. Share the link to your stall!
no-orders-bought = You haven't bought anything yet. Have a look around!
order-in-list = #{ $order } { $name } · { $state }
ask-message = Write your message to { $to } (order #{ $order }). You can send a photo too.
relayed = I've passed it on to { $to } 👍
message-from = 💬 <b>{ $sender }</b> (order #{ $order }):
    { $text }
seller-refuses = 🙏 <b>Order #{ $order }</b>: we can't reach { $stall } right now. You can wait, or cancel. Our team knows about it.
buyer-refuses = 🙏 Your message to { $buyer } (<b>order #{ $order }</b>) could not be delivered; they may have blocked the bot. Please wait, or look at the order.
notice-order-not-wanted = { $buyer } no longer wants <b>order #{ $order }</b>. Thank you for offering.
help-seller = ☎️ The seller { $stall } (number { $id }) has blocked the bot, but there is still <b>order #{ $order }</b>. Please contact them.
about-order = an order
about-reminder = a reminder
please-phone = ☎️ <b>Order #{ $order }</b> at { $stall } (number { $id }) has been waiting since { $since }. Please phone them.
undelivered = ☎️ Some important news ({ $about }) did not reach person { $id }. Please call them.

## Stock
low-stock = 📉 <b>{ $name }</b>: only { $stock } left.
out-of-stock = 😔 <b>{ $name }</b> is sold out.
low-ask = Tap to add more. Or write how many you have now in all.
low-more = After this there { $count ->
    [one] is { $count } more item
   *[other] are { $count } more items
} to check.
days-left = ⏳ Enough for about { $days ->
    [one] { $days } more day
   *[other] { $days } more days
}.
days-left-none = ⏳ May be gone today.
still-there = 👀 Are there still { $stock } of <b>{ $name }</b>?
still-there-ask = We have not heard of it for a while. Tap, or write how many you have now in all.
history = 📜 Stock of <b>{ $name }</b>
history-line = { $day } · { $change } { $why } → { $left }
history-empty = Nothing written down yet.
why-first-stock = first stock
why-restock = added
why-correction = corrected
why-order = order #{ $order }
why-returned = back from #{ $order }
why-spoiled = spoiled
good-morning = 🌅 Good morning!
stock-now = ✅ <b>{ $name }</b>: stock is now { $stock }.
stock-confirmed = 👍 <b>{ $name }</b> is still { $stock }. Thank you!
stock-stays = 👍 <b>{ $name }</b> – { $stock }. I'll ask again later.
stock-never = 🔕 All right, I won't ask about <b>{ $name }</b> any more.

## Announcements
ask-announcement = 📣 Send your announcement now: text, photo, voice, anything.
ask-audience = Who is it for?
audience-everybody = Everybody
audience-sellers = Sellers
audience-buyers = Buyers
preview = 👆 Here is how it looks. For: <b>{ $audience }</b>, { $people } { $people ->
    [one] person
   *[other] people
}, { $time }. Send it?
preview-nobody = There is nobody to get it yet ({ $audience }). Choose another group, or cancel.
progress = 📣 Sending… { $done } of { $people }
    { $bar } { $time } left
progress-done = 📣 { $people ->
    [one] { $people } copy is
   *[other] { $people } copies are
} taken care of.
report = ✅ Announcement done: it reached <b>{ $sent }</b> of { $people } { $people ->
    [one] person
   *[other] people
}.
report-refused = 🚫 { $count } { $count ->
    [one] person has
   *[other] people have
} blocked the bot.
report-failed = ⚠️ { $count } { $count ->
    [one] was
   *[other] were
} not sent.
report-unknown = ❓ { $count } may or may not have arrived (we won't send { $count ->
    [one] it
   *[other] them
} again):
report-name = – { $name }
announcement-cancelled = All right, I won't send it.

## Much at once
answered-the-last = That was a lot at once 🙂 I have read it all. Here is the answer to the last one:

## Buttons
button-sell = 🏪 I want to sell
button-browse = 🛒 I want to buy
button-home = 🏠 Start
button-back = ◀ Back
button-cancel = ✖ Cancel
button-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
button-no-preorder = No, it's there now
button-no-variants = Just one kind
button-change = ✏️ Change
button-original = 🖼 Original photo
button-better = ✨ Brightened photo
button-tip = 💡 Show me
button-back-to-draft = ◀ Back to the item
button-picture-status = 📱 Status picture
button-picture-square = 🟩 Square picture
button-price-list = 🖼 Price list
button-all-photos = 📷 { $count } photos
button-edit = ✏️ Change
button-publish = ✅ Put on sale
button-publish-all = ✅ Put up all { $count }
button-publish-stock = ✅ Put on sale · stock { $stock }
button-other-stock = 🔢 Another number
button-made-to-order = 🧑‍🍳 Made to order
button-write-myself = ✍️ Write it myself
button-name = 🏷 Name
button-price = 💰 Price
button-stock = 📦 Stock
button-photo = 📷 Photo
button-share = 📤 Share
button-more = ⋯ More
button-hide = 🙈 Hide
button-show = 👀 Show
button-remove = 🗑 Delete
button-yes-remove = Yes, delete
button-no = No, keep it
button-share-whatsapp = 📤 Send to WhatsApp
button-copy = 📋 Copy text
button-my-stall = 🏪 My stall
button-my-products = 📦 My items
button-orders = 📋 Orders for me
button-sell-more = ➕ Sell more
button-how-to-sell = 📷 How to sell
button-stall-settings = ⚙️ Stall settings
button-stall-name = 🏷 Stall name
button-stall-place = 📍 Place
button-stall-payment = 💳 Payment
button-stall-low-mark = 📉 When stock is low
button-stall-hour = ⏰ Morning time
button-later = Later
button-pay-cash = 🤝 Cash on delivery (COD)
button-newest = 🆕 Newest
button-newest-now = 🛒 See other items
button-search = 🔎 Search by name
button-stalls = 🏪 Stalls
button-bought = 🧺 My shopping
button-previous = ◀
button-next = ▶
button-see-stall = 🏪 Other items
button-count = { $count }
button-other-count = 🔢 Another number
button-order = ✅ Order
button-deliver = 🛵 Deliver to an address
button-deliver-same = 🛵 Deliver to { $address }
button-accept = ✅ Accept
button-accept-late = ✅ I can still do it
button-decline = ✖ Decline
button-declined-empty = Sold out
button-declined-far = Can't deliver there
button-declined-other = Not this time
button-finish = 🎉 Finished
button-write-buyer = 💬 Write to buyer
button-write-seller = 💬 Write to seller
button-write-more = 💬 Write again
button-reply = 💬 Reply
button-see-order = 📋 See order
button-see-product = 📦 See item
button-look-product = 📦 See item
button-look-again = 🔁 See the item again
button-cancel-order = ✖ Cancel order
button-still-wanted = ✅ Yes, I still want it
button-not-any-more = No, thank you
button-add = +{ $count }
button-still-there = ✅ Still there
button-gone = 😔 All gone
button-history = 📜 Stock history
button-tomorrow = ⏰ Ask tomorrow
button-never = 🔕 Don't ask again
button-undo = ↩ Undo
button-send = 📣 Send
button-announce-again = 📣 New announcement
button-announcements-off = 🔕 Stop announcements
button-announcements-on = 📣 Announcements again
button-talk-alone = 💬 Private chat
button-photo-more = 📷 Extra photo
button-photo-new = 🆕 New item
button-photo-order = 🧾 Proof of payment for order #{ $order }
button-go-on = ▶ Go on

## A short word at the top of the screen
already-done = Already done, and only once 👍
toast-accepted = The buyer will know 👍
toast-finished = Well done!
toast-sending = Sending now 📣
old-button = Old button
old-button-next = That button is old and doesn't work any more. Please start from here:

## When it can't be done
not-understood = Sorry, I don't understand yet. Want to sell? Send a photo of your item. Want to buy? Tap below.
number-please = How many? Just type the number, for example <code>2</code>.
please-write = Sorry, I can't read that yet. Please write your answer.
photo-wanted = Please send <b>a photo</b> of your item, I can't use that one yet.
text-or-photo-please = I can only pass on text and photos for now. Please write it.
cannot-read-this = Sorry, I can't read this one yet. Want to sell? Send a photo of your item. Want to buy? Tap below.
our-fault = 🙏 Sorry, something got stuck on our side. Nothing is lost. Please try again in a moment.
operators-only = Only our team can send announcements. If you are on the team, give the number from /id to the person who runs this bot.
no-stall = You have no stall yet. Send a photo of your first item, and your stall opens by itself.
product-gone = This item is not here any more. Have a look at the others first.
stall-gone = This stall is not here any more. Have a look at the others first.
order-gone = I can't find that order. Your shopping is at /pesanan.
order-is-past-that = Order #{ $order_id } is { $state } now, so that can't be done.
own-product = This is your own item 😊 Share it with buyers instead.
sold-out = Oh, it has just sold out. Look again later, or see other items in that stall.
not-enough = Only { $left } left. { $left ->
    [one] Would you like that one?
   *[other] Would you like { $left }, or fewer?
}
under-minimum = The seller asks for at least { $least }. Would you like { $least }?
price-list = Your stall's price list. Save it and send it to anybody.
price-list-title = Price list
scan-to-order = Scan to order
scan-to-see = Scan to look & order
tip-too-dark = 💡 The photo was a bit dark, so I brightened it. Next time try near a window.
tip-blown-out = 💡 The photo is too bright. Next time try in the shade.
tip-blurred = 💡 The photo is a bit blurred. Wipe the lens and hold the phone with both hands.
tip-too-small = 💡 The photo is small. Next time send the original from your gallery.
tip-screenshot = 💡 This looks like a screenshot. A photo of the real thing sells better.
which-product = Which one? Tap it.
cart-forgotten = That order is too old. Please write it once more, like “pesan 2 keripik pisang”.
which-variant = This one comes in several kinds. Please pick one first.
several-stalls = These come from different stalls. Please order them one by one.
days-not-understood = How many days? Just type the number, like <code>3</code>.
quantity-absurd = That number isn't right yet. Please write a number from 1 to 10,000.
address-too-long = The address is too long ({ $most } letters at most). Please write just the main parts.
address-too-short = The address is too short. Please write the street, village and district.
message-too-long = The message is too long ({ $most } letters at most). Please send it in two parts.
place-not-understood = I could not read the place. Write the village or town, like “Plaosan, Magetan”.
price-not-understood = I couldn't read the price. Just write the number, like <code>15rb</code> or <code>15.000</code>.
price-absurd = That price isn't right yet. Write more than 0 and at most 1 billion, like <code>15rb</code>.
stock-not-understood = I couldn't read how many. Just write the number, like <code>12</code>, or <code>sold out</code>.
stock-absurd = That number isn't right yet. Please write 0 to 1,000,000.
stock-sold-meanwhile = Some are already sold, so I can't undo this. Just write how many you have now.
name-has-no-letters = The name has no letters yet. Write a name that buyers can read, like “Banana chips”.
name-too-long = The name is too long ({ $most } letters at most). Please write a short one.
draft-lacks-something = Something is still missing. Let us go on.
draft-not-published = This item is not on sale yet. Please finish it first.
already-on-sale = This item is already on sale. Tap below to change it.
broadcast-gone = I can't find that announcement. Start again with /siaran.
broadcast-is-past-that = That announcement is already sent or cancelled.
photo-forgotten = I don't have that photo any more. Please send it again.
photo-not-image = That is not a photo. Please send a photo of your item, not another kind of file 📷
photo-broken = I can't open that photo. Please send it again, or take a new one.
photo-too-large = The photo is too big. Please send it as a normal photo (not as a file).
photo-animated = That is a moving picture. Please send one still photo of your item 📷
photo-too-many-pixels = The photo is too big to open. Please send it as a normal photo (not as a file).
photo-too-small = The photo is very small and will look blurry. Please send the original photo, not a small screenshot.
photo-too-thin = The picture is too long and thin. Please crop it first, or take a new photo of your item.

## Command menu
bot-description = Lapak: sell and shop by chat. Send a photo and a price, and your stall is open. Press START.
command-start = Start
command-lapak = My stall
command-pesanan = My shopping
command-bantuan = Help
command-bahasa = Change language / Bahasa
command-berhenti = No more announcements
command-privasi = What we keep
command-id = My number

## Units
unit-pcs = pc
unit-butir = pc
unit-kg = kg
unit-ons = ons (100 g each)
unit-gram = g
unit-kuintal = quintal (100 kg each)
unit-ton = ton
unit-liter = L
unit-ml = ml
unit-ikat = bunch
unit-bungkus = pack
unit-sachet = sachet
unit-box = box
unit-dus = carton
unit-toples = jar
unit-botol = bottle
unit-cup = cup
unit-porsi = portion
unit-lembar = sheet
unit-meter = m
unit-pasang = pair
unit-set = set
unit-paket = package
unit-ekor = whole
unit-lusin = dozen
unit-kodi = set of 20
unit-gross = set of 144
unit-rim = ream
unit-karung = sack
unit-roll = roll
unit-keranjang = basket
unit-sisir = bunch
unit-tandan = stem
unit-batang = stick
unit-papan = slab
unit-loyang = tray
unit-tusuk = skewer
