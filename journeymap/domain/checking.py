"""Making a workshop's values from what somebody sent: what does not fit is one sentence."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from journeymap.domain.errors import Refusal, Term, invalid

M = TypeVar("M", bound=BaseModel)


def checked(model: type[M], values: Mapping[str, Any], area: str) -> M:
    """The value. Errors: Refusal about the first field that does not fit; it is called `field-<area>-<field>`."""
    try:
        return model.model_validate(dict(values))
    except ValidationError as problem:
        raise _said(problem, area) from None


def _said(problem: ValidationError, area: str) -> Refusal:
    found = problem.errors(include_url=False)[0]
    field, kind, context = _field(found["loc"]), str(found["type"]), found.get("ctx", {})
    if kind == "extra_forbidden":
        return invalid("no-such-field", field=field[:80])
    if kind == "string_pattern_mismatch":
        return invalid("bad-id")
    name = Term(f"field-{area}-{field}".replace("_", "-"))
    if kind in ("missing", "string_too_short"):
        return invalid("blank", field=name)
    if kind == "string_too_long":
        return invalid("too-long", field=name, most=context["max_length"], length=context["length"])
    if kind == "hidden_character":
        return invalid("hidden-character", field=name, character=context["character"])
    if kind in ("greater_than_equal", "greater_than"):
        return invalid("too-low", field=name, least=context.get("ge", 1))
    if kind == "less_than_equal":
        return invalid("too-high", field=name, most=context["le"])
    if kind in ("enum", "literal_error"):
        choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return invalid("not-one-of", field=name, choices=choices)
    return invalid("wrong-type", field=name)


def _field(place: tuple[int | str, ...]) -> str:
    """The field a finding is about: the innermost that has a name."""
    names = [part for part in place if isinstance(part, str)]
    return names[-1] if names else "steps"
