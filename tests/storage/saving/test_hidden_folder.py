"""Files of the hidden folder, whose empty folders other windows remove."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.hidden_folder import HiddenPlace, put, read

ROUNDS = 400


def test_a_file_is_written_while_another_window_removes_empty_folders(tmp_path: Path) -> None:
    place, ended = HiddenPlace(tmp_path, ("locks", "a.yaml", "one.json")), threading.Event()

    def remove() -> None:
        while not ended.is_set():
            for folder in (tmp_path / ".annotator" / "locks" / "a.yaml", tmp_path / ".annotator" / "locks"):
                with suppress(OSError):
                    folder.rmdir()

    thread = threading.Thread(target=remove)
    thread.start()
    try:
        for _ in range(ROUNDS):
            put(place, b"mine", durable=False)
            assert read(place, 10, SaveError) == b"mine"
            place.path.unlink()
    finally:
        ended.set()
        thread.join()
