/// One size's way: its mean loss over replicates by what was spent, a straight line between readings in logarithms.
package struct ScalingCurve: Sendable, Hashable {
  package let size: Double
  /// Logarithms of compute, data and loss, by reading; compute grows.
  private let compute: [Double]
  private let data: [Double]
  private let loss: [Double]

  /// What the curve says at some compute.
  package struct Place: Sendable, Hashable {
    package let data: Double
    package let loss: Double
  }

  /// A curve a size, the smallest first: of the means of losses.
  ///
  /// Nil where runs of a size were not read at the same compute, compute does not grow, or a number is not positive and finite.
  package static func curves(of runs: [ScalingRun]) -> [ScalingCurve]? {
    let sizes = Dictionary(grouping: runs, by: \.size).sorted { $0.key < $1.key }
    let curves = sizes.compactMap { ScalingCurve(averaging: $0.value) }
    return curves.count == sizes.count ? curves : nil
  }

  private init?(averaging runs: [ScalingRun]) {
    guard let first = runs.first, !first.readings.isEmpty, runs.allSatisfy(\.isPositive),
      runs.allSatisfy({ $0.readings.map(\.compute) == first.readings.map(\.compute) }),
      zip(first.readings, first.readings.dropFirst()).allSatisfy({ $0.compute < $1.compute })
    else { return nil }
    size = first.size
    compute = first.readings.map { Elementary.logarithm($0.compute) }
    data = first.readings.map { Elementary.logarithm($0.data) }
    loss = first.readings.indices.map { index in
      Elementary.logarithm(runs.reduce(0) { $0 + $1.readings[index].loss } / Double(runs.count))
    }
  }

  /// From the first reading's compute to the last's.
  package var computeRange: ClosedRange<Double> {
    Elementary.exponential(compute[0])...Elementary.exponential(compute[compute.count - 1])
  }

  /// Nil where it was not read: nothing is said beyond its ends.
  package func place(at compute: Double) -> Place? {
    let (asked, last) = (Elementary.logarithm(compute), self.compute.count - 1)
    // An end that went through a logarithm and back is an end, not beyond it.
    let slack = 1e-13 * asked.magnitude
    guard asked >= self.compute[0] - slack, asked <= self.compute[last] + slack else { return nil }
    let above = self.compute.firstIndex { $0 >= asked } ?? last
    guard above > 0, self.compute[above] > asked else { return place(above, above, 0) }
    let (low, high) = (self.compute[above - 1], self.compute[above])
    return place(above - 1, above, (asked - low) / (high - low))
  }

  private func place(_ one: Int, _ other: Int, _ share: Double) -> Place {
    func between(_ values: [Double]) -> Double {
      Elementary.exponential(values[one] + share * (values[other] - values[one]))
    }
    return Place(data: between(data), loss: between(loss))
  }
}
