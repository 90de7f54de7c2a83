import Judging
import Reports
import Training

/// How far all runs of a process are, put together from what each of them tells.
package struct TrainingProgress: Sendable {
  private struct Replicate {
    var latest: LabProgress
    /// Of its stage, the last ones.
    var losses: [Double]
  }

  private struct Runs {
    var replicates: [Int: Replicate] = [:]
    /// When the first word came, and how many steps were done then.
    var start: (seconds: Double, steps: Int)?
    var heardLast = 0

    var done: Int { replicates.values.reduce(0) { $0 + $1.latest.step } }
  }

  /// By experiment.
  private var runs: [String: Runs] = [:]
  private var latest = ""
  /// How many replicates there will be, where it is not all of them.
  private let replicates: Int?

  package init(replicates: Int? = nil) { self.replicates = replicates }

  package var hasBegun: Bool { !runs.isEmpty }

  package mutating func hear(_ progress: LabProgress, at seconds: Double) {
    latest = progress.experiment
    var runs = self.runs[latest] ?? Runs()
    let known = runs.replicates[progress.replicate]
    let before = known.flatMap { $0.latest.stage == progress.stage ? $0.losses : nil } ?? []
    runs.replicates[progress.replicate] = Replicate(
      latest: progress, losses: before.suffix(Self.window - 1) + [Double(progress.loss)])
    runs.heardLast = progress.replicate
    runs.start = runs.start ?? (seconds, runs.done)
    self.runs[latest] = runs
  }

  /// How many losses the printed one is the median of: words come about four times a second, so of four seconds.
  private static let window = 15
  /// A stage begins with losses as high as chance has them, one word a step: fewer say nothing yet.
  private static let fewest = 8

  /// Of the experiment that was heard last; nil where none was.
  package func line(at seconds: Double) -> ProgressLine? {
    guard let runs = runs[latest], let start = runs.start, let heard = runs.replicates[runs.heardLast] else {
      return nil
    }
    let progress = heard.latest
    let total = max(1, (replicates ?? progress.replicates) * progress.steps)
    let speed = Double(runs.done - start.steps) / max(seconds - start.seconds, 1e-9)
    return ProgressLine(
      name: latest, place: "replicate \(progress.replicate) in \(progress.stage)", step: runs.done, total: total,
      loss: heard.losses.count < Self.fewest ? nil : heard.losses.sorted()[heard.losses.count / 2],
      examplesPerSecond: nil, secondsLeft: speed > 0 ? Double(max(0, total - runs.done)) / speed : nil)
  }

  /// How many experiments have runs that are not at their end.
  package var unfinished: Int {
    runs.values.count { $0.replicates.values.contains { $0.latest.step < $0.latest.steps } }
  }
}
