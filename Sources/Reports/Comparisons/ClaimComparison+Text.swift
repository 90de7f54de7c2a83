extension ClaimComparison {
  /// How many bins or cells are named before the rest is only counted.
  private static let mostShares = 8

  /// `0.155 -> 0.190`, on one scale.
  var measured: String {
    let texts = NumberText.aligned([base.estimate.mean, head.estimate.mean])
    return standing == .sameBits ? texts[1] : "\(texts[0]) -> \(texts[1])"
  }

  /// How the verdict moved; nil where it did not.
  var verdicts: String? {
    if failsNow { return "passed, now fails" }
    return passesNow ? "failed, now passes" : nil
  }

  var changeFacts: [String] { change?.facts(as: .number) ?? [] }

  /// Those that changed; those that did not are only counted.
  var sliceFacts: [String] {
    let changed = slices.filter { $0.standing != .withinNoise && $0.standing != .sameBits }
    let rest = slices.count - changed.count
    guard rest > 0, !slices.isEmpty else { return changed.map(\.text) }
    return changed.map(\.text) + ["\(NumberText.count(rest)) within noise"]
  }

  var lossFacts: [String] { Self.named(losses) }

  var answerFacts: [String] { Self.named(answers) }

  private static func named(_ changes: [ShareChange]) -> [String] {
    let shown = changes.prefix(mostShares).map(\.text)
    let rest = changes.count - shown.count
    return rest > 0 ? shown + ["and \(NumberText.count(rest)) more"] : shown
  }
}

extension SliceComparison {
  /// `- n=8...15 0.124 -> 0.170 (+0.046 [+0.010, +0.082] paired, p = 0.062)`
  var text: String {
    let texts = NumberText.aligned([base, head])
    let change = change.map { " (\($0.text()))" } ?? ""
    return "\(standing.symbol) \(Escape.line(name)) \(texts[0]) -> \(texts[1])\(change)"
  }
}

extension ComparisonReport {
  /// `4 claims compared: 1 worse, 1 better, 2 same bits`
  package var summary: String {
    let order: [Standing] = [.worse, .better, .withinNoise, .sameBits, .notComparable]
    let counts = order.compactMap { standing -> String? in
      let count = claims.count { $0.standing == standing }
      return count > 0 ? "\(NumberText.count(count)) \(standing.meaning)" : nil
    }
    let failing = claims.count(where: \.failsNow)
    let verdicts = failing > 0 ? counts + ["\(NumberText.count(failing)) now failing"] : counts
    let head = "\(NumberText.plural(claims.count, "claim")) compared"
    return verdicts.isEmpty ? head : "\(head): \(verdicts.joined(separator: ", "))"
  }

  /// What the shares that are named have in common.
  var shareRule: String? {
    guard claims.contains(where: { !$0.losses.isEmpty || !$0.answers.isEmpty }) else { return nil }
    return "losses and answers: shares with |z| >= \(NumberText.short(ShareChange.noise)) in a two-proportion test"
  }

  /// Worst last, so that the end of a terminal shows it; otherwise the order is kept.
  var worstLast: [ClaimComparison] {
    let order: [Standing] = [.sameBits, .withinNoise, .notComparable, .better, .worse]
    func rank(_ claim: ClaimComparison) -> Int { claim.failsNow ? order.count : order.firstIndex(of: claim.standing)! }
    return claims.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }
}

extension Provenance {
  /// `standard · source 871296a0 · swift 6.3 · 2025-03-31`
  func line(_ separator: String) -> String {
    [profile, "source \(sourceHash.prefix(8))", toolchain, date].map(Escape.line).joined(separator: separator)
  }
}
