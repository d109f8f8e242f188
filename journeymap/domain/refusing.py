"""From pydantic's findings to one sentence in a facilitator's words."""

from pydantic import ValidationError

from journeymap.domain.errors import Refusal, Term, invalid
from journeymap.domain.rows import ROW_TYPES
from journeymap.domain.texts import Value


def field_name(table: str, field: str) -> Term:
    """The catalogue's key for a field: `field-moments-felt-valence`, shared ones `field-notes`."""
    return Term(f"field-{table}-{field}".replace("_", "-"))


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
    if kind == "hidden_character":
        return invalid("hidden-character", **values, character=context["character"])
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
