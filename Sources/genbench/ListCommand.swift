import Bench
import Judging
import Learning
import Reports
import Storage
import Training

/// `genbench list`
struct ListCommand {
  private let profile: Profile
  private let saysWhy: Bool
  private let saysLengths: Bool
  private let lab: Lab
  private let listener = QuietListener()

  init(_ arguments: Arguments, _ environment: [String: String]) throws {
    try arguments.expectNoMoreValues(than: 0)
    saysWhy = arguments.has(Option.why.name)
    saysLengths = arguments.has("lengths")
    profile = try arguments["profile"].map(Profile.named) ?? Profile.fromEnvironment(environment)
    lab = Lab(try LabSettings(environment: environment), listener: listener)
  }

  func run() async throws -> ExitCode {
    if saysLengths {
      var speeds = Speeds()
      for experiment in Experiment.suite(profile) {
        try StandardStream.output.write(line: StageLengths.line(of: experiment, speeds: &speeds))
      }
      return .success
    }
    var estimator = TimeEstimator(lab.settings, hearing: listener)
    var seconds = 0.0
    var studies: [StudyStanding] = []
    for experiment in Experiment.all(profile) {
      let estimate = try estimator.estimate(experiment)
      if !experiment.isStudy { seconds += estimate.seconds }
      let standing = try StudyStanding(of: experiment, by: experiment.acceptedBaseline())
      if experiment.isStudy { studies.append(standing) }
      try StandardStream.output.write(line: text(experiment, standing, estimate))
    }
    try StandardStream.output.write(line: StudyStanding.sentence(of: studies))
    try StandardStream.output.write(
      line: seconds == 0
        ? "All of the suite is kept: genbench run prints it at once."
        : "All of the suite: about \(Self.rounded(seconds)) on \(cores).")
    try listener.announcer.requireHeard()
    return .success
  }

  private func text(_ experiment: Experiment, _ standing: StudyStanding, _ estimate: TimeEstimate) -> String {
    var lines = [
      "\(experiment.id)  (\(experiment.profile.rawValue)\(experiment.isStudy ? ", a study: not part of swift test" : ""))",
      "  \(experiment.claim)",
      "  \(experiment.replicates) replicates of \(networks(experiment.plan))",
    ]
    for stage in experiment.stages {
      let recipe = stage.recipe
      lines.append("  \(stage.name): \(recipe.examples) examples of \(stage.examples.name), \(recipe.batchSize) a step")
    }
    lines.append("  time: \(text(estimate))")
    if experiment.isStudy { lines.append("  \(standing)") }
    for claim in experiment.claims {
      let kind = claim.isControl ? "must fail" : "claim"
      lines.append(
        "  \(kind): \(claim.subject), \(claim.metric.printedName) \(claim.requirement)   \(experiment.rerunCommand(claim))"
      )
      if saysWhy { lines.append("    \(claim.origin)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func networks(_ plan: TrainingPlan) -> String {
    let counts = Set(plan.stages.map { plan.model(of: $0).layout.count }).sorted()
    return counts.count == 1
      ? "a network of \(counts[0]) parameters"
      : "networks of \(counts.map(String.init).joined(separator: ", ")) parameters"
  }

  private func text(_ estimate: TimeEstimate) -> String {
    let about = "about \(Self.rounded(estimate.seconds)) on \(cores)"
    return switch estimate.basis {
    case .allKept: "none, every replicate is kept"
    case .kept(let count):
      "\(about) for the \(NumberText.plural(estimate.missing, "replicate")) not kept, by the seconds that the "
        + "\(count) kept took"
    case .probe: "\(about), by training each stage for a moment"
    }
  }

  private var cores: String { NumberText.plural(lab.settings.threads, "core") }

  /// To what an estimate is worth: one or two digits of its largest unit.
  private static func rounded(_ seconds: Double) -> String {
    switch seconds {
    case ..<10: "\(max(1, Int(seconds.rounded()))) s"
    case ..<90: "\(Int((seconds / 10).rounded()) * 10) s"
    case ..<5_400: "\(Int((seconds / 60).rounded())) min"
    case ..<(48 * 3_600): "\(Int((seconds / 3_600).rounded())) h"
    default: "\(Int((seconds / 86_400).rounded())) days"
    }
  }
}
