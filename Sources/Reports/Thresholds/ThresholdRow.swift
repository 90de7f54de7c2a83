/// One judged claim: what was asked, what came out, why it was judged so, and how to run it again.
///
/// Names may hold any character; the table makes them harmless.
package struct ThresholdRow: Equatable, Sendable {
  package var mark: Mark
  /// `graphs/on-path`
  package var experiment: String
  /// What the claim is about: `small-target n=8...15`
  package var subject: String
  /// `squared error`
  package var metric: String
  /// How its numbers are written.
  package var scale: Scale
  package var estimate: Estimate
  package var requirement: Requirement
  /// The accepted mean.
  package var baseline: Double?
  /// Against the baseline.
  package var change: Change?
  /// Of the test examples, the share that training saw, 0...1.
  package var leakShare: Double?
  /// Of what was asked, the share that training saw, before such examples were left out.
  package var repeats: Repeats?
  package var trivialPredictors: [Score]
  package var slices: [Score]
  package var worstSlice: Score?
  /// What else helps to read the number: the same claim without fine-tuning, what was retained of the old task.
  package var companions: [Score]
  /// Why it was judged so, a sentence each: `upper bound 0.166 exceeds 0.120`.
  package var reasons: [String]
  /// The command that runs this claim alone.
  package var rerun: String

  package init(
    mark: Mark, experiment: String, subject: String, metric: String, scale: Scale = .number,
    estimate: Estimate, requirement: Requirement, baseline: Double? = nil, change: Change? = nil,
    leakShare: Double? = nil, repeats: Repeats? = nil,
    trivialPredictors: [Score] = [],
    slices: [Score] = [], worstSlice: Score? = nil, companions: [Score] = [], reasons: [String] = [], rerun: String
  ) {
    self.mark = mark
    self.experiment = experiment
    self.subject = subject
    self.metric = metric
    self.scale = scale
    self.estimate = estimate
    self.requirement = requirement
    self.baseline = baseline
    self.change = change
    self.leakShare = leakShare
    self.repeats = repeats
    self.trivialPredictors = trivialPredictors
    self.slices = slices
    self.worstSlice = worstSlice
    self.companions = companions
    self.reasons = reasons
    self.rerun = rerun
  }
}
