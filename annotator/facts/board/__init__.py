"""The board: annotations of one label as rows, with what belongs to each in columns."""
