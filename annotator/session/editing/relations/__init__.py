"""Relations: which may be made, the mode in which they are, and what becomes of one."""
