/// How somebody runs an experiment otherwise than it is declared.
package struct Variation: Sendable, Hashable {
  /// Replicates 0 up to this one; nil for as many as are declared.
  package let replicates: Int?
  /// Each `NAME=VALUE`, as it was typed.
  package let settings: [String]

  package init(replicates: Int?, settings: [String]) {
    precondition(
      replicates.map(Self.counts.contains) ?? true, "Of \(replicates ?? 0) replicates nothing can be judged.")
    self.replicates = replicates
    self.settings = settings
  }

  /// One replicate has no interval; a thousand have one of a thirtieth of a standard deviation.
  package static let counts = 2...1_000
}

extension Variation: CustomStringConvertible {
  /// As it is typed again: a stage's name may have spaces.
  package var description: String {
    let words = settings.map { "--set " + ($0.contains(" ") ? "'\($0)'" : $0) }
    return ((replicates.map { ["--replicates \($0)"] } ?? []) + words).joined(separator: " ")
  }
}
