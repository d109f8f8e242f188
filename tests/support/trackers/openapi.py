"""Requests and answers held to a published OpenAPI description."""

import json
import re
from functools import cached_property
from pathlib import Path
from typing import Any

from jsonschema_rs import validator_for

from tests.support.trackers.http import Reply, Request


class Described:
    """The operations of one description."""

    def __init__(self, path: Path) -> None:
        self._paths = json.loads(path.read_text(encoding="utf-8"))["paths"]

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], dict[str, Any]]]:
        return [
            (re.compile(re.sub(r"\\\{\w+\\\}", "([^/]+)", re.escape(one))), self._paths[one]) for one in self._paths
        ]

    def operation(self, request: Request) -> dict[str, Any]:
        """What is published of it; {} where nothing is."""
        methods = next((one for pattern, one in self._patterns if pattern.fullmatch(request.path)), {})
        found: dict[str, Any] = methods.get(request.method.lower(), {})
        return found

    def wrong(self, request: Request) -> str:
        """What is not as published in a request; "" where all is."""
        operation = self.operation(request)
        if not operation:
            return f"{request.called} is no operation"
        known = {one["name"]: one["schema"] for one in operation["parameters"] if one["in"] == "query"}
        for name, value in request.query.items():
            if name not in known:
                return f"{name} is no parameter of {request.called}"
            given: Any = int(value) if known[name].get("type") == "integer" else value
            if not _fits(known[name], given):
                return f"{name}={value} does not fit"
        if (body := operation.get("requestBody")) is None:
            return "no body is taken" if request.data is not None else ""
        schema = body["content"]["application/json"]["schema"]
        if unknown := set(request.data or {}) - set(schema["properties"]):
            return f"{unknown} are no properties of {request.called}"
        return "" if _fits(schema, request.data) else f"the body of {request.called} does not fit"

    def check(self, request: Request, reply: Reply) -> None:
        """That an answer of ours says nothing that the description does not know."""
        answers = self.operation(request)["responses"]
        if reply.status >= 300:
            return
        schema = answers[str(reply.status)]["content"]["application/json"]["schema"]
        several = schema.get("type") == "array"
        properties = (schema.get("items") or {}) if several else schema
        for one in reply.data if several else [reply.data]:
            assert set(one) <= set(properties.get("properties", one)), set(one) - set(properties["properties"])


def _fits(schema: dict[str, Any], value: Any) -> bool:
    return bool(validator_for(_nullable(schema)).is_valid(value))


def _nullable(schema: Any) -> Any:
    """OpenAPI 3.0's `nullable`, as JSON Schema says it."""
    if isinstance(schema, list):
        return [_nullable(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    said = {name: _nullable(one) for name, one in schema.items()}
    return {"anyOf": [said, {"type": "null"}]} if said.pop("nullable", False) is True else said
