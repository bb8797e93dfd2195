"""Writing of BioC in XML: a document for each article and annotator, with passages, annotations and relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.interop.formats.bioc.infons import NOTE, TYPE, infons_xml
from annotator.interop.formats.bioc.kept import ABOUT, ARTICLE, ATTRIBUTES, ENDS, KEPT, OURS, OWN_PATH, ROLES
from annotator.interop.formats.bioc.passages import passages_of
from annotator.interop.json.writing import json_line
from annotator.interop.options import Options
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.interop.xml.writing import DECLARATION, element, tell_what_is_replaced, text_element
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry

HEAD = [text_element("source", "Annotator"), element("date"), element("key")]
"""What a collection must say of itself; without a date, so that the same documents give the same bytes."""


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write one collection."""
    with output.text() as file:
        file.write(f"{DECLARATION}<collection>{''.join(HEAD)}")
        for entry in entries:
            article = dict(entry.document.article_extra)
            tell_what_is_replaced(entry, report, entry.text, article, entry.document.scheme, relation_facts=True)
            file.write(_document(entry))
        file.write("\n</collection>\n")


def _document(entry: Entry) -> str:
    relations = [_relation(item) for item in entry.relations]
    about = [text_element("id", entry.name), *_about(entry)]
    return "\n" + element("document", inner=[*about, *_passages(entry), *relations])


def _about(entry: Entry) -> list[str]:
    """Return infons with what is known of the article: its attributes by their names, the rest as JSON."""
    document, article = entry.document, dict(entry.document.article_extra)
    attributes = article.get(ATTRIBUTES)
    given = attributes if isinstance(attributes, dict) and attributes else {}
    rest = {key: value for key, value in article.items() if not (given and key == ATTRIBUTES)}
    said = zip(ABOUT, (document.annotator, document.scheme, document.status.value, entry.split), strict=True)
    own = {f"{OURS}{name}": text for name, text in (*said, (ARTICLE, json_line(rest) if rest else ""))}
    return infons_xml({OWN_PATH: entry.path, **own}, given)


def _passages(entry: Entry) -> Iterator[str]:
    for start, end, inside in passages_of(entry.text, entry.annotations):
        place = [text_element("offset", str(start)), text_element("text", entry.text[start:end])]
        yield "\n" + element("passage", inner=[*place, *(_annotation(entry, item) for item in inside)])


def _annotation(entry: Entry, item: Annotation) -> str:
    place = {"offset": str(item.span.start), "length": str(item.span.end - item.span.start)}
    said = infons_xml({TYPE: item.label, NOTE: item.note}, item.attributes)
    words = text_element("text", item.span.of(entry.text))
    return "\n" + element("annotation", {"id": item.id}, [*said, element("location", place), words])


def _relation(item: Relation) -> str:
    ends = zip((item.source, item.target), _roles(item), strict=True)
    nodes = [element("node", {"refid": id, "role": role}) for id, role in ends]
    said = infons_xml({TYPE: item.type, NOTE: item.note}, item.attributes)
    return "\n" + element("relation", {"id": item.id}, [*said, *nodes])


def _roles(item: Relation) -> list[str]:
    """Return the roles that the ends had in the file they came from, else our own."""
    kept: Value = item.extra.get(KEPT)
    roles = kept.get(ROLES) if isinstance(kept, dict) else None
    named = [role for role in roles if isinstance(role, str)] if isinstance(roles, list) else []
    return named if len(named) == len(ENDS) else [*ENDS]
