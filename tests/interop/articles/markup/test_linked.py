"""Share of a passage's characters that are links: only an element with an address is one."""

from __future__ import annotations

import pytest

from annotator.interop.articles.markup.tree import tree
from annotator.interop.articles.markup.visible_text import visible

PAGE = "<html><body>{}</body></html>"


@pytest.mark.parametrize(
    ("markup", "linked"),
    [
        ("<p>The boat came at nine.</p>", 0),
        ("<p><a href='/boat'>The boat came at nine.</a></p>", 1),
        ("<p><a href='/boat'><b>The boat</b> came</a> <a href='/nine'>at nine.</a></p>", 1),
        ("<p>Nine boats <a href='/boat'>came home.</a></p>", 0.5),
        ("<p><a name='boat'>The boat came at nine.</a></p>", 0),
        ("<p><a name='boat'>Nine boats</a> <a href='/boat'>came home.</a></p>", 0.5),
    ],
)
def test_share_of_links(markup: str, linked: float) -> None:
    (passage,) = visible(tree(PAGE.format(markup))).passages
    assert (passage.linked, passage.is_linked) == (linked, linked == 1)
