/// All that a reader may ask about one judged claim: the row of the table, and what is behind it.
package struct ClaimReport: Equatable, Sendable {
  package var row: ThresholdRow
  /// The replicate's number beside what it scored, ascending.
  package var scores: [ReplicateScore]
  /// The accepted ones, ascending; empty where there is no baseline.
  package var baselineScores: [ReplicateScore]
  /// The judged metric where training and test are drawn alike, and where they differ.
  package var sides: [Side]
  /// The second side less the first, paired by replicate; nil where there are not two.
  package var gap: Estimate?
  /// The slices with each replicate's score in them.
  package var slices: [SliceReport]
  /// How large the loss of each judged example is, all replicates together.
  package var losses: Histogram?
  /// Which true value was answered how.
  package var answers: HeatMap?
  /// What changed while training went on: the loss, the score.
  package var curves: [Curve]
  /// The examples answered worst, worst first.
  package var failures: [FailedExample]
  /// The test that asks for this claim; nil where no test did.
  package var place: SourcePlace?

  package init(
    row: ThresholdRow, scores: [ReplicateScore] = [], baselineScores: [ReplicateScore] = [], sides: [Side] = [],
    gap: Estimate? = nil, slices: [SliceReport] = [], losses: Histogram? = nil, answers: HeatMap? = nil,
    curves: [Curve] = [], failures: [FailedExample] = [], place: SourcePlace? = nil
  ) {
    (self.row, self.scores, self.baselineScores, self.sides) = (row, scores, baselineScores, sides)
    (self.gap, self.slices, self.losses, self.answers) = (gap, slices, losses, answers)
    (self.curves, self.failures, self.place) = (curves, failures, place)
  }
}

/// A line of the package's source.
package struct SourcePlace: Equatable, Hashable, Sendable {
  /// From the root of the package: `Tests/Generalization/ShortestPathsTests.swift`.
  package var file: String
  /// From 1.
  package var line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// What one replicate scored.
package struct ReplicateScore: Equatable, Hashable, Sendable {
  package var seed: Int
  package var score: Double

  package init(seed: Int, score: Double) {
    self.seed = seed
    self.score = score
  }
}

/// The same metric on one distribution.
package struct Side: Equatable, Sendable {
  /// `in distribution: fine-tune`, `shifted: small-target n=8...15 unseen`.
  package var name: String
  package var estimate: Estimate

  package init(_ name: String, _ estimate: Estimate) {
    self.name = name
    self.estimate = estimate
  }
}

/// A slice of the judged split.
package struct SliceReport: Equatable, Sendable {
  package var name: String
  /// Examples in it, all replicates together.
  package var count: Int
  package var scores: [ReplicateScore]
  package var estimate: Estimate

  package init(_ name: String, count: Int, scores: [ReplicateScore], estimate: Estimate) {
    (self.name, self.count, self.scores, self.estimate) = (name, count, scores, estimate)
  }
}

/// A titled chart.
package struct Curve: Equatable, Sendable {
  package var title: String
  package var chart: LineChart

  package init(_ title: String, _ chart: LineChart) {
    self.title = title
    self.chart = chart
  }
}
