"""Javanese, ngoko and krama (kawruhbasa.com, yogyakarta.kompas.com 2022-01-17); a/o and dh/d spelled freely."""

from shop.reading.words.language import Language

TABLE = Language(
    numbers={
        "siji": 1,
        "sithok": 1,
        "loro": 2,
        "telu": 3,
        "papat": 4,
        "lima": 5,
        "limo": 5,
        "enem": 6,
        "nenem": 6,
        "pitu": 7,
        "wolu": 8,
        "sanga": 9,
        "songo": 9,
        "sepuluh": 10,
        "sewelas": 11,
        "rolas": 12,
        "telulas": 13,
        "patbelas": 14,
        "limalas": 15,
        "limolas": 15,
        "nembelas": 16,
        "pitulas": 17,
        "wolulas": 18,
        "sangalas": 19,
        "songolas": 19,
        "selikur": 21,
        "rolikur": 22,
        "telulikur": 23,
        "patlikur": 24,
        "selawe": 25,
        "nemlikur": 26,
        "pitulikur": 27,
        "wolulikur": 28,
        "sangalikur": 29,
        "songolikur": 29,
        "seket": 50,
        "sewidak": 60,
        "suwidak": 60,
        "swidak": 60,
        "satus": 100,
        "sewu": 1000,
        "sakyuta": 1_000_000,
        "sayuta": 1_000_000,
        "seyuta": 1_000_000,
        "setunggal": 1,
        "satunggal": 1,
        "kalih": 2,
        "tiga": 3,
        "sekawan": 4,
        "sakawan": 4,
        "gangsal": 5,
        "sedasa": 10,
        "sedoso": 10,
        "selangkung": 25,
    },
    heads={
        "rong": 2,
        "telung": 3,
        "patang": 4,
        "limang": 5,
        "nem": 6,
        "enem": 6,
        "nenem": 6,
        "pitung": 7,
        "wolung": 8,
        "sangang": 9,
        "songong": 9,
        "kalih": 2,
        "tigang": 3,
        "tiga": 3,
        "sekawan": 4,
        "kawan": 4,
        "gangsal": 5,
        "pitu": 7,
        "wolu": 8,
        "sanga": 9,
        "songo": 9,
    },
    scales={
        "puluh": 10,
        "dasa": 10,
        "doso": 10,
        "atus": 100,
        "ewu": 1000,
        "yuta": 1_000_000,
    },
    teens=(
        "welas",
        "likur",
    ),
    ones=(
        "se",
        "sak",
    ),
    money={
        "ewu": 1000,
        "yuta": 1_000_000,
    },
    units={
        "pcs": "iji wiji siji",
        "bungkus": "wungkus",
        "box": "kothak besek",
        "botol": "gendul gendhul",
        "porsi": "pincuk pincukan layah",
        "dus": "kerdus",
        "ikat": "unting",
    },
    marks={
        "dish": "sego wiwit, sega wiwit",
        "greeting": "monggo, sugeng enjing, sugeng sonten",
        "price": "rega, rego, regi, regane, regone, reginipun, reganipun, hargane, reganing",
        "per": "saben, sabén",
        "gets": "oleh, entuk, antuk, angsal, olih, oleh e",
        "content": "isine",
        "ready": "ana, ono, wonten, enten",
        "left": "kari, isih, kantun, taksih, stok kari, isih ana, isih ono, kari sisa, gari",
        "gone": (
            "entek, wis entek, telas, sampun telas, ora ana, ora ono, mboten wonten, wes entek, enteke, "
            "wis telas, mpun telas"
        ),
        "buy": (
            "tuku, tumbas, jupuk, mundhut, njupuk, yen tuku, yen jupuk, pundhut, mundut, pesen, "
            "nek tuku, nek jupuk, menawi mundhut"
        ),
        "min": "paling sithik, sithike, minimal pesen, pesen minimal, paling sekedhik",
        "become": "dadi, dados, mudhun dadi",
        "now": "saiki, sakmenika, samenika, sakniki",
        "only": "mung, namung, mek, among",
        "was": "biasane, aslinipun, asline, wingi, sakderenge, maune",
        "of": "saka, saking, soko",
        "from": "wiwit, wiwit saka",
        "to": "nganti, ngantos, tekan, dumugi",
        "up": "munggah, luwih",
        "over": "luwih saka, langkung saking",
        "day": "dina, dino, dinten",
        "week": "minggu, peken",
        "can": "iso, isa, saged, saget, gelem, nampa, nampi",
        "not": (
            "ora, mboten, ora iso, ora isa, ora nampa, mboten saged, ra iso, gak iso, ra nampa, "
            "mboten nampi, emoh, rak iso, ora gelem, durung, dereng iso, mboten saget, mboten nampa, ra"
        ),
        "flavour": "rasane, roso, raos",
        "colour": "werna, wernane, warni, warnane, wernone",
        "size": "ukurane, nomere, ukuranipun",
        "and": "lan, karo, kaliyan, kalih",
        "half": "setengah, sepalih",
        "quarter": "seprapat, sprapat",
        "polite": "nyuwun sewu, nuwun sewu, nuwun sewu nggih",
        "stop": "nggo, kanggo, ngge, kangge, seger, enak tenan",
        "left_after": "wae",
        "wholesale": "kulakan, bakulan",
        "retail": "eceran, ketengan",
        "many": "akeh, kathah",
    },
    talk={
        "want": (
            "tumbas, tuku, pesen, ajeng, badhe, mundhut, ajeng tumbas, arep tuku, arep, nempil, njaluk, "
            "nyuwun, kulo tumbas, kulo pesen, badhe mundhut, badhe tumbas"
        ),
        "name": "jeneng, jenengku, asmane, asma, nami, nami kulo, jenenge, jenengan",
        "address": (
            "dikirim nang, dikirim teng, dikirim menyang, kirim nang, kirim teng, kirim ning, omah, "
            "omahku, nang omahku, terne nang omahku, dikirim ning, griyo, dalemku, terne nang, "
            "eterne nang, diterke nang, dikintun dhateng, dikintun teng, alamate, kirim neng, "
            "dikirim neng, griya, kintun dateng, kirim menyang"
        ),
        "place": "cedhak, cerak, kidul, lor, wetan, kulon",
        "to": "nang, teng, menyang, ning, dhateng, neng",
        "cod": (
            "mbayar mangke, bayar nang omah, mbayar pas teko, mbayar nek wis teko, "
            "mbayar menawi sampun, bayar nek teko, mbayar pas tekan, mbayar ning omah, "
            "mbayar wonten griyo, mbayar menawi dugi"
        ),
        "pay": "mbayar, mbayare, bayare, mbayar nganggo, nganggo, liwat, ngagem",
        "ask": "pira, piro, pinten, kapan, ana, ono, wonten, isih ono, isih ana, iso, saged",
        "strong_ask": (
            "pira, piro, pinten, regane pira, isih ono, isih ana, taksih wonten, isih, taksih, opo, nopo, menopo"
        ),
        "cancel": "ora sido, ora sida, mboten siyos, gak sido, batal, mboten sios, ra sido",
        "thanks": "matur nuwun, suwun, nuwun, matursuwun, maturnuwun",
        "and": "karo, lan, kaliyan, kalian",
        "which": "sing",
        "drop": (
            "regane, hargane, nggih, njih, lek, yo, wae, mawon, kulo, kula, mbak, pakdhe, budhe, sesuk, "
            "esuk, jupuk, dhewe, kono, nggo, mase, lur, mbok, bulik, paklik, aku, dalem"
        ),
        "stop": "jupuk, nggo, kangge, sesuk, mangke, mengko",
        "track": "tekan endi, durung teko, dereng dugi, durung tekan, tekan ngendi",
        "complain": "bosok, rusak, ajur, mambu",
        "paid": (
            "sampun transfer, wis transfer, wis tak transfer, wis bayar, sampun kulo transfer, "
            "sampun bayar, wis tf, mpun transfer, wis tak tf"
        ),
        "eh": "eh, maksude",
        "repeat": "koyo wingi, kaya wingi, kados wingi, sing wingi",
    },
    choices=(
        "abang ireng putih biru ijo kuning coklat legi pedhes gurih asin cilik gedhe sedheng cemeng "
        "pethak jene abrit ijem legen"
    ),
    tints="abang ireng ijo kuning cilik gedhe cemeng pethak abrit",
    tinted="sego sega beras brambang bawang kacang gula gulo ketan kopi jenang",
    fillers=(
        "monggo sumangga nyuwun sewu dodolan adol sadean ayo tuku tumbas lur sedulur dulur wae mawon "
        "mung nggih njih yo iki niki menika regane wis wes isih anget seger tenan kulo kula sade dalem "
        "mbakyu kangmas monggoh jajal cah rek lek mbah enggal ndang gasik kene mriki"
    ),
    telling=(
        "ora ra gak mboten lan karo nek yen sing kang wis wes isih lagi arep kanggo nggo saka saking soko iki iku kuwi "
        "niki niku anget seger gurih enak tenan banget saiki wingi sesuk esuk awan bengi digawe ngambil langsung"
    ),
    nouns="dingklik dipan",
)
