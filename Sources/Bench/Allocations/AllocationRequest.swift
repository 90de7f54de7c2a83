import Instruments
import Judging
import Results
import Storage
import Training

/// A loss to be shared out that somebody asked for: of any experiment, over any of its stages, on any splits of its family.
package struct AllocationRequest: Sendable, Hashable {
  package let experiment: Experiment
  package let watch: StageWatch

  /// - Parameters:
  ///   - stage: nil for the last.
  ///   - splits: whose losses are allocated too, of examples that nobody learned from; the first set is always what the
  ///     stage learned from.
  ///   - count: examples a set.
  ///   - chord: 1 to follow each step; more along straight lines over so many.
  /// - Throws: `UnknownName` for a stage or a split, `SettingProblem` for a split of another family, one that the network
  ///   cannot read, or one named twice.
  package init(
    _ experiment: Experiment, stage: String?, splits: [String], count: Int, chord: Int
  ) throws {
    let names = experiment.stages.map(\.name)
    let stage = stage ?? names[names.count - 1]
    guard names.contains(stage) else {
      throw UnknownName(kind: "stage of \(experiment.id)", asked: stage, known: names)
    }
    let learned = experiment.plan.stage(named: stage).examples
    let base = (learned.task as? RepeatedExamples).map { $0.examples } ?? learned
    let most = (learned.task as? RepeatedExamples)?.count ?? .max
    var sets = [WatchedSet("learned from", base, count: min(count, most), origin: .learnedFrom)]
    for name in splits {
      let examples = try base.reading(try Splits.suite.named(name))
      guard !sets.contains(where: { $0.name == name }) else {
        throw SettingProblem(name: "--set", value: name, mend: "Name each split once.")
      }
      sets.append(WatchedSet(name, examples, count: count))
    }
    self.experiment = experiment
    watch = StageWatch(
      stage, sets, AllocationPlan(sets.indices.map { AllocationObserver(.set($0), .integrated) }, chord: chord))
  }
}

extension Examples {
  /// Another split of the family, read as this one is.
  fileprivate func reading(_ other: Examples) throws(SettingProblem) -> Examples {
    guard let task = task as? any ExchangedExamples, let read = task.read(other) else {
      throw SettingProblem(
        name: "--set", value: other.name,
        mend: "Name a split of \(family) that is read as \(name) is, which this stage learns from.")
    }
    return read
  }
}

extension ExchangedExamples {
  fileprivate func read(_ other: Examples) -> Examples? {
    (other.task as? Self).flatMap(reading).map { Examples($0) }
  }
}
