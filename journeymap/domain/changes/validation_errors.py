"""From pydantic's findings to one sentence in a facilitator's words."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from journeymap.domain.model.rows import ROW_TYPES
from journeymap.domain.text.catalogue import Value
from journeymap.domain.text.errors import Refusal, Term, invalid
from journeymap.domain.text.lookalikes import is_invisible


def field_name(table: str, field: str) -> Term:
    """The catalogue's key for a field: `field-moments-felt-valence`; what every row has, `field-origin`."""
    shared = field == "origin"
    return Term((f"field-{field}" if shared else f"field-{table}-{field}").replace("_", "-"))


def refusal(table: str, problem: ValidationError) -> Refusal:
    """The first thing that is wrong, as a sentence."""
    found = problem.errors(include_url=False)[0]
    field = str(found["loc"][0]) if found["loc"] else ""
    kind, context = found["type"], found.get("ctx", {})
    if kind == "extra_forbidden":
        return invalid("no-such-field", field=field)
    if field not in ROW_TYPES[table].model_fields or field in ("id", "parent", "key", "origin"):
        return invalid("bad-id")
    values: dict[str, Value] = {"field": field_name(table, field)}
    if kind in ("missing", "string_too_short"):
        return invalid("blank", **values)
    if kind == "string_too_long":
        return invalid("too-long", **values, most=context["max_length"], length=context["length"])
    if kind in ("hidden_character", "too_many_lines"):
        return invalid(kind.replace("_", "-"), **values, **context)
    if field.endswith("valence"):
        return invalid("valence-range", **values)
    if kind == "greater_than_equal":
        return invalid("too-low", **values, least=context["ge"])
    if kind == "less_than_equal":
        return invalid("too-high", **values, most=context["le"])
    if kind == "enum":
        return invalid(
            "not-one-of", **values, choices=", ".join(str(context["expected"]).replace("'", "").split(" or "))
        )
    return invalid("wrong-type", **values)


def require_visible(table: str, values: Mapping[str, Any]) -> None:
    """Refuse a text in which there is nothing to see. What is kept already is read all the same."""
    for field, value in values.items():
        if isinstance(value, str) and is_invisible(value):
            raise invalid("invisible", field=field_name(table, field))


M = TypeVar("M", bound=BaseModel)


def checked(model: type[M], values: Mapping[str, Any], area: str) -> M:
    """The value. Errors: Refusal about the first field that does not fit; it is called `field-<area>-<field>`."""
    require_visible(area, values)
    try:
        return model.model_validate(dict(values))
    except ValidationError as problem:
        raise _refusal(problem, area) from None


def _refusal(problem: ValidationError, area: str) -> Refusal:
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
