/// A few series over the same quantity: the loss for each path length over examples seen.
///
/// Points are drawn in the order given. What has no place on an axis (NaN, infinity, zero on a logarithmic one) leaves a
/// gap and is counted, never silently dropped.
package struct LineChart: Equatable, Sendable {
  package enum Scale: Equatable, Hashable, Sendable, CaseIterable {
    case linear
    case log

    var axisKind: Axis.Kind { self == .log ? .log : .linear }
  }

  package struct Point: Equatable, Sendable {
    package var x: Double
    package var y: Double
    /// Across replicates.
    package var interval: Interval?

    package init(x: Double, y: Double, interval: Interval? = nil) {
      (self.x, self.y, self.interval) = (x, y, interval)
    }
  }

  package struct Series: Equatable, Sendable {
    package var name: String
    package var points: [Point]

    package init(_ name: String, _ points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  package var series: [Series]
  /// What runs to the right: `examples seen`.
  package var xLabel: String
  package var yLabel: String
  package var xScale: Scale
  package var yScale: Scale

  package init(
    series: [Series], xLabel: String, yLabel: String, xScale: Scale = .linear, yScale: Scale = .linear
  ) {
    (self.series, self.xLabel, self.yLabel) = (series, xLabel, yLabel)
    (self.xScale, self.yScale) = (xScale, yScale)
  }
}

extension LineChart {
  var axes: (x: Axis, y: Axis) {
    let points = series.flatMap(\.points)
    let heights = points.flatMap { point in
      [point.y] + (point.interval.map { [$0.lower, $0.upper] } ?? [])
    }
    return (Axis(xScale.axisKind, covering: points.map(\.x)), Axis(yScale.axisKind, covering: heights))
  }

  /// Points without a place on the axes.
  var unshown: Int {
    let axes = axes
    return series.flatMap(\.points).filter { !axes.x.shows($0.x) || !axes.y.shows($0.y) }.count
  }

  var summary: String {
    let points = series.reduce(0) { $0 + $1.points.count }
    guard points > 0 else { return "No points." }
    let scale = yScale == .log ? " (log)" : ""
    let gaps = unshown > 0 ? "; \(NumberText.plural(unshown, "point")) not drawn (NaN, inf or off a log axis)" : ""
    return "\(yLabel)\(scale) of \(series.count) series over \(xLabel)\(xScale == .log ? " (log)" : "")\(gaps)"
  }
}
