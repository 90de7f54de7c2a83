extension ThresholdRow {
  /// What was measured beside the judged number, in the order a reader asks: how far from before, how sure, how clean,
  /// how hard, where worst.
  var facts: [String] {
    var facts = change?.facts ?? []
    if let leakShare { facts.append("leak \(NumberText.percent(leakShare))") }
    if let repeats { facts.append(repeats.text) }
    if !trivialPredictors.isEmpty {
      let noun = trivialPredictors.count == 1 ? "trivial predictor" : "trivial predictors"
      facts.append("\(noun) \(trivialPredictors.map(\.text).joined(separator: ", "))")
    }
    if let worstSlice {
      facts.append("worst slice \(Escape.line(worstSlice.name)) (\(NumberText.significant(worstSlice.value)))")
    }
    return facts
  }

  /// Each slice with its count of examples; where all have the same, it is said once, at the end.
  var sliceFacts: [String] {
    let counts = slices.map(\.count)
    guard let first = counts.first else { return [] }
    if let shared = first, slices.count > 1, counts.allSatisfy({ $0 == first }) {
      var facts = slices.map(\.text)
      facts[facts.count - 1] += " (\(NumberText.count(shared)) each)"
      return facts
    }
    return slices.map { slice in slice.text + (slice.count.map { " (\(NumberText.count($0)))" } ?? "") }
  }

  var seedsText: String { NumberText.plural(estimate.seeds, "seed") }
}
