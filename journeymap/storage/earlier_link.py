"""What a to-be was linked to before somebody linked it otherwise: kept with the map, so that it can be taken back."""

from collections.abc import Collection
from typing import Self

from pydantic import BaseModel, ConfigDict

from journeymap.storage.store import MapHead


class EarlierLink(BaseModel):
    """A link as it was: the as-is and its revision then, or the map that was waited for.

    `batch` is the batch of origins that was written when it was left; "" where there was none.
    """

    model_config = ConfigDict(frozen=True)

    as_is_id: str | None = None
    base_revision: int | None = None
    base_map_id: str | None = None
    designed_from: str | None = None
    batch: str = ""

    @property
    def maps(self) -> tuple[str, ...]:
        """The maps it speaks of, which may be gone by now."""
        return tuple(one for one in (self.as_is_id, self.base_map_id) if one is not None)

    def among(self, there: Collection[str]) -> Self:
        """The same where only these maps are still there; without what it began from nobody knows its revision."""
        if self.as_is_id is not None and self.as_is_id not in there:
            return type(self)()
        if self.base_map_id is not None and self.base_map_id not in there:
            return self.model_copy(update={"base_map_id": None, "base_revision": None})
        return self

    @classmethod
    def of(cls, head: MapHead, batch: str = "") -> Self:
        """The link that a map has now."""
        names = ("as_is_id", "base_revision", "base_map_id", "designed_from")
        return cls(**{name: getattr(head, name) for name in names}, batch=batch)

    @classmethod
    def before(cls, head: MapHead) -> Self | None:
        """The link that a map had before this one; None where it was never linked otherwise."""
        return cls.model_validate_json(head.earlier_link) if head.earlier_link else None
