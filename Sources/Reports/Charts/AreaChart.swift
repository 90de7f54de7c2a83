/// How a whole is shared over the course of something: bands from 0 to 100 % on one another, and perhaps a curve on an
/// axis of its own at the right.
///
/// A drawing has room for 120 windows. A longer series is brought down to them: each window is the mean of its run of
/// neighbours, of places, shares and curve alike, so a peak that is narrower than a window is flattened.
package struct AreaChart: Equatable, Sendable {
  static let mostWindows = 120

  package struct Band: Equatable, Sendable {
    package let name: String
    package let tone: Tone
    /// Of one, one for each place.
    package let shares: [Double]

    package init(_ name: String, _ tone: Tone, _ shares: [Double]) {
      self.name = name
      self.tone = tone
      self.shares = shares
    }
  }

  package struct Curve: Equatable, Sendable {
    package let name: String
    /// One for each place.
    package let values: [Double]
    package let scale: LineChart.Scale

    package init(_ name: String, _ values: [Double], scale: LineChart.Scale = .linear) {
      self.name = name
      self.values = values
      self.scale = scale
    }
  }

  /// What runs to the right: `step`.
  package let xLabel: String
  /// Rising.
  package let x: [Double]
  /// From the lowest up; at each place they make a whole.
  package let bands: [Band]
  package let curve: Curve?

  package init(xLabel: String, x: [Double], bands: [Band], curve: Curve? = nil) {
    precondition(
      x.allSatisfy(\.isFinite) && zip(x, x.dropFirst()).allSatisfy { $0 < $1 }, "places must be finite and rising: \(x)"
    )
    for band in bands {
      precondition(
        band.shares.count == x.count, "\(x.count) places have no \(band.shares.count) shares of \(band.name)")
      precondition(
        band.shares.allSatisfy { $0 >= 0 && $0 <= 1 }, "a share is a number in 0...1, unlike one of \(band.name)")
    }
    for place in bands.isEmpty ? 0..<0 : x.indices {
      let whole = bands.reduce(0) { $0 + $1.shares[place] }
      // Shares in single precision miss a whole by less than 1e-6; the height of a drawing has a few hundred places.
      precondition(abs(whole - 1) <= 1e-6, "shares make a whole, not \(whole) as at \(xLabel) \(x[place])")
    }
    if let curve {
      precondition(
        curve.values.count == x.count, "\(x.count) places have no \(curve.values.count) values of \(curve.name)")
      precondition(
        curve.values.allSatisfy(\.isFinite), "a curve beside shares has finite values, unlike one of \(curve.name)")
    }
    self.xLabel = xLabel
    self.x = x
    self.bands = bands
    self.curve = curve
  }
}

extension AreaChart {
  /// The chart as it is drawn: means over at most `mostWindows` runs of neighbours.
  var windowed: AreaChart {
    guard x.count > Self.mostWindows else { return self }
    return AreaChart(
      xLabel: xLabel, x: Self.means(x), bands: bands.map { Band($0.name, $0.tone, Self.means($0.shares)) },
      curve: curve.map { Curve($0.name, Self.means($0.values), scale: $0.scale) })
  }

  private static func means(_ values: [Double]) -> [Double] {
    (0..<mostWindows).map { window in
      let run = values[(window * values.count / mostWindows)..<((window + 1) * values.count / mostWindows)]
      return run.reduce(0, +) / Double(run.count)
    }
  }

  var axes: (x: Axis, curve: Axis?) {
    (Axis(.linear, covering: x), curve.map { Axis($0.scale.axisKind, covering: $0.values) })
  }

  var summary: String {
    guard !x.isEmpty else { return "No values." }
    var text = bands.isEmpty ? "No shares" : "Shares of " + bands.map { SVG.label($0.name) }.joined(separator: ", ")
    text += " over \(SVG.label(xLabel))"
    if let curve { text += "; \(SVG.label(curve.name))\(curve.scale == .log ? " (log)" : "") at the right" }
    if x.count > Self.mostWindows { text += "; \(NumberText.count(x.count)) values in \(Self.mostWindows) means" }
    let unshown = windowed.unshown
    return unshown == 0 ? text : "\(text); \(NumberText.plural(unshown, "point")) off the axis"
  }

  /// Places of the curve without one on its axis: zero on a logarithmic one.
  var unshown: Int {
    guard let curve, let axis = axes.curve else { return 0 }
    return curve.values.filter { !axis.shows($0) }.count
  }
}
