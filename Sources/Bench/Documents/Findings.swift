import Judging
import Reports
import Results
import Seeds
import Storage
import Training

/// What is at hand to write a document of: the accepted scores, and the runs that are kept here.
package struct Findings: Sendable {
  private let fixtures: String
  private let kept: KeptRuns?

  /// - Parameters:
  ///   - kept: nil for what follows from committed files alone, on any machine.
  ///   - fixtures: the folder that has `baselines`.
  package init(_ kept: KeptRuns?, fixtures: String = PackageFolder.fixtures) {
    self.kept = kept
    self.fixtures = fixtures
  }

  /// What was accepted of an experiment; nil where nothing was.
  package func baseline(of experiment: Experiment) throws -> Baseline? {
    try Baseline.load(experiment.id, in: "\(fixtures)/baselines/\(experiment.profile.rawValue)")
  }

  /// What was accepted of a claim; nil where nothing was.
  package func estimate(of subject: String, in experiment: Experiment) throws -> Estimate? {
    try baseline(of: experiment)?.scores(of: experiment.claim(named: subject).subject)
      .map { Estimate($0.interval) }
  }

  /// A part that needs the finished runs of some experiments: they must be here, and be those that the baselines were
  /// accepted of.
  ///
  /// - Parameters:
  ///   - name: once a document.
  ///   - show: gets the experiments in the same order.
  package func measured(
    _ name: String, of experiments: [Experiment], show: ([TrainedExperiment]) throws -> [DocumentPart]
  ) throws -> DocumentPart {
    var fingerprint = Fingerprint()
    for experiment in experiments {
      guard let baseline = try baseline(of: experiment) else {
        return .measured(MeasuredPart(name, runs: nil, .missing(Self.unrecorded(experiment))))
      }
      baseline.absorbRuns(into: &fingerprint)
    }
    let runs = String(fingerprint.hexadecimal.prefix(16))
    var trained: [TrainedExperiment] = []
    for experiment in experiments {
      guard let found = try recorded(experiment) else {
        return .measured(MeasuredPart(name, runs: runs, .missing(Self.notKept(experiment))))
      }
      trained.append(found)
    }
    return .measured(MeasuredPart(name, runs: runs, .shown(try show(trained))))
  }

  /// The same of one experiment.
  package func measured(
    _ name: String, of experiment: Experiment, show: (TrainedExperiment) throws -> [DocumentPart]
  ) throws -> DocumentPart {
    try measured(name, of: [experiment]) { try show($0[0]) }
  }

  /// The kept runs, if they ended with the bits of the baseline.
  private func recorded(_ experiment: Experiment) throws -> TrainedExperiment? {
    guard let kept, let baseline = try baseline(of: experiment) else { return nil }
    let runs = try kept.runs(of: experiment.plan).found
    let found = runs.map { Baseline.RunFingerprint(seed: $0.replicate, fingerprint: $0.fingerprint) }
    guard found == baseline.runs else { return nil }
    return try TrainedExperiment(
      experiment: experiment, runs: runs, exposures: try kept.exposures(of: experiment.plan), diverged: [])
  }

  private static func unrecorded(_ experiment: Experiment) -> String {
    "`\(experiment.id)` has no baseline yet; to record one: "
      + "`\(Baseline.mend(experiment.id, in: "baselines/\(experiment.profile.rawValue)"))`."
  }

  private static func notKept(_ experiment: Experiment) -> String {
    let profile = experiment.profile == .standard ? "" : " --profile \(experiment.profile.rawValue)"
    return "The runs that the baseline of `\(experiment.id)` was accepted of are not kept here; to train them: "
      + "`swift run genbench run \(experiment.id)\(profile)`."
  }
}

extension Baseline {
  fileprivate func absorbRuns(into fingerprint: inout Fingerprint) {
    fingerprint.absorb(id)
    for run in runs {
      fingerprint.absorb(run.seed)
      fingerprint.absorb(run.fingerprint)
    }
  }
}
