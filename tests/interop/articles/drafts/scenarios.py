"""Drafts of a newsroom with everything that comments, notes, links and tracked changes can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.interop.articles.drafts.notation import Box, Draft, Said, Table

MAY, LATER = "2026-05-01T09:30:00Z", "2026-05-02T11:05:00Z"
A, B = Said("Ana Ruiz", "Sure?", MAY), Said("Sam Okoro", "Which Friday?", LATER)
REPLY = Said("Sam Okoro", "Yes, see the register.", LATER, answers="a")
MORE = Said("Ana Ruiz", "Then it stays.", "2026-05-03T08:00:00Z", answers="a")


@dataclass(frozen=True, slots=True)
class Scenario:
    """A draft, its text, and the remarks that come in: the words, and the letters of the comments on them."""

    draft: Draft
    text: str
    remarks: Sequence[tuple[str, str]]


SCENARIOS = {
    "on words": Scenario(
        Draft(["The toll was [a:3,200 dead:a] by Friday."], {"a": A}),
        "The toll was 3,200 dead by Friday.",
        [("3,200 dead", "a")],
    ),
    "at a point": Scenario(
        Draft(["The toll was 3,200*a* by Friday."], {"a": A}),
        "The toll was 3,200 by Friday.",
        [("3,200", "a")],
    ),
    "nested": Scenario(
        Draft(["[a:The toll was [b:3,200:b] dead:a] by Friday."], {"a": A, "b": B}),
        "The toll was 3,200 dead by Friday.",
        [("The toll was 3,200 dead", "a"), ("3,200", "b")],
    ),
    "overlapping": Scenario(
        Draft(["[a:The toll was [b:3,200:a] dead:b] by Friday."], {"a": A, "b": B}),
        "The toll was 3,200 dead by Friday.",
        [("The toll was 3,200", "a"), ("3,200 dead", "b")],
    ),
    "two on the same words": Scenario(
        Draft(["The toll was [a:[b:3,200:b]:a] by Friday."], {"a": A, "b": B}),
        "The toll was 3,200 by Friday.",
        [("3,200", "ab")],
    ),
    "reply": Scenario(
        Draft(["The toll was [a:3,200 dead:a] by Friday."], {"a": A, "b": REPLY}),
        "The toll was 3,200 dead by Friday.",
        [("3,200 dead", "ab")],
    ),
    "two replies and resolved": Scenario(
        Draft(
            ["The toll was [a:3,200 dead:a] by Friday."],
            {"a": Said("Ana Ruiz", "Sure?", MAY, is_resolved=True), "b": REPLY, "c": MORE},
        ),
        "The toll was 3,200 dead by Friday.",
        [("3,200 dead", "abc")],
    ),
    "over two paragraphs": Scenario(
        Draft(["The quay was [a:shut.", "It opened:a] on Friday."], {"a": A}),
        "The quay was shut.\n\nIt opened on Friday.",
        [("shut.\n\nIt opened", "a")],
    ),
    "in a table": Scenario(
        Draft(["Ships by day:", Table([["Friday", "[a:12:a]"], ["Saturday", "9*b*"]])], {"a": A, "b": B}),
        "Ships by day:\n\nFriday\t12\nSaturday\t9",
        [("12", "a"), ("9", "b")],
    ),
    "from a paragraph into a table": Scenario(
        Draft(["Ships [a:by day:", Table([["Friday:a]", "12"]])], {"a": A}),
        "Ships by day:\n\nFriday\t12",
        [("by day:\n\nFriday", "a")],
    ),
    "in a footnote": Scenario(
        Draft(["The quay was shut.#1"], {"a": A}, {"1": "It was [a:the north quay:a] alone."}),
        "The quay was shut.¹\n\n¹ It was the north quay alone.",
        [("the north quay", "a")],
    ),
    "footnote in a table": Scenario(
        Draft([Table([["Friday", "12 ships#1"], ["Saturday", "9"]])], {}, {"1": "Harbour Office, Daily list, p. 4"}),
        "Friday\t12 ships¹\nSaturday\t9\n\n¹ Harbour Office, Daily list, p. 4",
        [("12 ships", "1")],
    ),
    "on deleted words": Scenario(
        Draft(["The toll was @del{[a:about:a] }3,200."], {"a": A}),
        "The toll was 3,200.",
        [("3,200.", "a")],
    ),
    "on inserted words": Scenario(
        Draft(["The toll was @ins{[a:about:a] }3,200."], {"a": A}),
        "The toll was about 3,200.",
        [("about", "a")],
    ),
    "around a replaced figure": Scenario(
        Draft(["The toll was [a:@del{320}@ins{3,200} dead:a]."], {"a": A}),
        "The toll was 3,200 dead.",
        [("3,200 dead", "a")],
    ),
    "in a text box": Scenario(
        Draft([Box("The quay was shut", "[a:Map:a] of the quay"), "It rained."], {"a": A}),
        "The quay was shut\n\nIt rained.",
        [("shut", "a")],
    ),
    "right to left": Scenario(
        Draft(["قال رئيس البلدية إن [a:الميناء:a] سيُفتح [b:يوم الإثنين:b]."], {"a": A, "b": B}),
        "قال رئيس البلدية إن الميناء سيُفتح يوم الإثنين.",
        [("الميناء", "a"), ("يوم الإثنين", "b")],
    ),
    "emoji": Scenario(
        Draft(["So glad 👩‍👩‍👧 [a:🇳🇿 😀:a] today [b:at sea:b]!"], {"a": A, "b": B}),
        "So glad 👩‍👩‍👧 🇳🇿 😀 today at sea!",
        [("🇳🇿 😀", "a"), ("at sea", "b")],
    ),
    "of several lines": Scenario(
        Draft(["The toll was [a:3,200:a]."], {"a": Said("Ana Ruiz", "Sure?\nThe mayor said 3,000.", MAY)}),
        "The toll was 3,200.",
        [("3,200", "a")],
    ),
    "on a link": Scenario(
        Draft(["The [a:@link(https://example.org/list){daily list}:a] has 12 ships."], {"a": A}),
        "The daily list has 12 ships.",
        [("daily list", "a@https://example.org/list")],
    ),
    "from within a link to behind it": Scenario(
        Draft(["The @field(https://example.org/list){daily [a:list} has:a] 12 ships."], {"a": A}),
        "The daily list has 12 ships.",
        [("daily list", "@https://example.org/list"), ("list has", "a")],
    ),
}
