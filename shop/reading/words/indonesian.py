"""Indonesian as sellers write it, with market slang (Hokkien numbers: KBBI, tionghoa.info)."""

from shop.reading.words.language import Language

TABLE = Language(
    numbers={
        "nol": 0,
        "satu": 1,
        "dua": 2,
        "tiga": 3,
        "empat": 4,
        "lima": 5,
        "enam": 6,
        "tujuh": 7,
        "delapan": 8,
        "sembilan": 9,
        "sepuluh": 10,
        "sebelas": 11,
        "seratus": 100,
        "seribu": 1000,
        "sejuta": 1_000_000,
        "sembilanbelas": 19,
    },
    heads={
        "satu": 1,
        "dua": 2,
        "tiga": 3,
        "empat": 4,
        "lima": 5,
        "enam": 6,
        "tujuh": 7,
        "delapan": 8,
        "sembilan": 9,
    },
    scales={
        "puluh": 10,
        "plh": 10,
        "ratus": 100,
        "rts": 100,
        "ribu": 1000,
        "juta": 1_000_000,
    },
    teens=("belas",),
    ones=("se",),
    slang={
        "gopek": (500, False),
        "seceng": (1_000, False),
        "noceng": (2_000, False),
        "goceng": (5_000, False),
        "ceban": (10_000, False),
        "noban": (20_000, False),
        "goban": (50_000, False),
        "cepekceng": (100_000, False),
        "cetiao": (1_000_000, False),
        "gotiao": (5_000_000, False),
        "jigo": (25, True),
        "gocap": (50, True),
        "cepek": (100, True),
        "pego": (150, True),
    },
    money={
        "rb": 1000,
        "ribu": 1000,
        "rbu": 1000,
        "rebu": 1000,
        "rib": 1000,
        "ribuu": 1000,
        "rbuu": 1000,
        "k": 1000,
        "jt": 1_000_000,
        "juta": 1_000_000,
        "jta": 1_000_000,
        "jeti": 1_000_000,
        "milyar": 1_000_000_000,
        "miliar": 1_000_000_000,
        "triliun": 1_000_000_000_000,
    },
    units={
        "pcs": "pcs pc pieces piece biji bj bji buah bh potong ptg item keping",
        "butir": "butir btr",
        "kg": "kg kilo kilogram kgs kiloan",
        "ons": "ons",
        "gram": "gram gr grm g",
        "kuintal": "kuintal kwintal kw",
        "ton": "ton",
        "liter": "liter ltr lt literan",
        "ml": "ml mili mililiter cc",
        "ikat": "ikat iket unting",
        "bungkus": "bungkus bks bgks bngks bngkus bungkusan pack packs pak pck pax pouch bngkis bkus pakc",
        "sachet": "sachet saset sachets sct schet",
        "box": "box boks kotak dos besek ktk kotakan",
        "dus": "dus karton ktn kardus kerdus",
        "toples": "toples topls tpls stoples",
        "botol": "botol btl botl botolan",
        "cup": "cup gelas gls cups",
        "porsi": "porsi piring mangkok mangkuk porsian prs",
        "lembar": "lembar lbr helai lmbr lmbar",
        "meter": "meter mtr m",
        "pasang": "pasang psg pasangan psng",
        "set": "set stel setel",
        "paket": "paket pkt",
        "ekor": "ekor ekr",
        "lusin": "lusin lsn lusinan",
        "kodi": "kodi kodian",
        "gross": "gross gros",
        "rim": "rim",
        "karung": "karung krg zak sak krung",
        "roll": "roll gulung rol",
        "keranjang": "keranjang krj",
        "sisir": "sisir",
        "tandan": "tandan",
        "batang": "batang btg",
        "papan": "papan",
        "loyang": "loyang",
        "tusuk": "tusuk",
        "cm": "cm centi mm inch inci",
    },
    marks={
        "extra": "tambah, nambah, extra, ekstra, tambahan, ditambah",
        "change": "tambah, ditambah, nambah, dikurangi, kurangi, tambahin, kurangin",
        "shared": "buat, untuk, utk, bwt",
        "aside": (
            "cocok, cocok untuk, cocok buat, bahan, bahannya, tergantung, bikin, dijamin, bisa pilih, "
            "bisa pilih warna, pilih warna, bisa request, minat hubungi, tahan, garansi, bahan baku, "
            "terbuat dari, komposisi, tergantung ukuran"
        ),
        "polite": "murah abis, murah habis, jual habis, cuci habis, laris habis, abis2an, habis2an",
        "news": (
            "gak jualan, ga jualan, tidak jualan, nggak jualan, belum jualan, libur, tutup, mudik, semoga, "
            "selamat hari raya, selamat idul fitri, selamat natal, selamat tahun baru, selamat menunaikan, "
            "terima kasih yg sudah, terima kasih yang sudah, mohon maaf lahir batin"
        ),
        "dish": "pull up, make up, pop up, sit up",
        "daytime": "pagi, siang, sore, malam, subuh, petang, magrib, isya",
        "greeting": (
            "halo, hai, hallo, assalamualaikum, selamat pagi, selamat siang, selamat sore, "
            "selamat malam, hi, permisi, hello"
        ),
        "rp": "rp, idr, rph",
        "rupiah": "rupiah, perak",
        "price": (
            "harga pas, hrg pas, harga net, harga nett, harga, hrg, hrga, harganya, hrganya, hargax, "
            "hg, hrgnya, dibanderol, banderol, seharga, bandrol"
        ),
        "per": "per, tiap, setiap, se",
        "each": "masing-masing, masing2, satuannya, perbiji, perpcs, sebijinya",
        "gets": "dapat, dapet, dpt, dpat, dapetnya, dptnya",
        "content": "isi, isinya",
        "stock": "stok, stock, stoknya, stocknya, stk, stocks, persediaan, jumlah stok",
        "ready": "ready, redy, rdy, tersedia, ada, ready stok, ready stock, redi, reddy, tersisa",
        "left": "sisa, tinggal, tgl sisa, masih, msh, sisanya, tinggal sisa, masih ada, kesisa",
        "gone": (
            "habis, kosong, sold out, tidak ada stok, stok tidak ada, stok nol, ga ada stok, "
            "stok ga ada, stok gak ada, soldout, sold, hbs, abis, stok habis, ludes, out of stok"
        ),
        "none": (
            "tidak ada, ga ada, gak ada, nggak ada, tdk ada, ndak ada, belum ada, blm ada, nggak punya, "
            "gak ada stok, enggak ada, gada"
        ),
        "minus": "minus, negatif",
        "foreign": (
            "usd, dolar, dollar, myr, ringgit, sgd, euro, eur, yen, jpy, us, aud, baht, thb, riyal, "
            "sar, rm, cny, gbp, pound, won, bitcoin, btc, usdt"
        ),
        "less": "kurang dari, kurang, di bawah, dibawah, maksimal, maks, max",
        "many": ("banyak, terbatas, melimpah, ribuan, ratusan, puluhan, sedikit, limited, menipis, dikit, aman"),
        "min": (
            "min, minimal, minimum, minim, min order, minimal order, minimum order, minimal pemesanan, "
            "min pemesanan, order minimal, order min, minimal beli, min beli, pembelian minimal, "
            "pemesanan minimal, minimal pembelian, minimal pesan, pesan minimal, moq, mo, min ord, "
            "mnimal, pesan min, minimal ambil, min ambil, minimal pesanan, min pembelian"
        ),
        "buy": (
            "beli, ambil, order, pesan, pembelian, kalau ambil, kalo ambil, borong, bli, pesen, "
            "pemesanan, utk pembelian, untuk pembelian, kalau beli, kalo beli, ambl"
        ),
        "wholesale": (
            "borongan, partaian, paketan, grosir, reseller, partai, agen, grosiran, harga grosir, "
            "harga reseller, dropship, reseler, partai besar, harga agen, seller, grosirnya, "
            "reseller price"
        ),
        "retail": ("ecer, eceran, satuan, ecernya, harga ecer, harga satuan, harga eceran, biji an, per satuan"),
        "up": "up, keatas, ke atas, lebih, plus",
        "over": "lebih dari, diatas, di atas, lbh dari",
        "become": "jadi, menjadi, jdi, turun jadi, tinggal jadi",
        "now": (
            "tinggal, skrg, sekarang, promo, bayar, cukup bayar, skg, harga promo, diskon jadi, "
            "promonya, skrang, harga diskon, sale price, cukup, harga spesial, turun ke, ke"
        ),
        "only": "cuma, hanya, cm, cuman, cmn, murah, hny, harga teman, cuma bayar, super murah",
        "was": (
            "normal, biasanya, coret, harga normal, harga awal, harga asli, sebelumnya, harga coret, "
            "semula, harga lama, dulu, normalnya, dulunya, harga biasa, awalnya, harga sebelumnya, "
            "tadinya, harga tadinya, hrg normal, hrga normal, harga toko, harga pasaran"
        ),
        "of": "dari, dr",
        "discount": ("diskon, disc, discount, potongan, diskonan, dskon, disk, hemat, cashback, potong harga"),
        "saving": "hemat, potongan, cashback, potong harga, diskon sebesar, potongan harga, subsidi",
        "free": "gratis, free, bonus",
        "from": (
            "mulai, mulai dari, mulai harga, start, start from, start dari, harga mulai, harga start, "
            "range harga, mulainya, mulai dr, start harga"
        ),
        "to": "sampai, s/d, sd, hingga, sampe, smp",
        "approx": ("sekitar, kisaran, kira-kira, kurang lebih, kira2, sekitaran, kisaran harga, +-, ±, hampir"),
        "an": "an, nan",
        "po": (
            "po, preorder, pre-order, pre order, open po, inden, sistem po, pre ordr, openpo, by po, "
            "dibuat kalau dipesan, made by order, sistem pre order, indent"
        ),
        "day": "hari, hr, hri, hari kerja, hr kerja",
        "week": "minggu, mgg, pekan, mnggu",
        "year": "tahun, thn, th",
        "month": "bulan, bln",
        "h": "h",
        "cod": "cod, bayar di tempat, bayar ditempat, bayar pas sampai",
        "can": "bisa, boleh, ok, oke, melayani, bs, siap, bisa juga, support",
        "not": (
            "no, non, tidak, ga, jangan, tdk ada, ndak bisa, gak, nggak, tdk, ndak, tanpa, belum, blm, "
            "ga bisa, gak bisa, tidak bisa, tdk bisa, bukan, engga, nggak bisa, ngga, gk, gabisa, tak, "
            "tidak terima, tidak melayani, ga terima, tidak menerima, gak terima, belum bisa, blm bisa, "
            "tidak ada, ga ada, gak ada, enggak, gaada"
        ),
        "flavour": "rasa, varian rasa, pilihan rasa, aroma, isian, topping, rasanya",
        "colour": "warna, wrn, pilihan warna, varian warna, warnanya, warnax",
        "size": "ukuran, size, nomer, nomor, uk, no, ukr, sz, pilihan ukuran, ukurannya, nmr, sizes",
        "motif": "motif, model, corak, tipe, type, motifnya, modelnya, karakter",
        "variant": "varian, variasi, pilihan, jenis, variannya, varian isi, macam, opsi, varian ukuran",
        "level": "level, lvl, lv, level pedas, tingkat pedas, levelnya",
        "and": "dan, sama, atau, and, dn, serta, ato, or",
        "allsize": "all size, allsize, satu ukuran, one size, free size, freesize",
        "dimension": (
            "lebar, panjang, tinggi, diameter, berat, netto, neto, tebal, kapasitas, dimensi, bb, "
            "bobot, watt, umur, usia, ld, lingkar dada, berat bersih, nett weight, bersih, pjg, tgi"
        ),
        "number": (
            "tel, p-irt, pirt, nib, halal, bpom, merek, kode pos, kodepos, exp, expired, jam, pukul, "
            "tgl, tanggal, rek, rekening, wa, whatsapp, hp, telp, tlp, kontak, contact, cp, call, "
            "no hp, no wa, sertifikat, no rek, nomor wa, telepon, stand, blok, rt, rw, izin, haki, md, "
            "shp, sk, kedaluwarsa, baik digunakan sebelum, no izin, nomor izin, ig, buka, event, tahun, "
            "thn, sejak, no pirt, no halal, ed, best before, cs, since, admin, kode, nomer wa, no telp, "
            "nmr hp, hub, phone, produksi, bca, bri, bni, mandiri, dana, ovo, gopay"
        ),
        "fee": (
            "dp, uang muka, ongkir, min belanja, minimal belanja, ongkos kirim, biaya kirim, admin, "
            "biaya admin, deposit"
        ),
        "process": "dibuat, dibikin, proses, pengerjaan, dikerjakan, pembuatan, siap dalam",
        "address": "jl, jln, jalan, alamat, lokasi, gg, gang, lok",
        "ask": ("japri, inbox, hubungi, dm, tanya, inbok, pm, hub, chat, harga hubungi, harga japri, silakan dm"),
        "label_name": (
            "nama, nama produk, produk, nama barang, barang, product, nama menu, item, jualan, menu, "
            "nm, nama jualan, dagangan, judul"
        ),
        "label_off": (
            "berat, pengiriman, lokasi, ket, keterangan, deskripsi, kirim, catatan, note, kirim via, "
            "ekspedisi, order, kontak, bahan, kategori, kondisi, pembayaran, isi, komposisi, tahan, "
            "masa simpan, penjual, toko, nama toko, kemasan, kirim dari, dikirim dari, jasa kirim, "
            "info, detail, rasa, desc, spek, spesifikasi, nb, minat, cara pesan, bayar, tambahan, asal, "
            "seller, by, expired, area, pemesanan, fitur, cp, wa, ig, hubungi, order via, pesan via, "
            "pemesanan via, order wa, dikirim via, kurir"
        ),
        "stop": (
            "cocok, bikin, dijamin, bahan, tergantung, depending, ongkir, gratis ongkir, free ongkir, "
            "siap kirim, bisa antar, bisa diantar, khusus, expired, tahan, minat, minat hubungi, "
            "hubungi, order sekarang, buruan, yuk, gaskeun, yg mau, yang mau, bisa kirim, pengiriman, "
            "kirim, dikirim, antar, gojek, area, lokasi, hub, japri, inbox, silakan, sudah termasuk, "
            "belum termasuk, termasuk, dijual karena, kondisi, garansi, buat oleh-oleh, "
            "untuk oleh-oleh, buat, utk, untuk, cocok untuk, segera, langsung, chat, kak yg, merapat, "
            "jne, jnt, j&t, sicepat, bisa, tanpa pengawet, tanpa msg, enak banget, mumpung, yang, yg, "
            "via, pesan sekarang, order, pesan, pesen, dp, bisa nego, harga sudah, harga udah, "
            "harga belum, harga bisa, terima, open, tidak, stok, ready, wa, karena, produksi, dari, "
            "dengan, biar, supaya, agar, bebas, setiap, bahannya, isinya"
        ),
        "half": "setengah, stgh, stengah",
        "quarter": "seperempat, sperempat, perempat",
        "left_after": "left, lagi, ready, tersedia, tersisa, sisa, in stock, saja",
    },
    talk={
        "vocative": "teh, kang, a, mang, ka, bu, pak",
        "send": "kirim, antar, diantar, dikirim, kirimkan, antarkan, anter, kirimin, dianter",
        "want": (
            "pesan, pesen, order, beli, mau, minta, keep, fix, fix order, ambil, titip, jadi beli, "
            "jadi pesan, jadi ambil, mau pesan, mau beli, mau order, saya mau, booking, bungkusin, "
            "pengen, ingin, nambah, tambah, tolong kirim, kirim, kirimin, tolong siapkan, siapkan, "
            "pesanan, po, ikut po, co, checkout, psn, pesn, ordr, boking, mau ambil, bli, jadi order, "
            "mau dong, mau pesen, sy mau, bungkus, tolong kirimkan, kirimkan, pemesanan, buatkan, "
            "bikinin, minta tolong kirim, mau booking, ambilin"
        ),
        "name": (
            "hubungi, hub, a n, a/n, an, atas nama, nama, nama penerima, nama lengkap, nama pemesan, "
            "cp, contact person, penerima, nama saya, pemesan, namanya, nama pembeli, buat nama, a.n, "
            "a.n., an., utk nama"
        ),
        "me": "saya, sy, aku, dengan, dgn, ini",
        "phone": (
            "hp, no hp, no wa, wa, telp, telepon, no telp, no telepon, phone, nohp, nowa, nomor hp, "
            "nomor wa, hp wa, no, nomor, tlp, no tlp, kontak, no kontak, hp/wa, no hp/wa, "
            "nomor telepon, nomer hp, nomer wa, telpon, no telpon, no hp aktif, whatsapp, no whatsapp"
        ),
        "address": (
            "kirim ke, kirim ke alamat, antar ke, diantar ke, dikirim ke, alamat, alamat lengkap, "
            "alamat kirim, alamat pengiriman, alamatnya, kirim ke rumah, anter ke, kirimin ke, "
            "kirim aja ke, dikirim ke alamat, tujuan, kirimnya ke, antarkan ke, dianter ke, krm ke, "
            "almt, ke alamat, bisa antar ke, alamat penerima, alamat saya, alamat di, antar di, "
            "domisili, ongkir ke, bisa kirim ke, kirim sampai, bisa antar sampai, alamat tujuan, "
            "alamat rumah, ngirim ke, pengiriman ke, di antar ke, di kirim ke, kirim kan ke"
        ),
        "place": (
            "toko, warung, masjid, mushola, sekolah, sd, smp, sma, apotek, puskesmas, balai, terminal, "
            "stasiun, kelurahan, depan, belakang, samping, hotel, pondok, ponpes, dkt, dekat, kampus, "
            "rs, jl, jln, jalan, perum, perumahan, ds, desa, dsn, dusun, kel, kec, kab, gg, gang, kos, "
            "kost, komplek, rt, rw, kp, kampung, blok, ruko, gedung, kantor, pasar, rumah"
        ),
        "to": "ke",
        "usual_place": (
            "biasa, kemarin, lama, biasanya, yang biasa, yg biasa, yang kemarin, yg kemarin, sama, yang lama"
        ),
        "usual": (
            "alamat biasa, alamat yang biasa, alamat yg biasa, alamat kemarin, alamat lama, "
            "seperti biasa, kyk biasa, alamat yg kemarin, alamat sama"
        ),
        "jne": "jne, jne reg, jne yes, jne oke, jtr",
        "jnt": "jnt, j&t, j & t, j n t, j&t express",
        "sicepat": "sicepat, si cepat, sicpt",
        "pos": "pos, pos indonesia, pos kilat, kantor pos",
        "anteraja": "anteraja, anter aja",
        "ojek": (
            "ojek, gojek, gosend, go send, grab, grabexpress, grab express, ojol, ojek online, maxim, "
            "gosend instant, go-send, ojek lokal"
        ),
        "via": (
            "via, lewat, pakai, pake, kirim via, dikirim via, pengiriman, ekspedisi, kurir, "
            "kirim pakai, kirim pake, kirim lewat, titip, jasa kirim, kirimnya pakai, kirimnya lewat, "
            "kirimnya pake, ongkir, expedisi, opsi kirim, antar pakai"
        ),
        "cod": (
            "cod, bayar di tempat, bayar ditempat, bayar pas sampai, bayar pas sampe, "
            "bayar kalau sampai, cash on delivery, bayar pas datang, bayar waktu sampai, "
            "bayar saat sampai, bayar pas terima, bayar nanti pas sampai, bayar pas nyampe, "
            "bayar di rumah, bayar saat terima"
        ),
        "transfer": (
            "transfer, tf, trf, trnsfr, transf, transfer bank, bca, bri, bni, mandiri, bsi, mbanking, "
            "m-banking, virtual account, va, tfan, via bank, ditransfer"
        ),
        "qris": "qris, qr, scan qris, qiris, scan",
        "ewallet": (
            "dana, gopay, go pay, ovo, shopeepay, shopee pay, spay, linkaja, link aja, e-wallet, "
            "ewallet, dompet digital"
        ),
        "tunai": "tunai, cash, bayar cash, bayar tunai, uang tunai, kontan, cash aja",
        "pay": (
            "bayar, byr, pembayaran, bayarnya, pakai, pake, via, lewat, metode bayar, "
            "metode pembayaran, bayar pakai, bayar pake, byr pakai, bayar via, bayar lewat, byr via, "
            "bayar dgn, bayar dengan, payment"
        ),
        "product": (
            "pesanan, order, produk, barang, pesan, item, nama barang, nama produk, orderan, "
            "detail pesanan, detail order, pesanannya, yang dipesan, list, list order, menu, paket, "
            "jenis, pilihan produk, pembelian, pesen"
        ),
        "quantity": (
            "jumlah, jml, qty, banyaknya, kuantitas, jumlahnya, total pcs, jumlah pesanan, banyak, jlh, "
            "jumlah order, pcs"
        ),
        "choice": (
            "warna, size, ukuran, varian, rasa, uk, motif, nomer, nomor, variasi, level, pilihan, "
            "model, isian, topping, tipe"
        ),
        "note": (
            "catatan, note, keterangan, ket, tanggal, tgl, kode pos, jam, waktu, catatan lain, hari, "
            "format order, pesan tambahan, total, email, tgl kirim, tanggal kirim, untuk tanggal, "
            "tanggal ambil, jam ambil"
        ),
        "cancel": (
            "batal, batalin, cancel, ga jadi, gak jadi, nggak jadi, batalkan, dibatalkan, tidak jadi, "
            "tdk jadi, dibatalin, ngga jadi, gk jadi, cancel order, cancelin, canceled, urung, gajadi, "
            "ndak jadi, pembatalan"
        ),
        "paid": (
            "sudah transfer, sudah saya transfer, sudah bayar, sudah saya bayar, udah tf, "
            "udah transfer, sdh transfer, sdh tf, udah bayar, bukti transfer, bukti tf, bukti bayar, "
            "bukti pembayaran, sudah tf, saya sudah bayar, sudah dibayar, sudah ditransfer, sdh bayar, "
            "udah saya transfer, udah saya tf, sudah saya tf, ini buktinya, bukti transfernya, "
            "bukti tfnya, buktinya, bukti, sudah lunas, barusan transfer, barusan tf, "
            "sdh saya transfer, sdh di transfer, sudah di transfer, sudah qris, udah qris, udah aku tf, "
            "udah ditransfer, sudah kirim uang, baru saja transfer, konfirmasi pembayaran, sdh saya tf, "
            "udah scan, sudah scan, tf masuk, cek transferan, transferan"
        ),
        "track": (
            "resi, no resi, nomor resi, lacak, tracking, sampai mana, sampe mana, belum sampai, "
            "blm sampai, belum nyampe, blm nyampe, dimana paket, paket saya, paket saya mana, "
            "belum datang, blm datang, kok belum, status pesanan, sudah dikirim belum, "
            "udah dikirim belum, kapan sampai, posisi paket, belum sampe, blm sampe, cek pesanan, "
            "pesanan saya sampai, kapan dikirim, sudah dikirim, udah dikirim, kok lama, nyampe mana, "
            "pesanan saya gimana, paketnya mana, belum dikirim, blm dikirim, sampai dimana, "
            "sampai di mana, paketku, belum tiba, sdh dikirim"
        ),
        "complain": (
            "basi, rusak, pecah, kecewa, salah kirim, salah, komplain, refund, retur, tidak sesuai, "
            "ga sesuai, gak sesuai, bau, busuk, berjamur, jamuran, isinya kurang, jumlahnya kurang, "
            "kurang lengkap, sobek, bocor, cacat, hancur, penyok, remuk, kadaluarsa, expired barangnya, "
            "tengik, basah kuyup, tidak lengkap, ga lengkap, gak lengkap, complain, protes, kapok, "
            "mengecewakan, jelek, cuma dapat, yang datang, yg datang, luntur, robek, melempem, penipu, "
            "nipu, patah, uang kembali, ulat, lembek, retak"
        ),
        "thanks": (
            "terima kasih, makasih, trims, thanks, terimakasih, thx, tq, mantap, matur nuwun, "
            "enak banget, suwun, tengkyu, makasi, trimakasih, barang sudah sampai, sudah sampai, "
            "udah sampai, sudah diterima, pesanan sudah diterima"
        ),
        "data": "hapus data, data saya, berhenti, stop, unsubscribe, hapus akun",
        "ask": (
            "berapa, brp, kapan, apa, apakah, gimana, bagaimana, kenapa, mana, siapa, bisa, boleh, "
            "masih ada, ada, ready, ready stok, stok, nego, kurang dikit, harganya, harga, halal, pirt, "
            "expired, tahan, ongkir, ada diskon, minimal, ada warna, ada ukuran, pirtnya, varian apa, "
            "berapaan, dimana, jam berapa, di mana, garansi, bahannya, komposisi, open, buka, ready ga, "
            "kak ada, bisakah, ada stok, lokasi, tokonya"
        ),
        "strong_ask": (
            "berapa, brp, kapan, apakah, gimana, bagaimana, masih ada, halal, pirt, nego, kurang dikit, "
            "boleh nego, berapaan, tahan berapa, jam berapa, bpom, garansi, ongkir ke, bisa kirim ke, "
            "bisa custom, ada diskon, ready ga, masih ready, ready gak, ready nggak, ada varian, "
            "ada warna, ada ukuran, ada yang, ada yg, ada ga, ada gak, dimana, di mana, ga kak, "
            "gak kak, bisa nego, bisa kurang, ada promo, apa saja, apa aja, ada stok, kalau ambil, "
            "kalo ambil, kalau beli, kalo beli, bedanya, alergi, msh ada, msh ready, bisa cod ga, "
            "ada rasa, ada size, diskon ga, stoknya ada, ready kah, adakah"
        ),
        "if": "kalau ambil, kalo ambil, kalau beli, kalo beli, if",
        "still": (
            "masih ada, msh ada, masih ready, isih ono, isih ana, aya keneh, still available, taksih wonten, gi bada"
        ),
        "eh": (
            "diganti, ganti jadi, diubah, ubah jadi, diganti jadi, eh, ralat, maksudnya, deh, koreksi, "
            "ganti, maksud saya, eh salah, salah, jadinya, revisi, mksd"
        ),
        "and": "sama, dan, dn, plus, serta, terus, trus, lalu, juga, sm",
        "repeat": (
            "kayak kemarin, kyk kemarin, seperti kemarin, yang kemarin, yg kemarin, ulang order, "
            "order lagi yang kemarin, seperti biasa, kayak biasa, kyk biasa, pesanan kemarin, "
            "ulang pesanan, sama kayak kemarin, yang sama, yg sama, sama seperti, yg biasa, yang biasa"
        ),
        "mixed": "campur, mix, campuran, dicampur, mixed, bebas",
        "which": "yang, yg",
        "drop": (
            "tempat, padahal, kalau, kalo, lain, tanya, nanya, foto, fotonya, asli, aslinya, kemana, "
            "rekening, rekeningnya, rek, resi, resinya, gambar, video, bahan, lama, hari, request, "
            "custom, info, minta foto, warnanya, ukurannya, katalog, toko, tokonya, pengiriman, terima, "
            "tabung, semua, banget, ongkir, ongkirnya, grosir, grosirnya, harga, harganya, diskon, "
            "dapat, promo, promonya, varian, ga, gak, dikit, barang, barangnya, buktinya, kan, atau, "
            "semuanya, ready, stok, kah, produk, produknya, pesanan, pesanannya, paket kak, kk, kakak, "
            "ka, bu, bun, bunda, pak, mas, mba, mbak, sis, gan, min, admin, ya, yaa, dong, donk, aja, "
            "saja, tolong, dulu, nih, deh, saya, sy, aku, assalamualaikum, halo, hai, permisi, bang, "
            "om, tante, nya, lagi, please, pls, say, buat, utk, untuk, dong kak, gpp, p, mang, a, kang, "
            "bosku, bos, bisa, besok, hari ini, lusa, nanti, sore, siang, pagi, malam, jadi, yg, yang, "
            "ada, itu, ini, ok, oke, siap, apa, enaknya, mau, selamat, di, gaes, mohon, juga, "
            "bisa antar, diantar, antar, dikirim, bisa ya, aq, kami, bisakah, dgn, rencana, "
            "ambil sendiri, ambil di toko, total"
        ),
        "stop": (
            "buat, utk, untuk, ambil sendiri, ambil di toko, bisa antar, bisa diantar, bisa dikirim, "
            "jam, hari, tanggal, tgl, besok, lusa, nanti, siap, total, sore ini, hari ini, di toko, "
            "diambil, dikirim, diantar, @, ready, tapi, tolong bungkus, jangan, kalau bisa, kalo bisa, "
            "ambil di"
        ),
    },
    choices=(
        "motif bordir merah hitam putih biru hijau kuning coklat navy maroon abu ungu pink orange "
        "oranye cream krem beige tosca silver gold emas perak dusty mocca moka army mint salem peach "
        "lilac terracotta mustard abu-abu khaki cokelat magenta turquoise denim mauve ivory olive sage "
        "original ori pedas manis asin balado keju cheese jagung bbq barbeque sapi ayam strawberry "
        "stroberi vanila vanilla melon leci jeruk mangga durian pandan taro matcha greentea tiramisu "
        "karamel caramel oreo polos tawar gurih pedes asam tuna cumi udang mozarella blueberry anggur "
        "apel lemon nangka pisang kecil sedang besar jumbo mini reguler regular large medium small "
        "tanggung super standar premium panas dingin ice hot mentah matang goreng rebus kering basah "
        "cair anak dewasa pria wanita cowok cewek natural honey fullwash washed wash bubuk panjang "
        "pendek rawit ekstra dada paha sayap bunga garis kotak batik biasa spesial special komplit isi "
        "frozen"
    ),
    tints=(
        "merah hitam putih biru hijau kuning navy maroon abu ungu pink orange oranye cream krem beige "
        "tosca silver gold emas dusty mocca moka army lilac mustard khaki abu-abu magenta kecil sedang "
        "besar jumbo reguler regular large medium original ori"
    ),
    tinted=(
        "nasi beras bawang kacang gula ketan telur cabe cabai bubur lada teh kopi jahe kunyit kue ubi singkong ayam"
    ),
    fillers=(
        "tel telp hp wa semuanya semua sisa tinggal ke di aja saja ya yaa yaaa yah kak kk kaka kakak "
        "kakk sis sist gan agan bun bunda bosku bos bosque gaes guys gays say sayang jual dijual "
        "menjual jualan promo meriah ready stok stock cuma hanya hrg harga yuk ayo dong donk nih nihh "
        "ini itu nya lho loh kok deh sih bgt banget aj ajaa ajah beneran halo hai hi hallo "
        "assalamualaikum assalamu alaikum waalaikumsalam wr wb selamat siang sore cpt cepat bu butuh "
        "uang nego nett net fix open jgn jangan sampai kehabisan buruan serba cuci gudang akhir flash "
        "terima menerima pesanan terimakasih makasih po langsung segera silakan silahkan permisi min "
        "admin info lagi lg masih msh sudah udah mantap mantul best seller laris terlaris viral hits "
        "kekinian dijamin puas gaskeun murmer termurah murah gratis ongkir hemat yang yg kami kita saya "
        "aku mau buka utk untuk dan jadi dpt paling harganya limited edition restock cek bisa pembeli "
        "teman mohon maaf tersedia ada bestie mom moms mba mbak pak lur warga tercinta kabar gembira "
        "offer nambah terbatas terjual siapa mumpung kembali hadir tersisa cukup sekarang skrg nyok "
        "rasakan cobain coba sob sobat juragan rp cek2 redy beli borong pesan pesen order produk nama "
        "barang diskon disc lebih nasional tanggal gajian weekend mulai tiap setiap hari oleh pemesanan "
        "bulan jumat berkah sabtu senin selasa rabu kamis ahad besok ayok readyy jg juga"
    ),
    telling=(
        "krn karena sebab soalnya tapi tp namun padahal kalau kalo klo jika bila biar supaya agar seperti kayak kyk "
        "adalah yaitu dengan dgn dr dari pada kepada sama tanpa bukan tidak tdk ga gak nggak ngga enggak gk ndak tak "
        "belum blm jangan jgn no sudah udah udh sdh dah telah sedang lagi lg masih msh akan mau bisa bs boleh harus "
        "perlu pernah selalu sering jarang kadang pasti mungkin juga jg sangat sekali banget bgt terlalu lebih cukup "
        "agak lumayan baru barusan tadi td kemarin kmrn kemaren besok nanti ntar skrg sekarang pagi siang sore malam "
        "subuh thn saya aku kami kita mereka dia anda kalian kamu kau gue org semua semuanya banyak bnyk beberapa "
        "setiap tiap sendiri sndiri nih sih kok lho loh deh dong ya yaa guys alhamdulillah bismillah insyaallah "
        "nanya tanya cari nyari pengen ingin kangen suka sabar nunggu tunggu antri ngantri rame ramai bikin buka "
        "tutup libur mampir merapat datang dateng restock restok lihat liat pakai pake kirim antar metik petik hasil "
        "proses muat tahan simpan kebagian jamin nagih dadakan terakhir pindahan awet mulus renyah lembut empuk wangi "
        "adem tebal ringan kuat nyaman lezat enak nikmat bagus keren rapi sehat lincah jinak gacor higienis aman "
        "praktis normal bekas second seken fullset minus lecet langka full anti luntur nerawang amis apek eneg bau "
        "mateng tanggung jawab kualitas terjamin harap semoga sehat raya idul fitri maaf lahir batin pindah kosong "
        "lama sakit nyobain jd mbok mudik eh bazar pameran event td toko2 panas2 anget2 satu2 puluhan terbuat "
        "imitasi sintetis nampol dingin"
    ),
    verbal=(("di", ""), ("", "nya"), ("me", "kan")),
    nouns=(
        "dimsum dinding dipan dispenser digital dinosaurus distro disney diamond diesel diary diapers diaper diecast "
        "dinner dingklik dining dinar dirham disko difuser diffuser diskon punya"
    ),
)
