import Reports

extension Scoring {
  /// What a person reads: every metric on every slice, the trivial predictors beside them, and how the examples of one
  /// slice were answered.
  package func text(drawing slice: Slice, style: Style) -> String {
    let count = answers[0].evaluation.count
    var heading =
      "\(examples.name): \(NumberText.plural(count, "example")), \(NumberText.plural(answers.count, "replicate"))"
    if let share = leakShare(slice) {
      heading += ", \(NumberText.percent(share)) of the slice \(slice.name) seen in training"
    }
    return heading + "\n\n" + table.text(style: style) + drawings(slice, style)
  }

  private var table: ScoreTable {
    let metrics = examples.metrics
    let slices = slices.map { slice in
      ScoreTable.Row(
        slice.name, count: answers.reduce(0) { $0 + $1.evaluation.rows(in: slice).count },
        metrics.map { metric in Estimate(across: .ofMean(answers.map { metric.score($0.evaluation, slice) })) })
    }
    let trivial = examples.trivialPredictors(for: .squaredError).map { predictor in
      ScoreTable.Row(
        "trivial: \(predictor.label)", count: nil,
        metrics.map { metric in
          let scores = answers.map { predictor.score(on: $0.evaluation, metric: metric, slice: .everything) }
          return Estimate(mean: scores.mean, interval: nil, seeds: 1)
        })
    }
    return ScoreTable(metrics: metrics.map(\.printedName), rows: slices + trivial)
  }

  private func drawings(_ slice: Slice, _ style: Style) -> String {
    guard examples.metrics.contains(.squaredError), let answered = answers.answerMap(on: slice) else { return "" }
    return "\n\(slice.name): squared error by example\n\(answers.losses(on: slice).text(style: style))"
      + "\n\(slice.name): predicted by true answer\n\(answered.text(style: style))"
  }
}
