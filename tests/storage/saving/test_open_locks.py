"""Who has a sidecar open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.items import altered
from annotator.storage.files.hidden_folder import locks_place
from annotator.storage.saving.open_locks import Holder, holders, refresh, release, take

NOW = "2026-11-22T06:21:20Z"
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def later(seconds: float) -> str:
    return (datetime.fromisoformat(NOW) + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def sidecar(tmp_path: Path) -> Path:
    return tmp_path / "story.annotations.yaml"


@pytest.fixture
def mine() -> Holder:
    return Holder.here("sam", NOW)


@pytest.fixture
def elsewhere() -> Holder:
    return altered(Holder.here("alice", NOW), machine="another machine", pid=1)


@pytest.fixture
def dead_pid() -> Iterator[int]:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
        yield process.pid


def tokens(sidecar: Path, now: str = NOW) -> list[str]:
    return [holder.token for holder in holders(sidecar, now)]


def test_a_holder_is_this_process_on_this_machine(mine: Holder) -> None:
    assert (mine.name, mine.pid, mine.since) == ("sam", os.getpid(), NOW)
    assert mine.machine
    assert mine.token != Holder.here("sam", NOW).token
    assert Holder.here("", NOW).name


def test_what_nobody_holds_can_be_taken_and_given_back_without_a_trace(sidecar: Path, mine: Holder) -> None:
    assert take(sidecar, mine, NOW) is None
    assert holders(sidecar, NOW) == [mine]
    release(sidecar, mine)
    assert holders(sidecar, NOW) == []
    assert list(sidecar.parent.iterdir()) == []


def test_the_second_hears_of_the_first_and_takes_nothing(sidecar: Path, mine: Holder, elsewhere: Holder) -> None:
    take(sidecar, elsewhere, NOW)
    assert take(sidecar, mine, NOW) == elsewhere
    assert holders(sidecar, NOW) == [elsewhere]


def test_opening_anyway_makes_both_seen(sidecar: Path, mine: Holder, elsewhere: Holder) -> None:
    take(sidecar, elsewhere, NOW)
    assert take(sidecar, mine, NOW, anyway=True) == elsewhere
    assert set(tokens(sidecar)) == {mine.token, elsewhere.token}
    release(sidecar, mine)
    assert holders(sidecar, NOW) == [elsewhere]


def test_two_windows_of_one_machine_see_each_other(sidecar: Path, mine: Holder) -> None:
    take(sidecar, mine, NOW)
    assert take(sidecar, Holder.here("sam", NOW), NOW) == mine


def test_taking_twice_is_no_conflict_with_oneself(sidecar: Path, mine: Holder) -> None:
    take(sidecar, mine, NOW)
    assert take(sidecar, mine, later(60)) is None


def test_each_sidecar_has_its_own_locks(sidecar: Path, mine: Holder, elsewhere: Holder) -> None:
    other = sidecar.with_name("story.annotations.alice.yaml")
    take(other, elsewhere, NOW)
    assert take(sidecar, mine, NOW) is None
    release(sidecar, mine)
    assert holders(other, NOW) == [elsewhere]


def test_a_process_that_has_died_locks_nobody_out(sidecar: Path, mine: Holder, dead_pid: int) -> None:
    take(sidecar, altered(mine, pid=dead_pid, token="dead"), NOW)
    assert take(sidecar, mine, NOW) is None
    assert len(list(locks_place(sidecar).path.iterdir())) == 1


def test_a_process_that_runs_holds_without_refreshing(sidecar: Path, mine: Holder) -> None:
    take(sidecar, mine, NOW)
    assert holders(sidecar, later(3600)) == [mine]
    assert holders(sidecar, later(2 * 86_400)) == []  # its number may be another process's by then


@pytest.mark.parametrize("jump", [30 * 86_400, -30 * 86_400])
def test_a_clock_that_is_set_takes_no_lock_from_a_process_that_runs(sidecar: Path, mine: Holder, jump: int) -> None:
    take(sidecar, mine, NOW)
    holders(sidecar, later(jump))
    assert len(list(locks_place(sidecar).path.iterdir())) == 1
    refresh(sidecar, mine, later(jump + 60))
    assert holders(sidecar, later(jump + 60)) == [mine]


def test_elsewhere_three_minutes_without_a_sign_are_enough(sidecar: Path, elsewhere: Holder) -> None:
    take(sidecar, elsewhere, NOW)
    assert tokens(sidecar, later(170)) == [elsewhere.token]
    assert tokens(sidecar, later(190)) == []
    refresh(sidecar, elsewhere, later(200))
    assert tokens(sidecar, later(370)) == [elsewhere.token]


def test_a_lock_from_elsewhere_is_not_removed_for_a_day(sidecar: Path, elsewhere: Holder) -> None:
    take(sidecar, elsewhere, NOW)
    assert tokens(sidecar, later(3600)) == []
    assert len(list(locks_place(sidecar).path.iterdir())) == 1
    assert tokens(sidecar, later(2 * 86_400)) == []
    assert list(sidecar.parent.iterdir()) == []


@pytest.mark.parametrize(("ahead", "seen"), [(3600, True), (2 * 86_400, False)])
def test_a_clock_that_is_ahead_does_not_hide_a_lock_but_one_of_a_wrong_year_does(
    sidecar: Path, elsewhere: Holder, ahead: int, seen: bool
) -> None:
    take(sidecar, elsewhere, later(ahead))
    assert bool(holders(sidecar, NOW)) is seen


def test_the_longest_comes_first(sidecar: Path, mine: Holder, elsewhere: Holder) -> None:
    take(sidecar, mine, NOW)
    take(sidecar, altered(elsewhere, since=later(-60)), NOW, anyway=True)
    assert tokens(sidecar) == [elsewhere.token, mine.token]


def test_a_lock_that_vanished_comes_back_with_the_next_sign(sidecar: Path, mine: Holder) -> None:
    take(sidecar, mine, NOW)
    release(sidecar, mine)
    refresh(sidecar, mine, later(60))
    assert holders(sidecar, later(60)) == [mine]


def test_releasing_what_is_not_held_is_nothing(sidecar: Path, mine: Holder) -> None:
    release(sidecar, mine)
    assert list(sidecar.parent.iterdir()) == []


@given(st.binary(max_size=60) | st.text().map(str.encode) | st.just(b"[" * 60_000))
def test_what_is_no_lock_locks_nobody_out(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    sidecar = tmp_path_factory.mktemp("any") / "story.annotations.yaml"
    locks_place(sidecar).path.mkdir(parents=True)
    (locks_place(sidecar).path / "abc.json").write_bytes(data)
    assert holders(sidecar, NOW) == []
    assert list(sidecar.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("pid", "1"), ("pid", 10**400), ("pid", -1), ("pid", 0), ("token", "another"), ("token", "../x")),
        *(("since", "yesterday"), ("refreshed", "2026-11-22T06:21:20"), ("refreshed", None), ("name", ["sam"])),
    ],
)
def test_a_lock_with_a_wrong_value_locks_nobody_out(sidecar: Path, mine: Holder, key: str, value: object) -> None:
    take(sidecar, mine, NOW)
    [path] = locks_place(sidecar).path.iterdir()
    path.write_text(json.dumps(json.loads(path.read_text()) | {key: value}))
    assert holders(sidecar, NOW) == []


@posix
def test_in_a_read_only_folder_there_is_no_lock_and_no_error() -> None:
    program = (
        "import os, sys; from pathlib import Path\n"
        "from annotator.storage.saving.open_locks import Holder, holders, take\n"
        "os.geteuid() or os.setuid(65534)\n"
        f"sidecar, now = Path(sys.argv[1]), {NOW!r}\n"
        "print(take(sidecar, Holder.here('sam', now), now), [holder.name for holder in holders(sidecar, now)])"
    )
    with tempfile.TemporaryDirectory() as name:
        sidecar = Path(name) / "story.annotations.yaml"
        take(sidecar, Holder.here("alice", NOW), NOW)
        for folder in (locks_place(sidecar).path, *locks_place(sidecar).path.parents[:3]):
            folder.chmod(0o555)
        ran = subprocess.run([sys.executable, "-c", program, str(sidecar)], capture_output=True, text=True, check=True)
        assert "name='alice'" in ran.stdout  # whoever else's process it is, it runs
        assert ran.stdout.endswith("['alice']\n")
        for folder in (locks_place(sidecar).path, *locks_place(sidecar).path.parents[:3]):
            folder.chmod(0o755)


def test_where_no_lock_can_be_written_there_is_none_and_no_error(sidecar: Path, mine: Holder) -> None:
    (sidecar.parent / ".annotator").write_text("in the way")
    assert take(sidecar, mine, NOW) is None
    release(sidecar, mine)
    assert [path.name for path in sidecar.parent.iterdir()] == [".annotator"]


def test_the_history_beside_the_locks_stays(sidecar: Path, mine: Holder) -> None:
    kept = sidecar.parent / ".annotator" / "history" / "a.yaml"
    kept.parent.mkdir(parents=True)
    kept.touch()
    take(sidecar, mine, NOW)
    release(sidecar, mine)
    assert {path.name for path in (sidecar.parent / ".annotator").iterdir()} == {"history", ".gitignore"}


def test_the_longest_sidecar_name_can_be_locked(tmp_path: Path, mine: Holder) -> None:
    sidecar = tmp_path / ("x" * 238 + ".annotations.yaml")
    take(sidecar, mine, NOW)
    assert holders(sidecar, NOW) == [mine]
