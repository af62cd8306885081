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
    /hariini – what there is to do
    /pesanan – my shopping
    /bahasa – change language
    /berhenti – no more announcements
    /privasi – what we keep
    /dataku – a copy of my data
    /hapus – delete my data
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
ask-new-price-variants = What is the new price for <b>{ $name }</b>? One for all, for example <code>15rb</code>, or one by one: <code>{ $first } 15rb, { $second } 20rb</code>.
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
my-stall-fee = 🛵 Delivery { $fee }
my-stall-rated = 🤩 { $happy } of { $rated } buyers are happy
stall-happy = 🤩 { $happy } { $happy ->
    [one] happy buyer
   *[other] happy buyers
}
ask-fee = What does delivery cost? Tap or write a number, like <code>7rb</code>.
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
summary-fee = You can pick it up yourself. Delivery costs { $fee }.
summary-free = You can pick it up yourself. Delivery is free.
summary-pickup = Pick it up yourself, or talk about it with the seller. Delivery is not included.
order-line = { $count } { $name } ({ $price }) = <b>{ $sum }</b>
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
bought-offered = 🤝 <b>Order #{ $order }</b>: { $stall } offers this instead. Do you agree?
bought-ready = 📦 <b>Order #{ $order }</b> is ready to be picked up at { $stall }.
bought-sent = 🚚 <b>Order #{ $order }</b> from { $stall } is on its way.
bought-lapsed-offer = We closed <b>order #{ $order }</b> at { $stall }, since the offer had no answer. Still want it? Just order again.
sold-placed = 🔔 <b>Order #{ $order }</b> from { $buyer }
sold-accepted = ✅ <b>Order #{ $order }</b> from { $buyer } – accepted. The buyer has been told.
sold-offered = 🤝 <b>Order #{ $order }</b> – { $buyer } has been told of your offer. Please wait for the answer.
sold-ready = 📦 <b>Order #{ $order }</b> from { $buyer } – ready to be picked up. The buyer has been told.
sold-sent = 🚚 <b>Order #{ $order }</b> from { $buyer } – sent. The buyer has been told.
sold-rated = The buyer says: { $rating }
sold-declined = <b>Order #{ $order }</b> from { $buyer } – declined. The buyer has been told.
sold-out-now = 📦 I have noted that { $names } is sold out. More there? Just write, for example, “stok { $name } 5”.
sold-cancelled = <b>Order #{ $order }</b> from { $buyer } – cancelled by the buyer. Your stock is back.
sold-lapsed = <b>Order #{ $order }</b> from { $buyer } – expired. Your stock is back.
sold-finished = 🎉 <b>Order #{ $order }</b> from { $buyer } – finished.
notice-order-placed = 🔔 <b>New order #{ $order }</b> from { $buyer }!
notice-order-waiting = ⏰ <b>Order #{ $order }</b> from { $buyer } is still waiting for your answer.
notice-order-cancelled = { $buyer } has cancelled <b>order #{ $order }</b>. Your stock is back.
notice-order-agreed = 🎉 { $buyer } agrees! <b>Order #{ $order }</b> can be prepared now.
notice-order-received = 🎉 { $buyer } has received <b>order #{ $order }</b>. All done!
notice-order-rated = 💬 { $buyer } has rated <b>order #{ $order }</b>.
notice-offer-waiting = ⏰ <b>Order #{ $order }</b>: the offer of { $stall } still waits for your answer. Do you agree?
notice-offer-lapsed = <b>Order #{ $order }</b> from { $buyer }: your offer had no answer, so we closed it. Your stock is back.
notice-arrived = 📦 <b>Order #{ $order }</b> from { $stall }: have you got it?
complaint = ⚠️ <b>A complaint about order #{ $order }</b>
    { $text }

    Buyer: { $buyer } (number { $buyer_id })
    Seller: { $stall } (number { $seller_id })
    Please help.

notice-order-lapsed = 🙏 <b>Order #{ $order }</b> from { $buyer } had no answer for { $time }, so we closed it. Your stock is back. Can you still do it? Tap below.
notice-order-revived = 🎉 { $buyer } still wants <b>order #{ $order }</b>! I've marked it as accepted.
why-declined = Why can't you do order #{ $order }? Tap, or write the reason. We'll tell the buyer kindly.
declined-because-empty = { $stall } says: it is sold out.
declined-because-far = { $stall } says: we can't deliver there yet.
declined-because-other = { $stall } says: sorry, not this time.
declined-because-withdrawn = Sorry, { $stall } can't do this order after all. If you have paid, write to the seller to get your money back.
order-fee = 🛵 Delivery: { $fee }
order-adjusted = ⚖️ Price adjusted: { $sum }
order-asked = (it was { $count })
order-asked-total = It was: { $sum }
order-tracking = 🚚 { $tracking }
order-more = Order #{ $order } from { $buyer }: what would you like to do?
sure-to-withdraw = Can't you do order #{ $order } from { $buyer }? The buyer will be told and your stock comes back. If you have their money, please return it first.
ask-tracking = How was order #{ $order } sent? Write the courier and the tracking number, or who brings it.
what-differs = Order #{ $order }: what is different? I'll ask the buyer whether they agree.
which-line = Of which are there fewer?
ask-fewer = How many <b>{ $name }</b> are there? Tap or write a number. I'll note that there are no more than that.
ask-less = How much <b>{ $name }</b> is there? Write it, like <code>1,5 kg</code>. I'll note that there is no more than that.
ask-offer-price = What does it all cost then? Now it is { $sum }. Write a number, like <code>45rb</code>.
ask-offer-fee = What does the delivery cost? It comes on top of { $sum }. Write a number, like <code>5rb</code>.
ask-sum-guess = Do you mean <b>{ $guess }</b>? Tap, or write it out, like <code>45.000</code>.
ask-complaint = What is wrong with order #{ $order }? Write it or send a photo. Our staff will read it and help.
complained = Our staff have been told 🙏 They will help with order #{ $order }.
asked-late = I'm asking { $buyer } first: do they still want order #{ $order }? I'll let you know.
still-wanted = { $stall } can do <b>order #{ $order }</b> now. Do you still want it?
is-placed = waiting
is-accepted = accepted
is-offered = waiting for the buyer
is-ready = ready to pick up
is-sent = sent
is-declined = declined
is-cancelled = cancelled
is-lapsed = expired
is-finished = finished
orders-sold = 📋 Orders that need you:
orders-bought = 🧺 Your shopping:
orders-more = There are more. All of them are under Today.
no-orders-sold = No orders waiting. Share the link to your stall!
no-orders-bought = You haven't bought anything yet. Have a look around!
order-in-list = #{ $order } { $name } · { $state }
ask-message = Write your message to { $to } (order #{ $order }). A photo, voice note, video or location is fine too.
for-whom = Who is this for? I haven't passed it on to anybody yet. Open order #{ $order } first, then tap what you mean.
relayed = I've passed it on to { $to } 👍
message-from = 💬 <b>{ $sender }</b> (order #{ $order }):
    { $text }
seller-refuses-promised = 🙏 <b>Order #{ $order }</b>: we can't reach { $stall } right now. Our team knows about it. Please wait a little.
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
why-spoiled = left over that day
good-morning = 🌅 Good morning!
stock-now = ✅ <b>{ $name }</b>: stock is now { $stock }.
stock-counted-now = From now on its stock is counted. Made to order again? Tap below.
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

## Payment
payment-is-open = 🧾 { $sum } – not marked as paid yet
payment-is-claimed = 🧾 { $sum } – the buyer says it is paid, the seller is checking
payment-is-paid = 🧾 { $sum } – ✅ paid
way-cash = cash
way-transfer = transfer
way-qris = QRIS
ask-way = 💳 <b>Order #{ $order }</b> at { $stall }: <b>{ $sum }</b>. How would you like to pay?
ways-cash = 🤝 Cash: when you get your goods.
ways-seller-says = 🏦 The seller says: { $payment }
ways-qris = 📱 QRIS: I send you the picture, the amount is filled in.
pay-by-transfer = 🏦 Transfer <b>{ $sum }</b> to { $stall }:

    { $payment }

    When it is done, tap <b>I have paid</b>.
pay-by-transfer-unknown = 🏦 { $stall } has not written an account number yet. Please ask with the button below. The amount is <b>{ $sum }</b>.
pay-by-cash = 🤝 All right. Pay <b>{ $sum }</b> in cash to { $stall } when you get your goods.
pay-by-qris = 📱 <b>Order #{ $order }</b>: pay <b>{ $sum }</b> by QRIS.

    1. Save this picture.
    2. Open your bank or wallet app, choose QRIS, and pick the picture from your gallery.
    3. Check the name first: it must be <b>{ $name }</b> ({ $nmid }). If it is another one, don't pay, write to the seller.

    When it is done, tap <b>I have paid</b>.
qris-title = Order #{ $order } · { $stall }
qris-hint = Check this name in your app before paying
ask-proof = Send a <b>photo of the proof of payment</b> for order #{ $order } here, and I hand it on to { $stall }. You have none? Tap <b>No proof</b>.
claim-handed-on = I've passed it on to { $stall } 👍 The seller checks first, then I tell you.
notice-payment-claimed = 💰 { $buyer } says that <b>order #{ $order }</b> is paid: <b>{ $sum }</b>.
look-yourself = Please look into your own app or account first: is the money there? A picture alone is no proof.
claim-said = “{ $text }”
notice-payment-confirmed = ✅ { $stall } has the money for <b>order #{ $order }</b>. All paid, thank you!
notice-payment-not-yet = 🙏 { $stall } does not see the money for <b>order #{ $order }</b> yet. Please check your app again, or write to the seller. When it is settled, tap <b>I have paid</b> again.
payment-is-past-that = Order #{ $order_id } is marked as paid already, so there is no need for that.
proof-as-photo = That picture came as a file, so I can't hand it on. Please send it as a normal photo.
qris-is = 📱 Your stall's QRIS: <b>{ $name }</b>
    NMID { $nmid }

    Buyers whose order you have accepted can pay with it.
ask-qris = 📱 <b>Send a photo of your QRIS</b>: of the sticker, or the picture from your app. One code only, sharp and whole.
qris-read = 📱 It says: <b>{ $name }</b>
    NMID { $nmid }
qris-used-once = ⚠️ This code seems to be for one payment only. Better use your lasting QRIS, the one on your sticker.
qris-replaces = ⚠️ This replaces the one in use: { $name } (NMID { $nmid }).
qris-yours = Is this really yours? Your buyers' money will go there.
qris-kept = ✅ Done. Buyers can now pay by QRIS to <b>{ $name }</b>. The money goes straight to you, not through us.
qris-removed = All right, the QRIS is removed. Buyers can still pay in cash or by transfer.
notice-qris-changed = ⚠️ Your stall's QRIS has just been <b>changed</b>: { $name } (NMID { $nmid }). It was not you? Tap below, then remove or change it.
notice-qris-removed = ⚠️ Your stall's QRIS has just been <b>removed</b>. It was not you? Tap below to set it again.
qris-not-found = I can't read the QRIS code. Please take the photo again, close, bright and straight, and send it here.
qris-not-valid = That code is no proper QRIS, or it is damaged. Please send another photo of your QRIS.
qris-several = There are several QRIS in that photo. Please send one with a single code.
qris-forgotten = I don't have that QRIS any more. Open your stall's settings and send the photo again, please.
qris-none = This seller has no QRIS at the moment. Please choose another way to pay.
qris-too-much = A QRIS takes at most Rp10 million at a time. Please choose another way to pay.
button-pay-ways = 💳 How to pay
button-pay-qris = 📱 Pay by QRIS
button-pay-transfer = 🏦 Transfer
button-pay-done = ✅ I have paid
button-pay-bare = No proof
button-pay-money = 💰 The money is there
button-pay-none = ⏳ Not yet
button-stall-qris = 📱 QRIS
button-qris-change = 📷 Change
button-qris-remove = 🗑 Remove
button-qris-use = ✅ Yes, this is my QRIS
button-qris-other = 📷 Another photo
button-qris-look = 📱 See QRIS

## Ways to sell
weight-ons = { $count }00 g
gone = none left
kind-weighed = ⚖️ Sold by the { $step }
kind-today = 🌅 Just for today, until { $hour }
kind-daily = 🌅 There every morning, only until { $hour }
stock-of-each = 📦 In stock { $amount }: { $each }
variant-out = { $variant } (sold out)
variant-is-out = 😔 <b>{ $variant }</b> is sold out right now. Would you like another one?
how-much = How much would you like? Tap, or write it, like “1,5 kg” or “300 gram”.
ask-weight = How much <b>{ $name }</b> would you like? Write it, like <code>1,5 kg</code> or <code>750 gram</code>.
less-than-a-step = It is sold by { $step } at least. Would you like { $step }? Just write how much.
no-whole-step = It is sold by the { $step }. Would you like { $below } or { $above }? Just write which.
order-line-days = ⏳ Made for you, in about { $days } { $days ->
    [one] day
   *[other] days
}
ask-kind = How is this item sold? Tap to change.
ask-days = <b>{ $name }</b> is made when somebody orders. How many days does it take? Tap, or write the number.
ask-stock-today = How many <b>{ $name }</b> are there today? Write the number.
ask-stock-variants = Not the same number of each? Write it like this: “red 5, blue 3”.
ask-new-stock-variants = <b>{ $name }</b> – { $stock }.
    Tap to add, or write the total. Not the same number of each? Write it like this: “red 5, blue 3”.
ask-stock-of-each = <b>{ $name }</b> – { $stock }.
    Tap one, or write them all: “red 5, blue 3”.
stock-of-which-variant = <b>{ $name }</b>: which one do you have that many of? Write it with its name, like “red 5, blue 3”.
too-many-variants = Those are too many kinds (at most { $most }). Please write only what you have.
stock-no-whole-part = That number doesn't fit: this item is counted by the { $finest }. Please write a whole number.
other-unit = The stock and the orders of <b>{ $name }</b> are counted in another unit. Please write the price for { $sold }, like <code>15rb</code>. Selling it by something else? List it as a new item.
stock-other-unit = Its stock is counted by { $unit }. How many is that? Just write the number, like <code>12</code>.
stock-not-weighed = Its price isn't per kg, so just write how many there are, like <code>12</code>. Sold by weight? Change the price first, like <code>40rb/kg</code>.
not-weighed-so = This item isn't sold by weight or measure. Just write how many, like <code>2</code>.
not-weighed = That is only for items with a price per kg. Change the price first, like <code>60rb/kg</code>.
low-variants = 📉 <b>{ $name }</b>: { $each }.
low-variants-ask = Are there more now? Tap one, or write them all: “red 5, blue 3”.
batch-ask = 🌅 <b>{ $name }</b>: how many are there today? Tap, or write the number.
batch-closed = 🌙 It is closing time. I took down what was left of today's <b>{ $name }</b>; I'll ask again tomorrow morning. Orders that came in still stand.
batches-closed = 🌙 It is closing time. I took down what was left of today's <b>{ $name }</b> and { $count } { $count ->
    [one] other item
   *[other] other items
}; I'll ask again tomorrow morning. Orders that came in still stand.
ask-closing = When do you close for things that are just for one day?
my-stall-closing = 🌙 Today-only items close at { $hour }
button-kind = 🧺 How it's sold
button-chosen = ✅ { $label }
button-kind-counted = 📦 In stock
button-kind-made = 🧑‍🍳 Made to order
button-kind-batch = 🌅 Just for today
button-kind-half = ⚖️ by ½ kg
button-kind-quarter = ⚖️ by ¼ kg
button-kind-ons = ⚖️ by 100 g
button-kind-whole = ⚖️ by whole kg
button-weigh = ⚖️ Sell by ½ kg
button-for-today = 🌅 Just for today
button-same-day = The same day
button-same-batch = ✅ Same: { $amount }
button-day-off = 🏖 Not today
button-stall-closing = 🌙 Daily closing time

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
button-offer = 🤝 Offer something else
button-offer-again = 🤝 Change the offer
button-offer-less = Fewer
button-offer-price = Another price
button-offer-fee = Delivery fee
button-agree = ✅ Agree
button-ready = 📦 Ready to pick up
button-sent = 🚚 Sent
button-no-tracking = No tracking number
button-order-more = ⋯ More
button-withdraw = ✖ Can't after all
button-yes-withdraw = Yes, call it off
button-received = ✅ I've got it
button-rate-3 = 🤩 Happy
button-rate-2 = 🙂 All right
button-rate-1 = 😞 Unhappy
button-again = 🔁 Order again
button-complain = ⚠️ Something's wrong
button-stall-fee = 🛵 Delivery fee
button-fee-free = Free
button-fee-open = We'll talk about it
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
button-photo-order = 🧾 Paid: order #{ $order } – { $stall }
button-go-on = ▶ Go on

## Talking about an order
no-contact = We don't pass on phone numbers, to keep everybody safe. Just write your message for { $to } here.
no-sticker = Cute 😊 But I can't pass that on to { $to }. Send words, a photo, a voice note, a video, or a location.
no-file = I can't pass that on to { $to }. Send words, a photo, a voice note, a video, or a location.
relayed-said = “{ $said }” – I passed that on to { $to } 👍
messages-not-taken = 🙏 { $to } is not taking messages about order #{ $order }. You still get all news of the order.
you-muted = 🔕 You have closed replies from { $to }.
muted = 🔕 Fine, I won't pass on messages from { $to } about order #{ $order } any more. News of the order still comes.
unmuted = 🔔 Done, I pass on messages from { $to } about order #{ $order } again.
quick-replies = ⚡ <b>Quick replies</b>: one tap sends them to the buyer. Tap the one you want to change.
ask-quick-reply = It says “{ $now }” now. Write what it should say, keep it short.
quick-reply-1 = Yes, still available
quick-reply-2 = I'm preparing it
quick-reply-3 = Let me ask about delivery
quick-reply-label = { $text }
quick-reply-too-long = That's too long for a button (at most { $most } letters). Keep it short, please.
quick-reply-changed = That quick reply has changed. Open the order, then write or pick the new one.
this-one-meant = Do you mean <b>order #{ $order }</b> from { $buyer }?
declined-because-said = { $stall } says: “{ $said }”
welcome-thanks = You're welcome 😊 Anything else I can do?
nothing-to-call-off = Nothing was under way, so all is well 👍 Want to cancel an order? Open your orders below.
button-reply-to = 💬 Reply to { $name }
button-order-number = 📋 Order #{ $order }
button-mute = 🔕 No more messages, please
button-unmute = 🔔 Take messages again
button-quick-replies = ⚡ Quick replies
button-usual-reply = ↩ Use the usual one

## Tell me when it's back
wish-noted = 🔔 Done. As soon as <b>{ $name }</b> is back, I'll tell you.
wish-dropped = 🔕 Fine, I won't tell you about <b>{ $name }</b>.
product-back = 🎉 <b>{ $name }</b> is back! First come, first served.
product-resting = { $name } is not for sale right now. Shall I tell you when it's back?
wishes-waiting = 🔔 { $count } { $count ->
    [one] person is
   *[other] people are
} waiting
wishes-told = 🔔 I'm telling { $count } { $count ->
    [one] person who was
   *[other] people who were
} waiting.
button-wish = 🔔 Tell me
button-unwish = 🔕 No need to tell me
button-wish-no-more = 🙅 Not any more

## A short word at the top of the screen
already-done = Already done, and only once 👍
toast-accepted = The buyer will know 👍
toast-told = I'm telling the buyer 👍
toast-rated = Thank you! 🙏
toast-finished = Well done!
toast-sending = Sending now 📣
old-button = Old button
old-button-next = That button is old and doesn't work any more. Please start from here:

## When it can't be done
not-understood = Sorry, I don't understand yet. Want to sell? Send a photo of your item. Want to buy? Tap below.
number-please = How many? Just type the number, for example <code>2</code>.
please-write = Sorry, I can't read that yet. Please write your answer.
photo-wanted = Please send <b>a photo</b> of your item, I can't use that one yet.
cannot-read-this = Sorry, I can't read this one yet. Want to sell? Send a photo of your item. Want to buy? Tap below.
our-fault = 🙏 Sorry, something got stuck on our side. Nothing is lost. Please try again in a moment.
our-fault-but-done = 🙏 Sorry, my answer got stuck. What you did is noted, so there is no need to do it again. Have a look first.
operators-only = Only our team can send announcements. If you are on the team, give the number from /id to the person who runs this bot.
no-stall = You have no stall yet. Send a photo of your first item, and your stall opens by itself.
product-gone = This item is not here any more. Have a look at the others first.
stall-gone = This stall is not here any more. Have a look at the others first.
order-changed = Something has changed. Please check first.
order-gone = I can't find that order. Your shopping is at /pesanan.
order-is-past-that = Order #{ $order_id } is { $state } now, so that can't be done.
offer-changed = The offer for order #{ $order_id } has just changed. Please look at the new one first.
offer-below-fee = Bringing it alone costs { $fee }. Write what all of it costs, with that.
offer-not-fewer = { $any ->
    [0] Only one was ordered, so there can't be fewer. If there is none, tap Decline.
    [2] Write a number, { $most } at most.
   *[other] Write a number, { $most } at most. If you have them all, just tap Accept.
}
offer-without-stock = There isn't that much <b>{ $name }</b> left. Add stock first, or offer fewer.
tracking-too-long = That is too long (at most { $most } letters). Just the courier and the number, please.
no-operator = There is no staff member to reach yet. Please write to the seller first.
own-product = This is your own item 😊 Share it with buyers instead.
sold-out = Oh, it has just sold out. Look again later, or see other items in that stall.
not-enough = Only { $left } left. { $packs ->
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
similar-found = No “{ $sought }” yet. Would this one do? Tap to see it.
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
variant-prices-not-understood = I couldn't read the price. Write them one by one, like <code>{ $first } 15rb, { $second } 20rb</code>, or one price for all: <code>15rb</code>.
price-absurd = That price isn't right yet. Write more than 0 and at most 1 billion, like <code>15rb</code>.
stock-not-understood = I couldn't read how many. Just write the number, like <code>12</code>, or <code>sold out</code>.
stock-absurd = That number isn't right yet. Please write 0 to 1,000,000.
stock-less-than-that = There are only { $stock } of <b>{ $name }</b>. How many are left now? Just write the number.
late-without-stock = There is not enough <b>{ $name }</b> left for order #{ $order }. Add stock first, then tap again that you can still do it.
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
photo-too-slow = The photo takes too long to reach us: the line is slow. Please send it again, as a normal photo (not as a file).
photo-animated = That is a moving picture. Please send one still photo of your item 📷
photo-too-many-pixels = The photo is too big to open. Please send it as a normal photo (not as a file).
photo-too-small = The photo is very small and will look blurry. Please send the original photo, not a small screenshot.
photo-too-thin = The picture is too long and thin. Please crop it first, or take a new photo of your item.

## My data
my-data = 📄 This is everything that we keep about you. Want it deleted? Write /hapus.
privacy-yours = <b>Your data</b>
    Get a copy: /dataku. Have it deleted: /hapus. Nightly backup copies are kept for { $days } days, then they go too.
forget-ask = 🗑 <b>Delete all your data?</b>

    <b>What goes:</b> your name, number, address, stall, items and their photos, messages, and what we told you.
    <b>What stays:</b> the amounts and contents of each order, without your name. Records of sales must be kept for 10 years.
    What has reached other people's phones can't be taken back. Backup copies go by themselves later (see /privasi).
forget-bought = 🧺 { $count } unfinished orders of yours will be cancelled, and the sellers told. What has been sent counts as finished.
forget-sold = 📋 { $count } unanswered orders at your stall will be declined, and the buyers told.
forget-sure = This can't be undone. Are you sure?
forgotten = 👋 All deleted. Thank you for having been here. You can delete this chat yourself in Telegram.

    If you want to start again one day, the door is open.
promised-first = { $left ->
    [1] There is still 1 order that you have accepted. Please finish it first, the buyer is waiting. Then write /hapus again.
   *[other] There are still { $left } orders that you have accepted. Please finish them first, the buyers are waiting. Then write /hapus again.
}
other-side-left = They are no longer on Lapak, so your message can't be delivered.
buyer-left = 🙏 The buyer of <b>order #{ $order }</b> has left Lapak, so the order ends here. Stock that was not sent is back.
seller-left = 🙏 The seller of <b>order #{ $order }</b> has closed their stall, so the order is off. Sorry about that.
toast-forgotten = All deleted
button-my-data = 📄 My data
button-leave = 🗑 Delete my data
button-forget = 🗑 Yes, delete everything
button-start-anew = 🏠 Start again

## Words in the data file
data-about = About this file
data-note = Everything that Lapak keeps about you. Other people's data is left out. Photos are named by their hash; you see them on your products' cards.
data-made-at = Made at
data-person = You
data-stall = Stall
data-products = Products
data-words = Words your items are found by
data-variants = Stock of each variant
data-wishes = Items waited for
data-mutes = Messages not wanted
data-contacts = Second contacts
data-photos = Photos of products
data-stock = Stock history
data-bought = Orders you placed
data-bought-lines = What you ordered
data-sold = Orders at your stall
data-sold-lines = What was ordered from you
data-reminders = Reminders
data-told = What we told you
data-written = Messages you wrote to sellers or buyers
data-handed-on = News of orders with words or photos of yours
data-conversation = Open question
data-announced = Announcements you made
data-announcements = Announcements to you
data-inbox = What you sent to the bot (contents are kept until answered)
data-id-is = number
data-name-is = name
data-username-is = Telegram username
data-language-is = language
data-address-is = address
data-consent-version-is = version agreed to
data-consent-at-is = agreed at
data-wants-announcements-is = wants announcements
data-refused-at-is = bot blocked since
data-met-at-is = first came
data-owner-id-is = owner's number
data-place-is = place
data-zone-is = time zone
data-payment-words-is = ways to pay
data-morning-hour-is = hour of the stock question
data-low-mark-is = low stock mark
data-answer-hours-is = hours to answer
data-asked-about-itself-is = asked about the stall
data-opened-at-is = open since
data-stall-id-is = stall number
data-state-is = state
data-kind-is = kind
data-price-is = price (rupiah)
data-per-is = for how many
data-unit-is = unit
data-stock-is = stock
data-single-piece-is = single piece
data-shows-original-is = shows the original photo
data-remind-after-is = ask again after
data-reminding-is = reminded of stock
data-looked-after-at-is = stock last spoken of
data-version-is = change number
data-terms-is = terms
data-album-is = album number
data-reading-is = what was read from the caption
data-created-at-is = made at
data-published-at-is = on sale since
data-product-id-is = product number
data-position-is = place in order
data-photo-hash-is = hash of the photo
data-original-hash-is = hash of the original photo
data-change-is = change
data-reason-is = reason
data-order-id-is = order number
data-at-is = time
data-buyer-id-is = buyer's number
data-total-is = total (rupiah)
data-delivery-is = delivery
data-contact-is = contact
data-wish-is = wish
data-decline-reason-is = why it was declined
data-placed-at-is = placed at
data-answered-at-is = answered at
data-ended-at-is = ended at
data-variant-is = variant
data-quantity-is = quantity
data-amount-is = amount (rupiah)
data-taken-is = stock taken
data-due-at-is = due at
data-agreed-at-is = agreed
data-all-words-is = all words
data-asked-is = first wanted
data-asked-at-is = asked
data-asked-total-is = first total (rupiah)
data-by-variant-is = stock for each choice
data-claims-is = times said to be paid
data-closed-orders-is = orders on days off
data-closed-until-is = closed until
data-closed-words-is = why closed
data-closes-at-is = gone at
data-closing-hour-is = closing hour
data-complained-at-is = complained
data-days-is = days to make
data-delivery-fee-is = stall's delivery fee (rupiah)
data-expires-at-is = valid until
data-fee-is = delivery fee (rupiah)
data-happy-is = happy ratings
data-notice-id-is = number of the news
data-offers-is = offers
data-paid-at-is = paid
data-parts-is = parts of a unit
data-pay-by-is = way to pay
data-payment-is = payment
data-qris-is = what the QRIS says
data-qris-name-is = name in the QRIS
data-quick-replies-is = quick replies
data-rated-is = ratings
data-rating-is = rating
data-step-is = sold by
data-told-at-is = told
data-tracking-is = tracking
data-word-is = word
data-settled-at-is = seen to at
data-person-id-is = person's number
data-lane-is = lane
data-subject-is = about
data-facts-is = contents
data-attempts-is = attempts
data-try-at-is = sent after
data-message-id-is = Telegram message number
data-problem-is = problem
data-chat-id-is = chat number
data-data-is = contents
data-operator-id-is = operator's number
data-message-ids-is = Telegram message numbers
data-audience-is = audience
data-progress-message-id-is = progress message number
data-started-at-is = started at
data-broadcast-id-is = announcement number
data-update-id-is = update number
data-body-is = contents
data-received-at-is = received at

## Command menu
bot-description = Lapak: sell and shop by chat. Send a photo and a price, and your stall is open. Press START.
command-start = Start
command-lapak = My stall
command-hariini = What there is to do today
command-pesanan = My shopping
command-bantuan = Help
command-bahasa = Change language / Bahasa
command-berhenti = No more announcements
command-privasi = What we keep
command-dataku = A copy of my data
command-hapus = Delete my data
command-id = My number

## Days off, second contact, today, this week
button-stall-time = 🕐 Time & reminders
stall-time = 🕐 When are you open, when shall I remind you, and whom shall I reach?
button-rest = 🌴 Take days off
button-rest-other-day = 📅 Another day
button-rest-wait = ✅ Take them, answer when open
button-rest-refuse = 🚫 Take none for now
button-rest-week = 1 week
button-rest-two-weeks = 2 weeks
button-open-now = ☀️ Open now
rest-libur = closed
rest-melaut = away at sea
rest-mudik = visiting family
rest-panen = busy with the harvest
rest-hajatan = busy with a celebration
rest-sakit = closed because of illness
ask-rest = 🌴 <b>When do you open again?</b> Tap the day, or write it, like “Monday”, “5 December” or “3 days”.
ask-rest-guess = 🌴 Just to be sure: <b>when do you open again?</b> Tap the day, or write it, like “5 December”.
rest-read-back = 🌴 You are { $why } until <b>{ $day }</b>, and open again that day at <b>{ $hour }</b>?

    What about orders that come in meanwhile?
rest-kept = 🌴 Fine, you are { $why } until <b>{ $until }</b>. Your stall opens again by itself.
rest-kept-wait = I take orders, and buyers know that you answer once you are open.
rest-kept-refuse = I take no new orders, and tell buyers when you are open again.
rest-kept-waiting = { $count } { $count ->
    [1] order is
   *[other] orders are
} not answered yet. The buyers know, you may answer later.
rest-kept-quiet = I won't ask about your stock meanwhile. Have a good rest 🙏
my-stall-closed = 🌴 You are { $why } until <b>{ $until }</b>
closed-wait = 🌴 { $stall } is { $why } until <b>{ $until }</b>. You can order, the answer comes after that.
closed-placed = 🌴 { $stall } is { $why } until <b>{ $until }</b>. This order is answered after that.
closed-refuse = 🌴 { $stall } is { $why } until <b>{ $until }</b> and takes no orders for now.
line-of-closed = 🌴 { $line }
order-waits = 🌴 <b>Order #{ $order }</b>: { $stall } is { $why }. Your order is safe, the answer comes from <b>{ $until }</b> on.
sold-while-closed = 🌴 Your stall is closed, so you may answer later. The buyer knows.
stall-closed = 🌴 { $stall } is closed until { $until } and takes no orders for now. Look again later, or try another stall.
rest-is-past = That day has passed. Please choose another one.
rest-too-long = That is very long, half a year at most. Please choose another day.
rest-day-not-understood = I couldn't read the day. Tap one, or write it, like “Monday” or “5 December”.
welcome-back = 🌞 <b>Welcome back!</b> Your stall is open again.
opened-now = ☀️ Your stall is <b>open again</b>.

button-stall-answer = ⏳ Answer limit
ask-answer = When you don't answer an order, after how long shall I close it? Then buyers don't wait for ever.
answer-time = { $hours ->
    [24] a day
   *[other] { $hours } hours
}
waited-time = { $days ->
    [0] { $hours } hours
    [1] a day
   *[other] { $days } days
}
my-stall-answer = ⏳ Orders wait { $time } at most for your answer
answer-hours-unknown = Please choose one of the buttons: 6, 12, 24 or 48 hours.

button-contact = 👥 Second contact
button-contact-invite = 🔗 Make an invitation
button-contact-end = ✖ End second contact
button-contact-leave = ✖ Stop being a contact
button-contact-agree = ✅ Yes, I will
button-contact-no = No, thank you
button-contact-done = 📞 I've reached them
button-contact-share = 📤 Send by WhatsApp
contact-none = 👥 <b>Second contact</b>: somebody close to you, like your child or husband. When an order has waited long for your answer, I ask them to phone you. They never see a buyer's address.
contact-is = 👥 Second contact of this stall: <b>{ $name }</b>. When an order has waited long for your answer, I ask them to phone you.
contact-invited = 🔗 Send this link to <b>one</b> person whom you trust:

    { $link }

    It works once, until { $until }. I'll tell you when they have agreed.
contact-share-text = Please be the second contact of my stall. Open this link: { $link }
contact-asked = 👥 <b>{ $seller }</b> would like you to be the <b>second contact</b> of the stall { $stall }.

    That means: when an order has waited long for an answer, I ask you to phone or remind { $seller }. I show you no buyer's name or address. You can stop at any time.
contact-thanks = 🙏 Thank you! You are now the second contact of <b>{ $stall }</b>. I'll tell you when { $seller } needs a reminder.
contact-agreed = 👥 <b>{ $name }</b> is now your stall's second contact.
contact-left = 👥 <b>{ $name }</b> is no longer your second contact. Would you like to invite somebody else?
contact-ended = 👥 You are no longer the second contact of <b>{ $stall }</b>. Thank you for helping 🙏
contact-ended-own = 👥 Fine, this stall has no second contact any more.
remind-seller = 📞 { $stall } has <b>order #{ $order }</b> without an answer since { $since }. Please phone or remind { $seller }.
contact-done = 🙏 Thank you for helping!
invitation-gone = That link has been used, or it is too old. Please ask the seller for a new one.
invitation-own = This link is for somebody close to you. Send it to one person, who then opens it.
contact-there = This stall has a second contact already. End that first if you want somebody else.
contact-gone = You are no longer the second contact of that stall. There is nothing left to do.

button-today = ☀️ Today
button-this-week = 📊 This week
button-last-week = ◀ Last week
button-week-before = ◀ The week before
button-restock = 📉 Restock
today-title = ☀️ <b>Today</b> at { $stall }
today-answer = 🔔 { $count } { $count ->
    [1] order waits
   *[other] orders wait
} for your answer
today-collect = 💰 { $count } { $count ->
    [one] order
   *[other] orders
} said to be paid, please check
today-hand-over = 📦 { $count } { $count ->
    [1] order is
   *[other] orders are
} ready to hand over
today-make = 🧑‍🍳 { $count } { $count ->
    [1] order
   *[other] orders
} to prepare
today-low = 📉 Low stock: { $names }
today-more = { $names }, and { $count } more
today-nothing = Nothing is waiting. Take it easy 😊
due-answer = 🔔 #{ $order } { $name } · { $buyer }
due-collect = 💰 #{ $order } { $name } · { $buyer }
due-hand-over = 📦 #{ $order } { $name } · { $buyer }
due-make = 🧑‍🍳 #{ $order } { $name } · { $buyer }
due-several = { $name } +{ $count }

short-thousand = { $amount }k
short-million = { $amount }m
short-milliard = { $amount }bn
duration-minutes = { $count } min
duration-hours = { $count } { $count ->
    [1] hour
   *[other] hours
}
duration-days = { $count } { $count ->
    [1] day
   *[other] days
}
week-title = { $first } – { $last }
week-total = earned by what was sold
week-packs = sold
week-answer = typical time to answer
week-best = Sold best
week-best-line = { $packs } × · Rp{ $sum }
week-low = Time to restock
week-caption = 📊 { $first } – { $last }: <b>{ $packs }</b> sold, <b>{ $sum }</b> earned.
week-morning = 🌅 This was last week at your stall.
week-nothing = 📊 { $first } – { $last }: nothing sold yet. Share the link to your stall!

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
