"""Texts taken out of bytes, as everybody takes them: through the extractor."""

from __future__ import annotations

import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from annotator.interop.articles.extracted import Extracted, Extractor, Wishes
from annotator.interop.foreign.errors import ForeignError

LATIN = "Thousands of “civilians” left – 1,204 by noon."
ARABIC = "قال رئيس البلدية إن الميناء سيُفتح يوم الإثنين."
CHINESE = "市长星期一说，港口将于年底开放。"
EMOJI = "So glad 👩‍👩‍👧 🇳🇿 😀!"
COMBINING = "e\u0301 o\u0308 n\u0303 – ก็ นี่"
SCRIPTS = [LATIN, ARABIC, CHINESE, EMOJI, COMBINING]
SECONDS = 60
"""No file may take longer, not even on a slow machine."""


def taken(extractor: Extractor, data: bytes, wishes: Wishes | None = None, name: str = "") -> list[Extracted]:
    """All texts; each is as it should be."""
    start = time.monotonic()
    texts = list(extractor.extract(data, name or f"folder/story{extractor.suffixes[0]}", wishes or Wishes()))
    assert time.monotonic() - start < SECONDS
    for text in texts:
        assert text.text.strip()
        assert text.name
        assert "\r" not in text.text
        assert not text.text.startswith("\ufeff")
        assert text.text.encode().decode() == text.text
        assert all(part.span.end <= len(text.text) and part.span.of(text.text).strip() for part in text.parts)
        assert all(note.endswith((".", "first.")) and "\n" not in note for note in text.notes)
        assert all(text.about.values())
    return texts


def one(extractor: Extractor, data: bytes, wishes: Wishes | None = None, name: str = "") -> Extracted:
    """The only text."""
    (text,) = taken(extractor, data, wishes, name)
    return text


def refusal(extractor: Extractor, data: bytes, name: str = "", wishes: Wishes | None = None) -> ForeignError:
    """Why nothing can be taken: one sentence or two, and where."""
    with pytest.raises(ForeignError) as error:
        taken(extractor, data, wishes, name)
    assert error.value.sentence.endswith(".")
    assert "\n" not in error.value.sentence
    return error.value


def taken_or_refused(extractor: Extractor, data: bytes, name: str = "") -> None:
    """Whatever the bytes are, there is a good text or a sentence."""
    sentence = ""
    try:
        taken(extractor, data, None, name)
    except ForeignError as error:
        sentence = error.sentence
    assert not sentence or sentence.endswith(".")


def repacked(data: bytes, changed: dict[str, bytes | None]) -> bytes:
    """A zip archive with these members in place of its own; without those that are None."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        members = {name: old.read(name) for name in old.namelist()} | changed
        for name, content in members.items():
            if content is not None:
                new.writestr(name, content)
    return file.getvalue()


def laughing(beginning: bytes) -> bytes:
    """XML with a billion laughs, a file of the machine and one of the network in its entities, before that element."""
    lol = b"".join(b'<!ENTITY l%d "%b">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    outside = b'<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY n SYSTEM "http://localhost:9/x">'
    return b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">' + lol + outside + b"]>" + beginning
