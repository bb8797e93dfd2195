"""Size limit of a file to extract from."""

from __future__ import annotations

from annotator.interop.foreign.errors import ForeignError
from annotator.storage.files.file_bytes import MIB
from annotator.translation.messages import _, number

LARGEST = 64 * MIB


def bounded(data: bytes) -> bytes:
    """Return the bytes unchanged. Raises ForeignError where they are empty or too many."""
    if not data:
        raise ForeignError(_("It is empty."))
    if len(data) > LARGEST:
        raise ForeignError(
            _("It is larger than {most} MiB. Split it into smaller files.").format(most=number(LARGEST // MIB))
        )
    return data
