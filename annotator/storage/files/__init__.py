"""Files as bytes: guarded reading, atomic writing, locks between processes."""
