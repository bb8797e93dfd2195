"""Earlier versions of a sidecar, kept behind the scenes."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.storage.files.file_error import FileError, SaveError
from annotator.storage.files.hidden_folder import history_place
from annotator.storage.saving.history import MOST, Version, keep, superfluous, versions
from tests.support.failing.once import fail_once

AT = "2026-11-22T06:21:20Z"
BEGIN = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def sidecar(tmp_path: Path) -> Path:
    return tmp_path / "story.annotations.yaml"


def time(minutes: int) -> str:
    return (BEGIN + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


def kept(sidecar: Path) -> list[bytes]:
    return [version.path.read_bytes() for version in versions(sidecar)]


def test_a_version_has_its_time_and_a_name_that_every_disk_can_hold(sidecar: Path) -> None:
    keep(sidecar, b"old", AT)
    [version] = versions(sidecar)
    assert version.at == AT
    assert version.path == sidecar.parent / ".annotator/history/story.annotations.yaml/20261122T062120Z.yaml"
    assert version.path.read_bytes() == b"old"


def test_where_nothing_was_kept_there_are_no_versions(sidecar: Path) -> None:
    assert versions(sidecar) == []
    assert list(sidecar.parent.iterdir()) == []


def test_the_newest_comes_first(sidecar: Path) -> None:
    for minute in (3, 1, 2):
        keep(sidecar, b"%d" % minute, time(minute))
    assert kept(sidecar) == [b"3", b"2", b"1"]
    assert [version.at for version in versions(sidecar)] == [time(3), time(2), time(1)]


def test_the_same_bytes_are_kept_once_in_a_row(sidecar: Path) -> None:
    for minute, data in enumerate([b"a", b"a", b"b", b"a"]):
        keep(sidecar, data, time(minute))
    assert kept(sidecar) == [b"a", b"b", b"a"]


def test_two_versions_of_one_second_are_both_kept(sidecar: Path) -> None:
    data = [b"%d" % number for number in range(12)]
    for version in data:
        keep(sidecar, version, AT)
    assert kept(sidecar) == data[::-1]


def kept_minutes(sidecar: Path) -> list[int]:
    return [int(data) for data in kept(sidecar)]


def test_versions_thin_out_with_age(sidecar: Path) -> None:
    for minute in range(0, 5000, 7):
        keep(sidecar, b"%d" % minute, time(minute))
    left = kept_minutes(sidecar)
    newest = left[0]
    assert [minute for minute in left if newest - minute < 10] == [newest, newest - 7]
    today = [minute for minute in left if 10 <= newest - minute < 24 * 60]
    assert len(today) == len({minute // 60 for minute in today}) >= 22
    older = [minute for minute in left if newest - minute >= 24 * 60]
    assert len({minute // 1440 for minute in older}) == 3
    assert 0 in left  # the first of its day


def test_a_flood_of_versions_leaves_the_one_from_before_the_session(sidecar: Path) -> None:
    keep(sidecar, b"0", time(0), began=True)
    for number in range(1, 3 * MOST):
        keep(sidecar, b"%d" % number, (BEGIN + timedelta(minutes=60, seconds=number)).strftime("%Y-%m-%dT%H:%M:%SZ"))
    assert kept_minutes(sidecar)[-1] == 0
    assert len(kept(sidecar)) == MOST


def test_each_version_that_began_a_session_is_kept_for_a_month(sidecar: Path) -> None:
    for minute in range(0, 60, 5):
        keep(sidecar, b"%d" % minute, time(minute), began=minute % 10 == 0)
    keep(sidecar, b"999", time(20 * 24 * 60))
    assert kept_minutes(sidecar) == [999, 50, 40, 30, 20, 10, 0]
    keep(sidecar, b"1000", time(40 * 24 * 60))
    assert kept_minutes(sidecar) == [1000, 999, 0]


def test_a_clock_that_was_set_back_does_not_lose_what_is_kept_now(sidecar: Path) -> None:
    for minute in range(2 * MOST):
        keep(sidecar, b"%d" % minute, time(minute * 1440))
    keep(sidecar, b"now", time(-1000))
    assert b"now" in kept(sidecar)
    assert len(kept(sidecar)) == MOST


def test_a_flood_of_versions_from_the_future_does_not_push_out_those_of_now(sidecar: Path) -> None:
    for number in range(2 * MOST):  # the clock is a year ahead
        keep(
            sidecar, b"ahead %d" % number, (BEGIN + timedelta(days=365, seconds=number)).strftime("%Y-%m-%dT%H:%M:%SZ")
        )
    for minute in range(9):
        keep(sidecar, b"%d" % minute, time(minute))
    assert [b"%d" % minute in kept(sidecar) for minute in range(9)] == [True] * 9
    assert len(kept(sidecar)) == MOST


@pytest.mark.parametrize("minutes", [10 * 365 * 1440, -50 * 365 * 1440])
def test_what_is_replaced_while_the_clock_is_wrong_is_kept_and_so_is_what_began_the_session(
    sidecar: Path, minutes: int
) -> None:
    keep(sidecar, b"before the session", time(0), began=True)
    keep(sidecar, b"good", time(5))
    keep(sidecar, b"better", time(5 + minutes))
    keep(sidecar, b"best", time(6 + minutes))
    keep(sidecar, b"last", time(8))
    assert {b"before the session", b"better", b"last"} <= set(kept(sidecar))


@given(st.lists(st.tuples(st.integers(0, 90 * 24 * 60), st.booleans()), min_size=1, max_size=250))
def test_the_newest_is_never_superfluous_and_what_began_a_session_goes_last(drawn: list[tuple[int, bool]]) -> None:
    folder = history_place(Path("story.annotations.yaml"))
    known = [Version(folder / str(number), time(minute), began) for number, (minute, began) in enumerate(drawn)]
    known.sort(key=lambda version: version.time, reverse=True)
    gone = superfluous(known)
    left = [version for version in known if version not in gone]
    assert left[0] == known[0]
    assert len(left) <= MOST
    assert superfluous(left) == []
    month_old = [v for v in gone if v.began and known[0].time - v.time < timedelta(days=31)]
    assert not month_old or all(version.began for version in left[1:])


def test_each_sidecar_has_its_own_history(sidecar: Path) -> None:
    other = sidecar.with_name("story.annotations.alice.yaml")
    keep(sidecar, b"mine", AT)
    keep(other, b"hers", AT)
    assert (kept(sidecar), kept(other)) == ([b"mine"], [b"hers"])


def test_other_files_in_the_history_are_left_alone(sidecar: Path) -> None:
    keep(sidecar, b"old", AT)
    copy = history_place(sidecar).path / "story.annotations (1).yaml"
    copy.write_bytes(b"copy")
    for minute in range(2 * MOST):
        keep(sidecar, b"%d" % minute, time(minute * 1440))
    assert len(versions(sidecar)) == MOST
    assert copy.read_bytes() == b"copy"


def test_a_version_that_cannot_be_read_does_not_stop_the_next(sidecar: Path) -> None:
    keep(sidecar, b"old", AT)
    versions(sidecar)[0].path.unlink()
    (history_place(sidecar).path / "20261122T062120Z.yaml").symlink_to("nowhere")
    keep(sidecar, b"new", time(1))
    assert kept(sidecar)[0] == b"new"


def test_no_link_is_followed(sidecar: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "20261122T062120Z.yaml").write_text("theirs")
    (sidecar.parent / ".annotator").mkdir()
    (sidecar.parent / ".annotator" / "history").symlink_to(outside)
    with pytest.raises(SaveError, match="link is in the way"):
        keep(sidecar, b"old", AT)
    with pytest.raises(FileError, match="link is in the way"):
        versions(sidecar)
    assert [path.name for path in outside.iterdir()] == ["20261122T062120Z.yaml"]


def test_where_nothing_can_be_kept_a_sentence_says_so(sidecar: Path) -> None:
    (sidecar.parent / ".annotator").write_text("in the way")
    with pytest.raises(SaveError, match="could not be saved"):
        keep(sidecar, b"old", AT)
    with pytest.raises(FileError, match="not there"):
        versions(sidecar)


def test_a_folder_that_is_gone_is_not_made_again(sidecar: Path) -> None:
    shutil.rmtree(sidecar.parent)
    with pytest.raises(SaveError, match="no longer there"):
        keep(sidecar, b"old", AT)
    assert not sidecar.parent.exists()


@pytest.mark.parametrize("at", ["", "2026-11-22", "2026-11-22T06:21:20+01:00", "../../2026-11-22T06:21:20Z"])
def test_what_is_no_time_is_a_fault_of_the_program(sidecar: Path, at: str) -> None:
    with pytest.raises(ValueError, match="not a time"):
        keep(sidecar, b"old", at)


@given(st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 31)))
def test_every_time_is_told_as_it_was_given(tmp_path_factory: pytest.TempPathFactory, moment: datetime) -> None:
    sidecar = tmp_path_factory.mktemp("any") / "story.annotations.yaml"
    at = moment.replace(microsecond=0).isoformat() + "Z"
    keep(sidecar, b"old", at)
    assert [version.at for version in versions(sidecar)] == [at]


def test_where_the_versions_cannot_be_listed_none_is_written_over(
    sidecar: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(sidecar, b"old", AT)
    failed = fail_once(monkeypatch, "scandir", lambda _folder: True)
    with pytest.raises(SaveError):
        keep(sidecar, b"new", AT)
    assert failed
    assert kept(sidecar) == [b"old"]
    keep(sidecar, b"new", AT)
    assert kept(sidecar) == [b"new", b"old"]
