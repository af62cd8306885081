"""Who comes: their ids, names, and what they are to Bu Sari's stall, Pak Budi's orders and Mbak Rini's broadcasts.

Bu Ida does nothing herself: she has a stall that has never shown anything to anybody.
"""

from tests.conftest import MBAK_RINI

SARI, TONO, BUDI, WATI, AYU, ASING, ANTO, IDA = (700_200_000 + number for number in range(1, 9))
RINI = MBAK_RINI
PEOPLE = {
    SARI: "Bu Sari",
    TONO: "Pak Tono",
    BUDI: "Pak Budi",
    WATI: "Bu Wati",
    RINI: "Mbak Rini",
    AYU: "Mbak Ayu",
    ASING: "Orang Asing",
    ANTO: "Mas Anto",
    IDA: "Bu Ida",
}
ROLES = {
    SARI: "seller",
    TONO: "other seller",
    BUDI: "buyer",
    WATI: "other buyer",
    RINI: "operator",
    AYU: "other operator",
    ASING: "stranger",
    ANTO: "second contact",
}
GROUP = -100_200_300
