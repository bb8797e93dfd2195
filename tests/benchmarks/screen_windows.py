"""Windows on an X screen, whichever program they are of."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Set

SMALLEST = 100
"""Pixels of width and height from which on a window counts; splash screens of one pixel and helpers do not."""
VIEWABLE, ALL_PLANES, Z_PIXMAP = 2, 0xFFFFFFFF, 2
PAUSE = 0.002


class _Attributes(ctypes.Structure):
    """XWindowAttributes of Xlib."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("class_", "bit_gravity", "win_gravity", "backing_store")),
        ("backing_planes", ctypes.c_ulong),
        ("backing_pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        *((name, ctypes.c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    )


class _Image(ctypes.Structure):
    """The beginning of XImage of Xlib."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("width", "height", "xoffset", "format")),
        ("data", ctypes.POINTER(ctypes.c_char)),
        *((name, ctypes.c_int) for name in ("byte_order", "unit", "bit_order", "pad", "depth", "bytes_per_line")),
    )


_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


class Screen:
    """The screen of DISPLAY. Raises OSError where there is none."""

    def __init__(self) -> None:
        self._x = x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = ctypes.c_void_p
        x.XDefaultRootWindow.restype = ctypes.c_ulong
        x.XGetImage.restype = ctypes.POINTER(_Image)
        self._ignored = _HANDLER(lambda _display, _error: 0)  # a window may be gone before it is asked about
        x.XSetErrorHandler(self._ignored)
        display = x.XOpenDisplay(None)
        if not display:
            raise OSError("no X screen can be opened: set DISPLAY, or run it by xvfb-run")
        self._display = ctypes.c_void_p(display)
        self._root = ctypes.c_ulong(x.XDefaultRootWindow(self._display))

    def windows(self) -> frozenset[int]:
        """Return the windows that are on the screen and have a size."""
        return frozenset(window for window in self._children() if self._size(window))

    def wait_for_another(self, before: Set[int], seconds: float) -> None:
        """Wait until a window that was not there before shows something. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while not any(self._is_painted(window) for window in self.windows() - before):
            if time.monotonic() > end:
                raise TimeoutError(f"no window was shown within {seconds:.0f} s")
            time.sleep(PAUSE)

    def wait_until_gone(self, before: Set[int], seconds: float) -> None:
        """Wait until there are no windows but those from before. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while self.windows() - before:
            if time.monotonic() > end:
                raise TimeoutError("the window of a program that was ended is still there")
            time.sleep(PAUSE)

    def _children(self) -> list[int]:
        root, parent, children = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)()
        count = ctypes.c_uint()
        found = (ctypes.byref(one) for one in (root, parent, children, count))
        if not self._x.XQueryTree(self._display, self._root, *found):
            return []
        windows = children[: count.value]
        if children:
            self._x.XFree(children)
        return windows

    def _size(self, window: int) -> tuple[int, int] | None:
        """Return width and height of a window that is on the screen and not too small, else None."""
        told = _Attributes()
        if not self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(window), ctypes.byref(told)):
            return None
        large = min(told.width, told.height) >= SMALLEST
        return (told.width, told.height) if told.map_state == VIEWABLE and large else None

    def _is_painted(self, window: int) -> bool:
        """Return whether the middle column of the window has more than one colour."""
        size = self._size(window)
        if size is None:
            return False
        place = size[0] // 2, 0, 1, size[1]
        image = self._x.XGetImage(self._display, ctypes.c_ulong(window), *place, ctypes.c_ulong(ALL_PLANES), Z_PIXMAP)
        if not image:
            return False
        step = image.contents.bytes_per_line
        data = image.contents.data[: step * image.contents.height]
        self._x.XDestroyImage(image)
        return len({data[at : at + step] for at in range(0, len(data), step)}) > 1
