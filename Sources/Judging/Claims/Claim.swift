/// One sentence that the harness may find false: on this slice of this split, this metric meets this requirement.
package struct Claim: Hashable, Sendable {
  /// What it is about, such as `small-target n=8...15`: its name within its experiment, in baselines and reports.
  package let subject: String
  /// After which stage of training the model is asked.
  package let stage: String
  /// The split's name.
  package let split: String
  package let slice: Slice
  package let metric: Metric
  package let requirement: Requirement
  /// A control is a model that must miss the requirement, such as one trained on shuffled labels: if it meets it, the
  /// requirement shows nothing.
  package let isControl: Bool
  /// The test that asks only for this, such as `ShortestPaths/onPathSmallTarget`; nil in a study, which no test asks for.
  package let testName: String?
  /// Where the threshold comes from.
  package internal(set) var provenance: Provenance
  /// The smallest worsening that is worth a failure, in the metric's unit: by less, a run may be worse than its baseline.
  package let smallestEffect: Double
  /// How much of it training may have shown; nil: no limit.
  package let leakLimit: LeakLimit?
  /// Of a control: why it could not have met the requirement, whatever was learned. Then it shows that a gate is red where it
  /// must be, and nothing of networks; nil of all others.
  package private(set) var definition: String?
  /// Of a claim about a reading: what it must be told from; nil where nothing is expected of chance.
  package let floor: TrivialPredictor?

  /// - Parameter smallestEffect: nil for what follows from the threshold, see `Requirement.smallestEffect`.
  package init(
    subject: String, stage: String, split: String, slice: Slice, metric: Metric, requirement: Requirement,
    isControl: Bool, testName: String?, provenance: Provenance, smallestEffect: Double? = nil,
    leakLimit: LeakLimit? = nil,
    floor: TrivialPredictor? = nil
  ) {
    precondition(
      requirement.fits(metric), "\(subject): \(requirement) asks for a worse \(metric.printedName), not a better one")
    precondition(
      requirement.thresholds.allSatisfy(\.isFinite), "\(subject): the threshold is \(requirement.thresholds)")
    for text in [subject, stage, split, testName ?? "study"] {
      precondition(!text.allSatisfy(\.isWhitespace), "\(subject): a claim needs subject, split and test")
    }
    self.subject = subject
    self.stage = stage
    self.split = split
    self.slice = slice
    self.metric = metric
    self.requirement = requirement
    self.isControl = isControl
    self.testName = testName
    self.provenance = provenance
    self.smallestEffect = smallestEffect ?? requirement.smallestEffect(metric)
    precondition(self.smallestEffect > 0, "\(subject): a threshold of 0 has no tenth: declare the smallest effect.")
    self.leakLimit = leakLimit
    self.floor = floor
  }
}

extension Claim {
  /// The same control, which could not have met its requirement.
  package func byDefinition(_ why: String) -> Claim {
    precondition(isControl, "\(subject) is no control, and only one can miss by definition.")
    var claim = self
    claim.definition = why
    return claim
  }

  /// The end of the interval that speaks against the model.
  package func unfavourableBound(of interval: Interval) -> Double {
    if case .between(let range) = requirement {
      return interval.lower - range.lowerBound < range.upperBound - interval.upper ? interval.lower : interval.upper
    }
    return metric.lowerIsBetter ? interval.upper : interval.lower
  }

  /// The end of the interval that speaks for the model; where it should lie between two numbers, its point nearest to them.
  package func favourableBound(of interval: Interval) -> Double {
    if case .between(let range) = requirement {
      return min(max((range.lowerBound + range.upperBound) / 2, interval.lower), interval.upper)
    }
    return metric.lowerIsBetter ? interval.lower : interval.upper
  }

  /// Whether a bound shows more than a predictor that learned nothing. Where there is no better and worse, that one must
  /// miss what is required.
  func isBeaten(_ trivial: TrivialScore, by bound: Double) -> Bool {
    requirement.hasDirection ? metric.isBetter(bound, than: trivial.score) : !requirement.isMet(by: trivial.score)
  }

  /// The number that the requirement is held against: the bound that makes a claim hard to meet, and a control hard to
  /// miss.
  package func judgedBound(of interval: Interval) -> Double {
    isControl ? favourableBound(of: interval) : unfavourableBound(of: interval)
  }
}

extension Claim {
  /// Where its threshold comes from, for people who ask why it is this one.
  package var origin: String { "the threshold: \(provenance)" }

  /// How far the score of replicates lies from the threshold, on its good side; negative on its bad one.
  func margin(of score: Double) -> Double {
    switch requirement {
    case .atMost(let threshold): threshold - score
    case .atLeast(let threshold): score - threshold
    case .between(let range): min(score - range.lowerBound, range.upperBound - score)
    }
  }
}
