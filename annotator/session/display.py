"""Whether there is a screen to open a window on. Asked before Qt is, which aborts the process where there is none."""

from __future__ import annotations

import ctypes
import re
import socket
from collections.abc import Mapping

NONE = "no window can be opened: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
}
"""What Qt needs for X besides what every desktop has, with Debian's name for it."""


def why_no_display(environment: Mapping[str, str], system: str) -> str:
    """What stands in the way of a window, in a sentence; empty where nothing does."""
    if not system.startswith("linux"):
        return ""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform and platform not in ("xcb", "wayland"):
        return ""
    if environment.get("WAYLAND_DISPLAY") and platform != "xcb":
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return NONE
    if not _answers(display):
        return f"no window can be opened: the display {display} does not answer"
    return _missing_library()


def _answers(display: str) -> bool:
    name = re.fullmatch(r"(?:unix)?(?P<host>[^:/]*):(?P<number>\d+)(?:\.\d+)?", display)
    if name is None:
        return True
    host, number = name["host"], int(name["number"])
    try:
        if host:
            socket.create_connection((host, 6000 + number), timeout=5).close()
            return True
        return any(_connects(f"{prefix}/tmp/.X11-unix/X{number}") for prefix in ("", "\0"))
    except OSError:
        return False


def _connects(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as connection:
        return connection.connect_ex(address) == 0


def _missing_library() -> str:
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            return f"no window can be opened: Qt needs {library}; on Debian and Ubuntu: apt install {package}"
    return ""
