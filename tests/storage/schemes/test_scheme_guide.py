"""A scheme in Markdown: all of it in an export, as much as a window can show in the panel."""

from __future__ import annotations

from annotator.model.scheme import AttributeRule, Guideline, Label, RelationRule, Scheme
from annotator.storage.schemes.scheme_guide import LONGEST_LINE, MOST_CHARACTERS, scheme_guide, shown_guide

CLAIM = Label(
    "a*b",
    "",
    "#000000",
    "fill",
    (AttributeRule("kind", "choice", ("x", "y"), True, meanings=("one", "")), AttributeRule("day", "date")),
    Guideline("It <b>says</b> so.", ("[yes]",), ("no",)),
)
SMALL = Scheme("s", "Small", (CLAIM,), (RelationRule("r", "a*b", "a*b", True),), (), "For all.", "Somebody")


def shown(scheme: Scheme) -> str:
    return shown_guide(scheme, lambda words: f"° {words}", lambda label: f"the {label.id}")


def test_it_says_what_the_scheme_says_with_all_markup_escaped() -> None:
    assert scheme_guide(SMALL, 1).splitlines() == [
        "# Small",
        "",
        "For all.",
        "",
        "Source: Somebody",
        "",
        "## a\\*b",
        "",
        "- It \\<b\\>says\\</b\\> so.",
        "- Yes: \\[yes\\]",
        "- No: no",
        "- **kind**: one of these, several allowed",
        "  - x: one",
        "  - y",
        "- **day**: date",
        "",
        "## Relations",
        "",
        "- **r**: from a\\*b to a\\*b, in both directions",
    ]


def test_labels_and_the_words_between_are_in_the_language_of_the_window() -> None:
    assert "## the a\\*b" in shown(SMALL)
    assert "## ° Relations" in shown(SMALL)


def test_a_huge_scheme_is_cut_where_it_is_shown_and_nowhere_else() -> None:
    labels = tuple(Label(f"{number}", "", "#000000", "fill", (), Guideline("word " * 2000)) for number in range(200))
    huge = Scheme("h", "Huge", labels)
    assert len(scheme_guide(huge)) > 200 * 10_000
    text = shown(huge)
    assert len(text) < MOST_CHARACTERS + LONGEST_LINE
    assert text.endswith("\n° The scheme says more than can be shown here; all of it is in its file.\n")
    assert max(map(len, text.splitlines())) <= LONGEST_LINE + 1
