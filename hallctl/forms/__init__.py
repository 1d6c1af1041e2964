"""Official forms on A4 and A5: what they show as plain structs, and the PDF drawn from them.

Names and addresses come in as arguments and leave in the PDF; nothing here keeps or logs them.
"""
