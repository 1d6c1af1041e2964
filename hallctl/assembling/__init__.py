"""The controller's parts put together, a topic at a time; :mod:`hallctl.assemble` joins them."""
