"""A report taken away: on paper, as a sheet, as a workbook."""
