"""Day on which a document was set to done, as far as the history of its sidecar tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotator.model.document import FINISHED
from annotator.storage.files.file_error import FileError
from annotator.storage.saving.history import Version

STATUS = re.compile(rb"^status:[ \t]*[\"']?([\w-]*)", re.MULTILINE)


def finished_day(known: Iterable[Version]) -> str:
    """Return the day, ``2026-11-22``, on which the newest version that was not done yet was replaced; empty without.

    ``known`` are the versions of a sidecar, newest first. The history keeps the first version of each day, so that this
    is the day on which the document was set to done.
    """
    try:
        return next((version.at[:10] for version in known if not _is_finished(version.data())), "")
    except FileError:
        return ""


def _is_finished(data: bytes) -> bool:
    found = STATUS.search(data)
    return found is not None and found[1].decode("ascii", "replace") in FINISHED
