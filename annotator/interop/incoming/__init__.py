"""Import of annotations and articles into a folder, with rollback where an import is cancelled."""
