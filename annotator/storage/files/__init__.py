"""Bytes and files without meaning: guarded reading, atomic writing, locks between processes."""
