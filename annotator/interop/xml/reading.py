"""Safe XML parsing: no document type, no entities, no external access."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from annotator.interop.foreign.errors import ForeignError
from annotator.translation.messages import _, number

DEEPEST = 200
MOST_PARTS = 3_000_000
"""Tags and attributes; a file of 24 MiB can have twice as many, which take ten seconds and a gigabyte."""


def root_of(data: bytes, place: str = "") -> Element:
    """Parse XML and return its root element. Raises ForeignError, with the line where the parser knows it."""
    from defusedxml import DefusedXmlException  # imported here, as few formats are XML
    from defusedxml.ElementTree import fromstring

    if data.count(b"<") + data.count(b"=") > MOST_PARTS:  # before anything is made of it; no part is without one
        raise ForeignError(
            _("It has more than {most} tags and attributes. Split it into smaller files.").format(
                most=number(MOST_PARTS)
            ),
            place,
        )
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise ForeignError(
            _("It has a document type or entities, which are not allowed. Remove the DOCTYPE."), place
        ) from error
    except ParseError as error:
        line = error.position[0] if error.position else None
        raise ForeignError(
            _("It is not valid XML: {fault}.").format(fault=str(error).partition(":")[0]), place, line
        ) from error
    except (ValueError, LookupError) as error:  # an unknown encoding
        raise ForeignError(_("It is not valid XML: its encoding is not known."), place, 1) from error
    if _depth(root) > DEEPEST:
        raise ForeignError(_("It is nested more than {most} levels deep.").format(most=number(DEEPEST)), place)
    return root


def _depth(root: Element) -> int:
    """Return the depth of the element tree, found without recursion so that hostile files cannot exhaust the stack."""
    depth, level = 0, [root]
    while level and depth <= DEEPEST:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth
