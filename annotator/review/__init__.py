"""Comparing what several annotators made of the same articles; pure functions of their documents."""
