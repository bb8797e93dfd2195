"""The domain: frozen values and pure functions. Standard library only; no files, no Qt."""
