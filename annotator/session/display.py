"""Check for a display before Qt starts, since Qt aborts the process if there is none."""

from __future__ import annotations

import os
from collections.abc import Mapping

from annotator.storage.files.file_error import shown

NONE = "no window can be opened: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
LIBRARIES = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
}
"""Libraries that Qt needs for X11 and that may be missing on a desktop, with their Debian packages."""


def why_no_display(environment: Mapping[str, str], system: str) -> str:
    """Return a sentence that says why no window can be opened; empty if one can."""
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
    if missing := _missing_library():
        return missing
    return "" if _answers(display) else f"no window can be opened: the display {shown(display)} does not answer"


def _answers(display: str) -> bool:
    """Return True if the X server accepts a connection; xcb resolves its name and access key exactly as for Qt."""
    import ctypes  # imported here since only X11 needs it

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.argtypes, xcb.xcb_connect.restype = [ctypes.c_char_p, ctypes.c_void_p], ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _missing_library() -> str:
    import ctypes  # imported here since only X11 needs it

    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            return f"no window can be opened: Qt needs {library}; on Debian and Ubuntu: apt install {package}"
    return ""
