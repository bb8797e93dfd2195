"""JSON reading and writing, shared by all formats."""
