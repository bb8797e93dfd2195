"""The program's own files: resources, settings folder, error log."""
