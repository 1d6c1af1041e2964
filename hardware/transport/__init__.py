"""Ways for bytes to reach a device: TCP, a serial line, or a pipe within the process."""
