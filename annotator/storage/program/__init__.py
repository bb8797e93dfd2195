"""Files of the program itself: resources, settings folder, error log."""
