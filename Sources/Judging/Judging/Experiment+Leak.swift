import Training

extension Experiment {
  /// What training showed of a claim's examples.
  func leak(_ claim: Claim, _ answers: [Replicate], _ exposures: [Exposure]) -> Leak {
    let slice = claim.slice.dropping("seen")
    let asked = answers.map { $0.evaluation.selecting(slice) }
    let fresh = fresh(claim, answers, exposures)?.map { $0.selecting(slice) }
    return Leak(
      judged: answers.map { $0.evaluation.selecting(claim.slice).seenShare }.mean,
      asked: asked.map(\.seenShare).mean,
      byChance: fresh.map { $0.map(\.seenShare).mean },
      sizes: Self.sizes(asked, fresh, by: split(about: claim).examples.sizeAttribute))
  }

  /// The fresh examples of each replicate, with the column `seen`; nobody answered them.
  private func fresh(_ claim: Claim, _ answers: [Replicate], _ exposures: [Exposure]) -> [Evaluation]? {
    let split = split(about: claim)
    let (place, lineage) = (place(of: split), plan.lineage(of: claim.stage))
    let columns = exposures.compactMap { $0.freshColumn(of: place, over: lineage) }
    guard !columns.isEmpty, columns.count == answers.count else { return nil }
    return zip(answers, columns).map { answer, column in
      split.examples.unanswered(
        count: column.count, seed: ReplicateSeeds(answer.seed).freshQuestions(of: split)
      ).adding(Evaluation.Attribute("seen", column))
    }
  }

  /// All replicates together: of one size a single replicate may ask only a few.
  static func sizes(_ asked: [Evaluation], _ fresh: [Evaluation]?, by attribute: String) -> [Leak.Size] {
    func isSeen(_ evaluations: [Evaluation]) -> [Int32: [Int32]] {
      Dictionary(
        grouping: evaluations.flatMap { zip($0.attribute(attribute).values, $0.attribute("seen").values) }, by: \.0
      ).mapValues { $0.map(\.1) }
    }
    let freshBySize = fresh.map(isSeen)
    return isSeen(asked).sorted { $0.key < $1.key }.map { size, seen in
      Leak.Size(
        name: "\(attribute)=\(size)", asked: share(seen), byChance: freshBySize.map { share($0[size] ?? []) })
    }
  }

  fileprivate static func share(_ seen: [Int32]) -> Double { Double(seen.count { $0 == 1 }) / Double(seen.count) }
}

extension Evaluation {
  /// NaN where nothing was asked.
  var seenShare: Double { Experiment.share(attribute("seen").values) }
}

extension Slice {
  /// The same without its conditions on one attribute.
  fileprivate func dropping(_ attribute: String) -> Slice {
    Slice(name, conditions.filter { $0.attribute != attribute })
  }
}
