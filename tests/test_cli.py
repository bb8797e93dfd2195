"""The command line, most of it in a process of its own."""

from __future__ import annotations

import errno
import gc
import json
import os
import signal
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from annotator import __version__
from annotator.cli import main
from tests.support.interruptible import run_interruptible
from tests.support.paths import ROOT

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which one sidecar is broken."""
    (tmp_path / "story.txt").write_text("Some words.", encoding="utf-8")
    (tmp_path / "story.annotations.yaml").write_text("a: b: c\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, str | None]]:
    """What the window was asked to open."""
    calls: list[tuple[Path | None, str | None]] = []

    def run_window(path: Path | None, annotator: str | None) -> int:
        calls.append((path, annotator))
        return 0

    monkeypatch.setitem(sys.modules, "annotator.app", SimpleNamespace(run_window=run_window))
    return calls


class TestWindow:
    def test_it_opens_without_a_path(self, opened: list[Any]) -> None:
        assert main([]) == 0
        assert opened == [(None, None)]

    def test_memory_is_looked_through_again_once_the_window_is_loaded(self, opened: list[Any]) -> None:
        assert main([]) == 0
        assert opened
        assert gc.isenabled()

    def test_it_opens_a_folder_or_an_article_of_an_annotator(self, opened: list[Any], folder: Path) -> None:
        assert main([str(folder)]) == 0
        assert main([str(folder / "story.txt"), "--annotator", "alice"]) == 0
        assert opened == [(folder, None), (folder / "story.txt", "alice")]

    def test_a_folder_called_like_a_command_can_be_opened(
        self, opened: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "check").mkdir()
        monkeypatch.chdir(tmp_path)
        assert main(["./check"]) == 0
        assert opened == [(Path("check"), None)]

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["missing"], "missing: There is no such file or folder."),
            (["missing.txt"], "missing.txt: There is no such file or folder."),
            (["a\x1b[1m"], r"a\x1b[1m: There is no such file or folder."),
            (
                ["story.annotations.yaml"],
                "It is neither a folder nor an article, nor a file that articles are imported from.",
            ),
            (["--annotator", "a/b"], "a/b: An annotator's name needs"),
        ],
    )
    def test_wrong_use_is_one_sentence(
        self,
        folder: Path,
        arguments: list[str],
        sentence: str,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(folder)
        assert main(arguments) == 2
        out, errors = capsys.readouterr()
        assert sentence in errors
        assert (out, errors.count("\n")) == ("", 1)

    def test_a_name_that_is_too_long_is_not_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["x" * 300]) == 2
        assert "no such file" in capsys.readouterr().err

    def test_unknown_options_are_wrong_use(self) -> None:
        with pytest.raises(SystemExit) as ended:
            main(["--colour"])
        assert ended.value.code == 2

    @pytest.mark.parametrize("arguments", [("check", "missing"), ("--help",)])
    def test_the_module_is_the_same_program(self, tmp_path: Path, arguments: tuple[str, ...]) -> None:
        command = [sys.executable, "-m", "annotator", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
        other = run(*arguments, cwd=tmp_path)
        assert (ran.returncode, ran.stdout, ran.stderr) == (other.returncode, other.stdout, other.stderr)


class TestStart:
    """Libraries that only some files need are not waited for."""

    LARGE = ("trafilatura", "lxml", "docx", "pypdfium2", "pyarrow", "spacy")
    COMMANDS = "contextlib, sys; from annotator.cli import main\n" + "".join(
        f"with contextlib.suppress(SystemExit): main({arguments})\n"
        for arguments in ("['--version']", "['check', sys.argv[1]]", "['formats']")
    )
    WINDOW = "sys, annotator.whole_window\n"

    @pytest.mark.parametrize("start", [COMMANDS, WINDOW], ids=["commands", "window"])
    def test_no_large_library_is_imported(self, tmp_path: Path, start: str) -> None:
        assert not {name for name in self.imported(start, tmp_path) if name.partition(".")[0] in self.LARGE}

    def imported(self, start: str, folder: Path) -> list[str]:
        """Return the modules that a program has imported in the end."""
        program = f"import {start}print(*sys.modules)"
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", program, str(folder)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        assert (ran.returncode, ran.stderr) == (0, "")
        return ran.stdout.splitlines()[-1].split()

    def test_the_window_starts_without_what_imports_exports_and_dialogs_need(self, tmp_path: Path) -> None:
        names = {name for name in self.imported(self.WINDOW, tmp_path) if "annotator." in name}
        assert not {"annotator.storage.yaml.guarded_yaml", "annotator.ui.panels.details.one_page"} & names
        rooms = {".".join(name.split(".")[:3]) for name in names}
        assert "annotator.ui.window" in rooms
        assert not {name for name in rooms if name.startswith(("annotator.interop", "annotator.commands"))}
        assert not rooms & {"annotator.ui.dialogs", "annotator.language.figures", "annotator.facts.quotes"}
        assert not rooms & {"annotator.facts.names", "annotator.facts.proposals"}

    def test_a_library_is_imported_when_a_file_of_its_kind_comes(self, tmp_path: Path) -> None:
        (tmp_path / "story.html").write_text("<html><body><p>Some 3,000 people left Aleppo.</p></body></html>", "utf-8")
        program = "import sys; from annotator.cli import main; main(sys.argv[1:]); assert 'lxml' in sys.modules"
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", program, "import", "html", str(tmp_path / "story.html")]
        assert subprocess.run(command, check=False, env=environment).returncode == 0


class TestCheck:
    def test_it_says_what_is_wrong_and_where(self, folder: Path) -> None:
        ran = run("check", str(folder))
        assert ran.returncode == 1
        assert ran.stderr == ""
        first, last = ran.stdout.splitlines()
        assert first.startswith(f"{folder / 'story.annotations.yaml'}:1: It is not valid YAML")
        assert last == "1 problem in 1 sidecar"

    def test_json(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", "--json", str(folder)]) == 1
        assert json.loads(capsys.readouterr().out)["sidecars"] == 1

    def test_without_a_path_it_is_wrong_use(self) -> None:
        with pytest.raises(SystemExit) as ended:
            main(["check"])
        assert ended.value.code == 2

    def test_it_imports_no_qt_and_needs_no_display(self, folder: Path) -> None:
        program = (
            "import sys; from annotator.cli import main; main(['check', sys.argv[1]])\n"
            "assert not [name for name in sys.modules if 'PySide6' in name or 'shiboken' in name]"
        )
        bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
        ran = subprocess.run([sys.executable, "-c", program, str(folder)], cwd=ROOT, env=bare, check=False)
        assert ran.returncode == 0

    @posix
    def test_odd_names_are_printed_safely(self, tmp_path: Path) -> None:
        names = (b"line\nbreak", b"caf\xe9", b"\x1b[31mred", b"x" * 236)
        for name in names:
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name + b".annotations.yaml")).write_bytes(b"a")
        ran = run("check", str(tmp_path), env={**os.environ, "PYTHONIOENCODING": "ascii"})
        assert ran.returncode == 1
        assert len(ran.stdout.splitlines()) == len(names) + 1
        assert ran.stdout.isascii()
        assert "\x1b" not in ran.stdout

    @posix
    def test_a_closed_pipe_ends_it_quietly(self, folder: Path) -> None:
        for number in range(1100):  # enough for several processes, and for more than a pipe holds
            (folder / f"{number:0120}.annotations.yaml").write_bytes(b"a")
        command = f"'{sys.executable}' '{ROOT / 'main.py'}' check '{folder}' | head -1"
        ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
        assert ran.stderr == ""
        assert ran.stdout.count("\n") == 1

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
    def test_output_that_cannot_be_written_is_one_sentence(self, folder: Path) -> None:
        with Path("/dev/full").open("w") as full:
            ran = subprocess.run(
                [sys.executable, str(ROOT / "main.py"), "check", str(folder)],
                *(),
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert (ran.returncode, ran.stderr) == (
            *(2, "annotator check: The output cannot be written: No space left on device.\n"),
        )

    def test_a_file_of_which_the_system_cannot_tell_is_not_the_output(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError(errno.EIO, "Input/output error", "some/file")

        monkeypatch.setattr("annotator.corpus.checking.problems.Check.below", fail)
        assert main(["check", str(folder)]) == 2
        assert capsys.readouterr().err == "annotator check: some/file: Input/output error.\n"

    def test_a_stream_that_does_not_say_where_it_stands_is_printed_to(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Unsure(TextIOWrapper):
            def reconfigure(self, **_options: object) -> None:
                raise OSError(errno.EIO, "Input/output error")

        printed = BytesIO()
        monkeypatch.setattr(sys, "stdout", Unsure(printed, "utf-8", write_through=True))
        assert main(["check", str(folder)]) == 1
        assert b"1 problem in 1 sidecar" in printed.getvalue()

    @posix
    def test_ctrl_c_ends_it_quietly(self, folder: Path) -> None:
        program = (
            "import os, signal, sys; from annotator import cli\n"
            "from annotator.corpus.checking import problems\n"
            "problems.Check.below = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
            "sys.exit(cli.main(['check', sys.argv[1]]))"
        )
        ran = run_interruptible(program, str(folder))
        assert (ran.returncode, ran.stdout, ran.stderr) == (128 + signal.SIGINT, "", "")

    @posix
    @pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
    def test_a_signal_that_ends_an_import_leaves_nothing_of_it(self, tmp_path: Path, name: str) -> None:
        number = signal.Signals[name]
        table, made = tmp_path / "table.csv", tmp_path / "made"
        table.write_text("id,text\n" + "".join(f"n{row},Some {row} boats came in.\n" for row in range(3000)), "utf-8")
        as_usual = f"import signal, sys; signal.signal(signal.{name}, signal.SIG_DFL)\n"  # under nohup it is ignored
        code = f"{as_usual}from annotator.cli import main; sys.exit(main(sys.argv[1:]))"
        command = [sys.executable, "-c", code, "import", "articles", str(table), "-o", str(made)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as program:
            while program.poll() is None and not any(made.glob("*.txt")):
                pass
            program.send_signal(number)
            _, errors = program.communicate()
        assert (program.returncode, errors) == (128 + number, b"")
        assert not any(tmp_path.rglob("*.txt"))

    @posix
    def test_ctrl_c_does_nothing_where_it_is_ignored_from_outside(self, folder: Path) -> None:
        program = (
            "import os, signal, sys; from annotator import cli\n"
            "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
            "from annotator.corpus.checking import problems\n"
            "problems.Check.below = lambda *_: os.kill(os.getpid(), signal.SIGINT) or ()\n"
            "sys.exit(cli.main(['check', sys.argv[1]]))"
        )
        assert run_interruptible(program, str(folder)).returncode == 0


def test_a_fault_of_the_program_is_a_sentence_and_is_logged(tmp_path: Path) -> None:
    """What no file can bring about is brought about from outside: a function of the program is replaced."""
    code = (
        "import sys; from annotator.commands import check as module\n"
        "def check(*paths, as_json): raise ZeroDivisionError('nobody thought ' + 'of it')\n"
        "module.check = check\n"
        "from annotator.cli import main; sys.exit(main(['check', '.']))"
    )
    environment = {**os.environ, "ANNOTATOR_CONFIG_DIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 70
    assert done.stderr.startswith("annotator check: The program itself has failed: ZeroDivisionError at ")
    assert "Traceback" not in done.stderr
    log = (tmp_path / "errors.log").read_text("utf-8")
    assert "ZeroDivisionError" in log
    assert "nobody thought of it" not in log  # a message may quote names of files and words of an article


def test_version() -> None:
    assert run("--version").stdout == f"annotator {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"]])
def test_help_names_everything(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    wanted = (
        ["PATH", "--json", "exit code"] if arguments[0] == "check" else ["PATH", "--annotator", "--version", "check"]
    )
    printed = capsys.readouterr().out
    assert all(word in printed for word in wanted)
