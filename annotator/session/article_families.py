"""Font families for the article's text on each system, the preferred ones first. Needs no Qt."""

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
    """Return the serif families for most languages; ``system`` is a value of ``sys.platform``."""
    return SERIF.get(system, SERIF["linux"])
