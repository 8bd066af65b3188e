"""How what goes in and out of the API is named."""

from __future__ import annotations

from ninja import Schema
from pydantic import ConfigDict
from pydantic.alias_generators import to_camel


class Shape(Schema):
    """What goes in and out has names in lower camel case."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)
