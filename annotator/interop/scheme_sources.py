"""Files of other programs that a scheme can be made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.incoming.foreign_scheme import Derived
from annotator.interop.xml.reading import root_of
from annotator.storage.articles.folders import names_in
from annotator.storage.files.file_bytes import MIB, bytes_of, is_folder
from annotator.storage.files.file_error import FileError, SchemeError, shown, told
from annotator.storage.schemes.scheme_lookup import own_scheme, read_scheme
from annotator.translation.messages import N_, _, listed

BRAT = "annotation.conf"
LARGEST_XML = 2 * MIB
MOST_NAMED = 5
NO_FILE_OF_ITS_OWN = N_(
    "A scheme is made from a folder’s scheme.yaml or brat’s {brat}; this folder has neither. "
    "Name one of its files instead: {files}."
)
NO_FILE = N_(
    "A scheme is made from a folder’s scheme.yaml or brat’s {brat}; this folder has neither, "
    "nor another file that a scheme can be made from: these end in {endings}."
)
ROOTS = {"View": "label_studio", "typeSystemDescription": "cas_xmi", "CodeBook": "refi_qda", "Project": "refi_qda"}
"""Formats of XML files by the name of the first element."""


@dataclass(frozen=True, slots=True)
class SchemeSource:
    """A kind of file: its name, its title, which is translated where it is shown, and how its files end."""

    name: str
    title: str
    endings: tuple[str, ...]
    format: str


SOURCES = (
    SchemeSource("brat", N_("brat: configuration of a folder"), (BRAT, ".conf"), "brat"),
    SchemeSource("label-studio", N_("Label Studio: labelling configuration"), (".xml",), "label_studio"),
    SchemeSource("doccano", N_("doccano: labels of a project"), (".json",), "doccano"),
    SchemeSource("refi-qda", N_("REFI-QDA: codebook or project"), (".qdc", ".qde", ".qdpx"), "refi_qda"),
    SchemeSource("cas-xmi", N_("UIMA: type system description"), (".xml",), "cas_xmi"),
    SchemeSource("csv", N_("Table of labels"), (".csv", ".tsv"), "csv_tables"),
)


def scheme_from(path: Path) -> Derived:
    """Return the scheme made from the file, with sentences on what had no place.

    Of a folder it is its own scheme, else made from brat's file in it. A scheme of our own is read as it is. Raises
    SchemeError, with file and line, where none can be made.
    """
    file = _file_in(path) if is_folder(path) else path
    try:
        if file.suffix.lower() in (".yaml", ".yml"):
            return Derived(read_scheme(file, follow=True))
        return _reader(file)(file)
    except ForeignError as error:
        sentence = str(error) if error.line is None else error.sentence
        raise SchemeError.at(file, sentence, error.line) from error
    except FileError as error:
        raise SchemeError(error.problem) from error


def _file_in(folder: Path) -> Path:
    """Return the file of the folder that its scheme is taken from. Raises SchemeError."""
    if own := own_scheme(folder):
        return own
    names = set(names_in(folder))
    if BRAT in names:
        return folder / BRAT
    endings = tuple(ending for source in SOURCES for ending in source.endings)
    likely = sorted(shown(name) for name in names if name.lower().endswith(endings))[:MOST_NAMED]
    if likely:
        raise SchemeError.at(folder, _(NO_FILE_OF_ITS_OWN).format(brat=BRAT, files=listed(likely)))
    kinds = listed(dict.fromkeys(ending for source in SOURCES for ending in source.endings))
    raise SchemeError.at(folder, _(NO_FILE).format(brat=BRAT, endings=kinds))


def _reader(path: Path) -> Callable[[Path], Derived]:
    """Return the function that reads such a file. Raises ForeignError and FileError."""
    suffix = path.suffix.lower()
    format = next((source.format for source in SOURCES if suffix in source.endings), "")
    if suffix == ".xml":
        root = root_of(bytes_of(path, LARGEST_XML, FileError)).tag.rpartition("}")[2]
        format = ROOTS.get(root, "")
        if not format:
            raise ForeignError(
                _("Its first element is {name}, of which no scheme can be made.").format(name=told(root))
            )
    if not format:
        raise ForeignError(_("No scheme can be made from such a file. “annotator scheme list” names those that can."))
    found: Callable[[Path], Derived] = import_module(f"annotator.interop.formats.{format}.scheme").scheme_of
    return found
