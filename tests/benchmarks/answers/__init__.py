"""How well questions are answered: what is right, what is wrong, and what it costs."""
