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
    let metrics = Metric.allCases
    let slices = slices.map { slice in
      ScoreTable.Row(
        slice.name, count: answers.reduce(0) { $0 + $1.evaluation.rows(in: slice).count },
        metrics.map { metric in Estimate(across: .ofMean(answers.map { metric.score($0.evaluation, slice) })) })
    }
    let trivial = examples.trivialPredictors.map { predictor in
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
    let selected = answers.map { $0.evaluation.selecting(slice) }
    let losses = Histogram(
      edges: .decades(-6...3, at: .one), values: selected.flatMap { Metric.squaredError.terms($0, .everything) })
    let truths = selected.flatMap(\.truths).map { Int($0) }
    guard let smallest = truths.min(), let largest = truths.max() else { return "" }
    var answered = HeatMap(trueValues: smallest...largest, predictions: .whole(0...max(largest, 15)))
    for evaluation in selected {
      for (truth, prediction) in zip(evaluation.truths, evaluation.predictions) {
        answered.add(true: Int(truth), prediction: Double(prediction))
      }
    }
    return "\n\(slice.name): squared error by example\n\(losses.text(style: style))"
      + "\n\(slice.name): predicted by true answer\n\(answered.text(style: style))"
  }
}
