/// Two runs of the suite side by side: `base` is what was, `head` what is.
package struct ComparisonReport: Equatable, Sendable {
  package var base: Provenance
  package var head: Provenance
  /// Those that both have, in the order of `head`.
  package var claims: [ClaimComparison]
  package var onlyInBase: [ClaimReport.Name]
  package var onlyInHead: [ClaimReport.Name]
  /// Of those, the ones that fail.
  package var failingOnlyInHead: [ClaimReport.Name]

  package init(
    base: Provenance, head: Provenance, claims: [ClaimComparison], onlyInBase: [ClaimReport.Name] = [],
    onlyInHead: [ClaimReport.Name] = [], failingOnlyInHead: [ClaimReport.Name] = []
  ) {
    (self.base, self.head, self.claims) = (base, head, claims)
    (self.onlyInBase, self.onlyInHead, self.failingOnlyInHead) = (onlyInBase, onlyInHead, failingOnlyInHead)
  }

  /// Why `head` is no step that a gate may let through, a sentence each; none where it is one. A claim that is not there
  /// is no claim that holds.
  package var objections: [String] {
    if claims.isEmpty, onlyInHead.isEmpty { return ["head has no claims"] }
    return claims.filter { $0.standing == .worse }.map { "\($0.name) is worse beyond noise" }
      + claims.filter(\.failsNow).map { "\($0.name) fails, and did not in base" }
      + onlyInBase.map { "\($0) is only in base: head lacks it" }
      + failingOnlyInHead.map { "\($0) fails, and is only in head" }
  }

  /// Whether a claim got worse beyond noise, or fails now and did not.
  package var isWorse: Bool { claims.contains { $0.standing == .worse || $0.failsNow } }
}

/// One claim in two runs.
package struct ClaimComparison: Equatable, Sendable {
  package var name: ClaimReport.Name
  package var metric: String
  package var standing: Standing
  package var base: Side
  package var head: Side
  /// Paired by replicate; nil where nothing was paired, or nothing differs.
  package var change: Change?
  /// What else a reader must know, a sentence each.
  package var notes: [String]
  package var slices: [SliceComparison]
  /// Bins of the examples' losses whose share changed beyond noise, the largest change first.
  package var losses: [ShareChange]
  /// The same for the cells of true value and answer.
  package var answers: [ShareChange]

  package struct Side: Equatable, Sendable {
    package var estimate: Estimate
    package var mark: Mark

    package init(estimate: Estimate, mark: Mark) {
      self.estimate = estimate
      self.mark = mark
    }
  }

  package init(
    name: ClaimReport.Name, metric: String, standing: Standing, base: Side, head: Side, change: Change? = nil,
    notes: [String] = [], slices: [SliceComparison] = [], losses: [ShareChange] = [], answers: [ShareChange] = []
  ) {
    (self.name, self.metric, self.standing, self.base) = (name, metric, standing, base)
    (self.head, self.change, self.notes, self.slices) = (head, change, notes, slices)
    (self.losses, self.answers) = (losses, answers)
  }

  package var failsNow: Bool { head.mark.isFailing && !base.mark.isFailing }

  var passesNow: Bool { !head.mark.isFailing && base.mark.isFailing }
}

/// One slice in two runs. Slices are not judged, nor corrected for their number.
package struct SliceComparison: Equatable, Sendable {
  package var name: String
  package var standing: Standing
  package var base: Double
  package var head: Double
  package var change: Change?

  package init(_ name: String, standing: Standing, base: Double, head: Double, change: Change?) {
    (self.name, self.standing, self.base) = (name, standing, base)
    (self.head, self.change) = (head, change)
  }
}
