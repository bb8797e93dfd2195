"""Kinds of files that articles are taken out of; none imports another."""
