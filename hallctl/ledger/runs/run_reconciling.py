"""Whether every dossier scanned out is in, missing or on its way, by the runs' sums and by rows."""

from sqlite_utils import Database

_UNLIKE_SUMS = """
with counted as (
    select run, sum(out_at is not null) as scanned_out, sum(out_at is null) as brought_back,
        sum(out_at is not null and state = 'in') as scanned_in, sum(state = 'missing') as missing,
        sum(state = 'on_its_way') as on_its_way
    from run_items group by run
)
select run from runs left join counted as c using (run)
where runs.scanned_out != coalesce(c.scanned_out, 0)
    or runs.brought_back != coalesce(c.brought_back, 0)
    or runs.scanned_in != coalesce(c.scanned_in, 0)
    or runs.missing != coalesce(c.missing, 0)
    or runs.scanned_out != coalesce(c.scanned_in + c.missing + c.on_its_way, 0)
    or (closed_at is not null and c.on_its_way > 0)
order by run limit 1
"""
"""A run whose sums are not its rows, or that is over while something is still on its way."""

_TWICE = """
select run from run_items where state != 'in' group by dossier having count(*) > 1 limit 1
"""
_NOBODYS = "select run from run_items where run not in (select run from runs) limit 1"


def unreconciled_run(database: Database) -> str:
    """The first run that does not add up, or empty."""
    for question in (_UNLIKE_SUMS, _TWICE, _NOBODYS):
        if wrong := database.execute(question).fetchone():
            return str(wrong[0])
    return ""
