"""Whether the days' sums of dossiers and the dossiers themselves tell the same, key by key."""

from sqlite_utils import Database

from hallctl.ledger.dossiers.dossier_schema import SUMMED

_EVERY_SUM = ", ".join(f"sum({column})" for column in SUMMED)

_IMPOSSIBLE_DAY = """
select day, department, field, official, channel from (
    select day, department, field, official, channel,
        sum(received - (finished_early + finished_on_time + finished_late
            + refused + withdrawn + stopped)) over through_the_days as unfinished,
        sum(awaiting_supplement) over through_the_days as awaiting,
        sum(overdue) over through_the_days as overdue
    from dossier_days window through_the_days as (partition by department, field, official, channel order by day)
) where awaiting < 0 or overdue < 0 or unfinished < awaiting + overdue limit 1
"""
"""A day on which more waited, or were overdue, than there were."""

_DIFFERENT_SUM = """
with summed as (
    select department, field, official, channel, sum(received), sum(finished_early), sum(finished_on_time), sum(finished_late),
        sum(returned), sum(refused), sum(withdrawn), sum(stopped), sum(awaiting_supplement),
        sum(overdue)
    from dossier_days group by department, field, official, channel
), counted as (
    select department, field, official, channel, sum(state <> 'struck'), sum(coalesce(punctuality, '') = 'early'),
        sum(coalesce(punctuality, '') = 'on_time'), sum(coalesce(punctuality, '') = 'late'),
        sum(state = 'returned'), sum(state = 'refused'), sum(state = 'withdrawn'),
        sum(state = 'stopped'), sum(state = 'awaiting_supplement'), count(running_since)
    from dossiers group by department, field, official, channel
)
select department, field, official, channel from (select * from summed except select * from counted) limit 1
"""
"""Days' sums that are not what the dossiers add up to; every running one is overdue some day."""

_UNLIKE_DAYS = f"""
with together as (select day, {_EVERY_SUM} from dossier_days group by day)
select dimension, day from (
    select dimension, day, {_EVERY_SUM} from dossier_sums group by dimension, day
    except select dimension, together.* from together
        join (select distinct dimension from dossier_sums)
) limit 1
"""  # noqa: S608 - our own column names
"""Sums of one key alone that are not those of all keys together."""


_UNLIKE_MONTHS = f"""
with added as (
    select dimension, value, substr(day, 1, 7) as month, {_EVERY_SUM} from dossier_sums group by 1, 2, 3
), kept as (select dimension, value, month, {", ".join(SUMMED)} from dossier_months)
select dimension, month from (
    select * from (select * from added except select * from kept)
    union all select * from (select * from kept except select * from added)
) limit 1
"""  # noqa: S608 - our own column names
"""Sums of a month that are not those of its days."""


def unreconciled(database: Database) -> str:
    """The first day, month or combination of keys that does not add up, or empty."""
    wrong = database.execute(_IMPOSSIBLE_DAY).fetchone()
    wrong = wrong or database.execute(_DIFFERENT_SUM).fetchone()
    wrong = wrong or database.execute(_UNLIKE_DAYS).fetchone()
    wrong = wrong or database.execute(_UNLIKE_MONTHS).fetchone()
    return ", ".join(part or "–" for part in wrong) if wrong else ""
