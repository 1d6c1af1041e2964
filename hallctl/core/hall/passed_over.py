"""How far numbers had come that stations have seen and the journal has lost, by day and series."""

from datetime import date

import msgspec


class PassedOver(msgspec.Struct):
    """It outlives the day: this morning's numbers may be told of before the day is opened again."""

    up_to: dict[str, dict[str, int]] = {}

    def add(self, business_day: date, up_to: dict[str, int]) -> None:
        """Numbers of that day up to these are out."""
        known = self.up_to.setdefault(business_day.isoformat(), {})
        for series, serial in up_to.items():
            known[series] = max(serial, known.get(series, 0))

    def on(self, business_day: date) -> dict[str, int]:
        """The highest of each series on that day."""
        return self.up_to.get(business_day.isoformat(), {})

    def forget_before(self, business_day: date) -> None:
        """Drop days that nobody gives numbers of any more."""
        first = business_day.isoformat()
        self.up_to = {day: known for day, known in self.up_to.items() if day >= first}
