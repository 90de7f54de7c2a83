import Reports

/// Another program's predictions beside the true answers.
package struct Scoring: Sendable {
  package let examples: Examples
  /// By seed.
  package let answers: [Replicate]
  /// Whether somebody said what the models were trained on: then the column `seen` is there.
  package let isTrainingKnown: Bool

  /// - Parameters:
  ///   - exportSeed: the seed of the examples that all replicates were asked; nil: each was asked those of its own.
  ///   - trainedOn: what every replicate was trained on.
  ///   - threads: how many cores the search for repeated examples may use; the result does not depend on it.
  package init(
    _ predictions: Predictions, of examples: Examples, exportSeed: Int?, trainedOn: [TrainedOn], threads: Int
  ) {
    self.examples = examples
    isTrainingKnown = !trainedOn.isEmpty
    answers = predictions.replicates.map { replicate in
      let root = ExampleExport.root(exportSeed ?? replicate.seed)
      var evaluation = examples.evaluation(of: replicate.values, count: replicate.values.count, seed: root)
      if !trainedOn.isEmpty {
        let keys = examples.keys(0..<replicate.values.count, seed: root)
        let wanted = Set(keys)
        let shown = trainedOn.reduce(into: Set<ExampleKey>()) { shown, training in
          shown.formUnion(training.keys(among: wanted, replicate: replicate.seed, threads: threads))
        }
        evaluation = evaluation.adding(.init("seen", keys.map { shown.contains($0) ? 1 : 0 }))
      }
      return Replicate(seed: replicate.seed, evaluation: evaluation)
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
      against: examples.trivialPredictors, reporting: slices)
    return ScoredClaim(judgement, gate, leakShare: leakShare(gate.claim.slice), rerun: rerun)
  }
}
