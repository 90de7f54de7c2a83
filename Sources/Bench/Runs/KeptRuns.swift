import Instruments
import Judging
import Learning
import Reports
import Storage
import Training

/// The finished runs that a store has. Nothing is trained.
package struct KeptRuns: Sendable {
  private let stores: LabStores
  private let cores: Cores
  private let sources: SourceRevision

  package init(_ settings: LabSettings, sources: SourceRevision) {
    stores = LabStores(settings)
    cores = Cores(settings.threads)
    self.sources = sources
  }

  /// A replicate that is not there to be reported, and why.
  package struct Missing: Hashable, Sendable, CustomStringConvertible {
    package let experiment: String
    package let replicate: Int
    package let why: String

    package var description: String { "\(experiment), replicate \(replicate): \(why)" }
  }

  /// The experiment's runs, ascending; those that are not there by name.
  package func runs(of plan: TrainingPlan) throws(FileProblem) -> (found: [Run], missing: [Missing]) {
    var found: [Run] = []
    var missing: [Missing] = []
    for replicate in 0..<plan.replicates {
      func lacks(_ why: String) {
        missing.append(Missing(experiment: plan.id, replicate: replicate, why: why))
      }
      do {
        if let run = try run(of: plan, replicate: replicate) {
          found.append(run)
        } else {
          lacks("no finished run is kept")
        }
      } catch let problem as FileProblem {
        throw problem
      } catch {
        lacks("\(error)")
      }
    }
    return (found, missing)
  }

  /// One finished replicate; nil where none is kept.
  func run(of plan: TrainingPlan, replicate: Int) throws -> Run? {
    try stores.run(of: plan, RunIdentity(plan, replicate: replicate, sources: sources))
  }

  /// What each replicate has seen of what it is asked; measured where it is not kept.
  func exposures(of plan: TrainingPlan) throws -> [Exposure] {
    try (0..<plan.replicates).map { replicate in
      try stores.exposure(
        of: plan, replicate: replicate, RunIdentity(plan, replicate: replicate, sources: sources), cores: cores,
        hearing: QuietListener())
    }
  }
}

extension KeptRuns {
  /// What an instrument saw of these runs; nil where some of it is not kept.
  func sightings(
    by instrumentation: Instrumentation, of runs: [Run], _ plan: TrainingPlan
  ) throws -> [Sighting]? {
    try stores.sightings(by: instrumentation, of: runs, plan)
  }
}

/// Nothing is reported where runs are missing: a report that leaves claims out looks better than it is.
package struct RunsMissing: Error, Hashable, CustomStringConvertible {
  package let missing: [KeptRuns.Missing]
  package let profile: Profile
  var variation: Variation?

  package var description: String {
    var experiments: [String] = []
    for run in missing where experiments.last != run.experiment { experiments.append(run.experiment) }
    let mend =
      "swift run genbench run \(experiments.joined(separator: " ")) --profile \(profile.rawValue)"
      + (variation.map { " \($0)" } ?? "")
    let lines = missing.map { "\n  \($0)" }.joined()
    return
      "\(NumberText.plural(missing.count, "run")) to report \(missing.count == 1 ? "is" : "are") not there:\(lines)\n"
      + "To mend it: \(mend)"
  }
}
