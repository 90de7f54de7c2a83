/// The runs of one size at one amount of data: they differ by their seeds alone.
struct ScalingCell: Sendable, Hashable {
  let size: Double
  let data: Double
  /// In the runs' order.
  let losses: [Double]

  /// By size, then by data.
  static func cells(of runs: [ScalingRun]) -> [ScalingCell] {
    let sizes = Dictionary(grouping: runs, by: \.size).sorted { $0.key < $1.key }
    return sizes.flatMap { size, runs in
      Dictionary(grouping: runs.flatMap(\.readings), by: \.data).sorted { $0.key < $1.key }.map { data, readings in
        ScalingCell(size: size, data: data, losses: readings.map(\.loss))
      }
    }
  }

  var mean: Double { losses.reduce(0, +) / Double(losses.count) }

  /// What the sum over its losses of (1 - f / loss)^2 says of f: it is weight^2 (target - f)^2 and what no f changes.
  var relative: (target: Double, weight: Double) {
    let squares = losses.reduce(0) { $0 + 1 / ($1 * $1) }
    return (losses.reduce(0) { $0 + 1 / $1 } / squares, squares.squareRoot())
  }
}
