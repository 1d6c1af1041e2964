"""The back office: fees, notices, deliveries, complaints."""
