"""Reports in the browser: at a glance, as tables and charts, opened, taken away."""
