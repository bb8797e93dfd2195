"""Rules on figures that do not fit together, each with an example and a counter-example; none knows another."""
