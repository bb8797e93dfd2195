"""Work off the window's thread: jobs, and long work with progress and cancel."""
