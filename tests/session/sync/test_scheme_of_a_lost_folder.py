"""The scheme of the open article follows that of its folder, as long as the folder is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.session import Session
from annotator.session.sync.scheme_follower import SchemeFollower
from tests.session.conftest import Opened

SCHEME = "format: annotation-scheme\nversion: 1\nid: {id}\nlabels:\n- {{id: claim, key: c}}\n"


@pytest.mark.parametrize(("taken_away", "wanted"), [(False, "another"), (True, "first")])
def test_it_is_taken_over_but_not_where_the_folder_was_taken_away(
    session: Session, opened: Opened, disk: Jobs, qtbot: QtBot, tmp_path: Path, taken_away: bool, wanted: str
) -> None:
    folder, schemes = tmp_path / "three", SchemeCache()
    folder.mkdir()
    (folder / "town.txt").write_text("A town.", "utf-8")
    (folder / "scheme.yaml").write_text(SCHEME.format(id="first"), "utf-8")
    listed = Folder(disk, schemes)
    listed.open(folder, "")
    qtbot.waitUntil(lambda: listed.path == folder)
    SchemeFollower(session, listed, schemes)
    article = opened([])
    article.path, article.scheme = folder / "town.txt", schemes.of(folder)[0]
    session.show(article)
    if taken_away:
        folder.rename(tmp_path / "elsewhere")
    else:
        (folder / "scheme.yaml").write_text(SCHEME.format(id="another"), "utf-8")
    listed.scheme_changed.emit()
    assert session.scheme.id == wanted
