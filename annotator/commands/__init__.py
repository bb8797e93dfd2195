"""Commands of the command line, which need no Qt and no display."""
