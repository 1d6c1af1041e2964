"""Rules about machines: stations, devices, cameras, kiosks on their own, sessions, backups."""
