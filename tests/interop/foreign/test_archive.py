"""Zip archives that mean harm are refused in a sentence."""

from __future__ import annotations

import stat
import struct
import warnings
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.foreign.archive import MOST_MEMBERS, Archive
from annotator.interop.foreign.errors import ForeignError
from annotator.storage.files.file_bytes import MIB


def zipped(*members: tuple[str | ZipInfo, bytes], method: int = ZIP_DEFLATED) -> bytes:
    data = BytesIO()
    with warnings.catch_warnings(), ZipFile(data, "w", method, compresslevel=1) as file:
        warnings.simplefilter("ignore")  # a name that stands twice is what is tried
        for name, content in members:
            file.writestr(name, content)
    return data.getvalue()


def test_members_are_read_by_their_names() -> None:
    archive = Archive(zipped(("a/b.txt", b"b"), ("ü👩.txt", b"")))
    assert archive.names == ["a/b.txt", "ü👩.txt"]
    assert archive.read("a/b.txt") == b"b"
    assert "a/b.txt" in archive


def test_a_member_that_is_missing_is_said() -> None:
    with pytest.raises(ForeignError, match="“c” is missing"):
        Archive(zipped(("a", b""))).read("c")


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", "..\\x", "C:/x"])
def test_what_leads_out_of_it_cannot_be_read(name: str) -> None:
    archive = Archive(zipped((name, b"x"), ("good", b"y")))
    assert len(archive.unsafe) == 1
    assert archive.names == ["good"]
    with pytest.raises(ForeignError, match="missing"):
        archive.read(archive.unsafe[0])


def test_a_link_cannot_be_read() -> None:
    link = ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert Archive(zipped((link, b"/etc/passwd"))).unsafe == ("link",)


def test_a_bomb_is_given_up() -> None:
    archive = Archive(zipped(("bomb", bytes(65 * MIB))))
    with pytest.raises(ForeignError, match="larger than 64 MiB") as caught:
        archive.read("bomb")
    assert caught.value.place == "bomb"


@pytest.fixture(scope="module")
def five_bombs() -> bytes:
    return zipped(*((f"{number}", bytes(60 * MIB)) for number in range(5)))


def test_many_members_are_a_bomb_together(five_bombs: bytes) -> None:
    archive = Archive(five_bombs)
    for name in archive.names[:4]:
        archive.read(name)
    with pytest.raises(ForeignError, match="larger than 256 MiB together"):
        archive.read("4")


def test_members_that_are_given_up_count_together_too(five_bombs: bytes) -> None:
    archive = Archive(five_bombs)
    for name in archive.names[:4]:
        with pytest.raises(ForeignError, match="larger than 59 MiB"):
            archive.read(name, 59 * MIB)
    with pytest.raises(ForeignError, match="larger than 256 MiB together"):
        archive.read("4", 59 * MIB)


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_what_would_be_inflated_all_at_once_is_refused(method: int) -> None:
    """A kilobyte of bzip2 may be gigabytes, and the library returns them before they can be counted."""
    archive = Archive(zipped(("good.txt", b"good"), method=method))
    with pytest.raises(ForeignError, match="compressed in an unusual way") as caught:
        archive.read("good.txt")
    assert caught.value.place == "good.txt"


def test_a_size_that_is_a_lie_is_not_believed() -> None:
    data = bytearray(zipped(("bomb", bytes(2 * MIB))))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    struct.pack_into("<I", data, 22, 10)
    with pytest.raises(ForeignError, match=r"damaged|larger"):
        Archive(bytes(data)).read("bomb", MIB)


def test_too_many_members_are_refused() -> None:
    with pytest.raises(ForeignError, match="more than 10,000 members"):
        Archive(zipped(*((str(number), b"") for number in range(MOST_MEMBERS + 1))))


def test_a_list_of_members_that_would_fill_the_memory_is_refused_unread() -> None:
    """The library makes an object of each before they can be counted."""
    entry = b"PK\x01\x02" + bytes(24) + struct.pack("<H", 16) + bytes(16) + b"a" * 16
    listed = entry * (5 * MIB // len(entry))
    end = b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 0xFFFF, 0xFFFF, len(listed), 0, 0)
    with pytest.raises(ForeignError, match="list of members is larger than 4 MiB"):
        Archive(listed + end)


def test_what_is_encrypted_is_said() -> None:
    data = bytearray(zipped(("a", b"secret")))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ForeignError, match="encrypted"):
        Archive(bytes(data)).read("a")


@pytest.mark.parametrize(
    "data",
    [b"PK", b"no zip at all", zipped(("a", b"b" * 1000))[:-30]],
    ids=["beginning", "text", "cut"],  # what is zipped holds the time, and ids are the same on each worker
)
def test_what_is_no_archive_is_said(data: bytes) -> None:
    with pytest.raises(ForeignError, match="not a zip archive"):
        Archive(data)


def test_an_empty_file_is_called_empty() -> None:
    with pytest.raises(ForeignError, match="It is empty"):
        Archive(b"")


@given(st.data())
def test_a_damaged_archive_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(zipped(("a", b"abc" * 100), ("b/c", b"d")))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert said_of(bytes(whole)).endswith(".")


def said_of(data: bytes) -> str:
    """What is wrong with the archive, in a sentence."""
    try:
        archive = Archive(data)
        for name in archive.names:
            archive.read(name)
    except ForeignError as error:
        return error.sentence
    return "All is well."
