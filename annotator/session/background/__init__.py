"""Work outside the GUI thread: jobs, and long work that reports progress and can be cancelled."""
