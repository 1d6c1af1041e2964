"""The verbs of ``hallctl``, a topic a module, and what they write to a terminal; :mod:`hallctl.cli` brings
the one that is asked for.
"""
