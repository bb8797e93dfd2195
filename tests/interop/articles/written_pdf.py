"""PDF files, written by hand: lines of text at their places, in a font that any characters can be in."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

WIDTH, HEIGHT, SIZE = 600, 800, 10
CHARACTER = 6
"""How wide a character of the usual size is."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where its first character stands, from the left and from the bottom, and how large, turned and pale it is."""

    text: str
    left: float = 50
    bottom: float = 700
    size: float = SIZE
    angle: float = 0
    grey: float = 0


def column(lines: Sequence[str], left: float = 50, top: float = 700, pitch: float = 12) -> list[Line]:
    """The lines one below the other; a line that begins with a tab is indented."""
    return [
        Line(text.lstrip("\t"), left + 20 * text.startswith("\t"), top - number * pitch)
        for number, text in enumerate(lines)
    ]


def pdf(pages: Sequence[Sequence[Line]], info: str = "", trailer: str = "", mapped: bool = True) -> bytes:
    """A file of these pages. Where it is not ``mapped`` it does not say which characters its glyphs are."""
    characters = sorted({character for page in pages for line in page for character in line.text})
    codes = {character: number for number, character in enumerate(characters, 1)}
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [4 0 R]"
        + (b" /ToUnicode 6 0 R >>" if mapped else b" >>"),
        4: b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /FontDescriptor 5 0 R /DW 600"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        5: b"<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 -200 600 800] /Ascent 800 /Descent -200"
        b" /ItalicAngle 0 /CapHeight 700 /StemV 80 >>",
        6: _stream(_to_unicode(codes)),
        7: f"<< {info} >>".encode("latin-1"),
    }
    for number, page in enumerate(pages):
        objects[10 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {11 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>"
        ).encode()
        objects[11 + 2 * number] = _stream(_content(page, codes))
    return _file(objects, trailer)


def _content(page: Sequence[Line], codes: dict[str, int]) -> bytes:
    shown = (
        f"BT {line.grey} g /F {line.size} Tf {_turned(line.angle)} {line.left} {line.bottom} Tm"
        f" <{''.join(f'{codes[character]:04x}' for character in line.text)}> Tj ET"
        for line in page
    )
    return "\n".join(shown).encode()


def _turned(angle: float) -> str:
    """The matrix of text that is turned to the left by that many degrees."""
    sine, cosine = sin(radians(angle)), cos(radians(angle))
    return f"{cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f}"


def _to_unicode(codes: dict[str, int]) -> bytes:
    lines = "\n".join(f"<{code:04x}> <{character.encode('utf-16-be').hex()}>" for character, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(codes)} beginbfchar\n{lines}\nendbfchar\n"
        "endcmap end end"
    ).encode()


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)


def _file(objects: dict[int, bytes], trailer: str) -> bytes:
    data = b"%PDF-1.7\n"
    places = {}
    for number, content in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items())
    end = f"trailer << /Size {max(objects) + 1} /Root 1 0 R /Info 7 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + b"xref\n0 1\n0000000000 65535 f \n" + table + end.encode()
