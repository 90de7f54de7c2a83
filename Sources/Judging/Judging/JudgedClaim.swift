import Reports
import Training

/// A claim of an experiment, judged by its runs: what is asserted, and what is shown.
package struct JudgedClaim: Sendable {
  package let experiment: Experiment
  package let judgement: Judgement
  /// What each replicate answered, ascending.
  package let answers: [Replicate]
  package let baseline: BaselineComparison
  /// Nil where it is about no examples.
  package let leak: Leak?
  package let row: ThresholdRow
  /// What it was judged by, in the order of the answers.
  package let runs: [Run]
  /// The test that asked; nil where a command did.
  package var place: SourcePlace?

  package var claim: Claim { judgement.claim }
  package var isPassed: Bool { !row.mark.isFailing }

  /// What a failed test prints.
  package var text: String { row.text() }
}
