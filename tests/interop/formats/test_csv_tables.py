"""CSV tables, read back by Python's csv and by pandas."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.formats.csv_tables import spooled_tables
from annotator.interop.formats.csv_tables.cells import can_be_told, cell_of, value_in
from annotator.interop.options import UNITS, Options
from annotator.interop.report import Loss
from annotator.language.table_cells import safe
from annotator.model.annotation import Value
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import ARABIC, CHINESE, LATIN, annotation, document, exported, hard_entries

RISKY = tuple("=+-@\t\r\n")
WIDTHS = {"code-points": "utf-32-le", "utf-16": "utf-16-le", "utf-8": "utf-8"}
MANY = AttributeRule("evidence", "link", many=True)
TEXTS = {"aleppo.txt": LATIN, "news/arabic.txt": ARABIC, "chinese.md": CHINESE}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def annotations(folder: Path) -> list[dict[str, str]]:
    names = ("claim", "cue", "figure", "part", "quote", "source")
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["README.txt", "documents.csv", "relations.csv", *(f"{name}.csv" for name in names)]
    )
    return [row for name in names for row in table(folder / f"{name}.csv")]


@pytest.mark.parametrize("unit", UNITS)
def test_the_words_stand_where_it_says(tmp_path: Path, unit: str) -> None:
    report = exported("csv", tmp_path / "out", Options(safe_cells=False, unit=unit))
    assert report.is_whole
    assert not report.not_carried
    size = len("x".encode(WIDTHS[unit]))
    rows = annotations(tmp_path / "out")
    assert len(rows) == 18
    for row in rows:
        data = TEXTS[row["path"]].encode(WIDTHS[unit])
        assert data[int(row["start"]) * size : int(row["end"]) * size].decode(WIDTHS[unit]) == row["text"]
    assert {row["unit"] for row in table(tmp_path / "out" / "documents.csv")} == {unit}


def test_attributes_notes_relations_and_documents_are_there(tmp_path: Path) -> None:
    exported("csv", tmp_path / "out", Options(safe_cells=False, splits={"aleppo.txt": "train"}))
    for entry in hard_entries():
        for item in entry.annotations:
            rows = table(tmp_path / "out" / f"{item.label}.csv")
            label = entry.scheme.label(item.label)
            assert label
            (row,) = [row for row in rows if (row["path"], row["id"]) == (entry.path, item.id)]
            assert (row["note"], row["created"], row["label"]) == (item.note, item.created, item.label)
            rules = {rule.id: rule for rule in label.attributes}
            assert {key: value_in(row[key], rules[key]) for key in rules if row[key]} == item.attributes
            assert row["split"] == ("train" if entry.path == "aleppo.txt" else "")
    relations = table(tmp_path / "out" / "relations.csv")
    assert [(row["type"], row["from_label"], row["to_label"]) for row in relations] == [
        ("attributed_to", "claim", "source"),
        ("cued_by", "claim", "cue"),
        ("quantifies", "figure", "claim"),
        ("attributed_to", "claim", "source"),
        ("quantifies", "figure", "claim"),
    ]
    documents = table(tmp_path / "out" / "documents.csv")
    assert [row["text"] for row in documents] == [entry.text for entry in hard_entries()]
    assert [row["status"] for row in documents] == ["done", "done", "in-work", "nothing-found"]
    assert documents[0]["read"] == "0-20"


def test_pandas_reads_it(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    for safe_cells in (False, True):
        folder = tmp_path / str(safe_cells)
        exported("csv", folder, Options(safe_cells=safe_cells))
        figures = pandas.read_csv(folder / "figure.csv")
        assert figures["value"].dropna().tolist() == [40000, 40000, 320000000]
        texts = pandas.read_csv(folder / "documents.csv").set_index("path")["text"]
        claims = pandas.read_csv(folder / "claim.csv")
        assert len(claims) == 5
        for _, row in claims.iterrows():
            assert texts[row["path"]][row["start"] : row["end"]] == row["text"]


def test_it_is_as_the_standard_says(tmp_path: Path) -> None:
    exported("csv", tmp_path / "out", Options(safe_cells=False))
    data = (tmp_path / "out" / "claim.csv").read_bytes()
    assert data.startswith(b"path,")
    assert data.endswith(b"\r\n")
    assert b'"Check \xe2\x80\x9c=SUM(1)\xe2\x80\x9d, then\n""ask""."' in data
    assert (tmp_path / "out" / "README.txt").read_text("utf-8").count("Unicode code points") == 1


def hostile() -> Entry:
    text = "=1+1 @SUM(A1) plain\n-5 ’quoted’ \tindented\n'apostrophe\n"
    words = ("=1+1", "@SUM(A1)", "plain", "-5", "\tindented", "'apostrophe")
    items = [
        annotation(f"a{number}", "figure", text, word, note=f"+{word}", unit=word, value=-number)
        for number, word in enumerate(words)
    ]
    return Entry("=cmd.txt", document("=cmd.txt", text, *items, annotator="@eve"), built_in_scheme())


def test_safe_cells_are_no_formulas_and_tell_what_they_were(tmp_path: Path) -> None:
    report = exported("csv", tmp_path / "safe", Options(), [hostile()])
    exported("csv", tmp_path / "plain", Options(safe_cells=False), [hostile()])
    changed = 0
    for name in ("figure.csv", "documents.csv", "relations.csv"):
        data = (tmp_path / "safe" / name).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        with (tmp_path / "safe" / name).open(encoding="utf-8-sig", newline="") as file:
            safe_rows = list(csv.reader(file))
        with (tmp_path / "plain" / name).open(encoding="utf-8", newline="") as file:
            plain_rows = list(csv.reader(file))
        assert not [cell for row in safe_rows for cell in row if cell.startswith(RISKY)]
        assert [[cell.removeprefix("'") for cell in row] for row in safe_rows] == plain_rows
        changed += sum(a != b for x, y in zip(safe_rows, plain_rows, strict=True) for a, b in zip(x, y, strict=True))
    (note,) = report.notes
    assert note.startswith(f"An apostrophe was put before {changed} cells that a spreadsheet might take for a formula")
    assert changed > 20
    assert "apostrophe" in (tmp_path / "safe" / "README.txt").read_text("utf-8")
    with (tmp_path / "plain" / "figure.csv").open(encoding="utf-8", newline="") as file:
        assert any(cell == "=1+1" for row in csv.reader(file) for cell in row)


@given(st.text())
def test_a_safe_cell_tells_what_it_was(cell: str) -> None:
    made = safe(cell)
    assert not made.startswith(RISKY)
    assert (made.removeprefix("'") if made.startswith("'") else made) == cell


@given(st.lists(st.text(alphabet="ab ;\\\n,", max_size=5), min_size=1, max_size=4))
def test_several_values_can_be_told_apart(values: list[Value]) -> None:
    if values != [""]:
        assert value_in(cell_of(values, MANY), MANY) == values


@pytest.mark.parametrize(
    ("value", "rule", "told"),
    [
        (40000, AttributeRule("n", "number"), True),
        (0.5, AttributeRule("n", "number"), True),
        (1e-7, AttributeRule("n", "number"), True),
        ("40000", AttributeRule("n", "number"), False),
        ("about", AttributeRule("n", "number"), True),
        (True, AttributeRule("f", "flag"), True),
        ("true", AttributeRule("t", "text"), True),
        (True, AttributeRule("t", "text"), False),
        ("2025-03-04", AttributeRule("d", "date"), True),
        ([1, 2.5], AttributeRule("n", "number", many=True), True),
        ("x", MANY, False),
        ([["x"]], MANY, False),
        (["x"], AttributeRule("t", "text"), False),
        ({"a": 1}, None, False),
        ("x", None, True),
        (3, None, False),
        (None, None, True),
    ],
)
def test_what_a_cell_cannot_tell_is_known(value: Value, rule: AttributeRule | None, told: bool) -> None:
    assert can_be_told(value, rule) is told


def test_what_a_cell_cannot_tell_is_reported(tmp_path: Path) -> None:
    item = annotation("f1", "figure", LATIN, "said", value="40000", strange={"a": [1]})
    made = replace(document("a.txt", LATIN, item), article_extra={"title": 3, "outlet": "O"})
    report = exported("csv", tmp_path / "out", entries=[Entry("a.txt", made, built_in_scheme())])
    assert report.losses == [
        Loss(
            "altered",
            "document",
            "a.txt",
            "",
            "what kind of value an attribute of the article has cannot be told from its cell",
        ),
        Loss(
            "altered",
            "annotation",
            "a.txt",
            "f1",
            "what kind of value an attribute has cannot be told from its cell",
            74,
        ),
    ]
    (row,) = table(tmp_path / "out" / "figure.csv")
    assert (row["value"], json.loads(row["strange"])) == ("40000", {"a": [1]})
    (row,) = table(tmp_path / "out" / "documents.csv")
    assert (row["article_title"], row["article_outlet"]) == ("3", "O")


def test_unknown_keys_are_a_column_of_json(tmp_path: Path) -> None:
    item = altered(annotation("c1", "claim", LATIN, "said"), extra={"x-brat": [1, "b"]})
    made = replace(document("a.txt", LATIN, item), extra={"z": 1})
    exported("csv", tmp_path / "out", entries=[Entry("a.txt", made, built_in_scheme())])
    assert [json.loads(row["extra"]) for row in table(tmp_path / "out" / "claim.csv")] == [{"x-brat": [1, "b"]}]
    assert [json.loads(row["extra"]) for row in table(tmp_path / "out" / "documents.csv")] == [{"z": 1}]


def test_an_attribute_named_like_a_column_does_not_hide_it(tmp_path: Path) -> None:
    rules = tuple(AttributeRule(id, "text") for id in ("text", "id", "attribute_text", "kind"))
    scheme = Scheme("s", "S", (Label("mark", "m", "#000000", "fill", rules),))
    values: dict[str, Value] = {"text": "T", "id": "I", "attribute_text": "AT", "kind": "K"}
    item = altered(annotation("c1", "mark", LATIN, "said"), attributes=values)
    exported("csv", tmp_path / "out", entries=[Entry("a.txt", document("a.txt", LATIN, item), scheme)])
    (row,) = table(tmp_path / "out" / "mark.csv")
    assert [row[key] for key in ("text", "id", "kind")] == ["said", "c1", "K"]
    assert [row[f"attribute_{key}"] for key in ("text", "id", "attribute_text")] == ["T", "I", "AT"]


def test_labels_that_are_no_names_of_files_get_one_of_their_own(tmp_path: Path) -> None:
    labels = ["../../etc/passwd", "a/b", "A", "a", "con", "documents", "Relations", "x" * 300, "声明", "", ".", "a "]
    items = [annotation(f"i{n}", label, LATIN, "said") for n, label in enumerate(labels)]
    exported("csv", tmp_path / "out", entries=[Entry("a.txt", document("a.txt", LATIN, *items), built_in_scheme())])
    files = [path for path in (tmp_path / "out").iterdir() if path.suffix == ".csv"]
    assert len(files) == len(labels) + 2
    assert len({path.name.casefold() for path in files}) == len(files)
    found = [row["label"] for path in files for row in table(path) if "label" in row]
    assert sorted(found) == sorted(labels)
    assert {"A.csv", "声明.csv"} <= {path.name for path in files}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_without_the_text_there_are_no_words(tmp_path: Path) -> None:
    exported("csv", tmp_path / "out", Options(safe_cells=False, with_text=False))
    assert {row["text"] for row in annotations(tmp_path / "out")} == {""}
    assert {row["text"] for row in table(tmp_path / "out" / "documents.csv")} == {""}
    assert "left out" in (tmp_path / "out" / "README.txt").read_text("utf-8")


def test_attributes_that_come_late_and_rows_that_wait_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table is the same whether its rows fit into memory or not."""
    items = [annotation("c1", "claim", LATIN, "people"), annotation("c2", "claim", LATIN, "said", late="x\u2028\r\ny")]
    entries = [Entry("a.txt", document("a.txt", LATIN, *items), built_in_scheme()), *hard_entries()]
    exported("csv", tmp_path / "memory", entries=entries)
    monkeypatch.setattr(spooled_tables, "MOST_LETTERS", 10)
    exported("csv", tmp_path / "disk", entries=entries)
    names = {path.name for path in (tmp_path / "memory").iterdir()}
    assert {path.name for path in (tmp_path / "disk").iterdir()} == names
    assert all((tmp_path / "disk" / name).read_bytes() == (tmp_path / "memory" / name).read_bytes() for name in names)
    assert [row["late"] for row in table(tmp_path / "disk" / "claim.csv")][:3] == ["", "x\u2028\r\ny", ""]


def test_nothing_at_all_has_headings_too(tmp_path: Path) -> None:
    exported("csv", tmp_path / "out", Options(safe_cells=False), [])
    assert (tmp_path / "out" / "documents.csv").read_bytes().startswith(b"path,annotator,split,")
    assert table(tmp_path / "out" / "relations.csv") == []
