"""Gamma, a measure for stacked annotations, by an optional library in a process of its own."""
