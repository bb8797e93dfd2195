"""The only door to the system's dialogs and programs."""
