/// The difference to the baseline, paired by replicate.
package struct Change: Equatable, Sendable {
  package var mean: Double
  package var interval: Interval?
  /// Of a difference this large by chance alone.
  package var probability: Double?
  /// The smallest difference that this many replicates would have shown.
  package var detectable: Double?

  package init(mean: Double, interval: Interval?, probability: Double?, detectable: Double?) {
    (self.mean, self.interval, self.probability, self.detectable) = (mean, interval, probability, detectable)
  }

  /// `+0.039 [+0.021, +0.058] paired, p = 0.008`; of shares in points, each a percent of the whole.
  package func text(as scale: Scale = .number) -> String {
    let texts = Self.texts([mean] + (interval.map { [$0.lower, $0.upper] } ?? []), scale, signed: true)
    var text = texts[0] + (interval == nil ? "" : " [\(texts[1]), \(texts[2])]")
    text += scale == .share ? " points, paired" : " paired"
    if let probability { text += ", p \(NumberText.probability(probability))" }
    return text
  }

  /// The difference, and which one this many replicates would have shown.
  func facts(as scale: Scale) -> [String] {
    [text(as: scale)] + (detectable.map { ["detectable >= \(Self.texts([$0], scale, signed: false)[0])"] } ?? [])
  }

  private static func texts(_ values: [Double], _ scale: Scale, signed: Bool) -> [String] {
    NumberText.aligned(values.map { scale == .share ? $0 * 100 : $0 }, digits: 2, signed: signed)
  }
}
