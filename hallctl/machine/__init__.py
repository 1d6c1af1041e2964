"""What the hall needs of the machine it runs on: whole and private files, a clock, a log, the network, processes."""
