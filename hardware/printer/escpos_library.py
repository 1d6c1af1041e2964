"""python-escpos, imported without what its import leaves behind.

Importing it hangs a handler on the root logger and makes a temporary folder that stays.
"""

import logging
import shutil
from os import environ

_root = logging.getLogger()
_stand_in = logging.NullHandler()
_root.addHandler(_stand_in)  # a root logger that has a handler is left alone
try:
    from escpos import capabilities
    from escpos.constants import QR_ECLEVEL_M
    from escpos.printer import Dummy
finally:
    _root.removeHandler(_stand_in)

if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in environ:
    shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)

Profile = capabilities.Profile

__all__ = ["QR_ECLEVEL_M", "Dummy", "Profile"]
