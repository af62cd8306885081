### Kata-kata Lapak. Pendek, hangat, seperti tetangga yang sabar. <b> dan <code> hanya boleh dipakai di sini.

## Waktu dan satuan
moment = { $day } jam { $hour }
today = hari ini
tomorrow = besok
yesterday = kemarin
hour-of-day = { $hour }.00
seconds = kira-kira { $count } detik
minutes = kira-kira { $count } menit
code = <code>{ $text }</code>
not-yet = belum diisi

## Datang
welcome = Halo, { $name }! 👋 Ini <b>Lapak</b>, tempat jualan lewat chat.
welcome-ask = Mau apa hari ini, Kak?
consent = Yang kami simpan: nama, barang, dan pesanan Kakak, supaya penjual dan pembeli bisa bertemu. Lanjut berarti setuju. Selengkapnya: /privasi
consent-short = Lanjut berarti setuju nama, barang, dan pesanan Kakak kami simpan. Selengkapnya: /privasi
called-off = Baik, tidak jadi. Tidak ada yang dikirim ke siapa-siapa. Mau apa sekarang?
how-to-sell = 📷 Kirim <b>foto barangnya</b>, tulis nama dan harganya di bawah foto. Contoh:

    <code>Keripik pisang 15rb stok 20</code>

    Kirim fotonya dulu juga boleh, nanti sisanya saya tanya.
help = Jualan: kirim foto barang dengan nama dan harganya.
    Belanja: ketuk tombol di bawah, atau buka link dari penjual.

    /lapak – lapak saya
    /hariini – yang harus dikerjakan
    /pesanan – belanjaan saya
    /bahasa – ganti bahasa
    /berhenti – tidak mau pengumuman
    /privasi – apa yang kami simpan
    /dataku – salinan data saya
    /hapus – hapus data saya
    /id – nomor saya
privacy = <b>Yang kami simpan</b>
    Nama dan nomor Telegram, barang dan foto yang dijual, pesanan dan pesan antara penjual dan pembeli (juga suara dan lokasi yang dikirim), alamat kalau minta diantar, siapa kontak kedua lapak.

    <b>Siapa yang bisa lihat</b>
    Barang dan nama lapak: semua orang. Alamat pembeli: hanya penjual yang menerima pesanannya. Nomor HP tidak pernah kami tunjukkan, dan kami tidak memegang uang.
your-id = Nomor Telegram Kakak: <code>{ $id }</code>
    Berikan ke petugas kalau diminta.
ask-language = Mau pakai bahasa apa? / Which language?
language-chosen = Siap, pakai bahasa Indonesia 👍
announcements-on = 📣 Siap, pengumuman dari petugas saya kirim ke Kakak.
announcements-off = 🔕 Baik, tidak ada pengumuman lagi. Kabar pesanan tetap masuk.
not-in-groups = Jualan dan belanjanya lewat chat berdua saja, yuk.
demo-moved = ⏩ Jam latihan sekarang <b>{ $moment }</b>. Pengingat yang sudah waktunya langsung dikirim.
demo-how = Contoh: <code>/maju besok 07:00</code>, <code>/maju 2 jam</code>, <code>/maju 15 menit</code>.

## Menjual
draft-title = Begini jadinya, sudah betul?
draft-ask-stock = Ada berapa? Ketuk salah satu, langsung tayang.
draft-what-to-edit = Apa yang mau diubah?
draft-cancelled = Baik, tidak jadi dipasang. Kalau mau jualan lagi, kirim saja fotonya.
product-name = <b>{ $name }</b>
product-price = 💰 { $price }
product-price-plain = 💰 { $price } (belum termasuk ongkir)
product-stock = 📦 Stok { $stock }
product-hidden = 🙈 Sedang disembunyikan dari pembeli.
product-removed = { $name } sudah dihapus.
sure-to-remove = Hapus <b>{ $name }</b>? Ini tidak bisa dikembalikan. Kalau cuma istirahat sebentar, sembunyikan saja.
terms-was = 🏷 biasanya { $price }
terms-variants = 🎨 Pilihan: { $variants }
terms-tier = 🧺 Mulai { $amount }: { $price } satunya
terms-pack = 🧺 { $amount }: { $price }
terms-minimum = 📏 Paling sedikit { $amount }
terms-preorder = ⏳ Pesan dulu, { $days } hari
terms-cod = 🤝 Bisa COD
terms-no-cod = 🚫 Tidak COD
left-out = ⚠️ { $what } belum saya pahami (“{ $said }”), jadi belum saya tulis.
field-tiers = Harga grosirnya
field-min_order = Pesan paling sedikitnya
field-cod = Soal COD
ask-preorder = <b>{ $name }</b> dipesan dulu berapa hari? Ketuk atau tulis angkanya.
ask-variants = <b>{ $name }</b> ada pilihan apa saja? Tulis dengan koma, misalnya “merah, biru, hitam”.
several-products = Ada { $count } barang dalam satu tulisan ini. Kita pasang satu-satu ya, mulai dari yang pertama 👇
stock-some = 📦 Stok { $amount }
stock-none = 😔 Habis
stock-made = 🧑‍🍳 Dibuat kalau dipesan
ask-name = Fotonya sudah masuk 👍 Ini <b>barang apa</b>? Tulis namanya.
ask-price = <b>{ $name }</b> – harganya berapa? Tulis angkanya, misalnya <code>15rb</code> atau <code>15.000/bungkus</code>.
ask-price-said = Kakak tulis “{ $said }”. Harganya <b>{ $guess }</b>, betul?
ask-price-guess = Harganya <b>{ $guess }</b>, betul?
ask-stock = <b>{ $name }</b> ada berapa? Tulis angkanya.
photo-missing = { $name }, { $price }. Tinggal <b>fotonya</b>: kirim satu foto ya 📷
what-photo = Foto ini untuk apa ya?
published = ✅ <b>{ $name }</b> sudah tayang!
published-share = Ketuk teks di bawah ini untuk menyalin, lalu tempel di WhatsApp:
share-text = { $name } – { $price }
    Pesan lewat sini ya: { $link }
own-shelf = Barang di lapak Kakak. Ketuk untuk mengubah.
own-shelf-empty = Lapaknya masih kosong. Kirim foto barang pertama, yuk!
own-line = { $name } · { $price } · { $stock }
ask-new-name = Nama baru untuk <b>{ $name }</b>?
ask-new-price = Harga baru untuk <b>{ $name }</b>? Misalnya <code>15rb</code>.
ask-new-price-variants = Harga baru untuk <b>{ $name }</b>? Satu harga untuk semua, misalnya <code>15rb</code>, atau satu-satu: <code>{ $first } 15rb, { $second } 20rb</code>.
ask-new-stock = <b>{ $name }</b> – { $stock }.
    Ketuk untuk menambah. Atau tulis jumlah semuanya sekarang.
ask-new-photo = Kirim foto baru untuk <b>{ $name }</b> 📷

## Lapak
my-stall = 🏪 <b>{ $stall }</b>
my-stall-place = 📍 { $place } ({ $zone })
my-stall-payment = 💳 { $payment }
my-stall-morning = ⏰ Saya tanya stok jam { $hour } pagi
my-stall-low-mark = 📉 Saya ingatkan kalau tinggal { $mark }
my-stall-link = Link lapak: { $link }
my-stall-fee = 🛵 Ongkir antar { $fee }
my-stall-rated = 🤩 { $happy } dari { $rated } pembeli puas
stall-happy = 🤩 { $happy } pembeli puas
ask-fee = Kalau minta diantar, ongkirnya berapa? Ketuk atau tulis angkanya, misalnya <code>7rb</code>.
stall-settings = Apanya yang mau diubah?
ask-place = Biar pembeli tahu: <b>lapaknya di mana</b>? Tulis desa atau kotanya, misalnya “Plaosan, Magetan”.
ask-zone = { $place }, ikut waktu mana? WIB (Jawa, Sumatra), WITA (Bali, Nusa Tenggara, Sulawesi), atau WIT (Maluku, Papua)?
ask-payment = <b>Pembeli bayarnya bagaimana?</b> Tulis saja, misalnya “Transfer BRI 1234 a.n. Sari” atau “COD”.
ask-stall-name = Lapaknya mau dinamai apa?
ask-low-mark = Saya ingatkan kalau stok tinggal berapa? Ketuk atau tulis angkanya.
ask-hour = Tiap pagi, enaknya jam berapa saya tanya stok?
place-kept = 📍 { $place }, sudah saya catat.
zone-kept = 🕐 { $zone }, sudah saya catat.
pay-cash-words = Bayar di tempat (COD)
stall-settled = Sip, beres 👍 Kalau ada pesanan, saya kabari di sini.

## Belanja
market = 🛒 Mau cari apa?
ask-search = Tulis nama barang yang dicari, misalnya “keripik”.
nothing-found = Belum ada “{ $sought }”. Coba kata lain, atau lihat yang terbaru.
shelf-newest = 🆕 Yang baru dipasang. Ketuk untuk melihat.
shelf-stall = 🏪 <b>{ $stall }</b> menjual:
shelf-stall-empty = 🏪 <b>{ $stall }</b> belum punya barang. Lihat yang lain dulu, yuk.
shelf-found = 🔎 Ketemu untuk “{ $sought }”:
shelf-stalls = 🏪 Lapak yang buka:
shelf-empty = Belum ada barang. Coba lihat lagi nanti ya.
public-line = { $name } · { $price }
public-line-stall = { $name } · { $price } · { $stall }
stall-line = { $stall } ({ $count } barang)
by-stall = 🏪 { $stall }
by-stall-in = 🏪 { $stall }, { $place }
which-one = Mau yang mana?
chosen = 👉 <b>{ $variant }</b>
order-total = <b>Jumlah: { $sum }</b>
order-contact = 📇 { $contact }
order-wish = 📝 { $wish }
how-many = Mau berapa? Ketuk, atau tulis angkanya.
ask-count = Mau berapa <b>{ $name }</b>? Tulis angkanya.
ask-address = Diantar ke mana? Tulis alamat lengkapnya. Cuma { $stall } yang bisa lihat.
summary-title = Pesanan ke <b>{ $stall }</b>:
summary-fee = Bisa ambil sendiri. Kalau diantar, ongkirnya { $fee }.
summary-free = Bisa ambil sendiri. Diantar juga bisa, gratis ongkir.
summary-pickup = Bisa ambil sendiri, atau bicarakan dengan penjual. Ongkir belum termasuk.
order-line = { $count } { $name } ({ $price }) = <b>{ $sum }</b>
order-to-address = 🛵 Antar ke: { $address }
order-to-talk = 🤝 Ambil sendiri / dibicarakan nanti
pick-up-at = 📍 Ambil di: { $place }
pay-by = 💳 Bayar: { $payment }
talk-it-over = Ada yang mau ditanyakan? Tulis ke penjual lewat tombol di bawah.

## Pesanan
bought-placed = 🛒 <b>Pesanan #{ $order }</b> sudah sampai di { $stall }. Tunggu jawabannya ya, saya kabari.
bought-accepted = ✅ <b>Pesanan #{ $order }</b> disanggupi { $stall }!
bought-declined = 🙏 <b>Pesanan #{ $order }</b>: { $stall } belum bisa melayani kali ini.
bought-cancelled = <b>Pesanan #{ $order }</b> sudah dibatalkan.
bought-lapsed = 🙏 <b>Pesanan #{ $order }</b>: { $stall } belum sempat menjawab, jadi pesanannya kami tutup. Maaf ya.
bought-finished = 🎉 <b>Pesanan #{ $order }</b> dari { $stall } selesai. Terima kasih!
bought-offered = 🤝 <b>Pesanan #{ $order }</b>: { $stall } menawarkan begini. Setuju?
bought-ready = 📦 <b>Pesanan #{ $order }</b> sudah siap diambil di { $stall }.
bought-sent = 🚚 <b>Pesanan #{ $order }</b> dari { $stall } sudah di jalan.
bought-lapsed-offer = <b>Pesanan #{ $order }</b> di { $stall } kami tutup, karena tawarannya belum dijawab. Masih mau? Pesan lagi saja ya.
sold-placed = 🔔 <b>Pesanan #{ $order }</b> dari { $buyer }
sold-accepted = ✅ <b>Pesanan #{ $order }</b> dari { $buyer } – Kakak sanggupi. Pembeli sudah dikabari.
sold-offered = 🤝 <b>Pesanan #{ $order }</b> – tawaran Kakak sudah saya sampaikan ke { $buyer }. Tunggu jawabannya ya.
sold-ready = 📦 <b>Pesanan #{ $order }</b> dari { $buyer } – siap diambil. Pembeli sudah dikabari.
sold-sent = 🚚 <b>Pesanan #{ $order }</b> dari { $buyer } – sudah dikirim. Pembeli sudah dikabari.
sold-rated = Kata pembeli: { $rating }
sold-declined = <b>Pesanan #{ $order }</b> dari { $buyer } – ditolak. Pembeli sudah dikabari.
sold-out-now = 📦 { $names } saya catat habis. Ada lagi? Tulis saja, misalnya “stok { $name } 5”.
sold-cancelled = <b>Pesanan #{ $order }</b> dari { $buyer } – dibatalkan pembeli. Stok sudah kembali.
sold-lapsed = <b>Pesanan #{ $order }</b> dari { $buyer } – lewat waktu. Stok sudah kembali.
sold-finished = 🎉 <b>Pesanan #{ $order }</b> dari { $buyer } – selesai.
notice-order-placed = 🔔 <b>Pesanan baru #{ $order }</b> dari { $buyer }!
notice-order-waiting = ⏰ <b>Pesanan #{ $order }</b> dari { $buyer } masih menunggu jawaban.
notice-order-cancelled = <b>Pesanan #{ $order }</b> dibatalkan { $buyer }. Stok sudah kembali.
notice-order-agreed = 🎉 { $buyer } setuju! <b>Pesanan #{ $order }</b> tinggal disiapkan ya.
notice-order-received = 🎉 { $buyer } sudah menerima <b>pesanan #{ $order }</b>. Selesai!
notice-order-rated = 💬 { $buyer } memberi nilai untuk <b>pesanan #{ $order }</b>.
notice-offer-waiting = ⏰ <b>Pesanan #{ $order }</b>: tawaran { $stall } masih menunggu jawaban Kakak. Setuju?
notice-offer-lapsed = <b>Pesanan #{ $order }</b> dari { $buyer }: tawarannya belum dijawab, jadi kami tutup. Stok sudah kembali.
notice-arrived = 📦 <b>Pesanan #{ $order }</b> dari { $stall }: sudah Kakak terima?
complaint = ⚠️ <b>Keluhan pesanan #{ $order }</b>
    { $text }

    Pembeli: { $buyer } (nomor { $buyer_id })
    Penjual: { $stall } (nomor { $seller_id })
    Tolong dibantu ya.

notice-order-lapsed = 🙏 <b>Pesanan #{ $order }</b> dari { $buyer } sudah { $time } belum dijawab, jadi kami tutup. Stok sudah kembali. Masih bisa melayani? Ketuk di bawah.
notice-order-revived = 🎉 { $buyer } masih mau <b>pesanan #{ $order }</b>! Tinggal disiapkan ya.
why-declined = Kenapa pesanan #{ $order } belum bisa? Ketuk, atau tulis alasannya. Nanti pembelinya saya kabari baik-baik.
declined-because-empty = Kata { $stall }: stoknya habis.
declined-because-far = Kata { $stall }: belum bisa mengantar ke sana.
declined-because-other = Kata { $stall }: kali ini belum bisa.
declined-because-withdrawn = Maaf, ternyata { $stall } tidak bisa memenuhi pesanan ini. Kalau Kakak sudah bayar, tulis ke penjual supaya uangnya kembali.
order-fee = 🛵 Ongkir: { $fee }
order-adjusted = ⚖️ Penyesuaian harga: { $sum }
order-asked = (tadinya { $count })
order-asked-total = Tadinya: { $sum }
order-tracking = 🚚 { $tracking }
order-more = Pesanan #{ $order } dari { $buyer }: mau apa?
sure-to-withdraw = Pesanan #{ $order } dari { $buyer } ternyata tidak bisa? Pembelinya saya kabari, stok kembali. Kalau uangnya sudah masuk, kembalikan dulu ya.
ask-tracking = Pesanan #{ $order } dikirim lewat apa? Tulis kurir dan nomor resinya, atau nama yang mengantar.
what-differs = Pesanan #{ $order }: apanya yang lain? Nanti pembeli saya tanya dulu, setuju atau tidak.
which-line = Yang mana yang kurang?
ask-fewer = <b>{ $name }</b> ada berapa? Ketuk atau tulis angkanya. Sisanya saya catat habis.
ask-less = Ada berapa <b>{ $name }</b>? Tulis, misalnya <code>1,5 kg</code>. Sisanya saya catat habis.
ask-offer-price = Jadinya berapa semuanya? Sekarang { $sum }. Tulis angkanya, misalnya <code>45rb</code>.
ask-offer-fee = Ongkirnya berapa? Nanti ditambahkan ke { $sum }. Tulis angkanya, misalnya <code>5rb</code>.
ask-sum-guess = Maksudnya <b>{ $guess }</b>? Ketuk, atau tulis lengkap, misalnya <code>45.000</code>.
ask-complaint = Ada masalah apa dengan pesanan #{ $order }? Tulis atau kirim fotonya. Petugas yang membaca, dan akan membantu.
complained = Sudah saya sampaikan ke petugas 🙏 Mereka akan membantu soal pesanan #{ $order }.
asked-late = Saya tanya dulu ke { $buyer }, masih mau pesanan #{ $order } atau tidak. Nanti saya kabari.
still-wanted = { $stall } sekarang bisa melayani <b>pesanan #{ $order }</b>. Masih mau?
is-placed = menunggu
is-accepted = diproses
is-offered = menunggu pembeli
is-ready = siap diambil
is-sent = dikirim
is-declined = ditolak
is-cancelled = dibatalkan
is-lapsed = lewat waktu
is-finished = selesai
orders-sold = 📋 Pesanan yang menunggu Kakak:
orders-bought = 🧺 Belanjaan Kakak:
orders-more = Masih ada lagi. Semuanya ada di Hari ini.
no-orders-sold = Belum ada pesanan yang menunggu. Bagikan link lapaknya, yuk!
no-orders-bought = Belum ada belanjaan. Lihat-lihat dulu, yuk!
order-in-list = #{ $order } { $name } · { $state }
ask-message = Tulis pesan untuk { $to } (pesanan #{ $order }). Foto, suara, video, atau lokasi juga boleh.
for-whom = Ini buat siapa ya, Kak? Belum saya sampaikan ke siapa-siapa. Buka pesanan #{ $order } dulu, lalu ketuk yang dimaksud.
relayed = Sudah saya sampaikan ke { $to } 👍
message-from = 💬 <b>{ $sender }</b> (pesanan #{ $order }):
    { $text }
seller-refuses-promised = 🙏 <b>Pesanan #{ $order }</b>: { $stall } sedang tidak bisa dihubungi. Petugas sudah kami kabari. Kakak tunggu sebentar ya.
seller-refuses = 🙏 <b>Pesanan #{ $order }</b>: { $stall } sedang tidak bisa dihubungi. Kakak boleh tunggu atau batalkan. Petugas sudah kami kabari.
buyer-refuses = 🙏 Pesan untuk { $buyer } (<b>pesanan #{ $order }</b>) tidak bisa sampai, mungkin bot-nya diblokir. Tunggu dulu ya, atau lihat pesanannya.
notice-order-not-wanted = { $buyer } sudah tidak mau <b>pesanan #{ $order }</b>. Terima kasih sudah menawarkan.
help-seller = ☎️ Penjual { $stall } (nomor { $id }) memblokir bot, padahal masih ada <b>pesanan #{ $order }</b>. Tolong dihubungi ya.
about-order = pesanan
about-reminder = pengingat
please-phone = ☎️ <b>Pesanan #{ $order }</b> di { $stall } (nomor { $id }) belum dijawab sejak { $since }. Tolong ditelepon ya.
undelivered = ☎️ Ada kabar penting ({ $about }) yang tidak sampai ke orang nomor { $id }. Tolong dihubungi ya.

## Stok
low-stock = 📉 Stok <b>{ $name }</b> tinggal { $stock }.
out-of-stock = 😔 <b>{ $name }</b> habis.
low-ask = Ketuk untuk menambah. Atau tulis jumlah semuanya sekarang.
low-more = Setelah ini masih ada { $count } barang lagi.
days-left = ⏳ Cukup kira-kira { $days } hari lagi.
days-left-none = ⏳ Bisa habis hari ini.
still-there = 👀 <b>{ $name }</b> masih ada { $stock }?
still-there-ask = Sudah lama tidak ada kabarnya. Ketuk, atau tulis jumlah semuanya sekarang.
history = 📜 Riwayat stok <b>{ $name }</b>
history-line = { $day } · { $change } { $why } → { $left }
history-empty = Belum ada catatan.
why-first-stock = awal
why-restock = tambah
why-correction = dibetulkan
why-order = pesanan #{ $order }
why-returned = kembali dari #{ $order }
why-spoiled = sisa hari itu
good-morning = 🌅 Selamat pagi!
stock-now = ✅ Stok <b>{ $name }</b> sekarang { $stock }.
stock-counted-now = Mulai sekarang stoknya dihitung. Mau dibuat kalau dipesan lagi? Ketuk di bawah.
stock-confirmed = 👍 <b>{ $name }</b> masih { $stock }. Terima kasih!
stock-stays = 👍 <b>{ $name }</b> – { $stock }. Nanti saya tanyakan lagi.
stock-never = 🔕 Baik, stok <b>{ $name }</b> tidak saya tanyakan lagi.

## Pengumuman
ask-announcement = 📣 Kirim pengumumannya sekarang: teks, foto, suara, apa saja.
ask-audience = Untuk siapa?
audience-everybody = Semua orang
audience-sellers = Penjual
audience-buyers = Pembeli
preview = 👆 Begini jadinya. Untuk: <b>{ $audience }</b>, { $people } orang, { $time }. Kirim?
preview-nobody = Belum ada penerimanya ({ $audience }). Pilih yang lain, atau batalkan.
progress = 📣 Sedang dikirim… { $done } dari { $people }
    { $bar } sisa { $time }
progress-done = 📣 { $people } kiriman sudah diurus.
report = ✅ Pengumuman selesai: sampai ke <b>{ $sent }</b> dari { $people } orang.
report-refused = 🚫 { $count } orang memblokir bot.
report-failed = ⚠️ { $count } tidak terkirim.
report-unknown = ❓ { $count } belum tentu sampai (tidak kami kirim ulang):
report-name = – { $name }
announcement-cancelled = Baik, tidak jadi dikirim.

## Pembayaran
payment-is-open = 🧾 { $sum } – belum ditandai lunas
payment-is-claimed = 🧾 { $sum } – kata pembeli sudah dibayar, menunggu dicek penjual
payment-is-paid = 🧾 { $sum } – ✅ lunas
way-cash = tunai
way-transfer = transfer
way-qris = QRIS
ask-way = 💳 <b>Pesanan #{ $order }</b> di { $stall }: <b>{ $sum }</b>. Mau bayar pakai apa?
ways-cash = 🤝 Tunai: waktu barangnya Kakak terima.
ways-seller-says = 🏦 Kata penjual: { $payment }
ways-qris = 📱 QRIS: gambarnya saya kirim, jumlahnya sudah terisi.
pay-by-transfer = 🏦 Transfer <b>{ $sum }</b> ke { $stall }:

    { $payment }

    Kalau sudah, ketuk <b>Sudah bayar</b>.
pay-by-transfer-unknown = 🏦 { $stall } belum menulis nomor rekeningnya. Tanyakan dulu lewat tombol di bawah ya. Jumlahnya <b>{ $sum }</b>.
pay-by-cash = 🤝 Siap. Bayar <b>{ $sum }</b> tunai ke { $stall } waktu barangnya diterima ya.
pay-by-qris = 📱 <b>Pesanan #{ $order }</b>: bayar <b>{ $sum }</b> pakai QRIS.

    1. Simpan gambar ini.
    2. Buka aplikasi bank atau dompet digital, pilih QRIS, ambil gambarnya dari galeri.
    3. Cek dulu namanya: harus <b>{ $name }</b> ({ $nmid }). Kalau beda, jangan dibayar, tulis ke penjual.

    Kalau sudah, ketuk <b>Sudah bayar</b>.
qris-title = Pesanan #{ $order } · { $stall }
qris-hint = Cek nama ini di aplikasi sebelum bayar
ask-proof = Kirim <b>foto bukti bayar</b> pesanan #{ $order } ke sini, nanti saya teruskan ke { $stall }. Tidak ada? Ketuk <b>Tanpa bukti</b>.
claim-handed-on = Sudah saya sampaikan ke { $stall } 👍 Penjual mengecek dulu, nanti saya kabari.
notice-payment-claimed = 💰 Kata { $buyer }, <b>pesanan #{ $order }</b> sudah dibayar: <b>{ $sum }</b>.
look-yourself = Cek dulu di aplikasi atau rekening Kakak sendiri: uangnya sudah masuk? Foto bukti saja belum tentu benar.
claim-said = “{ $text }”
notice-payment-confirmed = ✅ { $stall } sudah menerima uang <b>pesanan #{ $order }</b>. Lunas, terima kasih!
notice-payment-not-yet = 🙏 { $stall } belum melihat uang <b>pesanan #{ $order }</b> masuk. Coba cek lagi di aplikasi Kakak, atau tulis ke penjual. Kalau sudah beres, ketuk <b>Sudah bayar</b> lagi.
payment-is-past-that = Pesanan #{ $order_id } sudah ditandai lunas, jadi itu tidak perlu lagi.
proof-as-photo = Gambar itu dikirim sebagai file, jadi belum bisa saya teruskan. Kirim sebagai foto biasa ya.
qris-is = 📱 QRIS lapak Kakak: <b>{ $name }</b>
    NMID { $nmid }

    Pembeli yang pesanannya Kakak terima bisa bayar pakai ini.
ask-qris = 📱 <b>Kirim foto QRIS Kakak</b>: foto stikernya, atau gambar dari aplikasi. Satu kode saja, yang jelas dan tidak terpotong.
qris-read = 📱 Terbaca: <b>{ $name }</b>
    NMID { $nmid }
qris-used-once = ⚠️ Kode ini sepertinya untuk sekali bayar. Lebih baik pakai QRIS tetap, yang ditempel di lapak.
qris-replaces = ⚠️ Ini menggantikan yang sekarang: { $name } (NMID { $nmid }).
qris-yours = Betul ini punya Kakak? Uang pembeli akan masuk ke sini.
qris-kept = ✅ Sip. Pembeli sekarang bisa bayar pakai QRIS <b>{ $name }</b>. Uangnya langsung ke Kakak, tidak lewat kami.
qris-removed = Baik, QRIS-nya sudah dihapus. Pembeli masih bisa bayar tunai atau transfer.
notice-qris-changed = ⚠️ QRIS lapak Kakak baru saja <b>diganti</b>: { $name } (NMID { $nmid }). Bukan Kakak yang mengganti? Ketuk di bawah, lalu hapus atau ganti.
notice-qris-removed = ⚠️ QRIS lapak Kakak baru saja <b>dihapus</b>. Bukan Kakak yang menghapus? Ketuk di bawah untuk memasang lagi.
qris-not-found = Kode QRIS-nya belum terbaca. Foto lagi dari dekat, terang, dan lurus ya, lalu kirim ke sini.
qris-not-valid = Kode itu bukan QRIS yang benar, atau ada yang rusak. Kirim foto QRIS Kakak yang lain ya.
qris-several = Ada beberapa QRIS di foto itu. Kirim foto yang isinya satu kode saja ya.
qris-forgotten = QRIS yang tadi sudah tidak saya pegang. Buka Atur lapak, lalu kirim fotonya sekali lagi ya.
qris-none = Penjualnya sedang tidak pakai QRIS. Pilih cara bayar yang lain ya.
qris-too-much = QRIS paling banyak Rp10 juta sekali bayar. Pilih cara bayar yang lain ya.
button-pay-ways = 💳 Cara bayar
button-pay-qris = 📱 Bayar pakai QRIS
button-pay-transfer = 🏦 Transfer
button-pay-done = ✅ Sudah bayar
button-pay-bare = Tanpa bukti
button-pay-money = 💰 Uang sudah masuk
button-pay-none = ⏳ Belum masuk
button-stall-qris = 📱 QRIS
button-qris-change = 📷 Ganti
button-qris-remove = 🗑 Hapus
button-qris-use = ✅ Ya, ini QRIS saya
button-qris-other = 📷 Foto lain
button-qris-look = 📱 Lihat QRIS

## Cara jual
weight-ons = { $count } ons
gone = habis
kind-weighed = ⚖️ Bisa beli per { $step }
kind-today = 🌅 Untuk hari ini saja, sampai jam { $hour }
kind-daily = 🌅 Ada tiap pagi, hanya sampai jam { $hour }
stock-of-each = 📦 Stok { $amount }: { $each }
variant-out = { $variant } (habis)
variant-is-out = 😔 <b>{ $variant }</b> sedang habis. Mau yang lain?
how-much = Mau berapa? Ketuk, atau tulis, misalnya “1,5 kg”.
ask-weight = Mau berapa <b>{ $name }</b>? Tulis, misalnya <code>1,5 kg</code>.
less-than-a-step = Dijualnya paling sedikit { $step }. Mau { $step }? Tulis angkanya ya.
no-whole-step = Dijualnya per { $step }. Mau { $below } atau { $above }? Tulis angkanya ya.
order-line-days = ⏳ Dibuat dulu, kira-kira { $days } hari
ask-kind = Barang ini dijualnya bagaimana? Ketuk untuk mengganti.
ask-days = <b>{ $name }</b> dibuat kalau ada pesanan. Berapa hari sampai jadi? Ketuk, atau tulis angkanya.
ask-stock-today = Hari ini <b>{ $name }</b> ada berapa? Tulis angkanya.
ask-stock-variants = Tiap pilihan beda jumlahnya? Tulis begini: “merah 5, biru 3”.
ask-new-stock-variants = <b>{ $name }</b> – { $stock }.
    Ketuk untuk menambah, atau tulis jumlah semuanya. Tiap pilihan beda jumlahnya? Tulis begini: “merah 5, biru 3”.
ask-stock-of-each = <b>{ $name }</b> – { $stock }.
    Ketuk pilihannya, atau tulis semuanya: “merah 5, biru 3”.
stock-of-which-variant = <b>{ $name }</b>: yang mana jumlahnya segitu? Tulis dengan namanya, misalnya “merah 5, biru 3”.
too-many-variants = Pilihannya kebanyakan (paling banyak { $most }). Tulis yang ada saja ya.
stock-no-whole-part = Jumlahnya belum pas: barang ini dihitung per { $finest }. Tulis angka yang bulat ya.
other-unit = Stok dan pesanan <b>{ $name }</b> dihitung dengan satuan yang lama. Tulis harga untuk { $sold } saja ya, misalnya <code>15rb</code>. Mau jual dengan satuan lain? Pasang sebagai barang baru.
stock-other-unit = Stoknya dihitung per { $unit }. Isinya berapa semua? Tulis jumlahnya saja, misalnya <code>12</code>.
stock-not-weighed = Harganya bukan per kg, jadi stoknya tulis jumlahnya saja, misalnya <code>12</code>. Dijual timbangan? Ubah dulu harganya, misalnya <code>40rb/kg</code>.
not-weighed-so = Barang ini tidak dijual timbangan atau takaran. Tulis jumlahnya saja ya, misalnya <code>2</code>.
not-weighed = Cara itu hanya untuk barang yang harganya per kg. Ubah dulu harganya, misalnya <code>60rb/kg</code>.
low-variants = 📉 <b>{ $name }</b>: { $each }.
low-variants-ask = Ada tambahan? Ketuk pilihannya, atau tulis semuanya: “merah 5, biru 3”.
batch-ask = 🌅 <b>{ $name }</b>: hari ini ada berapa? Ketuk, atau tulis angkanya.
batch-closed = 🌙 Sudah jam tutup. Sisa <b>{ $name }</b> hari ini saya turunkan, besok pagi saya tanya lagi ya. Pesanan yang sudah masuk tetap.
batches-closed = 🌙 Sudah jam tutup. Sisa <b>{ $name }</b> dan { $count } barang lain hari ini saya turunkan, besok pagi saya tanya lagi ya. Pesanan yang sudah masuk tetap.
ask-closing = Dagangan yang cuma untuk hari itu ditutup jam berapa?
my-stall-closing = 🌙 Dagangan harian tutup jam { $hour }
button-kind = 🧺 Cara jual
button-chosen = ✅ { $label }
button-kind-counted = 📦 Ada stoknya
button-kind-made = 🧑‍🍳 Dibuat kalau dipesan
button-kind-batch = 🌅 Untuk hari ini saja
button-kind-half = ⚖️ per ½ kg
button-kind-quarter = ⚖️ per ¼ kg
button-kind-ons = ⚖️ per ons
button-kind-whole = ⚖️ per kg utuh
button-weigh = ⚖️ Bisa beli ½ kg
button-for-today = 🌅 Untuk hari ini saja
button-same-day = Hari itu juga
button-same-batch = ✅ Sama: { $amount }
button-day-off = 🏖 Hari ini libur
button-stall-closing = 🌙 Jam tutup harian

## Banyak sekaligus
answered-the-last = Wah, banyak sekali yang masuk sekaligus 🙂 Semuanya sudah saya baca. Ini jawaban untuk yang terakhir:

## Tombol
button-sell = 🏪 Saya mau jualan
button-browse = 🛒 Saya mau belanja
button-home = 🏠 Awal
button-back = ◀ Kembali
button-cancel = ✖ Batal
button-days = { $days } hari
button-no-preorder = Tidak, langsung ada
button-no-variants = Tidak ada pilihan
button-change = ✏️ Ubah
button-original = 🖼 Foto asli
button-better = ✨ Foto yang dicerahkan
button-tip = 💡 Contoh foto
button-back-to-draft = ◀ Kembali ke barang
button-picture-status = 📱 Gambar status
button-picture-square = 🟩 Gambar kotak
button-price-list = 🖼 Daftar harga
button-all-photos = 📷 { $count } foto
button-edit = ✏️ Ubah
button-publish = ✅ Pasang
button-publish-all = ✅ Pasang semua ({ $count })
button-publish-stock = ✅ Pasang · stok { $stock }
button-other-stock = 🔢 Jumlah lain
button-made-to-order = 🧑‍🍳 Dibuat kalau dipesan
button-write-myself = ✍️ Tulis sendiri
button-name = 🏷 Nama
button-price = 💰 Harga
button-stock = 📦 Stok
button-photo = 📷 Foto
button-share = 📤 Bagikan
button-more = ⋯ Lainnya
button-hide = 🙈 Sembunyikan
button-show = 👀 Tampilkan
button-remove = 🗑 Hapus
button-yes-remove = Ya, hapus
button-no = Tidak jadi
button-share-whatsapp = 📤 Kirim ke WhatsApp
button-copy = 📋 Salin teks
button-my-stall = 🏪 Lapak saya
button-my-products = 📦 Barang saya
button-orders = 📋 Pesanan masuk
button-sell-more = ➕ Jual lagi
button-how-to-sell = 📷 Cara jualan
button-stall-settings = ⚙️ Atur lapak
button-stall-name = 🏷 Nama lapak
button-stall-place = 📍 Tempat
button-stall-payment = 💳 Cara bayar
button-stall-low-mark = 📉 Batas stok menipis
button-stall-hour = ⏰ Jam tanya stok
button-later = Nanti saja
button-pay-cash = 🤝 Bayar di tempat (COD)
button-newest = 🆕 Terbaru
button-newest-now = 🛒 Lihat yang lain
button-search = 🔎 Cari nama
button-stalls = 🏪 Lapak
button-bought = 🧺 Belanjaan saya
button-previous = ◀
button-next = ▶
button-see-stall = 🏪 Barang lain
button-count = { $count }
button-other-count = 🔢 Jumlah lain
button-order = ✅ Pesan
button-deliver = 🛵 Antar ke alamat
button-deliver-same = 🛵 Antar ke { $address }
button-accept = ✅ Terima
button-accept-late = ✅ Masih bisa saya layani
button-decline = ✖ Tolak
button-declined-empty = Stok habis
button-declined-far = Tidak bisa antar ke sana
button-declined-other = Lain kali saja
button-offer = 🤝 Tawarkan lain
button-offer-again = 🤝 Ubah tawaran
button-offer-less = Jumlahnya kurang
button-offer-price = Harganya lain
button-offer-fee = Pakai ongkir
button-agree = ✅ Setuju
button-ready = 📦 Siap diambil
button-sent = 🚚 Sudah dikirim
button-no-tracking = Tanpa resi
button-order-more = ⋯ Lainnya
button-withdraw = ✖ Ternyata tidak bisa
button-yes-withdraw = Ya, batalkan pesanannya
button-received = ✅ Sudah saya terima
button-rate-3 = 🤩 Puas
button-rate-2 = 🙂 Lumayan
button-rate-1 = 😞 Kecewa
button-again = 🔁 Pesan lagi
button-complain = ⚠️ Ada masalah
button-stall-fee = 🛵 Ongkir antar
button-fee-free = Gratis
button-fee-open = Dibicarakan saja
button-finish = 🎉 Selesai
button-write-buyer = 💬 Tulis pesan
button-write-seller = 💬 Tulis ke penjual
button-write-more = 💬 Tulis lagi
button-reply = 💬 Balas
button-see-order = 📋 Lihat pesanan
button-see-product = 📦 Lihat barang
button-look-product = 📦 Lihat barang
button-look-again = 🔁 Lihat barangnya
button-cancel-order = ✖ Batalkan pesanan
button-still-wanted = ✅ Ya, masih mau
button-not-any-more = Tidak, terima kasih
button-add = +{ $count }
button-still-there = ✅ Masih ada
button-gone = 😔 Habis
button-history = 📜 Riwayat stok
button-tomorrow = ⏰ Besok lagi
button-never = 🔕 Jangan ingatkan
button-undo = ↩ Batalkan
button-send = 📣 Kirim
button-announce-again = 📣 Buat pengumuman
button-announcements-off = 🔕 Berhenti dapat pengumuman
button-announcements-on = 📣 Mau pengumuman lagi
button-talk-alone = 💬 Chat berdua
button-photo-more = 📷 Foto tambahan
button-photo-new = 🆕 Barang baru
button-photo-order = 🧾 Bukti bayar pesanan #{ $order } – { $stall }
button-go-on = ▶ Lanjutkan

## Ngobrol soal pesanan
no-contact = Nomor HP tidak kami teruskan, supaya aman. Tulis saja pesannya untuk { $to } di sini ya.
no-sticker = Lucu 😊 Sayang, yang itu belum bisa saya sampaikan ke { $to }. Kirim tulisan, foto, suara, video, atau lokasi ya.
no-file = Yang itu belum bisa saya sampaikan ke { $to }. Kirim tulisan, foto, suara, video, atau lokasi ya.
relayed-said = “{ $said }” – sudah saya sampaikan ke { $to } 👍
messages-not-taken = 🙏 { $to } sedang tidak menerima pesan soal pesanan #{ $order }. Kabar pesanannya tetap sampai ke Kakak.
you-muted = 🔕 Balasan dari { $to } masih Kakak tutup.
muted = 🔕 Baik, pesan dari { $to } soal pesanan #{ $order } tidak saya teruskan lagi. Kabar pesanannya tetap masuk.
unmuted = 🔔 Siap, pesan dari { $to } soal pesanan #{ $order } saya teruskan lagi.
quick-replies = ⚡ <b>Jawaban cepat</b>: sekali ketuk, terkirim ke pembeli. Ketuk yang mau diganti.
ask-quick-reply = Sekarang bunyinya “{ $now }”. Tulis gantinya, pendek saja.
quick-reply-1 = Masih ada, Kak
quick-reply-2 = Sedang disiapkan
quick-reply-3 = Ongkirnya saya tanyakan dulu
quick-reply-label = { $text }
quick-reply-too-long = Kepanjangan untuk satu tombol (paling banyak { $most } huruf). Tulis yang pendek ya.
quick-reply-changed = Jawaban cepat itu sudah diganti. Buka pesanannya, lalu tulis atau pilih yang baru ya.
this-one-meant = Maksudnya <b>pesanan #{ $order }</b> dari { $buyer } ini?
declined-because-said = Kata { $stall }: “{ $said }”
welcome-thanks = Sama-sama, Kak 😊 Ada lagi yang bisa saya bantu?
nothing-to-call-off = Tidak ada yang sedang berjalan, jadi aman 👍 Mau membatalkan pesanan? Buka belanjaannya di bawah.
button-reply-to = 💬 Balas { $name }
button-order-number = 📋 Pesanan #{ $order }
button-mute = 🔕 Jangan kirimi pesan lagi
button-unmute = 🔔 Terima pesannya lagi
button-quick-replies = ⚡ Jawaban cepat
button-usual-reply = ↩ Pakai yang biasa

## Kabari saya
wish-noted = 🔔 Siap, begitu <b>{ $name }</b> ada lagi, Kakak saya kabari.
wish-dropped = 🔕 Baik, soal <b>{ $name }</b> tidak usah saya kabari.
product-back = 🎉 <b>{ $name }</b> sudah ada lagi! Siapa cepat, dia dapat.
product-resting = { $name } sedang tidak dijual dulu. Mau saya kabari kalau sudah ada lagi?
wishes-waiting = 🔔 { $count } orang menunggu
wishes-told = 🔔 { $count } orang yang menunggu langsung saya kabari.
button-wish = 🔔 Kabari saya
button-unwish = 🔕 Tidak usah dikabari
button-wish-no-more = 🙅 Tidak jadi

## Kata singkat di atas layar
already-done = Tenang, sudah tadi 👍
toast-accepted = Pembeli saya kabari 👍
toast-told = Pembeli saya kabari 👍
toast-rated = Terima kasih! 🙏
toast-finished = Mantap!
toast-sending = Mulai dikirim 📣
old-button = Tombol lama
old-button-next = Tombol itu sudah lama. Mulai dari sini saja ya:

## Kalau tidak bisa
not-understood = Maaf, saya belum paham. Mau jualan? Kirim foto barangnya. Mau belanja? Ketuk di bawah.
number-please = Mau berapa? Tulis angkanya saja, misalnya <code>2</code>.
please-write = Maaf, itu belum bisa saya baca. Tolong tulis jawabannya ya.
photo-wanted = Yang itu belum bisa saya pakai. Kirim <b>foto</b> barangnya ya.
cannot-read-this = Maaf, yang ini belum bisa saya baca. Mau jualan? Kirim foto barangnya. Mau belanja? Ketuk di bawah.
our-fault = 🙏 Maaf, ada yang macet di tempat kami. Tidak ada yang hilang. Coba sekali lagi sebentar lagi ya.
our-fault-but-done = 🙏 Maaf, jawaban saya macet di jalan. Yang tadi sudah saya catat, jadi tidak usah diulang. Coba dilihat dulu ya.
operators-only = Pengumuman hanya bisa dikirim petugas. Kalau Kakak petugas, berikan nomor dari /id ke pengelola.
no-stall = Lapaknya belum ada. Kirim foto barang pertama, nanti lapaknya buka sendiri.
product-gone = Barang ini sudah tidak ada. Lihat yang lain dulu, yuk.
stall-gone = Lapak ini sudah tidak ada. Lihat yang lain dulu, yuk.
order-changed = Ada yang berubah. Cek dulu ya.
order-gone = Pesanan itu tidak ketemu. Lihat /pesanan untuk belanjaan Kakak.
order-is-past-that = Pesanan #{ $order_id } sekarang { $state }, jadi itu tidak bisa.
offer-changed = Tawaran pesanan #{ $order_id } baru saja berubah. Lihat dulu yang baru ya.
offer-below-fee = Ongkirnya saja { $fee }. Tulis jumlah semuanya, sudah dengan ongkir ya.
offer-not-fewer = { $any ->
    [0] Pesanannya cuma satu, jadi tidak bisa kurang. Kalau habis, ketuk Tolak ya.
    [2] Paling banyak { $most } ya, tulis angkanya.
   *[other] Paling banyak { $most } ya, tulis angkanya. Kalau ada semuanya, ketuk Terima saja.
}
offer-without-stock = Stok <b>{ $name }</b> tidak cukup untuk sebanyak itu. Isi stoknya dulu, atau tawarkan lebih sedikit ya.
tracking-too-long = Kepanjangan (paling banyak { $most } huruf). Tulis kurir dan nomornya saja ya.
no-operator = Belum ada petugas yang bisa dihubungi. Tulis langsung ke penjual dulu ya.
own-product = Ini barang Kakak sendiri 😊 Bagikan ke pembeli saja ya.
sold-out = Yah, baru saja habis. Coba lihat lagi nanti, atau barang lain di lapak itu.
not-enough = { $packs ->
    [1] Tinggal { $left }. Mau yang satu ini?
   *[other] Tinggal { $left }. Mau { $left }, atau kurang dari itu?
}
under-minimum = Penjual minta paling sedikit { $least }. Mau pesan { $least }?
price-list = Daftar harga lapak. Simpan, lalu kirim ke siapa saja ya.
price-list-title = Daftar harga
scan-to-order = Scan untuk pesan
scan-to-see = Scan untuk lihat & pesan
tip-too-dark = 💡 Fotonya agak gelap, sudah saya cerahkan. Lain kali coba dekat jendela ya.
tip-blown-out = 💡 Fotonya terlalu silau. Lain kali coba di tempat teduh ya.
tip-blurred = 💡 Fotonya agak buram. Lap dulu kameranya, pegang HP dengan dua tangan ya.
tip-too-small = 💡 Fotonya kecil. Lain kali kirim foto asli dari galeri ya.
tip-screenshot = 💡 Ini sepertinya screenshot. Foto langsung barangnya lebih menarik, lho.
which-product = Yang mana ya? Ketuk salah satu.
similar-found = Belum ada “{ $sought }”. Kalau yang ini, mau? Ketuk untuk melihat.
cart-forgotten = Pesanan itu sudah lewat. Tulis sekali lagi ya, misalnya “pesan 2 keripik pisang”.
which-variant = Barang ini ada beberapa pilihan. Pilih dulu yang mana ya.
several-stalls = Barangnya dari lapak yang berbeda. Pesan satu-satu dulu ya.
days-not-understood = Berapa hari? Tulis angkanya saja, misalnya <code>3</code>.
quantity-absurd = Jumlahnya belum pas. Tulis angka 1 sampai 10.000 ya.
address-too-long = Alamatnya kepanjangan (paling banyak { $most } huruf). Tulis yang penting saja ya.
address-too-short = Alamatnya terlalu pendek. Tulis jalan, desa, dan kecamatannya ya.
message-too-long = Pesannya kepanjangan (paling banyak { $most } huruf). Kirim dua kali saja ya.
place-not-understood = Tempatnya belum terbaca. Tulis nama desa atau kotanya, misalnya “Plaosan, Magetan”.
price-not-understood = Harganya belum terbaca. Tulis angkanya saja, misalnya <code>15rb</code> atau <code>15.000</code>.
variant-prices-not-understood = Harganya belum terbaca. Tulis satu-satu, misalnya <code>{ $first } 15rb, { $second } 20rb</code>, atau satu harga untuk semua: <code>15rb</code>.
price-absurd = Harganya belum pas. Tulis lebih dari 0 dan paling banyak 1 miliar, misalnya <code>15rb</code>.
stock-not-understood = Jumlahnya belum terbaca. Tulis angkanya saja, misalnya <code>12</code>, atau <code>habis</code>.
stock-absurd = Jumlahnya belum pas. Tulis 0 sampai 1.000.000 ya.
stock-less-than-that = Stok <b>{ $name }</b> cuma { $stock }. Sekarang tinggal berapa? Tulis angkanya ya.
late-without-stock = Stok <b>{ $name }</b> sudah tidak cukup untuk pesanan #{ $order }. Isi stoknya dulu, lalu ketuk lagi bahwa masih bisa dilayani.
stock-sold-meanwhile = Sebagian sudah terjual, jadi tidak bisa dibatalkan. Tulis saja jumlah yang ada sekarang.
name-has-no-letters = Namanya belum ada hurufnya. Tulis nama yang bisa dibaca pembeli, misalnya “Keripik pisang”.
name-too-long = Namanya kepanjangan (paling banyak { $most } huruf). Tulis yang pendek saja ya.
draft-lacks-something = Masih ada yang belum diisi. Kita lanjutkan ya.
draft-not-published = Barang ini belum dipasang. Selesaikan dulu ya.
already-on-sale = Barang ini sudah tayang. Ketuk di bawah untuk mengubahnya.
broadcast-gone = Pengumuman itu tidak ketemu. Mulai lagi dengan /siaran.
broadcast-is-past-that = Pengumuman itu sudah dikirim atau dibatalkan.
photo-forgotten = Fotonya sudah tidak ada di saya. Kirim sekali lagi ya.
photo-not-image = Itu bukan foto. Kirim foto barangnya ya, bukan file lain 📷
photo-broken = Fotonya tidak bisa dibuka. Coba kirim sekali lagi, atau foto ulang ya.
photo-too-large = Fotonya terlalu besar. Kirim sebagai foto biasa (bukan file) ya.
photo-too-slow = Fotonya tidak sampai-sampai: sambungan sedang lambat. Kirim sekali lagi ya, sebagai foto biasa (bukan file).
photo-animated = Itu gambar bergerak. Kirim foto biasa saja ya 📷
photo-too-many-pixels = Fotonya terlalu besar untuk dibuka. Kirim sebagai foto biasa (bukan file) ya.
photo-too-small = Fotonya kecil sekali, nanti buram. Kirim foto aslinya ya, bukan screenshot.
photo-too-thin = Gambarnya terlalu panjang. Potong dulu, atau foto ulang barangnya ya.

## Libur, kontak kedua, hari ini, minggu ini
button-stall-time = 🕐 Waktu & pengingat
stall-time = 🕐 Kapan Kakak buka, kapan saya ingatkan, siapa yang saya hubungi?
button-rest = 🌴 Libur dulu
button-rest-other-day = 📅 Hari lain
button-rest-wait = ✅ Terima, dijawab setelah buka
button-rest-refuse = 🚫 Jangan terima dulu
button-rest-week = 1 minggu
button-rest-two-weeks = 2 minggu
button-open-now = ☀️ Buka sekarang
rest-libur = libur
rest-melaut = melaut
rest-mudik = mudik
rest-panen = panen
rest-hajatan = hajatan
rest-sakit = istirahat karena sakit
ask-rest = 🌴 <b>Buka lagi kapan?</b> Ketuk harinya, atau tulis, misalnya “Senin”, “5 Desember”, atau “3 hari”.
ask-rest-guess = 🌴 Supaya tidak salah: <b>buka lagi kapan?</b> Ketuk harinya, atau tulis, misalnya “5 Desember”.
rest-read-back = 🌴 Kakak { $why } sampai <b>{ $day }</b>, buka lagi hari itu jam <b>{ $hour }</b>?

    Kalau ada pesanan masuk selama itu, bagaimana?
rest-kept = 🌴 Baik, Kakak { $why } sampai <b>{ $until }</b>. Lapaknya buka lagi sendiri.
rest-kept-wait = Pesanan tetap saya terima, pembeli tahu dijawabnya setelah buka.
rest-kept-refuse = Pesanan baru belum saya terima, pembeli saya beri tahu kapan buka lagi.
rest-kept-waiting = Masih ada { $count } pesanan yang belum dijawab. Pembelinya sudah saya kabari, boleh dijawab nanti.
rest-kept-quiet = Selama libur saya tidak tanya-tanya stok. Selamat istirahat 🙏
my-stall-closed = 🌴 Sedang { $why } sampai <b>{ $until }</b>
closed-wait = 🌴 { $stall } sedang { $why } sampai <b>{ $until }</b>. Pesanan tetap diterima, dijawab setelah buka.
closed-placed = 🌴 { $stall } sedang { $why } sampai <b>{ $until }</b>. Pesanan ini dijawab setelah buka.
closed-refuse = 🌴 { $stall } sedang { $why } sampai <b>{ $until }</b>. Belum menerima pesanan dulu ya.
line-of-closed = 🌴 { $line }
order-waits = 🌴 <b>Pesanan #{ $order }</b>: { $stall } sedang { $why }. Pesanannya aman, dijawab mulai <b>{ $until }</b>.
sold-while-closed = 🌴 Kakak sedang libur, jadi boleh dijawab nanti. Pembeli sudah tahu.
stall-closed = 🌴 { $stall } sedang libur sampai { $until }, belum menerima pesanan dulu. Lihat lagi nanti, atau cari di lapak lain ya.
rest-is-past = Hari itu sudah lewat. Pilih hari lain ya.
rest-too-long = Liburnya kepanjangan, paling lama setengah tahun. Pilih hari lain ya.
rest-day-not-understood = Harinya belum terbaca. Ketuk salah satu, atau tulis misalnya “Senin” atau “5 Desember”.
welcome-back = 🌞 <b>Selamat datang kembali!</b> Lapaknya sudah buka lagi.
opened-now = ☀️ Lapaknya sudah <b>buka lagi</b>.

button-stall-answer = ⏳ Batas jawab
ask-answer = Pesanan yang belum Kakak jawab, saya tutup setelah berapa lama? Pembeli jadi tidak menunggu terus.
answer-time = { $hours ->
    [24] sehari
   *[other] { $hours } jam
}
waited-time = { $days ->
    [0] { $hours } jam
    [1] sehari
   *[other] { $days } hari
}
my-stall-answer = ⏳ Pesanan menunggu jawaban paling lama { $time }
answer-hours-unknown = Pilih salah satu dari tombolnya ya: 6, 12, 24, atau 48 jam.

button-contact = 👥 Kontak kedua
button-contact-invite = 🔗 Buat link undangan
button-contact-end = ✖ Akhiri kontak kedua
button-contact-leave = ✖ Berhenti jadi kontak
button-contact-agree = ✅ Ya, saya mau
button-contact-no = Tidak, terima kasih
button-contact-done = 📞 Sudah saya hubungi
button-contact-share = 📤 Kirim ke WhatsApp
contact-none = 👥 <b>Kontak kedua</b>: satu orang dekat, misalnya anak atau suami. Kalau ada pesanan yang lama belum Kakak jawab, dia yang saya minta menelepon Kakak. Alamat pembeli tidak dia lihat.
contact-is = 👥 Kontak kedua lapak ini: <b>{ $name }</b>. Kalau ada pesanan yang lama belum dijawab, dia yang saya minta menelepon Kakak.
contact-invited = 🔗 Kirim link ini ke <b>satu</b> orang yang Kakak percaya:

    { $link }

    Sekali pakai, berlaku sampai { $until }. Nanti saya kabari kalau dia sudah setuju.
contact-share-text = Tolong jadi kontak kedua lapak saya ya. Buka link ini: { $link }
contact-asked = 👥 <b>{ $seller }</b> ingin Kakak jadi <b>kontak kedua</b> lapak { $stall }.

    Artinya: kalau ada pesanan yang lama belum dijawab, saya minta Kakak menelepon atau mengingatkan { $seller }. Nama dan alamat pembeli tidak saya tunjukkan. Boleh berhenti kapan saja.
contact-thanks = 🙏 Terima kasih! Kakak sekarang kontak kedua lapak <b>{ $stall }</b>. Saya kabari kalau { $seller } perlu diingatkan.
contact-agreed = 👥 <b>{ $name }</b> sekarang kontak kedua lapak Kakak.
contact-left = 👥 <b>{ $name }</b> sudah tidak jadi kontak kedua lagi. Mau undang orang lain?
contact-ended = 👥 Kakak sudah tidak jadi kontak kedua lapak <b>{ $stall }</b>. Terima kasih sudah membantu 🙏
contact-ended-own = 👥 Baik, lapak ini tidak punya kontak kedua lagi.
remind-seller = 📞 { $stall } punya <b>pesanan #{ $order }</b> yang belum dijawab sejak { $since }. Tolong telepon atau ingatkan { $seller } ya.
contact-done = 🙏 Terima kasih sudah membantu!
invitation-gone = Link itu sudah dipakai atau sudah lewat waktunya. Minta link baru ke penjualnya ya.
invitation-own = Link ini untuk orang dekat Kakak. Kirim ke satu orang, nanti dia yang membuka.
contact-there = Lapak ini sudah punya kontak kedua. Akhiri dulu kalau mau ganti orang.
contact-gone = Kakak sudah tidak jadi kontak kedua lapak itu. Tidak ada yang perlu dilakukan lagi.

button-today = ☀️ Hari ini
button-this-week = 📊 Minggu ini
button-last-week = ◀ Minggu lalu
button-week-before = ◀ Minggu sebelumnya
button-restock = 📉 Isi stok
today-title = ☀️ <b>Hari ini</b> di { $stall }
today-answer = 🔔 { $count } pesanan menunggu jawaban
today-collect = 💰 { $count } pesanan katanya sudah dibayar, tolong dicek
today-hand-over = 📦 { $count } pesanan siap diserahkan
today-make = 🧑‍🍳 { $count } pesanan harus disiapkan
today-low = 📉 Stok menipis: { $names }
today-more = { $names }, dan { $count } lagi
today-nothing = Tidak ada yang menunggu. Santai dulu, Kak 😊
due-answer = 🔔 #{ $order } { $name } · { $buyer }
due-collect = 💰 #{ $order } { $name } · { $buyer }
due-hand-over = 📦 #{ $order } { $name } · { $buyer }
due-make = 🧑‍🍳 #{ $order } { $name } · { $buyer }
due-several = { $name } +{ $count }

short-thousand = { $amount } rb
short-million = { $amount } jt
short-milliard = { $amount } M
duration-minutes = { $count } menit
duration-hours = { $count } jam
duration-days = { $count } hari
week-title = { $first } – { $last }
week-total = nilai barang terjual
week-packs = terjual
week-answer = biasanya dijawab
week-best = Paling laku
week-best-line = { $packs } × · Rp{ $sum }
week-low = Perlu diisi lagi
week-caption = 📊 { $first } – { $last }: terjual <b>{ $packs }</b>, nilainya <b>{ $sum }</b>.
week-morning = 🌅 Begini minggu lalu di lapak Kakak.
week-nothing = 📊 { $first } – { $last }: belum ada yang terjual. Bagikan link lapaknya, yuk!

## Data saya
my-data = 📄 Ini semua yang kami simpan tentang Kakak. Mau dihapus? Tulis /hapus.
privacy-yours = <b>Data Kakak</b>
    Minta salinannya: /dataku. Minta dihapus: /hapus. Salinan cadangan tiap malam kami simpan { $days } hari, setelah itu hilang juga.
forget-ask = 🗑 <b>Hapus semua data Kakak?</b>

    <b>Yang hilang:</b> nama, nomor, alamat, lapak, barang dan fotonya, pesan-pesan, dan kabar dari kami.
    <b>Yang tinggal:</b> jumlah uang dan isi tiap pesanan, tanpa nama Kakak. Catatan jual beli wajib disimpan 10 tahun.
    Yang sudah masuk ke HP orang lain tidak bisa kami tarik. Salinan cadangan hilang sendiri nanti (lihat /privasi).
forget-bought = 🧺 { $count } belanjaan yang belum selesai ikut dibatalkan. Penjualnya saya kabari. Yang sudah dikirim dianggap selesai.
forget-sold = 📋 { $count } pesanan yang belum dijawab ikut ditolak. Pembelinya saya kabari.
forget-sure = Ini tidak bisa dikembalikan. Yakin?
forgotten = 👋 Sudah terhapus. Terima kasih sudah pernah mampir. Chat ini bisa Kakak hapus sendiri di Telegram.

    Kalau suatu hari mau mulai lagi, pintunya terbuka.
promised-first = { $left ->
    [1] Masih ada 1 pesanan yang sudah Kakak sanggupi. Selesaikan dulu ya, pembelinya menunggu. Setelah itu tulis /hapus lagi.
   *[other] Masih ada { $left } pesanan yang sudah Kakak sanggupi. Selesaikan dulu ya, pembelinya menunggu. Setelah itu tulis /hapus lagi.
}
other-side-left = Orangnya sudah tidak di Lapak lagi, jadi pesannya tidak bisa saya sampaikan.
buyer-left = 🙏 Pembeli <b>pesanan #{ $order }</b> berhenti memakai Lapak, jadi pesanannya selesai sampai di sini. Stok yang belum dikirim sudah kembali.
seller-left = 🙏 Penjual <b>pesanan #{ $order }</b> menutup lapaknya, jadi pesanannya tidak jadi. Maaf ya, Kak.
toast-forgotten = Sudah terhapus
button-my-data = 📄 Data saya
button-leave = 🗑 Hapus data saya
button-forget = 🗑 Ya, hapus semuanya
button-start-anew = 🏠 Mulai lagi

## Kata-kata di dalam berkas data
data-about = Tentang berkas ini
data-note = Semua yang Lapak simpan tentang Kakak. Data orang lain tidak ikut. Foto disebut dengan sidiknya; fotonya ada di kartu barang.
data-made-at = Dibuat pada
data-person = Diri
data-stall = Lapak
data-products = Barang
data-words = Kata pencarian barang
data-variants = Stok tiap pilihan
data-wishes = Barang yang ditunggu kabarnya
data-mutes = Pesan yang tidak mau diterima
data-contacts = Kontak kedua
data-photos = Foto barang
data-stock = Catatan stok
data-bought = Belanjaan
data-bought-lines = Isi belanjaan
data-sold = Pesanan masuk
data-sold-lines = Isi pesanan masuk
data-reminders = Pengingat
data-told = Kabar yang kami kirim
data-written = Pesan yang Kakak tulis ke penjual atau pembeli
data-handed-on = Kabar soal pesanan yang memuat kata atau foto Kakak
data-conversation = Pertanyaan yang masih terbuka
data-announced = Pengumuman yang Kakak buat
data-announcements = Pengumuman untuk Kakak
data-inbox = Kiriman ke bot (isinya disimpan sampai dijawab)
data-id-is = nomor
data-name-is = nama
data-username-is = nama pengguna Telegram
data-language-is = bahasa
data-address-is = alamat
data-consent-version-is = versi persetujuan
data-consent-at-is = setuju pada
data-wants-announcements-is = mau pengumuman
data-refused-at-is = bot diblokir sejak
data-met-at-is = pertama datang
data-owner-id-is = nomor pemilik
data-place-is = tempat
data-zone-is = zona waktu
data-payment-words-is = cara bayar
data-morning-hour-is = jam tanya stok
data-low-mark-is = batas stok menipis
data-answer-hours-is = batas jawab (jam)
data-asked-about-itself-is = sudah ditanya soal lapak
data-opened-at-is = buka sejak
data-stall-id-is = nomor lapak
data-state-is = keadaan
data-kind-is = jenis
data-price-is = harga (rupiah)
data-per-is = untuk berapa
data-unit-is = satuan
data-stock-is = stok
data-single-piece-is = cuma satu
data-shows-original-is = pakai foto asli
data-remind-after-is = tanya lagi setelah
data-reminding-is = diingatkan soal stok
data-looked-after-at-is = stok terakhir disebut
data-version-is = perubahan ke
data-terms-is = ketentuan
data-album-is = nomor album
data-reading-is = yang terbaca dari tulisan
data-created-at-is = dibuat
data-published-at-is = tayang sejak
data-product-id-is = nomor barang
data-position-is = urutan
data-photo-hash-is = sidik foto
data-original-hash-is = sidik foto asli
data-change-is = perubahan
data-reason-is = alasan
data-order-id-is = nomor pesanan
data-at-is = waktu
data-buyer-id-is = nomor pembeli
data-total-is = jumlah (rupiah)
data-delivery-is = pengantaran
data-contact-is = kontak
data-wish-is = permintaan
data-decline-reason-is = alasan ditolak
data-placed-at-is = dipesan
data-answered-at-is = dijawab
data-ended-at-is = selesai
data-variant-is = pilihan
data-quantity-is = banyaknya
data-amount-is = harga semuanya (rupiah)
data-taken-is = stok yang keluar
data-due-at-is = waktunya
data-agreed-at-is = disetujui
data-all-words-is = semua kata
data-asked-is = diminta semula
data-asked-at-is = ditanyakan
data-asked-total-is = jumlah semula (rupiah)
data-by-variant-is = stok tiap pilihan
data-claims-is = kali bilang sudah bayar
data-closed-orders-is = pesanan waktu libur
data-closed-until-is = libur sampai
data-closed-words-is = alasan libur
data-closes-at-is = habis pada
data-closing-hour-is = jam tutup
data-complained-at-is = mengeluh pada
data-days-is = lama dibuat (hari)
data-delivery-fee-is = ongkir lapak (rupiah)
data-expires-at-is = berlaku sampai
data-fee-is = ongkir (rupiah)
data-happy-is = penilaian puas
data-notice-id-is = nomor kabar
data-offers-is = tawaran
data-paid-at-is = lunas pada
data-parts-is = bagian per satuan
data-pay-by-is = cara bayar dipilih
data-payment-is = pembayaran
data-qris-is = isi QRIS
data-qris-name-is = nama di QRIS
data-quick-replies-is = jawaban cepat
data-rated-is = jumlah penilaian
data-rating-is = penilaian
data-step-is = kelipatan
data-told-at-is = dikabari
data-tracking-is = resi
data-word-is = kata
data-settled-at-is = sudah diurus
data-person-id-is = nomor orang
data-lane-is = jalur
data-subject-is = tentang
data-facts-is = isi
data-attempts-is = percobaan
data-try-at-is = dikirim setelah
data-message-id-is = nomor pesan Telegram
data-problem-is = kendala
data-chat-id-is = nomor chat
data-data-is = isi
data-operator-id-is = nomor petugas
data-message-ids-is = nomor pesan Telegram
data-audience-is = untuk siapa
data-progress-message-id-is = nomor pesan laporan
data-started-at-is = mulai
data-broadcast-id-is = nomor pengumuman
data-update-id-is = nomor kiriman
data-body-is = isi kiriman
data-received-at-is = diterima

## Menu perintah
bot-description = Lapak: jualan dan belanja lewat chat. Kirim foto barang dan harganya, langsung buka lapak. Tekan MULAI.
command-start = Mulai
command-lapak = Lapak saya
command-hariini = Yang harus dikerjakan hari ini
command-pesanan = Belanjaan saya
command-bantuan = Bantuan
command-bahasa = Ganti bahasa / Language
command-berhenti = Berhenti dapat pengumuman
command-privasi = Apa yang kami simpan
command-dataku = Salinan data saya
command-hapus = Hapus data saya
command-id = Nomor saya
