"""Safe reading of zip archives: no paths that leave a folder, no zip bombs, no encryption, nothing on disk."""

from __future__ import annotations

import stat
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from annotator.interop.foreign.errors import ForeignError
from annotator.storage.files.file_bytes import MIB
from annotator.storage.files.file_error import told
from annotator.translation.messages import _, number

MOST_MEMBERS = 10_000
LARGEST_LIST = 4 * MIB
"""Bytes of the list of members, all of which is in memory before they can be counted; 400 for each of the most."""
MOST_BYTES = 256 * MIB
MOST_OF_ONE = 64 * MIB
CHUNK = MIB
ENCRYPTED = 0x1
METHODS = (ZIP_STORED, ZIP_DEFLATED)
"""Compression that office documents and books have; what bzip2 and LZMA inflate comes at once, however large."""


class _ZipBytes(BytesIO):
    """Bytes of an archive, of which no more is read at once than a list of members may have."""

    def read(self, size: int | None = -1) -> bytes:
        """Read as a file does. Raises ForeignError."""
        if size is not None and size > LARGEST_LIST:
            raise ForeignError(
                _("Its list of members is larger than {most} MiB, which is too much.").format(
                    most=number(LARGEST_LIST // MIB)
                )
            )
        return super().read(size)


class Archive:
    """Members of a zip archive by their names. Raises ForeignError where it is damaged or too large.

    ``unsafe`` has the names of members that would lie outside the folder they are unpacked into; they cannot be read.
    """

    def __init__(self, data: bytes) -> None:
        if not data:
            raise ForeignError(_("It is empty."))
        try:
            self._zip = ZipFile(_ZipBytes(data))
        except (BadZipFile, LargeZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise ForeignError(_("It is not a zip archive, or it is damaged.")) from error
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise ForeignError(
                _("It has more than {most} members, which is too many.").format(most=number(MOST_MEMBERS))
            )
        self._left = MOST_BYTES
        self._members: Mapping[str, ZipInfo] = MappingProxyType({m.filename: m for m in members if _is_safe(m)})
        self.unsafe = tuple(member.filename for member in members if not _is_safe(member))

    @property
    def names(self) -> list[str]:
        """Names of the members in the order of the archive, without folders."""
        return [name for name, member in self._members.items() if not member.is_dir()]

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str, at_most: int = MOST_OF_ONE) -> bytes:
        """Return the member's bytes. Raises ForeignError where it cannot be read or exceeds ``at_most``."""
        member = self._members.get(name)
        if member is None:
            raise ForeignError(_("{name} is missing in it.").format(name=told(name)))
        if member.flag_bits & ENCRYPTED:
            raise ForeignError(_("It is encrypted. Save it without a password."), name)
        if member.compress_type not in METHODS:
            raise ForeignError(_("It is compressed in an unusual way. Pack it again in the usual way, Deflate."), name)
        try:
            return self._inflated(member, at_most)
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
            raise ForeignError(_("It is damaged."), name) from error

    def _inflated(self, member: ZipInfo, at_most: int) -> bytes:
        """Inflate the member, counting bytes, as the header's size cannot be trusted. Raises ForeignError."""
        data = BytesIO()
        with self._zip.open(member) as file:
            while chunk := file.read(CHUNK):
                self._left -= data.write(chunk)
                if data.tell() > at_most:
                    too_large = _("It is larger than {most} MiB when unpacked.").format(most=number(at_most // MIB))
                    raise ForeignError(too_large, member.filename)
                if self._left < 0:
                    raise ForeignError(
                        _("Its members are larger than {most} MiB together when unpacked.").format(
                            most=MOST_BYTES // MIB
                        )
                    )
        return data.getvalue()


def _is_safe(member: ZipInfo) -> bool:
    """Return whether the member is not a symbolic link and would be unpacked below the target folder."""
    name = PurePosixPath(member.filename.replace("\\", "/"))
    if stat.S_ISLNK(member.external_attr >> 16) or name.is_absolute() or not name.parts:
        return False
    return ".." not in name.parts and ":" not in name.parts[0]
