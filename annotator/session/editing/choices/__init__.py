"""Choices: taken, given back, and set by keys from the text."""
