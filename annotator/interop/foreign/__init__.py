"""Shared parts for reading and writing other programs' files: archives, file names, offsets, encodings, errors."""
