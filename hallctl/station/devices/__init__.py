"""What hangs on this machine: pads, signs, scanners, cameras, and the screens they type into."""
