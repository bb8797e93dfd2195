"""An XML member of an archive, no larger than the text of an article can be."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.xml.reading import root_of
from annotator.storage.files.file_bytes import MIB

LARGEST = 24 * MIB
MOST_ELEMENTS = 500_000
"""Some thousand pages; more would keep the libraries busy for minutes."""


def part_of(archive: Archive, name: str) -> tuple[bytes, Element]:
    """Its bytes and its root. Raises ForeignError."""
    data = archive.read(name, LARGEST)
    root = root_of(data, name)
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise ForeignError(f"It has more than {MOST_ELEMENTS:,} elements. Split it into smaller files.", name)
    return data, root
