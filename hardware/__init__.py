"""Devices of a hall as small drivers, each with a simulator that speaks the same bytes.

Every device is transport × codec × driver: `transport/` carries bytes and knows no device, a
codec turns bytes into messages and back without I/O (`escpos_status`, `escpos_document`), a
driver holds state, patience and health (`escpos_printer`). `simulator/` plays the other end.
A new device brings its own codec, driver and simulator and shares the transports.
"""
