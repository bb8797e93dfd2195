"""The folder's articles, how far each has come, and the way to open one."""
