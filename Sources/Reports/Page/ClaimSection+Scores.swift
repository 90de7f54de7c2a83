extension ClaimSection {
  /// Where training and test are drawn alike, beside where they differ: the gap is what generalization costs.
  var sides: Node {
    guard !claim.sides.isEmpty else { return .nothing }
    let rows = claim.sides.map { side in
      ForestPlot.Row(
        name: .text(side.name), value: side.estimate.mean, interval: side.estimate.interval, look: .measured,
        text: side.estimate.cell)
    }
    let plot = ForestPlot(caption: .text("\(row.metric), mean with confidence interval"), rows: rows, requirement: nil)
    return panel("In distribution and shifted", isWide: true, [plot.node, gap])
  }

  private var gap: Node {
    guard claim.sides.count == 2 else { return .nothing }
    let (near, far) = (claim.sides[0].estimate.mean, claim.sides[1].estimate.mean)
    let ends = claim.gap?.interval.map { [$0.lower, $0.upper] } ?? []
    let texts = NumberText.aligned([claim.gap?.mean ?? far - near] + ends, signed: true)
    let interval = ends.isEmpty ? "" : " [\(texts[1]), \(texts[2])] paired by seed"
    // How many times as large an error is, says something; of two accuracies near one it does not.
    let isTold = row.requirement.bound.isUpper && near > 0 && far.isFinite
    let ratio = isTold ? ", \(NumberText.significant(far / near)) times as much" : ""
    return .tag("p", class: "gap", ["Gap ", .tag("strong", .text(texts[0])), .text(interval + ratio)])
  }

  /// Each replicate beside itself in the baseline.
  var seeds: Node {
    guard !claim.scores.isEmpty || !claim.baselineScores.isEmpty else { return .nothing }
    let numbers = Set((claim.scores + claim.baselineScores).map(\.seed)).sorted()
    let pairs = numbers.map { seed in
      (
        seed: seed, before: claim.baselineScores.first { $0.seed == seed }?.score,
        now: claim.scores.first { $0.seed == seed }?.score
      )
    }
    let all = (claim.scores + claim.baselineScores).map(\.score)
    let bound = row.requirement.bound
    let axis = Axis(.linear, covering: all + bound.thresholds.dropFirst(), around: bound.value)
    let texts = { (value: Double?) in value.map { NumberText.significant($0) } ?? "none" }
    let isPaired = !claim.baselineScores.isEmpty
    let rows = pairs.map { pair in
      var strip = Strip(axis, height: 22)
      for threshold in bound.thresholds { strip.rule(threshold, class: "bound") }
      if let before = pair.before, let now = pair.now {
        strip.span(Interval(before, now), class: "moved")
      }
      if let before = pair.before { strip.diamond(before, class: "mean accepted") }
      if let now = pair.now { strip.dot(now, class: "mean measured") }
      let difference = pair.before.flatMap { before in pair.now.map { $0 - before } }
      let paired = [
        Node.number(texts(pair.before)), .number(texts(pair.now)),
        .number(difference.map { NumberText.aligned([$0], signed: true)[0] } ?? "none"),
      ]
      return Node.row(
        [.rowHead("\(pair.seed)", class: "number")] + (isPaired ? paired : [.number(texts(pair.now))])
          + [.cell(strip.node, class: "drawn")])
    }
    let names = isPaired ? ["Baseline", "This run", "Difference"] : ["Score"]
    let caption = isPaired ? "Diamond: baseline. Dot: this run. Dotted: the threshold." : "Dotted: the threshold."
    return panel(
      "Seeds",
      .table(
        class: "data seeds", caption: .text(caption),
        head: [.columnHead("Seed", class: "number")] + names.map { .columnHead(.text($0), class: "number") }
          + [.columnHead(.heard("Drawn"))],
        rows: rows))
  }
}
