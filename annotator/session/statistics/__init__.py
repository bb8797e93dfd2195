"""The window of statistics without its widgets: what is counted, of which documents, and the charts of it."""
