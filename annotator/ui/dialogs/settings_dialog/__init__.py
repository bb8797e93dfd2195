"""Dialog for the settings."""

from annotator.ui.dialogs.settings_dialog.dialog import SettingsDialog

__all__ = ["SettingsDialog"]
