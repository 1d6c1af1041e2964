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

from hall_board.rows import Row

_ROW = Qt.ItemDataRole.UserRole


class RowModel(QAbstractListModel):
    """A list of plain rows; each is QML's ``row``, their number its ``count``."""

    count_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show these rows from now on; the ends of both lists are added or taken off."""
        before = len(self.rows)
        kept = min(before, len(rows))
        changed = [place for place in range(kept) if self.rows[place] != rows[place]]
        self.rows[:kept] = rows[:kept]
        for place in changed:
            self.dataChanged.emit(self.index(place), self.index(place))
        if len(rows) > before:
            self.beginInsertRows(QModelIndex(), before, len(rows) - 1)
            self.rows.extend(rows[before:])
            self.endInsertRows()
        elif len(rows) < before:
            self.beginRemoveRows(QModelIndex(), len(rows), before - 1)
            del self.rows[len(rows) :]
            self.endRemoveRows()
        if len(rows) != before:
            self.count_changed.emit()

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
