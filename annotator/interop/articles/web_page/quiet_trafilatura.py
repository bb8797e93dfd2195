"""The library trafilatura, as it is wanted here: it writes nothing to the console and asks nothing of the network."""

from __future__ import annotations

import logging
import socket
import sys
import warnings
from typing import Any

from annotator.interop.foreign.optional_libraries import require

FAULTS = (AttributeError, TypeError, ValueError, LookupError, RecursionError)
"""What it may run into on a page that is not built as it expects."""


def trafilatura() -> Any:
    """The library. Raises ForeignError where it is not installed."""
    if "trafilatura" not in sys.modules:
        _import()
    module = require("trafilatura", "trafilatura")
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return module


def _import() -> None:
    """What comes with it is not to open a socket, to try IPv6, nor to warn of what it would miss to download pages."""
    has_ipv6 = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "SOCKS support")
            require("trafilatura", "trafilatura")
    finally:
        socket.has_ipv6 = has_ipv6
