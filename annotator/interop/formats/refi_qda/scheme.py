"""Scheme from a REFI-QDA codebook: a .qdc file, a .qde file, or the one in a .qdpx project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from annotator.interop.foreign.archive import Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.formats.refi_qda.names import ORIGIN, PROJECT
from annotator.interop.formats.refi_qda.tables import tag
from annotator.interop.incoming.foreign_scheme import Derived, ForeignScheme
from annotator.interop.xml.reading import root_of
from annotator.model.scheme import AttributeRule
from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import FileError
from annotator.translation.messages import N_, _

MOST_BYTES, MOST_OF_PROJECT = 2 * MIB, 512 * MIB
MOST_OF_CODES = 16 * MIB
NAMESPACES = ("urn:QDA-XML:codebook:", "urn:QDA-XML:project:")
BETWEEN = "/"
FLAT = N_("Codes within codes are labels side by side: a scheme has no levels.")


def scheme_of(path: Path) -> Derived:
    """Return the scheme of the file. Raises ForeignError and FileError."""
    if path.suffix.lower() != ".qdpx":
        return scheme_of_root(root_of(bytes_of(path, MOST_BYTES, FileError)), path)
    archive = Archive(bytes_of(path, MOST_OF_PROJECT, FileError))
    name = next((name for name in archive.names if PurePosixPath(name).name.lower() == PROJECT), "")
    if not name:
        raise ForeignError(_("It is not a REFI-QDA project: {project} is missing in it.").format(project=PROJECT))
    return scheme_of_root(root_of(archive.read(name, MOST_OF_CODES), PROJECT), path)


def scheme_of_root(root: Element, path: Path) -> Derived:
    """Return the scheme of a codebook or project. Raises ForeignError."""
    if not root.tag.startswith(tuple(f"{{{name}" for name in NAMESPACES)):
        raise ForeignError(_("It is no codebook of REFI-QDA."))
    scheme, is_ours = ForeignScheme(path.stem), root.get("origin", "").startswith(f"{ORIGIN} ")
    taken: set[str] = set()
    for names, code in _codes(root):
        if is_ours and len(names) > 1:
            _add_choices(names, code, scheme)
            continue
        if len(names) > 1:
            scheme.note(_(FLAT))
        name = names[-1] if names[-1] not in taken else BETWEEN.join(names)
        taken.add(name)
        if code.get("isCodable", "true") != "false":
            scheme.label(name, "<Code>", colour=code.get("color", ""), definition=_description(code))
    return scheme.derived()


def _codes(root: Element) -> Iterator[tuple[tuple[str, ...], Element]]:
    """Yield the codes with the names of those above them and their own, in the order of the file."""
    space = root.tag.partition("}")[0] + "}"
    top = root if tag(root) == "CodeBook" else root.find(f"{space}CodeBook")
    first = [] if top is None else top.findall(f"{space}Codes/{space}Code")
    stack: list[tuple[tuple[str, ...], Element]] = [((), code) for code in reversed(first)]
    while stack:
        above, code = stack.pop()
        names = (*above, code.get("name", ""))
        yield names, code
        stack += [(names, child) for child in reversed(code.findall(f"{space}Code"))]


def _add_choices(names: tuple[str, ...], code: Element, scheme: ForeignScheme) -> None:
    """Add the attribute whose choices are the codes below a code of an attribute."""
    if len(names) != 2:
        return
    label, attribute = names[0], names[1].removeprefix(f"{names[0]}.")
    choices = [child for child in code if tag(child) == "Code"]
    ids = tuple(child.get("name", "").removeprefix(f"{names[1]}: ") for child in choices)
    rule = AttributeRule(attribute, "choice", ids, meanings=tuple(map(_description, choices)))
    scheme.attribute(label, rule, "<Code>")


def _description(code: Element) -> str:
    return next((child.text or "" for child in code if tag(child) == "Description"), "")
