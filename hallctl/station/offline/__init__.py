"""A kiosk that is alone: it gives the numbers leased to it, keeps them on disk, hands them in later."""
