"""The national indicator set, department by department, and what needs attention."""
