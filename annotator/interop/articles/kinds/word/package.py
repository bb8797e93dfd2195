"""Reduction of a Word document to its text, styles and properties, so that the library reads only checked parts."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from posixpath import normpath
from xml.etree.ElementTree import Element, tostring
from zipfile import ZipFile

from annotator.interop.articles.xml_part import part_of
from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.translation.messages import _

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Signature of OLE files: old Word documents, and the container of encrypted new ones."""

CONTENT_TYPES = "[Content_Types].xml"
PROPERTIES = "/core-properties"
KINDS = ("/officeDocument", "/styles", PROPERTIES)
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}


def opened(data: bytes) -> Archive:
    """Open the document as an archive. Raises ForeignError where it is encrypted, in the old format or damaged."""
    if data.startswith(OLD_OFFICE):
        raise ForeignError(_("It is encrypted or an old Word document. Save it as .docx, without a password."))
    return Archive(data)


def notes_part(archive: Archive, name: str) -> bytes:
    """Return the checked XML of the footnotes or endnotes; empty where that part is missing or damaged."""
    try:
        member = _member(archive, name)
        return _checked(archive, member) if member else b""
    except ForeignError:
        return b""


def _member(archive: Archive, name: str) -> str:
    return next((member for member in archive.names if member.endswith(f"/{name}.xml")), "")


def slim(archive: Archive) -> BytesIO:
    """Return the document with only its text, styles and properties, each XML part of which was checked."""
    members = {CONTENT_TYPES: _checked(archive, CONTENT_TYPES)}
    sources = [""]
    while sources:
        name = _relationships_of(sources.pop())
        if name in archive:
            _data, relationships = part_of(archive, name)
            targets = _needed(relationships, name, archive)
            sources += [target for target in targets if target not in members]
            members |= {target: _checked(archive, target) for target in targets if target not in members}
            members[name] = _plain(tostring(relationships))
    return _zipped(members)


def _relationships_of(source: str) -> str:
    path = PurePosixPath(source)
    return str(path.parent / "_rels" / f"{path.name}.rels")


def _needed(relationships: Element, name: str, archive: Archive) -> list[str]:
    """Return the needed members; remove all other relationships, above all those to external targets."""
    folder = PurePosixPath(name).parent.parent
    targets = []
    for relationship in list(relationships):
        target = normpath("/" / folder / relationship.get("Target", "")).lstrip("/")
        inside = relationship.get("TargetMode") != "External" and target in archive
        if inside and relationship.get("Type", "").endswith(KINDS):
            targets.append(target)
        else:
            relationships.remove(relationship)
    return targets


def _checked(archive: Archive, name: str) -> bytes:
    return _plain(part_of(archive, name)[0])


def _plain(data: bytes) -> bytes:
    """Return the XML with the namespaces that the library knows in place of those of “Strict Open XML”."""
    for strict, usual in STRICT.items():
        data = data.replace(strict, usual)
    return data


def _zipped(members: dict[str, bytes]) -> BytesIO:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file
