"""What every request passes before anything of the hall sees it, and how it is turned away."""
