"""The ears and eyes of a screen reader: print what the desktop's accessibility bus tells of the program, as JSON.

The system's Python runs this file alone, for its binding of AT-SPI. A line ``parts`` on the standard input asks for all
parts that are shown; the end of the input ends the program.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402  # after the version

ANNOUNCEMENT = "object:announcement"


def tell(kind: str, what: object) -> None:
    print(json.dumps({kind: what}), flush=True)


def shown(part: Any) -> Iterator[Any]:
    """Yield the part and all parts of it that are shown."""
    yield part
    for number in range(part.get_child_count()):
        child = part.get_child_at_index(number)
        if child and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from shown(child)


def described(part: Any) -> dict[str, object]:
    focusable, parent = Atspi.StateType.FOCUSABLE, part.get_parent()
    within = parent is not None and parent.get_state_set().contains(focusable)  # as the viewport of a text
    value = [part.get_current_value(), part.get_maximum_value()] if "Value" in part.get_interfaces() else []
    return {
        "role": part.get_role_name(),
        "name": part.get_name(),
        "description": part.get_description(),
        "takes_keys": part.get_state_set().contains(focusable) and not within,
        "value": value,
    }


def tell_parts() -> bool:
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
    tell("parts", [described(part) for program in programs if program for part in shown(program)])
    return False


def follow_orders() -> None:
    for _order in sys.stdin:
        GLib.idle_add(tell_parts)
    GLib.idle_add(Atspi.event_quit)


def main() -> None:
    listener = Atspi.EventListener.new(lambda event: tell("announced", str(event.any_data)))
    listener.register(ANNOUNCEMENT)
    tell("ready", True)
    threading.Thread(target=follow_orders, daemon=True).start()
    Atspi.event_main()


main()
