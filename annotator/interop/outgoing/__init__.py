"""Export: selection of documents, their records and rows, and writing to the target."""
