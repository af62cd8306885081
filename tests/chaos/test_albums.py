"""Albums that are killed in the middle are one draft each, with all photos, in order."""

import asyncio

from tests.chaos.album_storm import ALBUMS_A_KILL, DOWN_SECONDS, AlbumStorm
from tests.chaos.child import Plan
from tests.chaos.ground import Ground, many_phones
from tests.chaos.test_storms import quietly


async def test_an_album_storm_takes_nothing_apart(here: Ground) -> None:
    tally = await AlbumStorm(here, kills=2).run(quietly)
    assert tally.broken == []
    assert (tally.kills, tally.facts["albums"]) == (2, 2 * ALBUMS_A_KILL)


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
            await fleet.live_and_die(lambda plan=plan: (plan, 10.0))  # type: ignore[misc] # a default binds it now
            await asyncio.sleep(DOWN_SECONDS)
        fleet.live_in_peace(Plan(control=control))
        await storm.all_have_come()
    assert set(fleet.deaths) == {"inbox: row kept, not confirmed", "turn: committed, not spoken"}
    return storm.faults()


async def test_photos_that_come_after_the_first_was_taken_for_all_are_not_lost(here: Ground) -> None:
    assert await kept_in_two_parts(here) == []
