"""The domain model: frozen values and pure functions. Imports the standard library only; no file access, no Qt."""
