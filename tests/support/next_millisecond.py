"""Time that passes: of what happens in one millisecond nobody can say what came first."""

from journeymap.service.house import House
from tests.support.server_process import until


def pass_a_moment(house: House) -> None:
    """What happens next does so at a later time, of which the smallest part is a millisecond."""
    now = house.now()
    assert until(lambda: house.now() > now, 5)
