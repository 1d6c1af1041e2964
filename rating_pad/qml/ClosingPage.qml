// Thanks, regrets, not connected yet, in the size of a pad.
import Kit

MessagePage {
    widest: Theme.px(1000)
    edge: Theme.px(52)
    endEdge: Theme.px(Theme.portrait ? 72 : 44)
    gap: Theme.px(20)
    discSize: Theme.px(150)
}
