"""Which name somebody may take in a workshop: none that is taken for the owner's, or for another person's."""

from journeymap.domain.model.roles import LEADING_ROLES, Participant
from journeymap.domain.text.catalogue import LANGUAGES, say
from journeymap.domain.text.errors import invalid, stale
from journeymap.domain.text.lookalikes import are_alike, is_read_as, is_taken_for, is_written_alike, mixes_scripts
from journeymap.storage.people_contract import Called
from journeymap.storage.store import Transaction


def require_newcomer(tx: Transaction, person: Participant, owner_name: str, *, another: bool) -> None:
    """Refuse a newcomer's name: `stale` where it is there and not said to be `another` person's.

    A name that looks like somebody's and is written otherwise is refused whatever is said, and so is the owner's.
    """
    workshop_id = person.workshop_id or ""
    if not another and tx.people.named(workshop_id, person.name) is not None:
        raise stale("name-there", name=person.name)
    _require_modest(person.name, owner_name)
    for other in tx.people.called(workshop_id):
        same = is_written_alike(other.name, person.name)
        if _is_alike(person.name, other) and (not same or other.role in LEADING_ROLES):
            raise invalid("name-alike", name=other.name)
    _require_one_script(person.name)


def require_free(tx: Transaction, found: Participant, name: str, owner_name: str) -> None:
    """Refuse another name for somebody who is in, where it is somebody else's, or looks like it."""
    if found.role not in LEADING_ROLES:
        _require_modest(name, owner_name)
    for other in tx.people.called(found.workshop_id or ""):
        if other.id != found.id and _is_alike(name, other):
            same = is_written_alike(other.name, name)
            raise invalid("name-taken" if same else "name-alike", name=name if same else other.name)
    _require_one_script(name)


def _require_modest(name: str, owner_name: str) -> None:
    """Nobody who joins is called what the owner is called, or what those are called who lead."""
    titles = {say(f"role-{role}", language) for role in LEADING_ROLES for language in LANGUAGES}
    if is_taken_for(name, owner_name) or any(is_read_as(name, one) for one in titles):
        raise invalid("name-of-a-lead", name=name)


def _require_one_script(name: str) -> None:
    if mixes_scripts(name):
        raise invalid("name-mixed", name=name)


def _is_alike(name: str, other: Called) -> bool:
    """Whether somebody of this name is taken for them; of those who lead, ornaments tell nobody apart."""
    return (is_taken_for if other.role in LEADING_ROLES else are_alike)(name, other.name)
