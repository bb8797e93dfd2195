"""Numbers and hints of the list of annotations, for schemes of one label and of many."""

from __future__ import annotations

from collections import Counter

from annotator.model.scheme import Label, Scheme
from annotator.ui.panels.annotations.counts import count_forms
from annotator.ui.panels.annotations.hints import how_to_mark, labels_by_key


def scheme_of(*labels: tuple[str, str], mark: str = "bar") -> Scheme:
    return Scheme("small", "Small", tuple(Label(id, key, "#56B4E9", mark) for id, key in labels))


def test_annotations_beside_the_text_are_counted_among_all() -> None:
    scheme = scheme_of(("part", "p"), ("scene", "s"), ("act", "a"))
    counts = Counter({"claim": 84, "part": 3})
    assert count_forms(counts, scheme) == ("87, of them 3 parts", "87")
    assert count_forms(counts + Counter(scene=1), scheme)[0] == "88, of them 3 parts and 1 scene"
    assert count_forms(counts + Counter(scene=1, act=2), scheme)[0] == "90, of them 3 parts, 1 scene and 2 acts"
    assert count_forms(Counter(claim=2), scheme) == ("2",)


def words(scheme: Scheme) -> str:
    return " ".join(piece.text for piece in how_to_mark(scheme))


def test_the_hint_names_the_keys_that_there_are() -> None:
    one, several = scheme_of(("person", "")), scheme_of(("claim", "c"), ("source", "s"), ("figure", ""), ("cue", "u"))
    assert words(one) == "Select some text, then 1"
    assert words(several) == "Select some text, then C S or 3"


def test_labels_have_their_keys_and_the_first_nine_their_numbers() -> None:
    scheme = scheme_of(*((f"label{number}", "") for number in range(11)), ("claim", "C"))
    keys = labels_by_key(scheme)
    assert (keys["1"], keys["9"], keys["c"], len(keys)) == ("label0", "label8", "claim", 10)
