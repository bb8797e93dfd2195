"""TEI standOff: annotations as spans between anchors with feature structures, and relations."""

from __future__ import annotations

from decimal import Decimal

from annotator.interop.formats.tei.header import ANNOTATOR, LABEL, RELATION, as_text
from annotator.interop.formats.tei.names import XmlIds, anchor_id, named, word
from annotator.interop.report import Report
from annotator.interop.xml.writing import element, text_element
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.model.scheme import AttributeRule
from annotator.translation.messages import N_

ITEM = "item"
AS_JSON = N_("a value of an attribute is written as JSON, since TEI has no such values")


class StandOff:
    """Write the standOff element of one document."""

    def __init__(self, entry: Entry, ids: XmlIds, report: Report) -> None:
        self._entry = entry
        self._ids = ids
        self._report = report
        self._rules = {(label.id, rule.id): rule for label in entry.scheme.labels for rule in label.attributes}
        self._symmetric = {rule.id for rule in entry.scheme.relations if rule.symmetric}

    def xml(self) -> str:
        """Return the element; empty where nothing is annotated, since TEI forbids an empty one."""
        annotator = self._entry.document.annotator
        by = {"resp": self._ids.pointer(ANNOTATOR, annotator)} if annotator else {}
        spans = [self._span(item) for item in self._entry.annotations]
        relations = [self._relation(item) for item in self._entry.relations]
        groups = [element("spanGrp", {"type": "annotations", **by}, spans)] if spans else []
        groups += [element("listRelation", by, relations)] if relations else []
        return element("standOff", inner=groups) if groups else ""

    def _span(self, item: Annotation) -> str:
        about = {
            "xml:id": self._ids.of(ITEM, item.id),
            "n": item.id,
            "ana": self._ids.pointer(LABEL, item.label),
            "from": f"#{anchor_id(item.span.start)}",
            "to": f"#{anchor_id(item.span.end)}",
        }
        note = [text_element("note", item.note)] if item.note else []
        features = [self._feature(item, name, value) for name, value in item.attributes.items()]
        structure = [element("fs", named("type", item.label), features)] if features else []
        return "\n" + element("span", about, [*note, *structure])

    def _relation(self, item: Relation) -> str:
        about = {"xml:id": self._ids.of(f"{ITEM}.{RELATION}", item.id), "n": item.id, "name": word(item.type)}
        source, target = (self._ids.pointer(ITEM, end) for end in (item.source, item.target))
        symmetric = item.type in self._symmetric
        ends = {"mutual": f"{source} {target}"} if symmetric else {"active": source, "passive": target}
        return "\n" + element("relation", {**about, "ana": self._ids.pointer(RELATION, item.type), **ends})

    def _feature(self, item: Annotation, name: str, value: Value) -> str:
        rule = self._rules.get((item.label, name))
        if isinstance(value, list) and all(isinstance(each, bool | int | float | Decimal | str) for each in value):
            inner = element("vColl", {"org": "list"}, [_value(each, rule) for each in value])
        else:
            if value is None or isinstance(value, list | dict):
                self._report.altered(self._entry, item, AS_JSON)
            inner = _value(value, rule)
        return element("f", named("name", name), [inner])


def _value(value: Value, rule: AttributeRule | None) -> str:
    """Return a single value: a choice as a symbol; other values than text, numbers and booleans as JSON."""
    if isinstance(value, bool):
        return element("binary", {"value": as_text(value)})
    if isinstance(value, int | float | Decimal):
        return element("numeric", {"value": as_text(value)})
    text = as_text(value)
    if rule and text in rule.choices and word(text) == text:
        return element("symbol", {"value": text})
    return text_element("string", text)
