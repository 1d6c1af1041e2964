"""What reports and look-ups read: tables projected from the journal, rebuilt from it at any time."""
