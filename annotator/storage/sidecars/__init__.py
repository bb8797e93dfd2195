"""The three readers and the writer of sidecars, which must agree."""
