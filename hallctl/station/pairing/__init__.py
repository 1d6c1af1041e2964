"""How a new station comes into a hall: it shows a code until somebody lets it in, and remembers."""
