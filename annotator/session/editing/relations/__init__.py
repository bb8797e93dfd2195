"""Relations: which are possible, the mode in which they are made, and edits of one."""
