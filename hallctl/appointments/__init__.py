"""Who comes to appointments: a store of its own; calendar files, sheets and letters about them."""
