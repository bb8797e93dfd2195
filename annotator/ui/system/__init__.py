"""Access to the system's dialogs and programs; no other package uses them directly."""
