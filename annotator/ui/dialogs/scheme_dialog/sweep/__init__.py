"""Changes of the scheme that go through saved files, asked for below the form."""
