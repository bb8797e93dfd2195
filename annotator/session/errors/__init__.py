"""Unexpected errors of the program: exception hooks, error reports and the crash file."""
