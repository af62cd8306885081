"""Albums that are killed in the middle are one draft each, with all photos, in order."""

import asyncio

from tests.chaos.album_storm import DOWN_SECONDS, AlbumStorm
from tests.chaos.child import Plan
from tests.chaos.ground import Ground, many_phones
from tests.chaos.test_storms import quietly


async def test_an_album_storm_takes_nothing_apart(here: Ground) -> None:
    tally = await AlbumStorm(here, kills=3).run(quietly)
    assert tally.broken == []
    assert (tally.kills, tally.facts["albums"]) == (3, 15)


async def kept_in_two_parts(here: Ground, control: str | None = None) -> list[str]:
    """Kept is the first photo; it is taken for the whole album; then the others come, and the turn is run again.

    What is broken then.
    """
    storm, fleet = AlbumStorm(here, kills=0), here.fleet
    here.prepare(lambda session: None)
    async with many_phones() as http:
        await storm.send(http)
        for point in ("inbox: row kept, not confirmed", "turn: committed, not spoken"):
            plan = Plan(point, control=control, updates_at_once=1)
            fleet.start(fleet.members[0], plan)
            await fleet.see_die(fleet.members[0], plan, within=10)
            await asyncio.sleep(DOWN_SECONDS)
        fleet.start(fleet.members[0], Plan(control=control))
        await storm.all_have_come()
    assert set(fleet.deaths) == {"inbox: row kept, not confirmed", "turn: committed, not spoken"}
    return storm.faults()


async def test_photos_that_come_after_the_first_was_taken_for_all_are_not_lost(here: Ground) -> None:
    assert await kept_in_two_parts(here) == []
