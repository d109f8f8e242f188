"""How long a text is to its reader, and the one way to declare how long it may be.

A character is what a person sees as one: an emoji of several parts, a flag, a letter with its accents. Its parts only
count where there are more than `PARTS` of them, so that no text grows without end. Our pages count by the same rule
(frontend/shared/lengths.js) with the browser's own tables, which may be older or newer than ours: what our tables
do not know counts nothing here, so that nothing is refused here that fitted there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

import regex
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

PARTS = 10
"""So many code points make up one character at most; where there are more, as in a stack of accents, they count."""

_CHARACTER = regex.compile(r"\X")
_UNKNOWN = regex.compile(r"\p{Cn}")


def length_of(text: str) -> int:
    """How many characters a person sees in a text that is normalised."""
    if text.isascii():
        return len(text) - text.count("\r\n")  # which also counts as one
    seen = sum(1 for _ in _CHARACTER.finditer(_UNKNOWN.sub("", text)))
    return max(seen, -(-len(text) // PARTS))


def shortened_to(text: str, most: int) -> str:
    """As much of a text as fits, and no half of a character."""
    if len(text) <= most or length_of(text) <= most:
        return text
    kept = ""
    for found in _CHARACTER.finditer(text):
        if length_of(kept + found[0]) > most:
            break
        kept += found[0]
    return kept


@dataclass(frozen=True, slots=True)
class Most:
    """As a part of a text's type: so many characters at most."""

    max_length: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check what was made readable before."""
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Programs count code points."""
        return {**handler(schema), "maxLength": self.max_length * PARTS}

    def _check(self, text: str) -> str:
        if len(text) > self.max_length and (length := length_of(text)) > self.max_length:
            known = {"max_length": self.max_length, "length": length}
            raise PydanticCustomError("string_too_long", "at most {max_length} characters", known)
        return text


def most_of(field: FieldInfo) -> int | None:
    """How many characters a field of a model may hold, where it is a text that people write."""
    found = (mark for part in (field, *get_args(field.annotation)) for mark in _marks(part))
    return next((mark.max_length for mark in found if isinstance(mark, Most)), None)


def _marks(part: Any) -> Iterable[Any]:
    return (*getattr(part, "metadata", ()), *getattr(part, "__metadata__", ()))
