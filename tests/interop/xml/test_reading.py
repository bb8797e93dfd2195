"""XML that means harm is refused in a sentence."""

from __future__ import annotations

import pytest

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.xml.reading import root_of

LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("data", "line", "about"),
    [
        (b"", 1, "not valid XML"),
        (b"<a>\n<b></a>", 2, "not valid XML"),
        (b"<a>\xff</a>", 1, "not valid XML"),
        (LAUGHS, None, "document type or entities"),
        (b'<!DOCTYPE a SYSTEM "http://127.0.0.1/x"><a/>', None, "document type"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', None, "document type"),
        (b'<?xml version="1.0" encoding="nobody-knows"?><a/>', 1, "encoding"),
        (b"<a>" * 201 + b"</a>" * 201, None, "200 levels"),
    ],
)
def test_it_is_refused(data: bytes, line: int | None, about: str) -> None:
    with pytest.raises(ForeignError, match=about) as caught:
        root_of(data, "project.qde")
    assert caught.value.line == line
    assert caught.value.place == "project.qde"


def test_deep_nesting_is_refused_soon() -> None:
    with pytest.raises(ForeignError, match="nested"):
        root_of(b"<a>" * 200_000 + b"</a>" * 200_000)


@pytest.mark.parametrize("part", [b"<a/>", b"<a></a>", b'<a b=""/>'])
def test_more_parts_than_the_memory_holds_are_refused_unread(part: bytes) -> None:
    with pytest.raises(ForeignError, match="more than 3,000,000 tags and attributes") as caught:
        root_of(b"<r>" + part * 3_000_000 + b"</r>", "project.qde")
    assert caught.value.place == "project.qde"


def test_text_in_any_script_is_read() -> None:
    assert root_of("<a b='é'>👩‍👩‍👧 &lt;&#x1F600; عربي</a>".encode()).text == "👩‍👩‍👧 <😀 عربي"
