"""Conversion of one CAS to a document: annotations, relations, and counts of other structures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NoReturn
from xml.etree.ElementTree import Element

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.newlines import Newlines
from annotator.interop.foreign.offset_units import Offsets
from annotator.interop.foreign.uima_packages import LANGUAGE
from annotator.interop.format import Incoming
from annotator.interop.formats.cas_xmi.descriptor import Descriptor, Feature
from annotator.interop.formats.cas_xmi.names import (
    ANNOTATION_ID,
    EXTRA_KEY,
    JSON,
    METADATA,
    NOTE,
    NUMBER,
    OF_ARTICLE,
    RELATION_ID,
    SOURCE,
    STRING_FIELD,
    TARGET,
    TEXTS,
    XMI,
    full_name,
)
from annotator.interop.formats.cas_xmi.references import References
from annotator.interop.json.reading import value_of
from annotator.interop.options import UTF_16
from annotator.interop.report import ALTERED, ANNOTATION, LEFT_OUT, RELATION, Loss, Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.span import Span
from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES
from annotator.translation.messages import N_, _

ABOUT_THE_TEXT = ("uima.tcas.DocumentAnnotation", METADATA, STRING_FIELD)
XMI_ID = f"{{{XMI}}}id"
PLACE = {XMI_ID, "sofa", "begin", "end", SOURCE, TARGET}
WHOLE = {"Integer", "Long", "Short", "Byte"}
DECIMAL = {"Float", "Double"}
SIMPLE = {"", "String", "Boolean", "StringArray", "StringList", *WHOLE, *DECIMAL}
NUMBERS = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")

EMPTY = N_("it marks no words")
TURNED = N_("it ends before it starts")
NO_NUMBERS = N_("its begin and end are not whole numbers, 0 or more")
NO_ID = N_("it has no xmi:id")
OTHER_TEXT = N_("it is in another view than the first that has a text")
DANGLING = N_("an annotation that it joins is left out")
REFERS = N_("a feature that refers to other structures is left out")


class CasDocument:
    """One CAS; raises ForeignError where it is invalid, and reports what cannot be imported.

    ``skipped`` counts, by type, the structures that no person annotated.
    """

    def __init__(self, root: Element, place: str, described: Descriptor, report: Report) -> None:
        if root.tag != f"{{{XMI}}}XMI":
            raise ForeignError(_("It is not a CAS XMI of UIMA."), place)
        self._place = place
        self._described = described
        self._report = report
        self._elements = [(full_name(element.tag), element) for element in root]
        self._sofa = self._first_with_text()
        original = self._sofa.get("sofaString", "")
        self._offsets = Offsets(original, UTF_16)
        self._newlines = Newlines(original)
        self._path = self._article_path()
        self._references = References(self._elements)
        self.skipped: Counter[str] = Counter()
        self._ids: dict[str, str] = {}

    def incoming(self) -> Incoming:
        """Return the document of the CAS. Raises ForeignError."""
        annotations = tuple(self._annotations())
        relations = tuple(self._relations())
        self.skipped.update(self._references.unused())
        about, labels = self._annotator(), tuple(self._labels())
        return Incoming(self._path, self._newlines.text, annotations, relations, annotator=about, labels=labels)

    def _first_with_text(self) -> Element:
        sofas = [element for type, element in self._elements if type == "uima.cas.Sofa"]
        with_text = [element for element in sofas if "sofaString" in element.attrib]
        return with_text[0] if with_text else self._fail(_("It has no text: a Sofa with a sofaString is missing."))

    def _article_path(self) -> str:
        title = self._about("documentTitle")
        if title.lower().endswith(ARTICLE_SUFFIXES):
            return title
        return f"{PurePosixPath(self._place).with_suffix('')}{ARTICLE_SUFFIXES[0]}"

    def _annotator(self) -> str:
        """Return the annotator by Annotator's convention: the document id is the article's name and the annotator.

        The name is without its suffix unless another article has that name too.
        """
        id = self._about("documentId")
        for name in (self._path, self._path.rpartition(".")[0]):
            if id.startswith(f"{name}.") and id != self._path:
                return id.removeprefix(f"{name}.")
        return ""

    def _labels(self) -> Iterator[str]:
        """Yield the classes of the whole article."""
        for type, element in self._elements:
            if type == STRING_FIELD and element.get("key", "").startswith(OF_ARTICLE):
                yield element.get("value", "")

    def _about(self, feature: str) -> str:
        return next((element.get(feature, "") for type, element in self._elements if type == METADATA), "")

    def _annotations(self) -> Iterator[Annotation]:
        for type, element in self._elements:
            if not self._is_annotation(type, element) or self._is_relation(element):
                continue
            if element.get("sofa") != self._sofa.get(XMI_ID):
                self._report_loss(LEFT_OUT, ANNOTATION, element, OTHER_TEXT)
            elif isinstance(span := self._span(element), str):
                self._report_loss(LEFT_OUT, ANNOTATION, element, span)
            elif not element.get(XMI_ID):
                self._report_loss(LEFT_OUT, ANNOTATION, element, NO_ID)
            else:
                yield self._annotation(type, element, span)

    def _is_annotation(self, type: str, element: Element) -> bool:
        if type.startswith("uima.cas.") or type in ABOUT_THE_TEXT or self._references.is_link(element):
            return False
        marks_words = {"begin", "end", "sofa"} <= element.attrib.keys() and self._described.is_annotation(type)
        if not marks_words or type.startswith(LANGUAGE):
            self.skipped[type] += 1
            return False
        return True

    def _is_relation(self, element: Element) -> bool:
        return bool({SOURCE, TARGET} & element.attrib.keys())

    def _annotation(self, type: str, element: Element, span: Span) -> Annotation:
        id = element.get(ANNOTATION_ID) or element.attrib[XMI_ID]
        self._ids[element.attrib[XMI_ID]] = id
        values = self._values(type, element, ANNOTATION, {ANNOTATION_ID, NOTE}, id)
        return Annotation(id, self._described.name(type), span, values, element.get(NOTE, ""))

    def _relations(self) -> Iterator[Relation]:
        for type, element in self._elements:
            if not self._is_relation(element) or type.startswith(LANGUAGE):
                continue
            source, target = (self._ids.get(element.get(end, "")) for end in (SOURCE, TARGET))
            if source is None or target is None:
                self._report_loss(LEFT_OUT, RELATION, element, DANGLING)
                continue
            id = element.get(RELATION_ID) or element.get(XMI_ID)
            if not id:
                self._report_loss(LEFT_OUT, RELATION, element, NO_ID)
                continue
            values = self._values(type, element, RELATION, {RELATION_ID})
            extra: dict[str, Value] = {EXTRA_KEY: values} if values else {}
            yield Relation(id, self._described.name(type), source, target, extra=extra)
        for reference in self._references.found:
            target = self._ids.get(reference.target)
            if target is None:
                self._report.losses.append(Loss(LEFT_OUT, RELATION, self._path, reference.id, DANGLING))
            else:
                yield Relation(reference.id, reference.type, reference.source, target)

    def _span(self, element: Element) -> Span | str:
        """Return the annotation's span, or why it has none."""
        begin, end = (_position(element.get(name, "")) for name in ("begin", "end"))
        if begin is None or end is None:
            return NO_NUMBERS
        if begin > end:
            return TURNED
        start, stop = (self._newlines.moved(self._offsets.back(position)) for position in (begin, end))
        return Span(start, stop) if start < stop else EMPTY

    def _values(self, type: str, element: Element, kind: str, own: set[str], id: str = "") -> dict[str, Value]:
        """Return the values by attribute; features that refer to annotations become relations, others are reported.

        ``id`` is that of the annotation, empty for a relation.
        """
        given: dict[str, str | list[str]] = {**element.attrib}
        for child in element:
            given[child.tag] = []
        for child in element:
            texts = given[child.tag]
            assert isinstance(texts, list)
            texts.append(child.text or "")
        values: dict[str, Value] = {}
        for name, value in given.items():
            feature = self._described.feature(type, name)
            if name in PLACE or (name in own and isinstance(value, str)):
                continue
            refers = not feature.range or feature.range not in SIMPLE
            if id and refers and self._references.take(id, feature, value):
                continue
            if feature.range in SIMPLE:
                values[feature.attribute] = self._value(feature, value)
            else:
                self._report_loss(ALTERED, kind, element, REFERS)
        return values

    def _value(self, feature: Feature, value: str | list[str]) -> Value:
        if isinstance(value, list):
            return [*value]
        if feature.kind == TEXTS or feature.range in ("StringArray", "StringList"):
            return []
        if feature.range == "Boolean":
            return value == "true"
        if feature.kind in (NUMBER, JSON) or (feature.range in WHOLE | DECIMAL and NUMBERS.fullmatch(value)):
            return self._json(value)
        return value

    def _json(self, text: str) -> Value:
        try:
            value: Value = value_of(text.encode(), 1)
        except ForeignError:
            return text
        return value

    def _report_loss(self, what: str, kind: str, element: Element, why: str) -> None:
        id = element.get(ANNOTATION_ID) or element.get(RELATION_ID) or element.get(XMI_ID) or ""
        self._report.losses.append(Loss(what, kind, self._path, id, why))

    def _fail(self, sentence: str) -> NoReturn:
        raise ForeignError(sentence, self._place)


def _position(text: str) -> int | None:
    """Return the whole number; None where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None
