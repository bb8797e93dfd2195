"""Parts of the window for reading and checking, and what the desk opens over it."""
