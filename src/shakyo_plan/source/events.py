"""The events of a YAML text: from ruamel's C parser where it is installed, else from its Python one.

Both give the same events for the same text; where the C parser refuses, the Python parser
has the last word, so that a message never depends on what is installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import Event
from ruamel.yaml.main import YAML

try:
    from _ruamel_yaml import CParser
except ImportError:
    CParser = None

HAS_C_PARSER = CParser is not None


def fast_events(text: str) -> Iterator[Event]:
    """Yield the events of the text from the C parser.

    Raises:
        YAMLError: the text is no YAML, as far as this parser can tell.
    """
    parser: Any = CParser(text)
    return iter(parser.get_event, None)


def plain_events(text: str) -> Iterator[Event]:
    """Yield the events of the text from the Python parser.

    Raises:
        YAMLError: the text is no YAML; a `MarkedYAMLError` says where.
    """
    yield from YAML(typ="safe", pure=True).parse(text)


__all__ = ["HAS_C_PARSER", "MarkedYAMLError", "YAMLError", "fast_events", "plain_events"]
