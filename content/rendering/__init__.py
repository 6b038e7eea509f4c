"""Pure: what we say, as each platform's JSON within its limits."""
