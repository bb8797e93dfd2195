"""Access to the system's dialogs and file manager."""
