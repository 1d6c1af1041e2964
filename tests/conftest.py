"""How every test runs: chance without a stopwatch, since machines that test are busy."""

from hypothesis import settings

settings.register_profile("hall", deadline=None)
settings.load_profile("hall")
