extension ThresholdRow {
  /// What was measured beside the judged number, in the order a reader asks: how far from before, how sure, how clean,
  /// how hard, where worst.
  var facts: [String] {
    var facts = change?.facts(as: scale) ?? []
    if let leakShare { facts.append("leak \(NumberText.percent(leakShare))") }
    if let repeats { facts.append(repeats.text) }
    if !trivialPredictors.isEmpty {
      let noun = trivialPredictors.count == 1 ? "trivial predictor" : "trivial predictors"
      facts.append("\(noun) \(trivialPredictors.map { $0.text(as: scale) }.joined(separator: ", "))")
    }
    if let worstSlice { facts.append("worst slice \(worstSlice.text(as: scale))") }
    return facts
  }

  /// Each slice with its count of examples; where all have the same, it is said once, at the end.
  var sliceFacts: [String] {
    let counts = slices.map(\.count)
    guard let first = counts.first else { return [] }
    if let shared = first, slices.count > 1, counts.allSatisfy({ $0 == first }) {
      var facts = slices.map { $0.text(as: scale) }
      facts[facts.count - 1] += " (\(NumberText.count(shared)) each)"
      return facts
    }
    return slices.map { slice in slice.text(as: scale) + (slice.count.map { " (\(NumberText.count($0)))" } ?? "") }
  }

  var companionFacts: [String] { companions.map { $0.text(as: scale) } }

  var seedsText: String { NumberText.plural(estimate.seeds, "seed") }

  /// The trivial predictor that is hardest to beat; a control has none that matters, nor has what should lie between two
  /// numbers.
  var hardestTrivial: Double? {
    guard !requirement.isControl, requirement.bound.hasDirection else { return nil }
    let scores = trivialPredictors.map(\.value).filter(\.isFinite)
    return requirement.bound.isUpper ? scores.min() : scores.max()
  }

  /// How far the near end of its interval is from its threshold, for its size: which of several claims stands or falls
  /// first. What is no number is nearest of all.
  package var margin: Double {
    let ends = estimate.interval.map { [$0.lower, $0.upper] } ?? [estimate.mean]
    let distances = ends.flatMap { end in
      requirement.bound.thresholds.map { (end - $0).magnitude / ($0 == 0 ? 1 : $0.magnitude) }
    }
    return distances.contains(where: \.isNaN) ? 0 : distances.min() ?? 0
  }
}
