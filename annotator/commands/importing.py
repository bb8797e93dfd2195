"""``annotator import``: import annotations of other programs, and articles from other kinds of files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from annotator.commands.progress import progress
from annotator.commands.reporting import print_report, wrong_use
from annotator.commands.running import now, run_command
from annotator.commands.standard_output import STANDARD_OUTPUT
from annotator.corpus.tree import NOTHING_THERE
from annotator.interop.article_kinds import extractor_named, extractors
from annotator.interop.articles.extracted import (
    ALL_LINKS,
    FIRST_TEXT,
    NAMES,
    NO_LINKS,
    PAGE_PARTS,
    Extractor,
    Kept,
    Wishes,
)
from annotator.interop.format import Format
from annotator.interop.incoming.article_import import ArticleImporter
from annotator.interop.incoming.article_sources import files_in
from annotator.interop.incoming.importing import Importer
from annotator.interop.incoming.incoming_document import Terms
from annotator.interop.incoming.label_map import LabelMap, read_label_map
from annotator.interop.registry import format_named, formats
from annotator.interop.report_words import written
from annotator.storage.files.file_bytes import is_folder, is_there
from annotator.storage.files.file_error import FileError, shown
from annotator.storage.files.flushing import flushed_together
from annotator.storage.schemes.scheme_lookup import scheme_of
from annotator.storage.sidecars.sidecar_files import is_annotator_name

ARTICLES = "articles"
"""Name for articles from all kinds of files, each recognised by its suffix."""

READ_AS = {
    **dict.fromkeys(("hypothesis", "recogito", "annotorious", "stam"), "web-annotation"),
    **dict.fromkeys(("atlas.ti", "atlasti", "maxqda", "nvivo", "qualcoder", "refi"), "refi-qda"),
    "inception": "cas-json",
    "webanno": "webanno-tsv",
    "spacy": "prodigy",
    "labelstudio": "label-studio",
}
"""Formats that read the files of programs which people name in their place."""


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator import`` with its arguments; return the exit code."""
    chosen = _parser().parse_args(arguments)
    return run_command("import", lambda: _imported(chosen), chosen.sources)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="annotator import",
        description="Import annotations of another program into a folder, or articles from web pages, Word, PDF, mail, "
        "tables and so on. No file is overwritten without --replace. “annotator formats” lists the formats.",
        epilog="exit code: 0 where all went well, 1 where a file could not be imported or, with --strict, where "
        "something was left out or altered, 2 for wrong use",
    )
    format_help = f"its name, as “annotator formats” prints it; “{ARTICLES}” for articles from files of any kind"
    parser.add_argument("format", metavar="FORMAT", help=format_help)
    parser.add_argument("sources", metavar="IN", type=Path, nargs="+", help="files, or folders of them")
    folder_help = "where to put it; articles otherwise go beside their files"
    parser.add_argument("-o", "--output", metavar="FOLDER", type=Path, help=folder_help)
    _add_annotations(parser.add_argument_group("annotations"))
    _add_articles(parser.add_argument_group("articles"))
    parser.add_argument("--strict", action="store_true", help="exit 1 where anything is left out or altered")
    parser.add_argument("--json", action="store_true", help="print the report as one JSON object")
    return parser


def _add_annotations(annotations: argparse._ArgumentGroup) -> None:
    name_help = "the annotator of the annotations, instead of the one that the file names"
    annotations.add_argument("--annotator", metavar="NAME", help=name_help)
    map_help = "a YAML file with “labels:” and “relations:”, one “theirs: ours” a line below each"
    annotations.add_argument("--map", metavar="FILE", type=Path, help=map_help)
    replace_help = "replace what the annotator has annotated in the article; the history keeps it"
    annotations.add_argument("--replace", action="store_true", help=replace_help)


def _add_articles(articles: argparse._ArgumentGroup) -> None:
    parts_help = f"keep {PAGE_PARTS}, marked as parts, instead of leaving them out"
    articles.add_argument("--page-parts", action="store_true", help=parts_help)
    keep_help = "keep the passages between the paragraphs of an article that the report names as left out"
    articles.add_argument("--keep", action="store_true", help=keep_help)
    words_help = "keep the passages of a page that have these words in them; can be given several times"
    articles.add_argument("--keep-text", action="append", default=[], metavar="WORDS", help=words_help)
    articles.add_argument("--furniture", dest="page_parts", action="store_true", help=argparse.SUPPRESS)
    articles.add_argument("--text-column", default="", metavar="NAME", help="the column of a table with the texts")
    articles.add_argument("--name-column", default="", metavar="NAME", help="the column with their names")
    row_help = "what the first row of a table has: names of columns, or the first text; else it is found out"
    articles.add_argument("--first-row", default="", choices=(NAMES, FIRST_TEXT), help=row_help)
    links_help = (
        "the links in a Word, OpenDocument or RTF file as evidence: all, or none; else all unless it is full of them"
    )
    articles.add_argument("--links", default="", choices=(ALL_LINKS, NO_LINKS), help=links_help)


def _imported(chosen: argparse.Namespace) -> int:
    for path in chosen.sources:
        if not is_there(path):
            return wrong_use("import", f"{shown(str(path))}: {NOTHING_THERE}")
    if chosen.output == STANDARD_OUTPUT:
        return wrong_use("import", "What is imported becomes files in a folder and cannot be printed. Name the folder.")
    if chosen.output and is_there(chosen.output) and not is_folder(chosen.output):
        return wrong_use("import", f"{shown(str(chosen.output))}: It is a file, not a folder.")
    format, kind = format_named(chosen.format), extractor_named(chosen.format)
    if format and format.read:
        return _annotations(format, chosen)
    if kind or chosen.format == ARTICLES:
        return _articles(kind, chosen)
    if chosen.format.lower() in READ_AS:
        sentence = "It is a program, not a format. Say “{format}”, which reads its files."
        return wrong_use("import", f"{shown(chosen.format)}: {sentence.format(format=READ_AS[chosen.format.lower()])}")
    if is_there(Path(chosen.format)):
        sentence = (
            f"It is a file or folder, not a format. Name the format before it, “{ARTICLES}” for articles of any kind."
        )
        return wrong_use("import", f"{shown(chosen.format)}: {sentence}")
    known = [ARTICLES, *(format.name for format in formats() if format.read), *(kind.name for kind in extractors())]
    return wrong_use("import", f"{shown(chosen.format)}: It cannot be imported. There are {', '.join(known)}.")


def _annotations(format: Format, chosen: argparse.Namespace) -> int:
    if chosen.output is None:
        return wrong_use("import", "Say with -o into which folder the annotations are to go.")
    if chosen.annotator and not is_annotator_name(chosen.annotator):
        return wrong_use("import", f"{shown(chosen.annotator)}: That cannot be an annotator's name.")
    try:
        names = read_label_map(chosen.map) if chosen.map else LabelMap()
    except FileError as error:
        return wrong_use("import", str(error))
    terms = Terms(chosen.annotator, names, scheme_of(chosen.output)[0])
    importer = Importer(format, chosen.output, terms, replace=chosen.replace)
    with progress("Reading", lambda: len(chosen.sources)) as passed:
        for source in chosen.sources:
            importer.take(source, passed)
    with progress("Writing", lambda: len(importer.planned)) as passed:
        importer.write(now(), passed)
    done = f"Imported from {format.title}: {written(importer.report)}."
    return print_report(done, importer.report, as_json=chosen.json, strict=chosen.strict)


def _articles(kind: Extractor | None, chosen: argparse.Namespace) -> int:
    keep = (*([Kept()] if chosen.keep else []), *(Kept(words) for words in chosen.keep_text if words.strip()))
    columns = (chosen.text_column, chosen.name_column, chosen.first_row)
    wishes = Wishes(chosen.page_parts, *columns, keep, chosen.links)
    sources = [*files_in(chosen.sources)]
    if not sources:
        return wrong_use("import", f"{shown(str(chosen.sources[0]))}: There is nothing in it that can be imported.")
    scheme = scheme_of(chosen.output or sources[0].parent)[0]
    with progress("Importing", lambda: len(sources)) as passed:
        importer = ArticleImporter(chosen.output, scheme, wishes, lambda name: passed(name, 0))
        try:
            with flushed_together():
                for source in sources:
                    passed(source.name)
                    importer.take(source, now(), kind)
        except BaseException:
            importer.take_back()
            raise
    count = importer.report.documents
    done = f"Imported {count:,} article." if count == 1 else f"Imported {count:,} articles."
    return print_report(done, importer.report, as_json=chosen.json, strict=chosen.strict)
