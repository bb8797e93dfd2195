"""What every other program's files need, whatever their format: archives, names, offsets, encodings, errors."""
