"""What stations and programs ask in JSON: a resource a file."""
