"""Panel that lists the folder's articles with their progress, and opens one."""
