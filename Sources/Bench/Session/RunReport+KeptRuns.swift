import Judging
import Learning
import Reports
import Results
import Storage
import Training

extension RunReport {
  /// Judges what is kept, without training.
  ///
  /// - Throws: `RunsMissing` unless every replicate of every experiment is there.
  package static func ofKeptRuns(_ experiments: [Experiment], _ profile: Profile, in lab: Lab) async throws -> RunReport
  {
    let kept = KeptRuns(lab.settings, sources: .compiled)
    var runs: [[Run]] = []
    var missing: [KeptRuns.Missing] = []
    for experiment in experiments {
      let outcome = try kept.runs(of: experiment.plan)
      runs.append(outcome.found)
      missing += outcome.missing
    }
    guard missing.isEmpty else {
      throw RunsMissing(missing: missing, profile: profile, variation: experiments.compactMap(\.variation).first)
    }
    var judged: [JudgedClaim] = []
    var pictures: [String: [DocumentPicture]] = [:]
    for (experiment, runs) in zip(experiments, runs) {
      let trained = try await lab.watched(experiment, runs)
      judged += trained.judgeAll(baseline: try experiment.acceptedBaseline())
      pictures[experiment.id] = trained.pictures
    }
    return RunReport(
      judged, profile: profile, sources: .compiled, date: CalendarDay.today, pictures: pictures)
  }
}
