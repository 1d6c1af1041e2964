"""The set-up in the browser: services, counters, stations, the catalogue, slips, boards, voices."""
