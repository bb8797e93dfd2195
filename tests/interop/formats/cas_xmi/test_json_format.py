"""UIMA CAS JSON, loaded by dkpro-cassis, and taken in again."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.cas_xmi.json_format import FORMAT
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import LATIN, annotation, document, exported, hard_entries

TEXT = "Anna 🚌 reiste nach حلب."
SPANS = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": TEXT}


def read(path: Path, report: Report | None = None) -> list[Incoming]:
    assert FORMAT.read
    return list(FORMAT.read(path, report or Report()))


def put(path: Path, structures: Any, types: Any = None) -> Path:
    path.write_text(json.dumps({"%TYPES": types or {}, "%FEATURE_STRUCTURES": structures, "%VIEWS": {}}), "utf-8")
    return path


def test_cassis_loads_what_is_exported(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis")
    exported("cas-json", tmp_path / "out")
    for entry in hard_entries():
        cas = cassis.load_cas_from_json((tmp_path / "out" / f"{entry.name}.json").read_text("utf-8"))
        assert cas.sofa_string == entry.text
        names = {f"webanno.custom.{label.id[:1].upper()}{label.id[1:]}" for label in built_in_scheme().labels}
        found = [(each.begin, each.end) for name in names for each in cas.select(name)]
        assert sorted(found) == sorted((item.span.start, item.span.end) for item in entry.annotations)
        links = [
            (each.Governor.annotation_id, each.Dependent.annotation_id)
            for each in cas.select("webanno.custom.AttributedTo")
        ]
        assert links == [(link.source, link.target) for link in entry.relations if link.type == "attributed_to"]


def test_everything_comes_back(tmp_path: Path) -> None:
    item = altered(annotation("s1", "source", LATIN, "said", tags=["a", "ö"], none=[], sure=True, n=1.5), note="Notiz")
    entry = Entry("a.txt", document("a.txt", LATIN, item), built_in_scheme())
    exported("cas-json", tmp_path / "out", entries=[*hard_entries(), entry])
    back = {incoming.path: incoming for incoming in read(tmp_path / "out")}
    for given in (*hard_entries(), entry):
        incoming = back[given.path]
        assert incoming.text == given.text
        assert incoming.annotator == given.document.annotator
        assert [*incoming.annotations] == [altered(each, created="", modified="") for each in given.annotations]
        assert [*incoming.relations] == [altered(each, attributes={}, note="") for each in given.relations]


@pytest.mark.parametrize("as_object", [False, True])
def test_what_others_wrote_is_taken(tmp_path: Path, as_object: bool) -> None:
    structures = [
        SPANS,
        {"%ID": 2, "%TYPE": "custom.Person", "@sofa": 1, "begin": 0, "end": 4, "^anchor": 1, "score": 2, "@tags": 5},
        {"%ID": 3, "%TYPE": "custom.Place", "@sofa": 1, "begin": 20, "end": 23, "#share": "NaN", "@near": 6},
        {"%ID": 4, "%TYPE": "custom.Went", "@sofa": 1, "begin": 20, "end": 23, "@Governor": 2, "@Dependent": 3},
        {"%ID": 5, "%TYPE": "uima.cas.String[]", "%ELEMENTS": ["a", "ب"]},
        {"%ID": 6, "%TYPE": "custom.Place[]", "%ELEMENTS": [2]},
    ]
    types = {
        "custom.Person": {
            "%NAME": "custom.Person",
            "%SUPER_TYPE": "uima.tcas.Annotation",
            "score": {"%RANGE": "uima.cas.Integer"},
            "tags": {"%RANGE": "uima.cas.String[]"},
        },
        "custom.Place": {"%SUPER_TYPE": "uima.tcas.Annotation", "near": {"%RANGE": "custom.Place[]"}},
        "custom.Went": {"%SUPER_TYPE": "uima.tcas.Annotation"},
    }
    keyed = {str(each["%ID"]): {key: value for key, value in each.items() if key != "%ID"} for each in structures}
    report = Report()
    (found,) = read(put(tmp_path / "reise.json", keyed if as_object else structures, types), report)
    assert (found.path, found.text) == ("reise.txt", TEXT)
    assert [*found.annotations] == [
        Annotation("2", "Person", Span(0, 4), {"score": 2, "tags": ["a", "ب"]}),
        Annotation("3", "Place", Span(19, 22), {"share": "NaN"}),
    ]
    assert [*found.relations] == [Relation("4", "Went", "2", "3"), Relation("3-near-2", "near", "3", "2")]
    assert report.is_whole


def test_an_archive_is_read(tmp_path: Path) -> None:
    put(tmp_path / "a.json", [SPANS])
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.write(tmp_path / "a.json", "texte/a.json")
    assert [incoming.path for incoming in read(tmp_path / "in.zip")] == ["texte/a.txt"]


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (b"[]", "no “%FEATURE_STRUCTURES”"),
        (b'{"%TYPES": {}}', "no “%FEATURE_STRUCTURES”"),
        (b'{"%FEATURE_STRUCTURES": [1]}', "no object with"),
        (b'{"%FEATURE_STRUCTURES": [{"%ID": 1}]}', "no object with"),
        (b'{"%FEATURE_STRUCTURES": [], "%TYPES": {"a": 1}}', "no “%TYPES”"),
        (b'{"%FEATURE_STRUCTURES": []}', "It has no text"),
        (b'{"%FEATURE_STRUCTURES": ', "not valid JSON"),
        (b"\xff", "not UTF-8"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, data: bytes, about: str) -> None:
    (tmp_path / "in.json").write_bytes(data)
    with pytest.raises(ForeignError, match=about) as caught:
        read(tmp_path / "in.json")
    assert caught.value.place == "in.json"
    assert caught.value.sentence.endswith(".")
