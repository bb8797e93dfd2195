"""Linking in the window: the list of candidates, and what keys do in that mode."""
