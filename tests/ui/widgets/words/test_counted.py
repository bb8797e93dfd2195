"""Numbers with what they count."""

from __future__ import annotations

from annotator.ui.widgets.words.counted import counted_annotations, counted_label, of_total, selected_words


def test_one_is_told_from_several() -> None:
    assert [counted_annotations(count) for count in (0, 1, 1204)] == [
        "0 annotations",
        "1 annotation",
        "1,204 annotations",
    ]
    assert [counted_label(count, "claim") for count in (1, 2000)] == ["1 claim", "2,000 claims"]


def test_numbers_have_their_digits_in_groups() -> None:
    assert (of_total(3, 14000), selected_words(2500)) == ("3 of 14,000", "2,500 selected")
