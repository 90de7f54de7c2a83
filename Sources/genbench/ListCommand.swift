import Bench
import Learning
import Reports

/// `genbench list`
struct ListCommand {
  private let profile: Profile

  init(_ arguments: Arguments, _ environment: [String: String]) throws {
    try arguments.expectNoMoreValues(than: 0)
    profile = try arguments["profile"].map(Profile.named) ?? Profile.fromEnvironment(environment)
  }

  func run() throws -> ExitCode {
    for experiment in Experiment.all(profile) {
      print(Self.text(experiment))
    }
    return .success
  }

  private static func text(_ experiment: Experiment) -> String {
    var lines = [
      "\(experiment.id)  (\(experiment.profile.rawValue))",
      "  \(experiment.claim)",
      "  \(experiment.replicates) replicates of a network of \(experiment.model.layout.count) parameters",
    ]
    for stage in experiment.stages {
      let recipe = stage.recipe
      lines.append("  \(stage.name): \(recipe.examples) examples of \(stage.examples.name), \(recipe.batchSize) a step")
    }
    for claim in experiment.claims {
      let kind = claim.isControl ? "must fail" : "claim"
      lines.append(
        "  \(kind): \(claim.subject), \(claim.metric.printedName) \(claim.requirement)   \(claim.rerunCommand)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
