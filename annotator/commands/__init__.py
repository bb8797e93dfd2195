"""What the command line does without a window; needs no Qt and no display."""
