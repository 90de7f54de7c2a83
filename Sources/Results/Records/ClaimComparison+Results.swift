import Judging
import Reports

extension ClaimComparison {
  /// - Parameter facts: of the claim's experiment in either run, where they are known.
  init(_ base: ClaimReport, _ head: ClaimReport, facts: (base: ExperimentFacts?, head: ExperimentFacts?)) {
    var notes = Self.notes(base, head)
    let paired = PairedComparison(base: base.scores.seedScores, head: head.scores.seedScores)
    let standing: Standing
    if Self.isSame(base, head, facts) {
      standing = .sameBits
    } else if let difference = Self.difference(base, head, facts) {
      standing = .notComparable
      notes.insert(difference, at: 0)
    } else {
      standing = Self.standing(base.scores, head.scores, paired, head.row.requirement)
      notes += Self.notFinite(base, head)
    }
    let isComparable = standing == .withinNoise || standing == .better || standing == .worse
    if isComparable, !paired.unpairedSeeds.isEmpty {
      notes.append("only one side has \(paired.unpairedSeeds.map { "seed \($0)" }.joined(separator: ", "))")
    }
    self.init(
      name: head.name, metric: head.row.metric, standing: standing,
      base: Side(estimate: base.row.estimate, mark: base.row.mark),
      head: Side(estimate: head.row.estimate, mark: head.row.mark), change: isComparable ? Change(paired) : nil,
      notes: notes, slices: isComparable ? Self.slices(base, head) : [],
      losses: isComparable ? Self.shares(base.losses, head.losses, ShareChange.between) : [],
      answers: isComparable ? Self.shares(base.answers, head.answers, ShareChange.between) : [])
  }

  /// Every run of the experiment ended with the same bits, and the claim with the same scores.
  private static func isSame(
    _ base: ClaimReport, _ head: ClaimReport, _ facts: (base: ExperimentFacts?, head: ExperimentFacts?)
  ) -> Bool {
    guard let before = facts.base, let now = facts.head, !now.fingerprints.isEmpty else { return false }
    return before.fingerprints == now.fingerprints && base.row.metric == head.row.metric
      && base.scores.map(\.seed) == head.scores.map(\.seed)
      && base.scores.map(\.score.bitPattern) == head.scores.map(\.score.bitPattern)
  }

  /// Why nothing can be concluded, if so.
  private static func difference(
    _ base: ClaimReport, _ head: ClaimReport, _ facts: (base: ExperimentFacts?, head: ExperimentFacts?)
  ) -> String? {
    if base.row.metric != head.row.metric { return "the metric was \(base.row.metric)" }
    let before = facts.base?.datasets ?? []
    let now = facts.head?.datasets ?? []
    let changed = now.filter { data in before.contains { $0.name == data.name && $0.fingerprint != data.fingerprint } }
    if !changed.isEmpty { return "other examples: \(changed.map(\.name).joined(separator: ", "))" }
    let names = (Set(before.map(\.name)), Set(now.map(\.name)))
    if names.0 != names.1 {
      return "other splits are asked: \(names.0.symmetricDifference(names.1).sorted().joined(separator: ", "))"
    }
    let seeds = Set(base.scores.map(\.seed))
    return head.scores.contains { seeds.contains($0.seed) } ? nil : "the runs have no seed in common"
  }

  private static func notes(_ base: ClaimReport, _ head: ClaimReport) -> [String] {
    base.row.requirement == head.row.requirement
      ? [] : ["base \(base.row.requirement.text(as: .number)), head \(head.row.requirement.text(as: .number))"]
  }

  private static func notFinite(_ base: ClaimReport, _ head: ClaimReport) -> [String] {
    [("base", base), ("head", head)].flatMap { name, claim in
      claim.scores.filter { !$0.score.isFinite }.map {
        "the score of seed \($0.seed) in \(name) is not a finite number"
      }
    }
  }

  private static func slices(_ base: ClaimReport, _ head: ClaimReport) -> [SliceComparison] {
    head.slices.compactMap { slice in
      guard let before = base.slices.first(where: { $0.name == slice.name }) else { return nil }
      let paired = PairedComparison(base: before.scores.seedScores, head: slice.scores.seedScores)
      return SliceComparison(
        slice.name, standing: standing(before.scores, slice.scores, paired, head.row.requirement),
        base: before.estimate.mean,
        head: slice.estimate.mean, change: Change(paired))
    }
  }

  private static func shares<Chart>(
    _ base: Chart?, _ head: Chart?, _ between: (Chart, Chart) -> [ShareChange]?
  ) -> [ShareChange] {
    guard let base, let head else { return [] }
    return between(base, head) ?? []
  }

  /// Better or worse where the whole interval of the paired mean difference lies on one side: who compares two runs asks of
  /// each claim by itself, and no suite is failed by the answer. A score that stopped being a number is worse. A control has no better or worse.
  private static func standing(
    _ base: [ReplicateScore], _ head: [ReplicateScore], _ paired: PairedComparison,
    _ requirement: Reports.Requirement
  ) -> Standing {
    guard base.allSatisfy(\.score.isFinite) else { return .notComparable }
    guard !requirement.isControl else { return .withinNoise }
    guard head.allSatisfy(\.score.isFinite) else { return .worse }
    guard let trend = paired.trend, requirement.bound.hasDirection else { return .withinNoise }
    return (trend == .grew) == requirement.bound.isUpper ? .worse : .better
  }
}

extension [ReplicateScore] {
  fileprivate var seedScores: [SeedScore] { map { SeedScore(seed: $0.seed, score: $0.score) } }
}
