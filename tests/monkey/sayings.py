"""What people write: captions, counts, prices, colours, addresses, and whatever else comes to mind."""

from tests.support.cast import Json

CAPTIONS = (
    "Keripik pisang 15rb stok 4",
    "Cabai 40rb/kg stok 3 kg",
    "Kaos 50rb merah, biru, hijau stok 5",
    "Kue lapis 10rb/3 pcs stok 9",
    "Telur 2rb/butir, 10 butir 18rb stok 40",
    "Sambal 20rb/250 gram stok 2 kg",
    "Nasi uduk 12rb hari ini 5 porsi",
    "Brownies 45rb PO 2 hari",
    "Beras 14rb/kg min 2 kg stok 20 kg",
    "Tas 90rb",
    "Donat 3rb, 3 pcs 8rb, stok 7",
    "Ikan asin 30rb/½ kg stok 4 kg",
    "Sandal 25rb ukuran 38 39 40 stok 6",
    "Sate 2rb min 5 stok 12",
)
NAMES = (
    *("keripik pisang", "cabai", "kaos", "kue lapis", "telur", "sambal", "nasi uduk"),
    *("brownies", "beras", "tas", "donat", "ikan asin", "sandal", "sate"),
)
COUNTS = ("1", "2", "3", "5", "10", "0", "½ kg", "1,5 kg", "500 gram", "2 lusin", "1 kg 500 gram", "+5", "12")
STOCKS = (
    *("5", "2", "0", "habis", "3 kg", "½ kg", "12,5 kg", "stok 3"),
    *("merah 5, biru 0, hijau 1", "merah 2, biru 3", "38 2, 39 0, 40 1"),
)
PRICES = ("20rb", "45rb", "25.000/kg", "5rb/ons", "7rb", "15rb/3 pcs", "30rb/kg", "ganti harga 20rb", "3 pcs 40rb")
OFFERS = ("1", "2", "20rb", "5rb", "45.000", "1000", "½ kg", "habis kak", "JNE 12345", "50rb", "100rb")
ADDRESSES = ("Jl. Melati 5, Bogor", "Jl. Mawar 7")
ANYTHING = (
    *("gratis", "batal", "gak jadi", "ya", "siap", "terima", "makasih", "2 biru", "merah", "Senin", "3 hari", "besok"),
    *("lapak saya", "pesanan saya", "hari ini", "pesanan masuk", "sudah saya transfer", "kapan dikirim kak?"),
    *("belum bisa kak", "Ubi ungu 8rb", "cari keripik", "bantuan", "Plaosan, Magetan", "Transfer BRI 123 a.n. Sari"),
    *("Keripik Super", "halo", "nanti ya", "libur", "tutup", "buka", "terserah", "bukti transfer", "lunas ya kak"),
)
COMMANDS = ("/start", "/lapak", "/hariini", "/pesanan", "/masuk", "/bantuan", "/batal", "/jual", "/siaran", "/dataku")
ABOUT_GOODS = (
    *("pesan 2 {}", "pesan 1 {}", "pesan 3 kg {}", "beli 5 {}", "½ kg {}", "cari {}", "{} 5", "{} 3"),
    *("stok {} 3", "stok {} 0", "{} habis", "pesan 2 {} kirim ke Jl. Mawar 3 Bogor"),
)
WORDS = (*COUNTS, *STOCKS, *PRICES, *OFFERS, *ADDRESSES, *ANYTHING)
# … and send besides words and photos.
FILE = {"file_id": "f", "file_unique_id": "u", "duration": 3}
OTHER: dict[str, Json] = {
    "a voice": {"voice": FILE},
    "a place": {"location": {"latitude": -6.6, "longitude": 106.8}},
    "a phone": {"contact": {"phone_number": "+6281200000000", "first_name": "Budi"}},
    "a note": {"video_note": FILE | {"length": 240}},
}
