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
        """Show these rows from now on: who left is taken out, who came is put in, who moved moves."""
        before = len(self.rows)
        wanted = self._names(rows)
        self._take_out(frozenset(wanted))
        self._put_in(rows, wanted)
        for place, row in enumerate(rows):
            if self.rows[place] != row:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))
        if len(rows) != before:
            self.count_changed.emit()

    def _names(self, rows: list[Row]) -> list[object]:
        return [row[self._key] if self._key else place for place, row in enumerate(rows)]

    def _take_out(self, staying: frozenset[object]) -> None:
        """Those who left together go together, the last ones first."""
        names = self._names(self.rows)
        end = len(names)
        while end:
            first = end
            while first and names[first - 1] not in staying:
                first -= 1
            if first < end:
                self.beginRemoveRows(QModelIndex(), first, end - 1)
                del self.rows[first:end]
                self.endRemoveRows()
            end = max(0, first - 1)

    def _put_in(self, rows: list[Row], wanted: list[object]) -> None:
        """Each place in turn: the one who belongs there stays, comes up from below, or is new."""
        here = self._names(self.rows)
        known = set(here)
        for place, name in enumerate(wanted):
            if place < len(here) and here[place] == name:
                continue
            if name in known:
                at = here.index(name, place)
                self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), place)
                self.rows.insert(place, self.rows.pop(at))
                here.insert(place, here.pop(at))
                self.endMoveRows()
            else:
                self.beginInsertRows(QModelIndex(), place, place)
                self.rows.insert(place, rows[place])
                here.insert(place, name)
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
