"""Handbook of the program, in the language of the window."""

from annotator.ui.dialogs.handbook.dialog import Handbook

__all__ = ["Handbook"]
