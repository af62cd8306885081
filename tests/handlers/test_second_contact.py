"""The second contact: invited by a link that works once, asked to phone a silent seller, ended by either side."""

from handlers.taps import Join, Kin
from tests.support.cast import Message, Person, Town
from tests.support.scenes import link_in, newest, orders, sells


async def invites(seller: Person) -> str:
    """The seller makes an invitation; what START carries."""
    before = await newest(seller)
    await seller.writes("/lapak")
    await seller.taps("Atur lapak", on=await seller.sees("Link lapak", button="Atur lapak", after=before))
    await seller.taps("Waktu & pengingat", on=await seller.sees("mau diubah", after=before))
    await seller.taps("Kontak kedua", on=await seller.sees(button="Kontak kedua", after=before))
    await seller.taps("Buat link", on=await seller.sees("Kontak kedua", button="Buat link", after=before))
    return link_in(await seller.sees("Sekali pakai", after=before))


async def agrees(friend: Person, link: str) -> Message:
    """Somebody opens the link and agrees."""
    await friend.taps("Ya, saya mau", on=await friend.starts(link))
    return await friend.sees("sekarang kontak kedua lapak Bu Sari")


async def test_a_link_makes_one_person_the_second_contact(town: Town, bu_sari: Person, stranger: Person) -> None:
    await sells(bu_sari)
    link = await invites(bu_sari)
    mas_andi = await town.person("Mas Andi")
    question = await mas_andi.starts(link)
    assert "saya minta Kakak menelepon atau mengingatkan Bu Sari" in question.words
    assert "Boleh berhenti kapan saja" in question.words
    await stranger.starts(link)
    await mas_andi.taps("Ya, saya mau", on=question)
    await mas_andi.sees("sekarang kontak kedua", button="Berhenti")
    await bu_sari.sees("Mas Andi sekarang kontak kedua")
    await stranger.taps("Ya, saya mau")
    assert (await stranger.sees("sudah dipakai")).buttons
    again = await stranger.starts(link)
    assert "sudah dipakai" in again.words


async def test_the_second_contact_is_asked_first_and_sees_nothing_of_the_buyer(
    town: Town, bu_sari: Person, pak_budi: Person, mbak_rini: Person
) -> None:
    await mbak_rini.starts()
    shared = await sells(bu_sari)
    mas_andi = await town.person("Mas Andi")
    await agrees(mas_andi, await invites(bu_sari))
    await orders(pak_budi, shared)
    await town.later(hours=23)
    call = await mas_andi.sees("pesanan #1 yang belum dijawab", button="Sudah saya hubungi")
    assert "Tolong telepon atau ingatkan Bu Sari" in call.words
    assert "Budi" not in call.words
    assert not [said for said in await mbak_rini.told() if "ditelepon" in said]
    await mas_andi.taps("Sudah saya hubungi", on=call)
    assert (await mas_andi.sees("Terima kasih sudah membantu")).buttons


async def test_when_the_second_contact_blocks_us_the_operators_are_asked(
    town: Town, bu_sari: Person, pak_budi: Person, mbak_rini: Person
) -> None:
    await mbak_rini.starts()
    shared = await sells(bu_sari)
    mas_andi = await town.person("Mas Andi")
    await agrees(mas_andi, await invites(bu_sari))
    await mas_andi.blocks()
    await orders(pak_budi, shared)
    await town.later(hours=23)
    assert "pesanan #1" in (await mbak_rini.sees("Tolong ditelepon")).words.lower()


async def test_either_side_ends_it_and_the_other_is_told(town: Town, bu_sari: Person) -> None:
    await sells(bu_sari)
    mas_andi = await town.person("Mas Andi")
    thanks = await agrees(mas_andi, await invites(bu_sari))
    await mas_andi.taps("Berhenti jadi kontak", on=thanks)
    await mas_andi.sees("sudah tidak jadi kontak kedua")
    left = await bu_sari.sees("Mas Andi sudah tidak jadi kontak kedua lagi", button="Kontak kedua")
    await agrees(mas_andi, await invites(bu_sari))
    before = await newest(bu_sari)
    await bu_sari.taps("Kontak kedua", on=left)
    await bu_sari.taps("Akhiri", on=await bu_sari.sees("Mas Andi", button="Akhiri", after=left["message_id"] - 1))
    await bu_sari.sees("tidak punya kontak kedua lagi", after=left["message_id"] - 1)
    await mas_andi.sees("sudah tidak jadi kontak kedua lapak Bu Sari")
    assert before


async def test_an_old_link_is_worth_nothing(town: Town, bu_sari: Person, stranger: Person) -> None:
    await sells(bu_sari)
    link = await invites(bu_sari)
    assert "untuk orang dekat" in (await bu_sari.starts(link)).words
    newer = await invites(bu_sari)
    assert newer != link
    assert "sudah dipakai" in (await stranger.starts(link)).words
    await town.later(days=3, minutes=1)
    assert "lewat waktunya" in (await stranger.starts(newer)).words


async def test_a_forged_agreement_or_end_finds_nothing(town: Town, bu_sari: Person, stranger: Person) -> None:
    await sells(bu_sari)
    mas_andi = await town.person("Mas Andi")
    await agrees(mas_andi, await invites(bu_sari))
    hello = await stranger.starts()
    for tap, said in (
        (Join(code="1"), "sudah dipakai"),
        (Kin(do="leave", contact_id=1), "sudah tidak jadi"),
        (Kin(do="end"), "Lapaknya belum ada"),
        (Kin(do="invite"), "Lapaknya belum ada"),
    ):
        before = await newest(stranger)
        await stranger.taps_data(hello["message_id"], tap.pack())
        await stranger.sees(said, after=before)
    before = await newest(bu_sari)
    await bu_sari.writes("/lapak")
    await bu_sari.taps_data((await bu_sari.sees("Link lapak", after=before))["message_id"], "g:contact")
    await bu_sari.sees("Mas Andi", button="Akhiri", after=before)
