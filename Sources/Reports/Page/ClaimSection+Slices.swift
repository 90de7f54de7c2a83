extension ClaimSection {
  /// Parts of the split, reported and not judged: they show what a mean hides.
  var slices: Node {
    let slices =
      claim.slices.isEmpty
      ? row.slices.map { Line(name: $0.name, count: $0.count, mean: $0.value, interval: nil, scores: []) }
      : claim.slices.map { slice in
        Line(
          name: slice.name, count: slice.count, mean: slice.estimate.mean, interval: slice.estimate.interval,
          scores: slice.scores.map(\.score))
      }
    guard !slices.isEmpty else { return .nothing }
    let bound = row.requirement.bound
    let values = slices.flatMap { [$0.mean] + $0.scores }
    let axis = Axis(.linear, covering: values + [0, bound.value])
    let worst = worstSlice?.name
    let rows = slices.map { slice in
      var strip = Strip(axis)
      strip.bar(slice.mean, class: slice.name == worst ? "bar worst" : "bar")
      strip.rule(bound.value, class: "bound")
      for score in slice.scores { strip.dot(score, radius: 2, class: "score over") }
      let name: Node =
        slice.name == worst ? ["\(slice.name) ", .tag("span", class: "tag", "worst")] : .text(slice.name)
      return Node.row(
        class: slice.name == worst ? "worst" : nil,
        [
          .rowHead(name), .number(slice.count.map(NumberText.count) ?? ""), .cell(slice.text, class: "number"),
          .cell(strip.node, class: "drawn"),
        ])
    }
    let hasScores = slices.contains { $0.scores.count > 1 }
    let caption =
      "\(row.metric) in parts of the split, reported and not judged. \(hasScores ? "Small dots: the seeds. " : "")"
      + "Dotted: the claim's threshold."
    return panel(
      "Slices", isWide: true,
      .table(
        class: "data slices", caption: .text(caption),
        head: [
          .columnHead("Slice"), .columnHead("Examples", class: "number"), .columnHead("Mean", class: "number"),
          .columnHead(.heard("Drawn")),
        ], rows: rows))
  }

  /// The one the row names; else the slice that is furthest on the wrong side.
  var worstSlice: Score? {
    if let worst = row.worstSlice { return worst }
    let scores =
      claim.slices.isEmpty
      ? row.slices : claim.slices.map { Score($0.name, $0.estimate.mean, count: $0.count) }
    guard scores.count > 1 else { return nil }
    let isUpper = row.requirement.bound.isUpper
    return scores.first { $0.value.isNaN } ?? scores.max { isUpper ? $0.value < $1.value : $0.value > $1.value }
  }

  private struct Line {
    var name: String
    var count: Int?
    var mean: Double
    var interval: Interval?
    var scores: [Double]

    var text: Node {
      guard let interval else { return .tag("b", .text(NumberText.significant(mean))) }
      let texts = NumberText.aligned([mean, interval.lower, interval.upper])
      return [.tag("b", .text(texts[0])), .tag("span", class: "interval", " [\(texts[1]), \(texts[2])]")]
    }
  }
}
