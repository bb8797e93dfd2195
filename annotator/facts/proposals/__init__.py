"""Proposals of what belongs to a claim, by rules that each have examples and counter-examples in the tests."""
