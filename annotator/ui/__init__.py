"""The window's widgets. Each takes the session and keeps no state that the session has."""
