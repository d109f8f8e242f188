"""What a map still misses: said gently while people work on it, never refused."""

from dataclasses import dataclass

from journeymap.domain.model.journey import Journey
from journeymap.domain.model.limits import EPISODES_USUAL
from journeymap.domain.model.rows import EvidenceStatus, MapKind, PathKind


@dataclass(frozen=True, slots=True)
class Missing:
    """What is open on one map; ids where there is something to go to, in the order of the journey."""

    persona: bool
    goal: bool
    scope: bool
    few_episodes: bool
    many_episodes: bool
    empty_episodes: tuple[str, ...]
    untargeted: tuple[str, ...]
    no_channel: tuple[str, ...]
    no_need: tuple[str, ...]
    no_feeling: tuple[str, ...]
    no_path: bool
    only_happy: bool
    nobody_asked: bool

    @property
    def count(self) -> int:
        """How many kinds of things are open."""
        return sum(bool(getattr(self, name)) for name in self.__dataclass_fields__)


def missing(journey: Journey) -> Missing:
    """Look a map over.

    Felt emotions are only expected on an as-is: nobody has lived a to-be yet.
    """
    moments, episodes, paths = journey.moments, journey.episodes, journey.paths
    persona = journey.persona
    fewest, most = EPISODES_USUAL
    lived = journey.kind is MapKind.AS_IS
    return Missing(
        persona=persona is None,
        goal=persona is not None and not persona.goal,
        scope=not (journey.header.scope_start and journey.header.scope_end),
        few_episodes=len(episodes) < fewest,
        many_episodes=len(episodes) > most,
        empty_episodes=tuple(e.id for e in episodes if not journey.siblings("moments", e.id)),
        untargeted=tuple(e.id for e in episodes if e.targeted_valence is None and not e.targeted_label),
        no_channel=tuple(m.id for m in moments if not journey.siblings("touchpoints", m.id)),
        no_need=tuple(m.id for m in moments if not journey.siblings("needs", m.id)),
        no_feeling=tuple(m.id for m in moments if lived and m.felt_valence is None),
        no_path=bool(moments) and not paths,
        only_happy=bool(paths) and all(path.kind is PathKind.HAPPY for path in paths),
        nobody_asked=lived and bool(moments) and EvidenceStatus.VALIDATED not in {m.evidence_status for m in moments},
    )
