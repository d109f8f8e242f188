"""A frozen model with other values, where each value was checked already: pydantic is not asked again."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

M = TypeVar("M", bound=BaseModel)


def made_of(kind: type[M], values: Mapping[str, Any]) -> M:
    """A model of all these values, which are taken as they are, in the order of its fields."""
    made = kind.__new__(kind)
    object.__setattr__(made, "__dict__", dict(values))
    object.__setattr__(made, "__pydantic_fields_set__", set(values))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


def with_fields(model: M, **values: Any) -> M:
    """The same model with other values."""
    return made_of(type(model), {**model.__dict__, **values})
