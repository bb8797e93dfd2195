"""Texts out of files of other programs, one module for each kind of file; each has an EXTRACTOR. None knows another."""
