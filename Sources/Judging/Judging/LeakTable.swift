import Seeds
import Training

/// How much of every asked split each training split has shown, up to symmetry, by size: a row for every pair.
package struct LeakTable: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    /// The stage's split, with the stage's name where one before it has learned from the same; and what was asked.
    package let learned: String
    package let asked: String
    /// Over all sizes, then by size, ascending.
    package let shares: [Leak.Size]
  }

  package let rows: [Row]

  /// - Parameters:
  ///   - replicates: their numbers.
  ///   - exposures: of each of them.
  package init(_ experiment: Experiment, replicates: [Int], _ exposures: [Exposure]) {
    precondition(replicates.count == exposures.count, "Every replicate has an exposure.")
    rows = experiment.stages.indices.flatMap { stage in
      experiment.asked.indices.map { place in
        Row(experiment, stage: stage, place: place, Array(zip(replicates, exposures)))
      }
    }
  }
}

extension LeakTable.Row {
  fileprivate init(_ experiment: Experiment, stage: Int, place: Int, _ replicates: [(Int, Exposure)]) {
    let asked = experiment.asked[place]
    let own = replicates.map { replicate, exposure in
      asked.unanswered(ReplicateSeeds(replicate).questions(of: asked), seen: exposure.column(of: place, over: [stage]))
    }
    let fresh = replicates.compactMap { replicate, exposure in
      exposure.freshColumn(of: place, over: [stage]).map {
        asked.unanswered(ReplicateSeeds(replicate).freshQuestions(of: asked), seen: $0)
      }
    }
    let isFresh = fresh.count == own.count
    let split = experiment.stages[stage].examples.name
    let isFirst = !experiment.stages[..<stage].contains { $0.examples.name == split }
    learned = isFirst ? split : "\(split) (\(experiment.stages[stage].name))"
    self.asked = asked.examples.name
    let all = Leak.Size(
      name: "all", asked: own.map(\.seenShare).mean, byChance: isFresh ? fresh.map(\.seenShare).mean : nil)
    shares = [all] + Experiment.sizes(own, isFresh ? fresh : nil, by: asked.examples.sizeAttribute)
  }
}

extension AskedSplit {
  fileprivate func unanswered(_ seed: Seed, seen: [Int32]) -> Evaluation {
    examples.unanswered(count: seen.count, seed: seed).adding(Evaluation.Attribute("seen", seen))
  }
}

extension Lab {
  /// Without training: what training would show.
  package func leaks(of experiment: Experiment) async throws -> LeakTable {
    var exposures: [Exposure] = []
    for replicate in 0..<experiment.replicates {
      exposures.append(try await exposure(of: experiment.plan, replicate: replicate))
    }
    return LeakTable(experiment, replicates: Array(0..<experiment.replicates), exposures)
  }
}
