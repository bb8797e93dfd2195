"""Changes of a scheme that go through all documents: rename, merge, split, remove."""
