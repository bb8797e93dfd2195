"""Why annotations are announced at the caret instead of being attributes of the text."""

from __future__ import annotations

from PySide6.QtGui import QAccessibleTextInterface


def test_a_text_interface_of_python_has_no_attributes() -> None:
    """Once this fails, annotations could become attributes, and docs/accessibility.md is out of date."""
    assert not hasattr(QAccessibleTextInterface, "attributes")
