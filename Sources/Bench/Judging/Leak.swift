/// How much of what was asked training had shown, up to symmetry: mean shares over replicates.
package struct Leak: Hashable, Sendable {
  /// Of the examples that are judged; NaN where there are none.
  package let judged: Double
  /// Of those that were asked, before a slice leaves out the seen ones.
  package let asked: Double
  /// Of as many drawn afresh: what chance alone repeats. Nil where it was not measured.
  package let byChance: Double?

  /// Which of the claim's limits are exceeded.
  func excesses(over limit: LeakLimit) -> [FailureReason] {
    var reasons: [FailureReason] = []
    if judged > limit.judged { reasons.append(.leaked(share: judged, limit: limit.judged)) }
    if let byChance, asked > byChance + limit.aboveChance {
      reasons.append(.repeatedTraining(share: asked, byChance: byChance, limit: limit.aboveChance))
    }
    return reasons
  }
}

extension Experiment {
  /// What training showed of a claim's examples.
  func leak(_ claim: Claim, _ answers: [Replicate], _ exposures: [Exposure]) -> Leak {
    let asked = claim.slice.dropping("seen")
    return Leak(
      judged: answers.map { Self.seenShare($0.evaluation.selecting(claim.slice)) }.mean,
      asked: answers.map { Self.seenShare($0.evaluation.selecting(asked)) }.mean,
      byChance: fresh(claim, answers, exposures).map { fresh in
        fresh.map { Self.seenShare($0.selecting(asked)) }.mean
      })
  }

  /// The fresh examples of each replicate, with the column `seen`; nobody answered them.
  private func fresh(_ claim: Claim, _ answers: [Replicate], _ exposures: [Exposure]) -> [Evaluation]? {
    let question = question(about: claim)
    let (place, stage) = (questions.firstIndex(of: question)!, stages.firstIndex { $0.name == claim.stage }!)
    let columns = exposures.compactMap { $0.freshColumn(of: place, upTo: stage) }
    guard !columns.isEmpty, columns.count == answers.count else { return nil }
    return zip(answers, columns).map { answer, column in
      question.examples.evaluation(
        of: Array(repeating: 0, count: column.count), seed: ReplicateSeeds(answer.seed).freshQuestion(question)
      ).adding(Evaluation.Attribute("seen", column))
    }
  }

  private static func seenShare(_ evaluation: Evaluation) -> Double {
    let seen = evaluation.attribute("seen").values
    return Double(seen.count { $0 == 1 }) / Double(seen.count)
  }
}

extension Slice {
  /// The same without its conditions on one attribute.
  fileprivate func dropping(_ attribute: String) -> Slice {
    Slice(name, conditions.filter { $0.attribute != attribute })
  }
}
