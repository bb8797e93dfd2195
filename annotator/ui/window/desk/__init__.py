"""Parts of the window for reading, checking and folders of many articles, and what the desk opens over it."""
