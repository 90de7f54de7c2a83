/// How somebody runs an experiment otherwise than it is declared.
package struct Variation: Sendable, Hashable {
  /// Replicates 0 up to this one; nil for as many as are declared.
  package let replicates: Int?
  /// Each `NAME=VALUE`, as it was typed.
  package let settings: [String]
  /// In place of training; nil where it trains.
  package let weights: ForeignWeights?

  package init(weights: ForeignWeights) { (replicates, settings, self.weights) = (nil, [], weights) }

  package init(replicates: Int?, settings: [String]) {
    precondition(
      replicates.map(Self.counts.contains) ?? true, "Of \(replicates ?? 0) replicates nothing can be judged.")
    self.replicates = replicates
    self.settings = settings
    weights = nil
  }

  /// One replicate has no interval; a thousand have one of a thirtieth of a standard deviation.
  package static let counts = 2...1_000
}

extension Variation: CustomStringConvertible {
  /// As it is typed again: a stage's name may have spaces.
  package var description: String {
    func word(_ option: String, _ value: String) -> String {
      "\(option) " + (value.contains(" ") ? "'\(value)'" : value)
    }
    let elsewhere = weights.map { $0.files.map { word("--weights", $0) } + [word("--stage", $0.stage)] } ?? []
    let counts = replicates.map { ["--replicates \($0)"] } ?? []
    return (counts + settings.map { word("--set", $0) } + elsewhere).joined(separator: " ")
  }
}
