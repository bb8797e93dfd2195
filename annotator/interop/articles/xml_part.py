"""Reading an XML member of an archive within the limits of an article."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.xml.reading import root_of
from annotator.storage.files.file_bytes import MIB
from annotator.translation.messages import _, number

LARGEST = 24 * MIB
MOST_ELEMENTS = 500_000
"""About a thousand pages or more; a larger number would keep the libraries busy for minutes."""


def part_of(archive: Archive, name: str) -> tuple[bytes, Element]:
    """Return the member's bytes and root element. Raises ForeignError."""
    data = archive.read(name, LARGEST)
    root = root_of(data, name)
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS:
        raise ForeignError(
            _("It has more than {most} elements. Split it into smaller files.").format(most=number(MOST_ELEMENTS)), name
        )
    return data, root
