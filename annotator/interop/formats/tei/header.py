"""Header of a TEI document: the article, its annotator, and the scheme as taxonomies."""

from __future__ import annotations

from dataclasses import dataclass

from annotator import __version__
from annotator.interop.formats.tei.names import XmlIds, named, word
from annotator.interop.json.writing import json_line
from annotator.interop.outgoing.document_labels import classes
from annotator.interop.xml.writing import element, text_element
from annotator.model.annotation import Value
from annotator.model.entry import Entry
from annotator.model.scheme import AttributeRule, Guideline, Label, RelationRule, Scheme

LABEL, RELATION, ANNOTATOR, ARTICLE = "label", "relation", "annotator", "article"


@dataclass(frozen=True, slots=True)
class Taxonomies:
    """Labels and relations of a scheme as TEI categories, and their ids."""

    scheme: Scheme
    labels: list[str]
    relations: list[str]
    ids: XmlIds

    @classmethod
    def of(cls, scheme: Scheme) -> Taxonomies:
        """Return the taxonomies of the scheme."""
        ids = XmlIds()
        labels = [_label(label, ids) for label in scheme.labels]
        return cls(scheme, labels, [_relation(rule, ids) for rule in scheme.relations], ids)


def header_xml(entry: Entry, ids: XmlIds, taxonomies: Taxonomies, licence: str) -> str:
    """Return the teiHeader element."""
    parts = [_file(entry, ids, licence), _encoding(entry, ids, taxonomies), *_profile(entry)]
    state = element("revisionDesc", {"status": word(entry.document.status.value)}, [element("change")])
    return element("teiHeader", inner=[f"\n{part}" for part in [*parts, state, ""]])


def _profile(entry: Entry) -> list[str]:
    """Return the element with the classes of the whole article, if there are some."""
    codes = [
        text_element("classCode", label, {"scheme": f"#{ARTICLE}", "n": rule.id})
        for rule, labels in classes(entry)
        for label in labels
    ]
    return [element("profileDesc", inner=[element("textClass", inner=codes)])] if codes else []


def as_text(value: Value) -> str:
    """Return the value as text; JSON unless it is a text."""
    return value if isinstance(value, str) else json_line(value)


def _file(entry: Entry, ids: XmlIds, licence: str) -> str:
    document = entry.document
    who = [text_element("resp", "annotated by"), text_element("name", document.annotator)]
    responsible = element("respStmt", {"xml:id": ids.of(ANNOTATOR, document.annotator)}, who)
    title = [text_element("title", entry.path), responsible if document.annotator else ""]
    terms = element("availability", inner=[text_element("licence", licence)])
    published = [text_element("distributor", "Annotator"), terms] if licence else [text_element("p", "Not published.")]
    source = [text_element("title", entry.path), text_element("idno", document.article.sha256, {"type": "sha256"})]
    source += [
        text_element("note", as_text(value), named("type", name)) for name, value in document.article_extra.items()
    ]
    inner = [
        element("titleStmt", inner=title),
        element("publicationStmt", inner=published),
        element("sourceDesc", inner=[element("bibl", inner=source)]),
    ]
    return element("fileDesc", inner=inner)


def _encoding(entry: Entry, ids: XmlIds, taxonomies: Taxonomies) -> str:
    program = [text_element("label", "Annotator")]
    made_by = element("application", {"ident": "Annotator", "version": __version__}, program)
    labels = {item.label for item in entry.annotations} - {label.id for label in entry.scheme.labels}
    types = {item.type for item in entry.relations} - {rule.id for rule in entry.scheme.relations}
    categories = {
        "labels": [*taxonomies.labels, *(_unknown(LABEL, label, ids) for label in sorted(labels))],
        "relations": [*taxonomies.relations, *(_unknown(RELATION, type, ids) for type in sorted(types))],
        ARTICLE: [_attribute(rule) for rule, _labels in classes(entry)],
    }
    declared = [_taxonomy(id, entry.scheme.name, each) for id, each in categories.items() if each]
    declaration = [element("classDecl", inner=declared)] if declared else []
    return element("encodingDesc", inner=[element("appInfo", inner=[made_by]), *declaration])


def _taxonomy(id: str, name: str, categories: list[str]) -> str:
    about = text_element("desc", f"{name}: {id}")
    return element("taxonomy", {"xml:id": id}, [about, *categories])


def _unknown(kind: str, name: str, ids: XmlIds) -> str:
    return _category({"xml:id": ids.of(kind, name), "n": name}, name)


def _label(label: Label, ids: XmlIds) -> str:
    attributes = [_attribute(rule) for rule in label.attributes]
    return _category(
        {"xml:id": ids.of(LABEL, label.id), "n": label.id}, _definition(label.guideline, label.id), attributes
    )


def _attribute(rule: AttributeRule) -> str:
    choices = [_category({"n": choice}, rule.meaning(choice) or choice) for choice in rule.choices]
    return _category({"n": rule.id}, _definition(rule.guideline, rule.id), choices)


def _relation(rule: RelationRule, ids: XmlIds) -> str:
    return _category({"xml:id": ids.of(RELATION, rule.id), "n": rule.id}, _definition(rule.guideline, rule.id))


def _category(attributes: dict[str, str], meaning: str, inner: list[str] | None = None) -> str:
    return "\n" + element("category", attributes, [text_element("catDesc", meaning), *(inner or [])])


def _definition(guideline: Guideline, otherwise: str) -> str:
    return guideline.definition or otherwise
