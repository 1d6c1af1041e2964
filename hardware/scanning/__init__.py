"""Reads QR codes and bars from poor pictures, and reports nothing that is not there.

A picture is looked at plainly first (`decoder`). What was missed is looked for where a code may be
(`regions`), each place made readable in several ways (`matrix_codes`, `linear_codes`), as long as
`patience` lasts (`engine`). A QR code proves itself by its error correction. Bars don't: a digit
in ten misread passes the check digit, so their text counts only where several parts agree.
"""
