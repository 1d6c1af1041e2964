"""Any bytes at every codec: a few in the suite, as many as there is time for with ``make fuzz``."""
