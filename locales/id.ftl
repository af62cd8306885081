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
    /pesanan – belanjaan saya
    /bahasa – ganti bahasa
    /berhenti – tidak mau pengumuman
    /privasi – apa yang kami simpan
    /id – nomor saya
privacy = <b>Yang kami simpan</b>
    Nama dan nomor Telegram, barang dan foto yang dijual, pesanan dan pesan antara penjual dan pembeli, alamat kalau minta diantar.

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
summary-pickup = Bisa ambil sendiri, atau bicarakan dengan penjual. Ongkir belum termasuk.
order-line = { $count } × { $name } ({ $price }) = <b>{ $sum }</b>
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
sold-placed = 🔔 <b>Pesanan #{ $order }</b> dari { $buyer }
sold-accepted = ✅ <b>Pesanan #{ $order }</b> dari { $buyer } – Kakak sanggupi. Pembeli sudah dikabari.
sold-declined = <b>Pesanan #{ $order }</b> dari { $buyer } – ditolak. Pembeli sudah dikabari.
sold-cancelled = <b>Pesanan #{ $order }</b> dari { $buyer } – dibatalkan pembeli. Stok sudah kembali.
sold-lapsed = <b>Pesanan #{ $order }</b> dari { $buyer } – lewat waktu. Stok sudah kembali.
sold-finished = 🎉 <b>Pesanan #{ $order }</b> dari { $buyer } – selesai.
notice-order-placed = 🔔 <b>Pesanan baru #{ $order }</b> dari { $buyer }!
notice-order-waiting = ⏰ <b>Pesanan #{ $order }</b> dari { $buyer } masih menunggu jawaban.
notice-order-cancelled = <b>Pesanan #{ $order }</b> dibatalkan { $buyer }. Stok sudah kembali.
notice-order-lapsed = 🙏 <b>Pesanan #{ $order }</b> dari { $buyer } sudah sehari belum dijawab, jadi kami tutup. Stok sudah kembali. Masih bisa melayani? Ketuk di bawah.
notice-order-revived = 🎉 { $buyer } masih mau <b>pesanan #{ $order }</b>! Tinggal disiapkan ya.
why-declined = Kenapa pesanan #{ $order } belum bisa? Nanti pembelinya saya kabari baik-baik.
declined-because-empty = Kata { $stall }: stoknya habis.
declined-because-far = Kata { $stall }: belum bisa mengantar ke sana.
declined-because-other = Kata { $stall }: kali ini belum bisa.
asked-late = Saya tanya dulu ke { $buyer }, masih mau pesanan #{ $order } atau tidak. Nanti saya kabari.
still-wanted = { $stall } sekarang bisa melayani <b>pesanan #{ $order }</b>. Masih mau?
is-placed = menunggu
is-accepted = diproses
is-declined = ditolak
is-cancelled = dibatalkan
is-lapsed = lewat waktu
is-finished = selesai
orders-sold = 📋 Pesanan yang menunggu Kakak:
orders-bought = 🧺 Belanjaan Kakak:
no-orders-sold = Belum ada pesanan yang menunggu. Bagikan link lapaknya, yuk!
no-orders-bought = Belum ada belanjaan. Lihat-lihat dulu, yuk!
order-in-list = #{ $order } { $name } · { $state }
ask-message = Tulis pesan untuk { $to } (pesanan #{ $order }). Foto juga boleh.
relayed = Sudah saya sampaikan ke { $to } 👍
message-from = 💬 <b>{ $sender }</b> (pesanan #{ $order }):
    { $text }
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
why-spoiled = rusak
good-morning = 🌅 Selamat pagi!
stock-now = ✅ Stok <b>{ $name }</b> sekarang { $stock }.
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
button-photo-order = 🧾 Bukti bayar pesanan #{ $order }
button-go-on = ▶ Lanjutkan

## Kata singkat di atas layar
already-done = Tenang, sudah tadi 👍
toast-accepted = Pembeli saya kabari 👍
toast-finished = Mantap!
toast-sending = Mulai dikirim 📣
old-button = Tombol lama
old-button-next = Tombol itu sudah lama. Mulai dari sini saja ya:

## Kalau tidak bisa
not-understood = Maaf, saya belum paham. Mau jualan? Kirim foto barangnya. Mau belanja? Ketuk di bawah.
number-please = Mau berapa? Tulis angkanya saja, misalnya <code>2</code>.
please-write = Maaf, itu belum bisa saya baca. Tolong tulis jawabannya ya.
photo-wanted = Yang itu belum bisa saya pakai. Kirim <b>foto</b> barangnya ya.
text-or-photo-please = Yang bisa saya sampaikan baru tulisan dan foto. Coba tulis ya.
cannot-read-this = Maaf, yang ini belum bisa saya baca. Mau jualan? Kirim foto barangnya. Mau belanja? Ketuk di bawah.
our-fault = 🙏 Maaf, ada yang macet di tempat kami. Tidak ada yang hilang. Coba sekali lagi sebentar lagi ya.
operators-only = Pengumuman hanya bisa dikirim petugas. Kalau Kakak petugas, berikan nomor dari /id ke pengelola.
no-stall = Lapaknya belum ada. Kirim foto barang pertama, nanti lapaknya buka sendiri.
product-gone = Barang ini sudah tidak ada. Lihat yang lain dulu, yuk.
stall-gone = Lapak ini sudah tidak ada. Lihat yang lain dulu, yuk.
order-gone = Pesanan itu tidak ketemu. Lihat /pesanan untuk belanjaan Kakak.
order-is-past-that = Pesanan #{ $order_id } sekarang { $state }, jadi itu tidak bisa.
own-product = Ini barang Kakak sendiri 😊 Bagikan ke pembeli saja ya.
sold-out = Yah, baru saja habis. Coba lihat lagi nanti, atau barang lain di lapak itu.
not-enough = { $left ->
    [1] Tinggal 1. Mau yang satu ini?
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
price-absurd = Harganya belum pas. Tulis lebih dari 0 dan paling banyak 1 miliar, misalnya <code>15rb</code>.
stock-not-understood = Jumlahnya belum terbaca. Tulis angkanya saja, misalnya <code>12</code>, atau <code>habis</code>.
stock-absurd = Jumlahnya belum pas. Tulis 0 sampai 1.000.000 ya.
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
photo-animated = Itu gambar bergerak. Kirim foto biasa saja ya 📷
photo-too-many-pixels = Fotonya terlalu besar untuk dibuka. Kirim sebagai foto biasa (bukan file) ya.
photo-too-small = Fotonya kecil sekali, nanti buram. Kirim foto aslinya ya, bukan screenshot.
photo-too-thin = Gambarnya terlalu panjang. Potong dulu, atau foto ulang barangnya ya.

## Menu perintah
bot-description = Lapak: jualan dan belanja lewat chat. Kirim foto barang dan harganya, langsung buka lapak. Tekan MULAI.
command-start = Mulai
command-lapak = Lapak saya
command-pesanan = Belanjaan saya
command-bantuan = Bantuan
command-bahasa = Ganti bahasa / Language
command-berhenti = Berhenti dapat pengumuman
command-privasi = Apa yang kami simpan
command-id = Nomor saya
