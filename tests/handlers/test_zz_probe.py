import pytest
from tests.support.cast import Person, Town

@pytest.mark.parametrize("n", range(6))
async def test_p(town: Town, bu_sari: Person, n: int) -> None:
    m = await bu_sari.starts()
    print(m)
