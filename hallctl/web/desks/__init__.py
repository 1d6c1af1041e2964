"""Desks between requests and the one writer: appointments, complaints, cameras, devices."""
