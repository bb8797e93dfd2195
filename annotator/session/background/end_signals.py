"""Signals that ask the process to end: Ctrl+C in the terminal, a terminal that closes, the system that shuts down.

A Python signal handler runs wherever the interpreter is just then, be it in a method that Qt has called. An exception
from there, as the KeyboardInterrupt of Ctrl+C, ends the process in a segmentation fault: PySide6 reads the text of an
exception that has none. So the handlers do nothing, and the number of the signal arrives in the event loop by a socket.
"""

from __future__ import annotations

import signal
import socket
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Self

from PySide6.QtCore import QObject, QSocketNotifier, Signal

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
MOST_AT_ONCE = 4096


class EndSignals(QObject):
    """Emits ``received`` with the number of the first signal, in this thread, while it is entered.

    Later ones are ignored. A signal that was ignored when the program started, as by nohup, stays so.
    """

    received = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self._before: dict[int, Any] = {}
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def __enter__(self) -> Self:
        signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for number in signal.Signals:
            if number.name in NAMES and signal.getsignal(number) not in (signal.SIG_IGN, None):
                self._before[number] = signal.signal(number, _do_nothing)
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._reading.close()
        self._writing.close()

    def _read(self) -> None:
        numbers = b""
        with suppress(BlockingIOError):
            numbers = self._reading.recv(MOST_AT_ONCE)
        for number in numbers:
            if number in self._before and not self.number:
                self.number = number
                self.received.emit(number)


def _do_nothing(_number: int, _frame: FrameType | None) -> None:
    """Be there, so that Python takes the signal and writes its number to the socket."""
