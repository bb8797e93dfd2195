"""Modules that differ by system, as another system would run them."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest

from tests.support.paths import ROOT


def module_on(system: str, name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return a copy of the module for the system, which the test runs on until it ends; what is imported stays ours."""
    monkeypatch.setattr(sys, "platform", system)
    path = ROOT.joinpath(*name.split(".")).with_suffix(".py")
    spec = importlib.util.spec_from_file_location(f"{name}_on_{system}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
