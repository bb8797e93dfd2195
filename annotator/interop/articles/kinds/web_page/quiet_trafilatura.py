"""Import of trafilatura without console output and network access."""

from __future__ import annotations

import logging
import socket
import sys
import warnings
from typing import Any

from annotator.interop.foreign.optional_libraries import require

FAULTS = (AttributeError, TypeError, ValueError, LookupError, RecursionError)
"""Exceptions that trafilatura may raise for unusual pages."""


def trafilatura() -> Any:
    """Return the library. Raises ForeignError where it is not installed."""
    if "trafilatura" not in sys.modules:
        _import()
    module = require("trafilatura", "trafilatura")
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return module


def _import() -> None:
    """Import trafilatura; keep its dependencies from probing IPv6 with a socket and from warnings about SOCKS."""
    has_ipv6 = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "SOCKS support")
            require("trafilatura", "trafilatura")
    finally:
        socket.has_ipv6 = has_ipv6
