"""Sundanese (questionai.id, basasunda.com for 1-100; the rest is known usage)."""

from shop.reading.words.language import Language

TABLE = Language(
    numbers={
        "hiji": 1,
        "dua": 2,
        "tilu": 3,
        "opat": 4,
        "lima": 5,
        "genep": 6,
        "tujuh": 7,
        "dalapan": 8,
        "salapan": 9,
        "sapuluh": 10,
        "sabelas": 11,
        "salawe": 25,
        "saratus": 100,
        "sarebu": 1000,
        "saribu": 1000,
        "serebu": 1000,
        "sajuta": 1_000_000,
    },
    heads={
        "hiji": 1,
        "dua": 2,
        "tilu": 3,
        "opat": 4,
        "lima": 5,
        "genep": 6,
        "tujuh": 7,
        "dalapan": 8,
        "salapan": 9,
    },
    scales={
        "puluh": 10,
        "ratus": 100,
        "rebu": 1000,
        "ribu": 1000,
        "juta": 1_000_000,
    },
    teens=("belas",),
    ones=("sa",),
    money={
        "rebu": 1000,
        "rewu": 1000,
        "juta": 1_000_000,
    },
    units={
        "pcs": "hiji siki",
        "batang": "tangkal",
        "bungkus": "wungkus",
        "ikat": "beungkeut",
        "lembar": "lambar",
    },
    marks={
        "greeting": "mangga kersa, punten, sampurasun",
        "price": "hargana, pangaos, pangaosna, hargina",
        "per": "unggal",
        "gets": "meunang, kenging, meunangkeun",
        "content": "eusi, eusina",
        "ready": "aya, sayogi, stok aya",
        "left": "kari, tinggal, sesa, aya keneh, kantun, sésa, nyesa",
        "gone": ("beak, teu aya, seep, teu aya stok, stok teu aya, geus beak, tos seep, atos seep, euweuh, beak stok"),
        "buy": (
            "meuli, beuli, meser, nyandak, mun meuli, mun meser, meulina, upami meser, mun nyokot, nyokot, mun beuli"
        ),
        "become": "jadi, janten",
        "now": "ayeuna",
        "only": "ngan, mung, ngan ukur",
        "was": "biasana, kamari, asalna, samemehna",
        "of": "tina, ti",
        "from": "ti mimiti, mimiti, mimitian",
        "to": "nepi ka, dugi ka, nepi",
        "over": "leuwih ti",
        "up": "leuwih",
        "day": "poe, dinten, poe gawe",
        "week": "minggu",
        "can": "tiasa, bisa, nampi",
        "not": (
            "teu, moal, henteu, teu tiasa, moal tiasa, teu bisa, moal bisa, teu nampi, henteu tiasa, "
            "can bisa, teu acan, teu narima"
        ),
        "flavour": "rasana",
        "colour": "kelir, warnana",
        "size": "ukuranana, nomerna",
        "and": "jeung, sareng, sinareng",
        "half": "satengah",
        "quarter": "saparapat",
        "min": "minimal mesen, sakedikna, sahenteuna, saeutik-eutikna, pang saeutikna",
        "stop": "pikeun, kanggo, ngeunah pisan, raos pisan, kangge",
        "left_after": "deui, keneh",
        "wholesale": "grosiran",
        "many": "loba, seueur",
    },
    talk={
        "want": (
            "meser, bade meser, bade, hoyong, meuli, rek meuli, rek, nyuhunkeun, mesen, bade mesen, "
            "hayang, hoyong meser, bade pesen, hoyong pesen, palay"
        ),
        "name": "nami, nami abdi, ngaran, wasta, jenengan",
        "address": (
            "kintun ka, dikintun ka, kirim ka, dikirim ka, anteur ka, alamatna, bumi, kintunkeun ka, "
            "pasihkeun ka, anterkeun ka, dianteur ka"
        ),
        "to": "ka",
        "pay": "mayar, mayar ku, bayar ku, ku, mayarna, mayarna ku",
        "cod": "mayar di tempat, mayar di bumi, mayar pas dugi, bayar di bumi",
        "ask": "sabaraha, iraha, naon, aya, aya keneh, tiasa",
        "strong_ask": "sabaraha, iraha, naon, aya keneh, masih aya, tiasa kirim, naha",
        "cancel": "teu jadi, henteu janten, teu janten, teu cios, batal",
        "thanks": "hatur nuhun, nuhun, haturnuhun",
        "and": "sareng, jeung, sarta",
        "which": "nu",
        "drop": (
            "hargana, pangaosna, kang, teteh, akang, a, mang, ceu, nya, wae, we, abdi, atuh, ieu, "
            "punten, hiji deui, ibu"
        ),
        "paid": (
            "tos transfer, atos transfer, tos ditransfer, geus transfer, tos bayar, atos mayar, tos mayar, tos tf"
        ),
        "track": "dugi kamana, tos dugi, teu acan dugi, can nepi, dugi ka mana, acan dugi, can datang",
        "complain": "ruksak, bau, buruk, peupeus, rusak",
        "stop": "kanggo, pikeun, enjing",
        "repeat": "siga kamari, sapertos kamari, nu kamari",
    },
    choices=(
        "beureum hideung bodas bulao hejo koneng lada amis pahang haseum cikur oncom leutik gede badag polos coklat"
    ),
    tints="beureum hideung bodas bulao hejo koneng leutik gede badag",
    tinted="sangu beas bawang kacang gula ketan kopi hayam",
    fillers=(
        "sumangga punten abdi icalan ical ngajual ieu nya nyak deui heula wae we atuh euy kang teteh "
        "akang hayu geura keur kanggo aya deuk rek seja lur baraya wilujeng enjing sonten "
        "sampurasun mirah pisan teu tos atos"
    ),
    telling=(
        "teu moal henteu jeung sareng nu anu mun upami geus tos atos keur rek bade tina ti ieu eta mah teh pisan "
        "ayeuna kamari enjing isuk peuting barudak sorangan hayang ngeunah raos seger haneut dijieun"
    ),
)
