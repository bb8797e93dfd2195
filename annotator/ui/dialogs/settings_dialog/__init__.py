"""The settings dialog: one page for each kind of setting."""

from annotator.ui.dialogs.settings_dialog.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
