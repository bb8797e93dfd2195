"""Name of this machine and state of its processes."""

from __future__ import annotations

import os
import platform
import sys

LARGEST_PID = 2**31 - 1


def this_machine() -> str:
    """Return the network name of this machine; “unknown” if it has none."""
    return platform.node() or "unknown"


def is_running(pid: int) -> bool:
    """Return True if a process with this id exists on this machine, of whichever user."""
    return 0 < pid <= LARGEST_PID and _is_running(pid)


if sys.platform == "win32":
    import ctypes

    QUERY_LIMITED_INFORMATION = 0x1000
    STILL_ACTIVE = 259
    ERROR_ACCESS_DENIED = 5

    def _is_running(pid: int) -> bool:
        """Query the exit code of the process, since ``os.kill(pid, 0)`` would terminate the process on Windows."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(QUERY_LIMITED_INFORMATION, False, pid))
        if not handle:
            return ctypes.get_last_error() == ERROR_ACCESS_DENIED
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return not known or code.value == STILL_ACTIVE

else:

    def _is_running(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True
