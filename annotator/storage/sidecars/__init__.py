"""The three readers of sidecars and the writer, which must agree on the format."""
