"""A catalogue as a sheet: CSV or Excel, column by column and row by row, every cell checked."""
