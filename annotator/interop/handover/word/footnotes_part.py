"""Part of a Word document for footnotes, which the library does not make."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.interop.handover.word.xml import NAMESPACES

FOOTNOTES = "word/footnotes.xml"
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def with_footnotes(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the members of the archive with an empty part for footnotes, its type and its relation."""
    kind = f'<Override PartName="/{FOOTNOTES}" ContentType="{KIND}"/></Types>'
    relation = f'<Relationship Id="rIdFootnotes" Type="{RELATION}" Target="footnotes.xml"/></Relationships>'
    return {
        **members,
        TYPES: members[TYPES].replace(b"</Types>", kind.encode()),
        RELATIONS: members[RELATIONS].replace(b"</Relationships>", relation.encode()),
        FOOTNOTES: f"{HEAD}<w:footnotes {NAMESPACES}/>".encode(),
    }
