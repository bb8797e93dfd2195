"""Looks of elements that are found once for all alike are those that each element has by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from annotator.interop.articles.markup.looks import Looks, look_of

TAGS = ("a", "span", "div", "p", "sup", "sub", "del", "blockquote", "dialog", "img", "nav", "q", "h2", "script")
VALUES = {
    "class": ("caption", "gmail_quote", "super", "subscript", "story-text", "wp-caption"),
    "style": ("display:none", "vertical-align: super", "text-decoration: line-through", "color: red"),
    "role": ("navigation", "doc-noteref", "complementary", "img"),
    "epub:type": ("noteref", "footnote"),
    "type": ("cite", "text"),
    "hidden": ("", "until-found"),
    "open": ("",),
    "width": ("1", "1px", "640"),
    "height": ("0", "480"),
    "href": ("#fn1", "/story"),
    "id": ("one", "two"),
}


PAIRS = [(name, value) for name, values in VALUES.items() for value in values]
ATTRIBUTES = st.lists(st.sampled_from(PAIRS), max_size=2, unique_by=lambda pair: pair[0]).map(dict)


def _element(tag: str, attributes: dict[str, str]) -> html.HtmlElement:
    written = "".join(f" {name}='{value}'" for name, value in attributes.items())
    page = html.document_fromstring(f"<html><body><div><b></b><{tag}{written}></{tag}></div></body></html>")
    return next(page.iter("b")).getnext()


@given(st.sampled_from(TAGS), st.lists(ATTRIBUTES, max_size=20))
def test_each_element_has_the_look_of_its_own(tag: str, several: list[dict[str, str]]) -> None:
    looks = Looks()
    for element in [_element(tag, attributes) for attributes in several * 2]:
        assert looks.of(element) == look_of(element)
