"""The list of methods: each with its input, its result and its one door."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from meervoud import landscape


@dataclass(frozen=True)
class Method:
    """A method: ``analyse(input) -> result``, and its result as a dictionary and back."""

    name: str
    input: type
    result: type
    analyse: Callable[..., Any]
    to_dict: Callable[[Any], dict[str, Any]]
    from_dict: Callable[[Mapping[str, Any]], Any]
    read: Callable[[str | os.PathLike[str]], Any]
    """Reads the input from a file or a folder."""
    follow: Callable[[Any, Any], Any]
    """``follow(result, before)`` gives groups, which have no name of their own, the one that they had before."""
    withholding: Mapping[str, Callable[[Any], Any]]
    """What can be left out of a result before others read it, each by its name."""


METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "landscape": Method(
            name="landscape",
            input=landscape.Votes,
            result=landscape.Landscape,
            analyse=landscape.analyse,
            to_dict=landscape.to_dict,
            from_dict=landscape.from_dict,
            read=landscape.read_votes,
            follow=landscape.keep_names,
            withholding={"small-cells": landscape.without_small_cells},
        )
    }
)
