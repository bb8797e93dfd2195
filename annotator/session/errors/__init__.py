"""The program's own errors: hooks, reports and the file that a crash leaves."""
