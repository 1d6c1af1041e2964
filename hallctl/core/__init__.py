"""The hall as pure rules: wishes are decided, facts are applied, views are drawn.

Nothing here reads a clock, a file, a socket or chance: time comes in as an argument.
"""
