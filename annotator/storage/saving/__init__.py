"""The guards of saved bytes: history, kept texts, open locks, conflict copies, leftovers."""
