"""One module for each thing a resident does."""
