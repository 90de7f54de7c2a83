import Judging
import Reports
import Seeds
import Training

/// Another program's predictions beside the true answers.
package struct Scoring: Sendable {
  package let examples: Examples
  /// By replicate.
  package private(set) var answers: [Replicate]
  /// Whether somebody said what the models were trained on: then the column `seen` is there.
  package let isTrainingKnown: Bool

  /// - Parameters:
  ///   - exportSeed: the seed of the examples that all replicates were asked; nil: each was asked those of its own.
  ///   - askedBy: whose questions they are: then seeds are its replicates. Nil for an export's.
  ///   - trainedOn: what every replicate was trained on.
  ///   - threads: how many cores the search for repeated examples may use; the result does not depend on it.
  ///
  /// - Throws: where a replicate has not an answer for each question of an example.
  package init(
    _ predictions: Predictions, of examples: Examples, exportSeed: Int?, askedBy: AskedSplit? = nil,
    trainedOn: [TrainedOn], threads: Int
  ) throws(AnswersMissing) {
    self.examples = examples
    isTrainingKnown = !trainedOn.isEmpty
    var evaluations: [Evaluation] = []
    for replicate in predictions.replicates {
      let root = Self.root(exportSeed ?? replicate.seed, askedBy)
      try replicate.expectAnswers(to: examples, predictions.indices, root)
      evaluations.append(
        examples.evaluation(of: replicate.answers, from: predictions.indices.lowerBound, seed: root))
    }
    answers = zip(predictions.replicates, evaluations).map { Replicate(seed: $0.seed, evaluation: $1) }
    guard isTrainingKnown else { return }
    let seen = Self.seen(
      predictions, of: examples, exportSeed: exportSeed, askedBy: askedBy, trainedOn: trainedOn, threads: threads)
    answers = zip(answers, seen).map { answer, seen in
      // An example of several questions was shown or not with all of them.
      let rows = answer.evaluation.exampleIndices(from: predictions.indices.lowerBound)
      let column = rows.map { seen[$0 - predictions.indices.lowerBound] }
      return Replicate(seed: answer.seed, evaluation: answer.evaluation.adding(.init("seen", column)))
    }
  }

  /// Where the examples of this number are drawn from.
  private static func root(_ seed: Int, _ askedBy: AskedSplit?) -> Seed {
    askedBy.map { ReplicateSeeds(seed).questions(of: $0) } ?? ExampleExport.root(seed)
  }

  /// By replicate and example: 1 where training had shown it, up to symmetry. What all replicates share is drawn once.
  private static func seen(
    _ predictions: Predictions, of examples: Examples, exportSeed: Int?, askedBy: AskedSplit?, trainedOn: [TrainedOn],
    threads: Int
  ) -> [[Int32]] {
    func asked(_ seed: Int) -> [ExampleKey] { examples.keys(predictions.indices, seed: root(seed, askedBy)) }
    let seeds = predictions.replicates.map(\.seed)
    let keys = exportSeed.map { [asked($0)] } ?? seeds.map(asked)
    let wanted = Set(keys.joined())
    func shown(_ trainings: [TrainedOn], replicate: Int) -> Set<ExampleKey> {
      trainings.reduce(into: []) { shown, training in
        shown.formUnion(training.keys(among: wanted, replicate: replicate, threads: threads))
      }
    }
    let shared = shown(trainedOn.filter { $0.seed != nil }, replicate: 0)
    return seeds.enumerated().map { place, seed in
      let own = shown(trainedOn.filter { $0.seed == nil }, replicate: seed)
      return keys[exportSeed == nil ? place : 0].map { shared.contains($0) || own.contains($0) ? 1 : 0 }
    }
  }

  /// What slices of a split can be cut by, once `seen` is known or not.
  package static func attributes(of examples: Examples, isTrainingKnown: Bool) -> [String] {
    let names = examples.unanswered(count: 0, seed: ExampleExport.root(0)).attributes.map(\.name)
    return isTrainingKnown ? names + ["seen"] : names
  }

  /// The family's slices, as far as their columns are known and examples are there.
  package var slices: [Slice] {
    let known = Self.attributes(of: examples, isTrainingKnown: isTrainingKnown)
    return examples.reportedSlices.filter { slice in
      slice.conditions.allSatisfy { known.contains($0.attribute) }
        && answers.contains { !$0.evaluation.rows(in: slice).isEmpty }
    }
  }

  /// Of a slice's examples, the share that training had shown, up to symmetry; nil where nobody said.
  func leakShare(_ slice: Slice) -> Double? {
    guard isTrainingKnown else { return nil }
    return answers.map { answer in
      let seen = answer.evaluation.selecting(slice).attribute("seen").values
      return seen.isEmpty ? .nan : Double(seen.count { $0 == 1 }) / Double(seen.count)
    }.mean
  }

  /// Held against a gate by the same rules as the suite's own claims.
  package func judge(_ gate: ScoreGate, rerun: String) -> ScoredClaim {
    let judgement = Judgement(
      of: gate.claim, replicates: gate.replicates ?? answers.count, answers: answers,
      against: examples.trivialPredictors(for: gate.claim.metric), reporting: slices)
    return ScoredClaim(judgement, gate, leakShare: leakShare(gate.claim.slice), rerun: rerun)
  }
}
