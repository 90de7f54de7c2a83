import Instruments
import Judging
import Reports
import Results
import Seeds
import Storage
import Training

/// What is at hand to fill a document with: the accepted scores, and the runs that are kept here.
package struct Findings: Sendable {
  /// All experiments that a document can name.
  let catalog: [Experiment]
  private let fixtures: String
  private let kept: KeptRuns?

  /// - Parameters:
  ///   - kept: nil for what follows from committed files alone, on any machine.
  ///   - fixtures: the folder that has `baselines`.
  package init(
    _ kept: KeptRuns?, fixtures: String = PackageFolder.fixtures,
    catalog: [Experiment] = Experiment.all(.standard) + Experiment.all(.paper)
  ) {
    (self.kept, self.fixtures, self.catalog) = (kept, fixtures, catalog)
  }

  /// What was accepted of an experiment; nil where nothing was.
  func baseline(of experiment: Experiment) throws -> Baseline? {
    try Baseline.load(experiment.id, in: "\(fixtures)/baselines/\(experiment.profile.rawValue)")
  }

  /// Identifies the runs that the baselines were accepted of; nil where one has none.
  func fingerprint(of experiments: [Experiment]) throws -> String? {
    var fingerprint = Fingerprint()
    for experiment in experiments {
      guard let baseline = try baseline(of: experiment) else { return nil }
      baseline.absorbRuns(into: &fingerprint)
    }
    return String(fingerprint.hexadecimal.prefix(16))
  }

  /// The kept runs, if they ended with the bits of the baseline.
  func recorded(_ experiment: Experiment) throws -> TrainedExperiment? {
    guard let kept, let baseline = try baseline(of: experiment) else { return nil }
    let runs = try kept.runs(of: experiment.plan).found
    let found = runs.map(Baseline.RunFingerprint.init)
    guard found == baseline.runs else { return nil }
    var sightings: [Sighting] = []
    if let instrumentation = experiment.instrumentation {
      guard let seen = try kept.sightings(by: instrumentation, of: runs, experiment.plan) else { return nil }
      sightings = seen
    }
    return try TrainedExperiment(
      experiment: experiment, runs: runs, exposures: try kept.exposures(of: experiment.plan), sightings: sightings,
      diverged: [])
  }

  /// In a sentence of Markdown: why its runs cannot be shown, and what mends it.
  func whyMissing(_ experiment: Experiment) throws -> String {
    guard try baseline(of: experiment) != nil else {
      return "`\(experiment.id)` has no baseline yet; to record one: "
        + "`\(Baseline.mend(experiment.id, in: "baselines/\(experiment.profile.rawValue)"))`."
    }
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
