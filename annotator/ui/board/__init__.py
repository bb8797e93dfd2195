"""The board as a page of the window: header, table, the current row in full."""
