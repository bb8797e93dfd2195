"""What others have said about annotations follows a change of the scheme: comments, decisions and sign-offs."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from annotator.corpus.documents import document_in
from annotator.corpus.scheme_sweeps.plan import plan_of
from annotator.corpus.scheme_sweeps.sweeping import Sweep, sweep_again
from annotator.corpus.scheme_sweeps.taking_back import take_back
from annotator.facts.desk.digests import digests
from annotator.facts.desk.standing import standing
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.comments import Comment
from annotator.model.kinds.decisions import Decision
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme_changes.changes import Merge, Rename, SchemeChange
from annotator.model.scheme_changes.parts import LABEL, RELATION, Part
from annotator.review.adjudicating import Decider, Wish, decide
from annotator.review.deciding_again import decided_again
from annotator.storage.saving.scheme_journal import last_change
from annotator.storage.schemes.scheme_lookup import scheme_of
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.corpus.scheme_sweeps.test_sweeping import CLAIM, LATER, NOW, OWN, files, undone, written
from tests.review.test_adjudicating import table

JOIN = Merge(Part(LABEL, "rumour"), "claim")
RENAMES = [
    Rename(CLAIM, "statement"),
    Rename(Part(LABEL, "claim", "kind"), "sort"),
    Rename(Part(LABEL, "claim", "kind", "event"), "happening"),
    Rename(Part(RELATION, "said_by"), "according to"),
]


def path_of(folder: Path, name: str) -> Path:
    return sidecar_path(folder / "one.txt", name)


def read(folder: Path, name: str) -> Document:
    return document_in(path_of(folder, name)).document


def write(folder: Path, document: Document) -> None:
    path_of(folder, document.annotator).write_bytes(SidecarWriter().data(document))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article that alice and ben have annotated; alice has signed hers, and gold has decided over both."""
    folder = tmp_path / "articles"
    for name in ("alice", "ben"):
        written(folder / "one.txt", name)
    (folder / "scheme.yaml").write_text(OWN, encoding="utf-8")
    alice, ben = read(folder, "alice"), read(folder, "ben")
    facts = digests(alice, alice.annotations.values())
    signed = SignOff("s1", "Alice", NOW, "1", alice.article.sha256, facts=facts, numbers={"a1": 1, "a3": 2})
    write(folder, alice.with_items(SignOff, {"s1": signed}))
    found, ids = table({"alice": alice, "ben": ben}), count(1)
    final = Document(alice.article, annotator="gold")
    wishes = [Wish(cluster, "alice") for cluster in found.clusters]
    final = decide(final, found, wishes, Decider("gold", NOW, lambda: f"g{next(ids)}")).apply(final)
    comments = {
        "c1": Comment("c1", on="a3", annotator="alice", by="gold", at=NOW, text="Who says so?"),
        "c2": Comment("c2", on="a3", annotator="cem", by="gold", at=NOW, text="That is another’s."),
    }
    write(folder, final.with_items(Comment, comments))
    return folder


def swept(folder: Path, change: SchemeChange) -> None:
    assert not Sweep(plan_of(folder, change)).run(NOW).problems


def open_decisions(folder: Path) -> list[Decision]:
    final, others = read(folder, "gold"), {name: read(folder, name) for name in ("alice", "ben")}
    return [one.decision for one in decided_again(final.of(Decision).values(), others, final)[1]]


def open_facts(folder: Path) -> list[str]:
    return standing(read(folder, "alice"), scheme_of(folder)[0]).reopened


@pytest.mark.parametrize("change", RENAMES)
def test_what_is_only_called_otherwise_stays_decided_and_signed(folder: Path, change: Rename) -> None:
    before = files(folder)
    assert (open_decisions(folder), open_facts(folder)) == ([], [])
    swept(folder, change)
    assert (open_decisions(folder), open_facts(folder)) == ([], [])
    assert not undone(folder).problems
    assert files(folder) == before


def test_what_was_open_before_a_renaming_is_open_after_it(folder: Path) -> None:
    alice = read(folder, "alice")
    changed = altered(alice.annotations["a1"], attributes={"kind": "rule"})
    write(folder, alice.with_items(type(changed), {**alice.annotations, "a1": changed}))
    decisions, facts = open_decisions(folder), open_facts(folder)
    assert ([one.of["alice"] for one in decisions], facts) == (
        ["a1"],
        ["a1", "a2"],
    )  # a2 is the other end of its relation
    swept(folder, RENAMES[0])
    assert ([one.id for one in open_decisions(folder)], open_facts(folder)) == ([one.id for one in decisions], facts)


def test_where_two_become_one_others_speak_of_the_one_that_stays(folder: Path) -> None:
    before = files(folder)
    assert any(one.of["alice"] == "a3" for one in read(folder, "gold").of(Decision).values())
    swept(folder, JOIN)
    gold, alice = read(folder, "gold"), read(folder, "alice")
    assert "a3" not in alice.annotations
    assert [one.on for one in gold.of(Comment).values()] == ["a1", "a3"]
    assert {str(one.of["alice"]) for one in gold.of(Decision).values()} <= alice.annotations.keys()
    (signed,) = alice.of(SignOff).values()
    assert ({*signed.facts}, dict(signed.numbers)) == ({"a1", "a2", "a4"}, {"a1": 1})
    assert not undone(folder).problems
    assert files(folder) == before


def test_what_was_written_since_stays_when_the_names_are_taken_back(folder: Path) -> None:
    swept(folder, RENAMES[0])
    gold, alice = read(folder, "gold"), read(folder, "alice")
    later = Comment("c9", on="a1", annotator="alice", by="gold", at=LATER, text="Later.")
    write(folder, gold.with_items(Comment, {**gold.of(Comment), "c9": later}))
    again = SignOff("s2", "Ben", LATER, "1", alice.article.sha256, facts=digests(alice, alice.annotations.values()))
    write(folder, alice.with_items(SignOff, {**alice.of(SignOff), "s2": again}))
    assert not undone(folder).problems
    assert [*read(folder, "gold").of(Comment)] == ["c1", "c2", "c9"]
    assert (open_decisions(folder), open_facts(folder)) == ([], [])


def test_a_change_that_goes_on_does_the_rest_once(folder: Path) -> None:
    before = files(folder)
    swept(folder, JOIN)
    after, journal = files(folder), last_change(folder)
    assert journal
    journal.left_open()
    path_of(folder, "gold").write_bytes(before["one.annotations.gold.yaml"])  # as if it was killed before
    journal = last_change(folder)
    assert journal
    sweep_again(journal).go_on(journal, LATER)
    assert files(folder) == after
    take_back(journal, LATER)
    assert files(folder) == before
