"""REFI-QDA projects, exchanged by ATLAS.ti, MAXQDA, NVivo, QualCoder and others; positions are code points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import groupby
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator import __version__
from annotator.interop.format import ARTICLE, ATTRIBUTES, NOTES, OVERLAPS, RELATIONS, TIMES, Format
from annotator.interop.formats.refi_qda.codebook import Codebook
from annotator.interop.formats.refi_qda.names import NAMESPACE, ORIGIN, PROJECT, SOURCES, guid
from annotator.interop.formats.refi_qda.reading import read
from annotator.interop.formats.refi_qda.source import Source
from annotator.interop.options import Options
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.interop.xml.writing import DECLARATION, element
from annotator.model.entry import Entry
from annotator.translation.messages import N_

PARTS = ("Sources", "Notes", "Links")
CHUNK = 1 << 16


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write one archive; parts are spooled to temporary files, since the codes come before them in the project."""
    codebook, users, variables = Codebook(), dict[str, None](), dict[str, None]()
    with output.binary() as file, ZipFile(file, "w", ZIP_DEFLATED) as archive, ExitStack() as stack:
        parts = {name: stack.enter_context(TemporaryFile("w+", encoding="utf-8", newline="")) for name in PARTS}
        for _, group in groupby(entries, lambda entry: (entry.path, entry.document.article.sha256)):
            documents = list(group)
            source = Source(documents, codebook, report)
            archive.writestr(_member(f"{SOURCES}/{source.guid}.txt"), documents[0].text.encode())
            parts["Sources"].write(source.xml())
            parts["Notes"].writelines(source.notes)
            parts["Links"].writelines(source.links)
            users |= dict.fromkeys(entry.document.annotator for entry in documents if entry.document.annotator)
            variables |= dict.fromkeys(documents[0].document.article_extra)
        with archive.open(_member(PROJECT), "w") as project:
            for text in _project(codebook, users, variables, parts):
                project.write(text.encode())


def _project(
    codebook: Codebook, users: Iterable[str], variables: Iterable[str], parts: Mapping[str, IO[str]]
) -> Iterator[str]:
    about = {"xmlns": NAMESPACE, "name": ORIGIN, "origin": f"{ORIGIN} {__version__}"}
    yield DECLARATION + element("Project", about).removesuffix("/>") + ">\n"
    named = [element("User", {"guid": guid("user", name), "name": name, "id": name}) for name in users]
    typed = [
        element("Variable", {"guid": guid("variable", name), "name": name, "typeOfVariable": "Text"})
        for name in variables
    ]
    yield element("Users", inner=named) if named else ""
    yield codebook.xml()
    yield element("Variables", inner=typed) if typed else ""
    for name, part in parts.items():
        if part.tell():
            part.seek(0)
            yield f"\n<{name}>"
            while text := part.read(CHUNK):
                yield text
            yield f"\n</{name}>"
    yield "\n</Project>\n"


def _member(name: str) -> ZipInfo:
    """Return an archive member with a constant date, so that exports are reproducible."""
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    member.create_system = 0
    return member


CARRIES = frozenset({ATTRIBUTES, RELATIONS, NOTES, TIMES, ARTICLE, OVERLAPS})
FORMAT = Format("refi-qda", N_("REFI-QDA project"), ".qdpx", CARRIES, write, read)
