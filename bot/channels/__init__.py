"""Transport only: how a platform takes and gives messages."""
