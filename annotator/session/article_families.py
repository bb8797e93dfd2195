"""The typefaces that the article is set in: those wanted on each system, the best first. Needs no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SERIF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "win32": ("Sitka Text", "Cambria"),
        "darwin": ("Charter", "New York", "Times"),
        "linux": ("Charis SIL", "Source Serif 4", "Noto Serif", "DejaVu Serif"),
    }
)
ARABIC = ("Noto Naskh Arabic", "Geeza Pro", "Arabic Typesetting")


def serif_families(system: str) -> tuple[str, ...]:
    """For the letters of most languages; ``system`` as Python names it."""
    return SERIF.get(system, SERIF["linux"])
