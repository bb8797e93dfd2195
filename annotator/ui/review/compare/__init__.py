"""Comparing in the window: lanes under the text, the list of differences and the versions of the current one."""
