"""The hand-over: a checked article with its facts, evidence, queries and sign-off, for people without the program."""
