"""The Hugging Face folder, loaded by ``datasets`` without a word about it, and by mlcroissant from its metadata."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from annotator.interop.format import ALL_BUT_CHECKS
from annotator.interop.formats.huggingface.format import FORMAT
from annotator.interop.options import Options
from annotator.interop.report import Loss
from annotator.model.annotation import Annotation
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.scheme import Guideline, Label, Scheme
from annotator.storage.files.file_error import Problem
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import LATIN, annotation, document, exported, hard_entries

SPLITS = {"aleppo.txt": "train", "news/arabic.txt": "dev", "chinese.md": "test", "empty.txt": "train"}
NAMES = {"train": ["aleppo.txt", "empty.txt"], "validation": ["news/arabic.txt"], "test": ["chinese.md"]}
SPLIT = Options(splits=SPLITS, licence="CC BY 4.0")


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Loads a folder as a user does; nothing comes from the network, nothing stays on the machine."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_DATASETS_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    datasets = pytest.importorskip("datasets")
    datasets.disable_progress_bars()
    return lambda folder: datasets.load_dataset(str(folder), cache_dir=str(tmp_path / "cache"))


def entry_of(*items: Annotation, text: str = LATIN) -> Entry:
    return Entry("a.txt", document("a.txt", text, *items), built_in_scheme())


def test_datasets_finds_the_splits_and_everything_in_them(tmp_path: Path, load: Any) -> None:
    report = exported("huggingface", tmp_path / "out", SPLIT)
    assert report.is_whole
    assert FORMAT.carries == ALL_BUT_CHECKS
    data = load(tmp_path / "out")
    assert {name: data[name]["path"] for name in data} == NAMES
    rows = {row["path"]: row for name in data for row in data[name]}
    for entry in hard_entries():
        row, own = rows[entry.path], entry.document
        assert (row["text"], row["annotator"], row["status"]) == (entry.text, own.annotator, own.status.value)
        assert row["split"] == SPLITS[entry.path]
        assert len(row["annotations"]) == len(own.annotations)
        for item in row["annotations"]:
            was = own.annotations[item["id"]]
            assert row["text"][item["start"] : item["end"]] == item["text"] == was.span.of(entry.text)
            assert (item["label"], item["note"]) == (was.label, was.note)
            assert json.loads(item["attributes"]) == was.attributes
            assert item["created"] == datetime(2026, 11, 22, 6, 21, 20, tzinfo=UTC)
        joined = [(item["id"], item["type"], item["from"], item["to"]) for item in row["relations"]]
        assert joined == [(item.id, item.type, item.source, item.target) for item in entry.relations]


def test_every_split_has_the_same_columns_even_where_they_are_empty(tmp_path: Path, load: Any) -> None:
    """Without the card, datasets would take the columns of the empty one for columns of nulls."""
    exported("huggingface", tmp_path / "out", replace(SPLIT, splits=SPLITS | {"empty.txt": "test"}, with_text=False))
    data = load(tmp_path / "out")
    assert data["train"].features == data["validation"].features == data["test"].features
    assert data["test"][1]["annotations"] == []
    assert data["train"][0]["text"] is None
    assert str(data["test"].features["text"]) == "Value('string')"


def test_dates_stay_the_text_that_they_were(tmp_path: Path, load: Any) -> None:
    """Arrow's JSON reader takes a column for times where all that is in it looks like one."""
    items = annotation("f1", "claim", LATIN, "said", checked_on="2025-03-04")
    made = replace(entry_of(items).document, article_extra={"published": "2016-12-15"})
    exported("huggingface", tmp_path / "out", entries=[Entry("a.txt", made, built_in_scheme())])
    (row,) = load(tmp_path / "out")["train"]
    assert json.loads(row["annotations"][0]["attributes"]) == {"checked_on": "2025-03-04"}
    assert json.loads(row["article"]) == {"published": "2016-12-15"}


def test_it_is_said_where_marked_words_would_be_taken_for_times(tmp_path: Path, load: Any) -> None:
    text = "On 2016-12-15 and 2016-12-16.\n"
    dates = [annotation(id, "figure", text, f"2016-12-1{id[1]}") for id in ("f5", "f6")]
    report = exported("huggingface", tmp_path / "out", entries=[entry_of(*dates, text=text)])
    (note,) = report.notes
    assert note.startswith("All words marked in data/train.jsonl are dates")
    assert load(tmp_path / "out")["train"][0]["annotations"][0]["text"] != "2016-12-15"  # so the note is true
    more = annotation("c1", "claim", text, "On")
    assert not exported("huggingface", tmp_path / "more", entries=[entry_of(*dates, more, text=text)]).notes


def test_a_document_of_no_split_is_reported(tmp_path: Path) -> None:
    report = exported("huggingface", tmp_path / "out", Options(splits={"chinese.md": "test"}))
    why = "it belongs to no split, so it is in the split for training"
    paths = ("aleppo.txt", "news/arabic.txt", "empty.txt")
    assert report.losses == [Loss("altered", "document", path, "", why) for path in paths]
    assert not exported("huggingface", tmp_path / "none").losses


def header(folder: Path) -> dict[str, Any]:
    _, head, _ = (folder / "README.md").read_text("utf-8").split("---\n", 2)
    loaded: dict[str, Any] = yaml.safe_load(head)
    return loaded


def test_the_card_says_what_is_in_it(tmp_path: Path) -> None:
    entries = [*hard_entries(), Problem(Path("x.yaml"), 1, "It is broken.")]
    report = exported("huggingface", tmp_path / "out", SPLIT, entries)  # type: ignore[arg-type]
    assert len(report.problems) == 1
    head = header(tmp_path / "out")
    assert head["license"] == "cc-by-4.0"
    assert head["task_categories"] == ["token-classification"]
    assert head["size_categories"] == ["n<1K"]
    assert [split["num_examples"] for split in head["dataset_info"]["splits"]] == [2, 1, 1]
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    for line in (
        "| train | 2 | 10 | 3 |",
        "| claim | 2 | 1 | 2 |",
        "| attributed\\_to | 1 | 1 | 0 |",
        "| alice | 1 |",
        "| nothing-found | 1 |",
        "#### figure",
        "  - conflicting: Good sources disagree, or it is true only in part.",
        "CC BY 4.0.",
        "- 1 files could not be read and are missing.",
    ):
        assert f"\n{line}\n" in card
    assert "code points" in card


def test_a_licence_that_registries_do_not_know_and_what_the_articles_say(tmp_path: Path) -> None:
    made = replace(entry_of().document, article_extra={"licence": "All rights | reserved", "language": "fr"})
    entry = Entry("a.txt", made, built_in_scheme())
    exported("huggingface", tmp_path / "out", Options(licence="Ask us"), [entry])
    head = header(tmp_path / "out")
    assert (head["license"], head["license_name"], head["language"]) == ("other", "Ask us", ["fr"])
    assert "| All rights \\| reserved | 1 |" in (tmp_path / "out" / "README.md").read_text("utf-8")
    exported("huggingface", tmp_path / "none")
    assert header(tmp_path / "none")["license"] == "unknown"


def test_names_cannot_forge_the_card(tmp_path: Path) -> None:
    bad = "---\nlicense: mit\n# <script>alert(1)</script> | x"
    label = Label(bad, "b", "#000000", "fill", guideline=Guideline(bad, (bad,), (bad,)))
    item = annotation("c1", bad, LATIN, "said")
    scheme = Scheme("s", bad, (label,))
    exported("huggingface", tmp_path / "out", entries=[Entry("a.txt", document("a.txt", LATIN, item), scheme)])
    assert header(tmp_path / "out")["pretty_name"] == bad
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "\nlicense: mit" not in card
    assert "<script>" not in card.split("\n---\n", 1)[1].replace("\\<script", "")


def test_limits_tell_what_was_lost(tmp_path: Path) -> None:
    item = altered(annotation("c1", "claim", LATIN, "said"), created="once")
    exported("huggingface", tmp_path / "out", Options(with_text=False, labels=frozenset({"claim"})), [entry_of(item)])
    _, limits = (tmp_path / "out" / "README.md").read_text("utf-8").split("## Limits\n")
    assert "- 1 × annotation altered: one of its times is not a valid date and time, and is left out.\n" in limits
    assert "- Only these labels were exported: claim.\n" in limits
    assert "- The texts and all quoted words are left out" in limits


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_mlcroissant_reads_every_record(tmp_path: Path) -> None:
    croissant = pytest.importorskip("mlcroissant")
    exported("huggingface", tmp_path / "out", SPLIT)
    dataset = croissant.Dataset(jsonld=tmp_path / "out" / "croissant.json")
    assert not dataset.metadata.ctx.issues.errors
    assert dataset.metadata.license == ["https://creativecommons.org/licenses/by/4.0/"]
    for split, paths in NAMES.items():
        records = list(dataset.records(split))
        assert [record[f"{split}/path"].decode() for record in records] == paths
    by_path = {entry.path: entry for entry in hard_entries()}
    (record,) = dataset.records("validation")
    entry = by_path["news/arabic.txt"]
    assert record["validation/text"].decode() == entry.text
    for item in record["validation/annotations"]:
        start, end = (item[f"validation/annotations/{key}"] for key in ("start", "end"))
        assert entry.text[start:end] == item["validation/annotations/text"].decode()
    (relation,) = record["validation/relations"]
    assert relation["validation/relations/to"] == b"s1"


def test_the_metadata_has_the_hashes_of_the_files(tmp_path: Path) -> None:
    exported("huggingface", tmp_path / "out", SPLIT)
    files = json.loads((tmp_path / "out" / "croissant.json").read_text("utf-8"))["distribution"]
    assert [file["contentUrl"] for file in files] == [f"data/{split}.jsonl" for split in NAMES]
    for file in files:
        data = (tmp_path / "out" / file["contentUrl"]).read_bytes()
        assert (file["sha256"], file["contentSize"]) == (sha256(data).hexdigest(), f"{len(data)} B")


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        exported("huggingface", tmp_path / name, SPLIT)
    files = [path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*") if path.is_file()]
    assert len(files) == 5
    assert all((tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes() for file in files)
