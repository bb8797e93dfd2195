"""Targets of hyperlinks that are fields, as Word writes them into its documents and into RTF."""

from __future__ import annotations

import re

FIELD = re.compile(r'\s*HYPERLINK\s+(?:\\[a-km-z]\s+)*"?([^"\\\s][^"\s]{0,2000})"?', re.I)


def field_target(instruction: str) -> str:
    """Return the target that a field's instruction names; empty where it is no link, or one within the document."""
    found = FIELD.match(instruction)
    return found[1] if found else ""
