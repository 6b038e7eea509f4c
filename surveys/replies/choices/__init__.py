"""One option of several: by its name, its place, or by what is told of it."""
