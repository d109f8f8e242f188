"""Whether a message is one of the protocol: it has the fields of its TypedDict, of their types, and no other."""

import collections.abc
import json
import types
import typing
from functools import cache
from typing import Any, NotRequired, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from journeymap.live.protocol import Said


@cache
def named() -> dict[str, type[Any]]:
    """The frames that the server sends, by their type."""
    return {get_args(get_type_hints(kind)["type"])[0]: kind for kind in get_args(Said)}


def fields(kind: type[Any]) -> dict[str, bool]:
    """The fields of a TypedDict, and whether each is always there."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: get_origin(hint) is not NotRequired for name, hint in hints.items()}


def misfits(message: dict[str, Any]) -> list[str]:
    """Where a message is not as the protocol says; none where it is."""
    kind: Any = named().get(message.get("type", ""))
    if kind is None:
        return [f"no frame is called {message.get('type')!r}"]
    try:
        _model(kind).model_validate_json(json.dumps(message), strict=True)
    except ValidationError as problem:
        return [f"{message['type']} {one['loc']}: {one['msg']}" for one in problem.errors()]
    return []


@cache
def _model(kind: Any) -> type[BaseModel]:
    """The same as a model that checks; pydantic takes the TypedDict of the standard library from Python 3.12 on."""
    told: dict[str, Any] = {
        name: (_checked(hint), Field() if fields(kind)[name] else Field(default=None))
        for name, hint in get_type_hints(kind).items()
    }
    return create_model(kind.__name__, __config__=ConfigDict(extra="forbid"), **told)


def _checked(hint: Any) -> Any:
    origin, args = get_origin(hint), get_args(hint)
    if typing.is_typeddict(hint):
        return _model(hint)
    if origin in (Union, types.UnionType):
        return Union[tuple(_checked(one) for one in args)]  # noqa: UP007 - made of what is found
    if origin is collections.abc.Sequence:
        return list[_checked(args[0])]  # type: ignore[misc]
    if origin is collections.abc.Mapping:
        return dict[args[0], _checked(args[1])]  # type: ignore[valid-type,misc]
    return hint
