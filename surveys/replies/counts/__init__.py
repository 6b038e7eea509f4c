"""Numbers: how many, how much, how long, in whatever words and units they are told."""
