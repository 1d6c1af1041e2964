"""Rows for QML that stay where they are: what changed is told, what stayed is not drawn anew."""

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Row = dict[str, object]

_ROW = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """A list of plain rows; each is QML's ``row``, their number its ``count``."""

    count_changed = Signal()

    def __init__(self, parent: QObject | None = None, key: str = "") -> None:
        """``key`` is the field a row is known again by; without one it is its place."""
        super().__init__(parent)
        self._key = key
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show these rows from now on: those that left are taken out, new ones are put in."""
        before = len(self.rows)
        first, kept_after = self._what_stays(rows)
        self._take_out(first, before - kept_after)
        self._put_in(first, rows[first : len(rows) - kept_after])
        for place, row in enumerate(rows):
            if self.rows[place] != row:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))
        if len(rows) != before:
            self.count_changed.emit()

    def _what_stays(self, rows: list[Row]) -> tuple[int, int]:
        """How many rows are the same ones at the beginning, and how many at the end."""
        old, new = self._names(self.rows), self._names(rows)
        most = min(len(old), len(new))
        first = next((place for place in range(most) if old[place] != new[place]), most)
        after = 0
        while after < most - first and old[-1 - after] == new[-1 - after]:
            after += 1
        return first, after

    def _names(self, rows: list[Row]) -> list[object]:
        return [row[self._key] if self._key else place for place, row in enumerate(rows)]

    def _take_out(self, first: int, end: int) -> None:
        if end > first:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            del self.rows[first:end]
            self.endRemoveRows()

    def _put_in(self, first: int, rows: list[Row]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self.rows[first:first] = rows
            self.endInsertRows()

    def rowCount(  # noqa: N802 - Qt's name
        self, parent: QModelIndex | QPersistentModelIndex | None = None
    ) -> int:
        """How many rows there are; a row has none beneath it."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The row at ``index``, whole."""
        return self.rows[index.row()] if index.isValid() and role == _ROW else None

    def roleNames(self) -> dict[int, bytes]:  # type: ignore[override]  # noqa: N802 - Qt's name, Qt's type
        """One role: the row."""
        return {int(_ROW): b"row"}

    count = Property(int, rowCount, notify=count_changed)
