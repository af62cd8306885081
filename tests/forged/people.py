"""Who comes: their ids, names, and what they are to Bu Sari's stall, Pak Budi's orders and Mbak Rini's broadcasts."""

from tests.conftest import MBAK_RINI

SARI, TONO, BUDI, WATI, AYU, ASING = (700_200_000 + number for number in range(1, 7))
RINI = MBAK_RINI
PEOPLE = {
    SARI: "Bu Sari",
    TONO: "Pak Tono",
    BUDI: "Pak Budi",
    WATI: "Bu Wati",
    RINI: "Mbak Rini",
    AYU: "Mbak Ayu",
    ASING: "Orang Asing",
}
ROLES = {
    SARI: "seller",
    TONO: "other seller",
    BUDI: "buyer",
    WATI: "other buyer",
    RINI: "operator",
    AYU: "other operator",
    ASING: "stranger",
}
GROUP = -100_200_300
