"""Pads, keypads, lamps and LED signs on serial lines, one or many to a bus.

No public standard for button pads exists, so a pad's bytes are declared (`pad_format`) rather
than coded; `formats/` has three worked examples. One `LineBus` owns each port.
"""
