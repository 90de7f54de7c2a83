/// Which way a number moves the loss: the same colour in every chart.
///
/// Blue, grey and orange, which most colour-blind readers tell apart. No chart relies on colour alone: what helps is
/// also below or left of zero, or has a minus.
package enum Tone: Equatable, Hashable, Sendable, CaseIterable {
  /// Below zero: the loss falls.
  case help
  case zero
  case hurt

  package init(of value: Double) { self = value < 0 ? .help : value > 0 ? .hurt : .zero }

  /// Classes that the style sheet has already: the grey is that of the heads of arrows. A rule more would change every
  /// drawing that is kept.
  var look: String {
    switch self {
    case .help: "gb-bar"
    case .zero: "gb-head"
    case .hurt: "gb-odd"
    }
  }
}
