"""Officers' pages, one module for each noun."""
