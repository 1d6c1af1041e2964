"""`python -m hardware`: try devices by hand, real or simulated."""

from hardware.command_line import main

main()
