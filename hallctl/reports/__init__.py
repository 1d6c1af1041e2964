"""Reports: the ledger's sums as figures, tables and charts people can read, print and take away."""
