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

  /// `+0.039 [+0.021, +0.058] paired, p = 0.008`
  var text: String {
    var text: String
    if let interval {
      let texts = NumberText.aligned([mean, interval.lower, interval.upper], digits: 2, signed: true)
      text = "\(texts[0]) [\(texts[1]), \(texts[2])] paired"
    } else {
      text = NumberText.aligned([mean], digits: 2, signed: true)[0] + " paired"
    }
    if let probability { text += ", p \(NumberText.probability(probability))" }
    return text
  }

  /// The difference, and which one this many replicates would have shown.
  var facts: [String] {
    [text] + (detectable.map { ["detectable >= \(NumberText.aligned([$0], digits: 2)[0])"] } ?? [])
  }
}
