"""What a field of a row is made of, also inside `X | None` and `Annotated`."""

from typing import Any, get_args

from pydantic.fields import FieldInfo


def opened(info: FieldInfo) -> tuple[list[Any], list[Any]]:
    """The types and constraints of a field, also those inside `X | None` and `Annotated`."""
    types: list[Any] = []
    meta: list[Any] = list(info.metadata)
    waiting: list[Any] = [info.annotation]
    while waiting:
        found = waiting.pop()
        inner = get_args(found)
        if hasattr(found, "__metadata__"):
            for mark in found.__metadata__:
                meta.extend(getattr(mark, "metadata", None) or [mark])
            waiting.append(inner[0])
        elif inner:
            waiting.extend(inner)
        else:
            types.append(found)
    return types, meta
