"""Charts of reports as SVG: bars by what is counted, days in a row, hours of the week as heat.

Drawn by matplotlib, whose parts are not for two threads at once: one lock keeps them apart.
"""

import threading
from datetime import date

from hallctl.reports.charts.bar_charts import bars, scores
from hallctl.reports.charts.chart_sheet import Look, Shape
from hallctl.reports.charts.course_chart import IN_TIME, course
from hallctl.reports.charts.heat_chart import heat
from hallctl.reports.report import Report
from hallctl.reports.saying import Saying

_drawing = threading.Lock()


def chart(
    report: Report, say: Saying, today: date | None = None, shape: Shape = "usual"
) -> bytes | None:
    """The report's chart as SVG; None where there is nothing to draw.

    What holds ``today`` is not over and is drawn so; a narrow chart is for a phone held upright, a wide one for a wall.
    """
    if not report.rows:
        return None
    look = Look(say, today, shape)
    with _drawing:
        if report.name == "busy-hours":
            return heat(report, look)
        if report.by == "indicator":
            return scores(report, look)
        return course(report, look) if report.by in IN_TIME else bars(report, look)
