"""QRIS payloads: what is one, what it becomes with an amount. The merchants in `qris_vectors.jsonl` are invented."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.errors import ShopError
from shop.qris import MOST_RUPIAH, one_qris, read_qris, with_amount
from tests.support.qris import VECTORS, crc_of, payload, renamed, sealed, tags_of

STATIC = [name for name, row in VECTORS.items() if row["valid"] and "010211" in row["payload"][:12]]
PRINTABLE = st.characters(min_codepoint=32, max_codepoint=126)


def test_all_vectors_are_here_and_our_own_crc_is_right() -> None:
    assert len(VECTORS) == 19
    assert crc_of("1234567890000") == "29B1"


@pytest.mark.parametrize("row", VECTORS.values(), ids=list(VECTORS))
def test_a_valid_payload_is_read_and_an_invalid_one_refused(row: dict[str, Any]) -> None:
    if not row["valid"]:
        with pytest.raises(ShopError, match="qris-not-valid"):
            read_qris(row["payload"])
        return
    read = read_qris(row["payload"])
    tags = tags_of(row["payload"])
    assert read.name == tags["59"]
    assert read.nmid == tags_of(tags["51"])["02"]
    assert read.payload[:-4] == row["payload"][:-4]
    assert read.payload[-4:] == crc_of(read.payload)
    assert read.used_once == (tags["01"] == "12")


def test_the_amount_is_put_in_exactly() -> None:
    assert with_amount(payload("Q01"), 25_000).payload == payload("Q02")
    assert with_amount(payload("Q12"), 25_000).payload == payload("Q02")
    assert with_amount(payload("Q19"), 40_000).payload == VECTORS["Q19"]["expect"]


def test_an_admin_fee_is_never_carried_on() -> None:
    assert with_amount(payload("Q06"), 25_000).payload == payload("Q02")


@pytest.mark.parametrize("name", ["Q03", "Q05"])
def test_beside_the_bill_number_which_we_leave_out_we_make_the_same(name: str) -> None:
    row = VECTORS[name]
    ours, theirs = tags_of(with_amount(payload(row["from"]), row["amount"]).payload), tags_of(row["payload"])
    theirs["62"] = theirs["62"].replace(f"01{len(row['bill']):02d}{row['bill']}", "")
    assert list(ours.items())[:-1] == [(tag, value) for tag, value in theirs.items() if value and tag != "63"]


@pytest.mark.parametrize("amount", [0, -1, MOST_RUPIAH + 1, VECTORS["Q16"]["amount"]])
def test_no_qris_is_made_for_nothing_or_above_the_limit(amount: int) -> None:
    with pytest.raises(ShopError, match="qris-too-much"):
        with_amount(payload("Q01"), amount)


@pytest.mark.parametrize("name", [name for name, row in VECTORS.items() if not row["valid"]])
def test_a_wrong_payload_is_never_repaired(name: str) -> None:
    with pytest.raises(ShopError, match="qris-not-valid"):
        with_amount(payload(name), 1000)


@given(st.integers(1, MOST_RUPIAH), st.sampled_from(STATIC))
def test_whatever_the_amount_only_three_tags_differ(amount: int, name: str) -> None:
    made = with_amount(payload(name), amount).payload
    before, after = tags_of(payload(name)), tags_of(made)
    assert made[-4:] == crc_of(made)
    assert after["01"] == "12"
    assert after["54"] == str(amount)
    assert not {"55", "56", "57"} & set(after)
    rest = [tag for tag in after if tag not in ("01", "54", "63")]
    assert rest == [tag for tag in before if tag not in ("01", "63")]
    assert all(after[tag] == before[tag] for tag in rest)
    assert read_qris(made).payload == made


@given(st.data(), st.sampled_from(STATIC))
def test_one_wrong_letter_anywhere_is_noticed(data: st.DataObject, name: str) -> None:
    whole = payload(name)
    place = data.draw(st.integers(0, len(whole) - 1))
    letter = data.draw(PRINTABLE.filter(lambda one: one.upper() != whole[place].upper()))
    with pytest.raises(ShopError, match="qris-not-valid"):
        read_qris(whole[:place] + letter + whole[place + 1 :])


@given(st.text(max_size=600) | st.text(max_size=40).map(lambda text: sealed(f"000201{text}")))
def test_nothing_that_is_no_qris_does_more_than_be_refused(text: str) -> None:
    with pytest.raises(ShopError, match="qris-not-valid"):
        read_qris(text)


@pytest.mark.parametrize("name", ["A\nB", "AB\u202eCD", "   ", "A\x00", "\ue000b"])
def test_a_name_that_would_trick_the_eye_is_refused(name: str) -> None:
    with pytest.raises(ShopError, match="qris-not-valid"):
        read_qris(renamed(name))


@pytest.mark.parametrize("name", ["WARUNG 6304 5802ID", "CAFÉ BU RATNA", "<b>TOKO</b>"])
def test_a_name_may_hold_what_looks_like_a_tag(name: str) -> None:
    made = with_amount(renamed(name), 5000)
    assert made.name == name
    assert tags_of(made.payload)["54"] == "5000"


def test_a_payload_without_the_national_number_is_no_qris() -> None:
    tags = tags_of(payload("Q01"))
    body = "".join(f"{tag}{len(value):02d}{value}" for tag, value in tags.items() if tag not in ("51", "63"))
    with pytest.raises(ShopError, match="qris-not-valid"):
        read_qris(sealed(body))


@pytest.mark.parametrize(
    ("codes", "refusal"),
    [
        ([], "qris-not-found"),
        (["Q18"], "qris-not-valid"),
        (["Q09", "Q18"], "qris-not-valid"),
        (["Q01", "Q07"], "qris-several"),
    ],
)
def test_a_photo_must_show_one_qris(codes: list[str], refusal: str) -> None:
    with pytest.raises(ShopError, match=refusal):
        one_qris([payload(name) for name in codes])


def test_other_codes_beside_the_qris_do_not_matter() -> None:
    assert one_qris([payload("Q18"), payload("Q12"), payload("Q01")]).payload == payload("Q01")
