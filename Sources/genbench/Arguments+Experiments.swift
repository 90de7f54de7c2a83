import Bench
import Judging

extension Arguments {
  /// The experiments that are named, or the suite's, with the numbers that are set.
  func experiments(_ profile: Profile) throws -> [Experiment] {
    let settings = all(Option.set.name)
    guard settings.isEmpty || !values.isEmpty else {
      throw UsageProblem("--set changes a number of an experiment: name the experiment.")
    }
    let named = try distinctValues.map { try Experiment.named($0, profile) }
    let variation = Variation(
      replicates: try integer(Option.replicates.name, in: Variation.counts), settings: settings)
    return try (named.isEmpty ? Experiment.suite(profile) : named).map { try $0.varied(by: variation) }
  }
}
