"""Changes of a scheme that go through all sidecars of a folder."""
