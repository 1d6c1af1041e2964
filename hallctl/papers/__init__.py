"""Papers made from the ledger and the plan: manifests, control slips, registers, lists of the day."""
