"""Why no window can be opened, found out before Qt would abort."""

from __future__ import annotations

import pytest

from annotator.session.display import why_no_display


@pytest.mark.parametrize(
    ("environment", "system"),
    [
        ({}, "win32"),
        ({}, "darwin"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":9999"}, "linux"),
    ],
)
def test_nothing_in_the_way(environment: dict[str, str], system: str) -> None:
    assert why_no_display(environment, system) == ""


@pytest.mark.parametrize(
    "environment", [{}, {"DISPLAY": ""}, {"QT_QPA_PLATFORM": "xcb"}, {"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "w"}]
)
def test_no_display(environment: dict[str, str]) -> None:
    assert "no display" in why_no_display(environment, "linux")


@pytest.mark.parametrize("display", [":98765", "unix:98765", ":98765.0", "localhost:59999", "no-such-host.invalid:0"])
def test_a_display_that_does_not_answer(display: str) -> None:
    assert why_no_display({"DISPLAY": display}, "linux") == (
        f"no window can be opened: the display {display} does not answer"
    )


@pytest.mark.parametrize("display", [":99999999999999999999", "localhost:70000", "nonsense", "a:b:c", "::", "host\n:7"])
def test_a_display_that_cannot_be(display: str) -> None:
    reason = why_no_display({"DISPLAY": display}, "linux")
    assert reason.startswith("no window can be opened")
    assert "\n" not in reason


def test_a_library_that_is_missing_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.session.display.LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
    assert why_no_display({"DISPLAY": ":98765"}, "linux") == (
        "no window can be opened: Qt needs libnowhere.so.9; on Debian and Ubuntu: apt install libnowhere9"
    )
