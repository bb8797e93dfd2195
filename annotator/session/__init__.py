"""What is open, selected, undoable and unsaved; no widgets."""
