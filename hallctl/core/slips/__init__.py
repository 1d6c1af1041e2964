"""What is on paper: tickets, receipts and lists as documents, block by block."""
