"""What is recorded, and how it is read over HTTP."""
