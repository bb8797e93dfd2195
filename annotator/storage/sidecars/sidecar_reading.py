"""Reading of a sidecar as a document: every value is validated, unknown keys are preserved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import cast

from annotator.model.annotation import Annotation, Excerpt, Value
from annotator.model.article import Article
from annotator.model.document import IN_WORK, NEW, Document, Status
from annotator.model.items import Kept
from annotator.model.kinds.annotations import ANNOTATIONS
from annotator.model.kinds.kind import Kind
from annotator.model.kinds.table import KINDS
from annotator.model.span import Span, merged
from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import OtherArticleError, Problem, SidecarError, told
from annotator.storage.sidecars.belonging import belongs, is_there_too, same_name
from annotator.storage.sidecars.canonical_layout import CanonicalLayout, canonical_layout
from annotator.storage.sidecars.canonical_sidecar import canonical_sidecar
from annotator.storage.sidecars.item_reading import item_of
from annotator.storage.sidecars.sidecar_writing import FORMAT, VERSION, stands_at
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.rest_of_yaml import MarkError
from annotator.translation.messages import _, number

MAX_SIDECAR_BYTES = 64 * MIB

DOCUMENT_KEYS = frozenset({"format", "version", "article", "annotator", "scheme", "status", "read"})
ARTICLE_KEYS = frozenset({"file", "sha256", "length", "encoding"})


@dataclass(frozen=True, slots=True)
class ReadSidecar:
    """A document read from its sidecar, with the bytes of the file.

    ``lines`` gives the line in which an item begins, by id. ``problems`` names the annotations
    whose text is not at their span although the article has not changed. ``newer`` is True if a later version of the
    program wrote the file, which must then not be overwritten. ``sha256`` is that of the text to which the spans refer,
    as the file says; if the article has another, every annotation is displaced. ``length`` is the length of that text
    in code points, None if the file does not say it. ``misnamed``: it names another article. ``is_canonical``: all of
    it is in the layout of the program, in which no value has more than one line.
    """

    document: Document
    data: bytes
    lines: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    newer: bool = False
    sha256: str = ""
    misnamed: bool = False
    length: int | None = None
    is_canonical: bool = field(default=False, compare=False)  # the same is read in any layout


def read_sidecar(
    path: Path, article: Article, data: bytes | None = None, *, renamed: bool = False, wanted: Sequence[str] = ()
) -> ReadSidecar:
    """Read the sidecar of ``article``; ``data`` is its content if that is known. Raises SidecarError.

    A sidecar that names another article is read where it was made on the very text of this one and the named one is
    not there under the same stem; with ``renamed`` always. Of a file in the program's layout, items without one of the
    texts ``wanted`` may be left out. Raises SidecarError where it is unreadable, faulty or another article's.
    """
    data = bytes_of(path, MAX_SIDECAR_BYTES, SidecarError) if data is None else data
    if found := canonical_sidecar(data, article, wanted):
        return ReadSidecar(found.document, data, found.lines, (), False, found.made_on, False, found.length, True)
    try:
        own = canonical_layout(data, article)
        whole = _in_parts(path, article, data, own, renamed=renamed)
        return whole or _Decoder(path, article, root_of(data), renamed=renamed).sidecar(data)
    except YamlError as error:
        raise SidecarError.at(path, error.sentence, error.line) from error


def _in_parts(path: Path, article: Article, data: bytes, own: CanonicalLayout, *, renamed: bool) -> ReadSidecar | None:
    """Combine the extracted blocks with the rest of the file; None if the file must be read as YAML as a whole."""
    try:
        root = _checked(own.rest.load())
    except MarkError:
        return None
    read = _Decoder(path, article, root, own, renamed=renamed).sidecar(data)
    return read if read.sha256 == own.made_on else None


def root_of(data: bytes) -> LinedMapping:
    """Return the YAML values of a sidecar. Raises YamlError where the file is not valid YAML or not a sidecar."""
    from annotator.storage.yaml import guarded_yaml  # PyYAML is slow to import and often not needed

    return _checked(guarded_yaml.load(data))


def _checked(root: Value) -> LinedMapping:
    if root is None:
        raise YamlError(1, _("It is empty. Delete it to start afresh."))
    if not isinstance(root, LinedMapping) or root.get("format") != FORMAT:
        line = root.line_of("format") if isinstance(root, LinedMapping) else 1
        sentence = _("It is not a file of Annotator: it does not say “format: {format}”.")
        raise YamlError(line, sentence.format(format=FORMAT))
    version = root.get("version")
    if type(version) is not int or version < 1:
        root.fail("version", _("Its version must be a whole number, 1 or more."))
    return root


class _Decoder:
    """Conversion of YAML values to a document; ``own`` has the items that were extracted before."""

    def __init__(
        self, path: Path, article: Article, root: LinedMapping, own: CanonicalLayout | None = None, *, renamed: bool
    ) -> None:
        self._path = path
        self._renamed = renamed
        self._article = article
        self._root = root
        self._own = own
        self._lines: dict[str, int] = dict(own.lines) if own else {}
        self._problems: list[Problem] = []
        self._made_on = article.sha256

    def sidecar(self, data: bytes) -> ReadSidecar:
        document = self._document()
        newer = self._root["version"] != VERSION
        misnamed = not same_name(self._root.mapping("article").text("file"), self._article.name)
        length = self._root.mapping("article").get("length")
        known = length if type(length) is int else None
        return ReadSidecar(document, data, self._lines, tuple(self._problems), newer, self._made_on, misnamed, known)

    def _document(self) -> Document:
        root = self._root
        article_extra = self._checked_article()
        items = {kind.item: MappingProxyType(self._items(kind)) for kind in KINDS.values()}
        return Document(
            self._article,
            items=items,
            status=Status(root.text("status") or (IN_WORK if items[Annotation] else NEW)),
            read=self._read(),
            annotator=root.text("annotator"),
            scheme=root.text("scheme"),
            article_extra=article_extra,
            extra=root.others(DOCUMENT_KEYS.union(kind.section for kind in KINDS.values())),
            encoding=root.mapping("article").text("encoding"),
        )

    def _items(self, kind: Kind[Kept]) -> dict[str, Kept]:
        own = cast("Mapping[str, Kept]", self._own.items.get(kind.item, {})) if self._own else {}
        return {**own, **{item.id: item for item in map(self._reader(kind), self._root.mappings(kind.section))}}

    def _reader(self, kind: Kind[Kept]) -> Callable[[LinedMapping], Kept]:
        if kind.item is Annotation:
            return cast("Callable[[LinedMapping], Kept]", self._annotation)
        return lambda item: item_of(kind, self._new_id(item), item)

    def _checked_article(self) -> dict[str, Value]:
        about = self._root.mapping("article")
        name = about.required("file")
        if not (self._renamed or belongs(self._path, name, about.text("sha256"), self._article)):
            sentence = _("It belongs to another article, {other}, not to {article}.")
            if is_there_too(self._path, name, self._article.name):
                sentence = _("It belongs to another article, {other}, not to {article}. Rename one of the two.")
            sentence = sentence.format(other=told(name), article=told(self._article.name))
            raise OtherArticleError.at(self._path, sentence, about.line_of("file"))
        self._made_on = about.text("sha256") or self._article.sha256
        return about.others(ARTICLE_KEYS)

    def _annotation(self, item: LinedMapping) -> Annotation:
        id = self._new_id(item)
        span = _span(item)
        displaced = self._displaced(item, span)
        if displaced and not displaced.sha256 and not displaced.verdict:
            self._problems.append(Problem(self._path, item.line_of("text"), self._displacement(id, span, displaced)))
        return Annotation(
            id,
            item.required("label"),
            span,
            item.mapping("attributes").others(),
            note=item.text("note"),
            origin=item.text("origin"),
            created=item.text("created"),
            modified=item.text("modified"),
            displaced=displaced,
            state=item.text("state"),
            by_rule=item.texts("by_rule"),
            wording=item.mapping("wording").others(),
            extra=item.others(ANNOTATIONS.names),
        )

    def _displaced(self, item: LinedMapping, span: Span) -> Excerpt | None:
        """Return the file's excerpt; None if its text is at the span and the article is unchanged."""
        words, verdict = _words(item), item.text("anchor")
        made_on = item.text("sha256") or self._made_on
        same_text = made_on == self._article.sha256
        if same_text and not verdict and stands_at(span, words, self._article.text):
            return None
        return Excerpt(words, item.text("before"), item.text("after"), verdict, "" if same_text else made_on)

    def _new_id(self, item: LinedMapping) -> str:
        id = item.required("id")
        if id in self._lines:
            sentence = _("The id {id} stands in line {line} already; every id must be unique.")
            item.fail("id", sentence.format(id=told(id), line=number(self._lines[id])))
        self._lines[id] = item.line
        return id

    def _read(self) -> tuple[Span, ...]:
        ranges = self._root.get("read")
        if not isinstance(ranges, list | None):
            self._root.fail("read", _("What has been read must be a list of ranges, as in [0, 275]."))
        own = self._own.read if self._own else ()
        return merged([*own, *map(self._range, ranges or [])])

    def _range(self, value: Value) -> Span:
        start, end = value if isinstance(value, list) and len(value) == 2 else (None, None)
        if type(start) is not int or type(end) is not int or not 0 <= start < end:
            sentence = _("A range that has been read must be two rising whole numbers, as in [0, 275].")
            self._root.fail("read", sentence)
        return Span(start, end)

    def _displacement(self, id: str, span: Span, excerpt: Excerpt) -> str:
        length = len(self._article.text)
        if span.end > length:
            sentence = _("The annotation {id} ends at {end}, but the article has {length} characters.")
            return sentence.format(id=told(id), end=span.end, length=length)
        sentence = _("The annotation {id} marks {words} at {start}–{end}, but the article has {there} there.")
        words, there = told(excerpt.text), told(span.of(self._article.text))
        return sentence.format(id=told(id), words=words, start=span.start, end=span.end, there=there)


def _span(item: LinedMapping) -> Span:
    start, end = _offset(item, "start"), _offset(item, "end")
    if start >= end:
        sentence = _("The annotation ends at {end}, which is not behind its start at {start}.")
        item.fail("end", sentence.format(end=end, start=start))
    return Span(start, end)


def _offset(item: LinedMapping, key: str) -> int:
    value = item.get(key)
    if type(value) is not int or value < 0:
        item.fail(key, _("An annotation needs “{key}:” with a whole number, 0 or more.").format(key=key))
    return value


def _words(item: LinedMapping) -> str:
    if item.get("text") is None:
        item.fail("text", _("“text:” is missing: the words that the annotation marks."))
    return item.text("text")
