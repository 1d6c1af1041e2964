// One paper of the checklist.
import "../office"

CheckLine {
    property var paper: ({})

    entry: paper
    onClicked: panel.desk.reception.papers.toggle(paper.name)
}
