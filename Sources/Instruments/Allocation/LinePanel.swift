/// A part of a step's straight line: what Simpson's rule takes at once, with its middle.
struct LinePanel: Hashable {
  /// It lies between `place` and `place + 1` of so many equal parts of the line.
  let place: Int
  let count: Int

  /// How much of the line it is.
  var width: Double { 1 / Double(count) }
  /// Intervals of a line that is cut as finely everywhere: Simpson's rule takes two a panel.
  var fineness: Int { 2 * count }
  var isLast: Bool { place == count - 1 }

  var halves: [LinePanel] { [0, 1].map { LinePanel(place: 2 * place + $0, count: 2 * count) } }
}
