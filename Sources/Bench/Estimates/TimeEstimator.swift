import Judging
import Storage
import Training

/// Says how long experiments would take: by kept replicates, else by what was measured here before; where there is neither,
/// each stage is trained for a moment.
package struct TimeEstimator {
  private let settings: LabSettings
  private let listener: any LabListener
  private let estimates: KeptEstimates
  private var speeds = Speeds()
  private var isKeeping = true

  package init(_ settings: LabSettings, hearing listener: any LabListener) {
    (self.settings, self.listener) = (settings, listener)
    estimates = KeptEstimates(settings)
  }

  package mutating func estimate(_ experiment: Experiment) throws -> TimeEstimate {
    let kept = settings.isFresh ? [] : try KeptRuns(settings, sources: .compiled).runs(of: experiment.plan).found
    let missing = experiment.replicates - kept.count
    func estimate(_ basis: TimeEstimate.Basis, _ coreSeconds: Double) -> TimeEstimate {
      TimeEstimate(basis: basis, missing: missing, coreSeconds: coreSeconds, cores: settings.threads, of: experiment)
    }
    if missing == 0 { return estimate(.allKept, 0) }
    if !kept.isEmpty { return estimate(.kept(kept.count), kept.map { $0.stages.reduce(0) { $0 + $1.seconds } }.mean) }
    return estimate(.probe, recalled(experiment) ?? measured(experiment))
  }

  private func recalled(_ experiment: Experiment) -> Double? {
    guard !settings.isFresh else { return nil }
    do {
      return try estimates.coreSeconds(of: experiment)
    } catch {
      listener.heard(
        "\(estimates.path(of: experiment)) cannot be used. Measuring how long \(experiment.id) takes again.")
      return nil
    }
  }

  private mutating func measured(_ experiment: Experiment) -> Double {
    let seconds = SpeedProbe(experiment, speeds: &speeds).coreSeconds
    guard isKeeping else { return seconds }
    do throws(FileProblem) {
      try estimates.keep(seconds, of: experiment)
    } catch {
      // An estimate is worth no failure, and a list says it once.
      listener.heard("\(error). How long experiments take is not kept.")
      isKeeping = false
    }
    return seconds
  }
}
