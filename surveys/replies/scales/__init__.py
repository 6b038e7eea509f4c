"""Points of a scale, by their labels and in other words."""
