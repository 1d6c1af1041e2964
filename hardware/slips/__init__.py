"""A slip as black dots: its layout, its type, its codes and pictures; no printer yet."""
