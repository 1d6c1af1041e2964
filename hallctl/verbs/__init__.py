"""The verbs of ``hallctl``, a topic a module; :mod:`hallctl.cli` brings the one that is asked for."""
