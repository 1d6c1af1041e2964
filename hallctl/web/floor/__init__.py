"""The floor for whoever runs it: live, at any moment of the past, and who comes by appointment."""
