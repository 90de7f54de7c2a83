import Judging
import Reports
import Training

extension Scoring {
  /// What a person reads: every metric on every slice, the trivial predictors beside them, and how the examples of one
  /// slice were answered.
  package func text(drawing slice: Slice, style: Style) -> String {
    heading(slice) + "\n\n" + table.text(style: style) + drawings(slice, style)
  }

  /// The same without the drawings, as Markdown, and the verdict if there is one.
  package func markdown(about slice: Slice, _ claim: ScoredClaim?) -> String {
    let verdict = claim.map { "\n" + ThresholdTable(rows: [$0.row]).markdown(title: "Verdict") } ?? ""
    return "\(Escape.markdown(heading(slice)))\n\n\(table.markdown)\(verdict)"
  }

  private func heading(_ slice: Slice) -> String {
    let evaluation = answers[0].evaluation
    let count = NumberText.plural(evaluation.count, examples.answerForm == .numbers ? "question" : "example")
    let heading = "\(examples.name): \(count), \(NumberText.plural(answers.count, "replicate"))"
    guard let share = leakShare(slice) else { return heading }
    return heading + ", \(NumberText.percent(share)) of the slice \(slice.name) seen in training"
  }

  private var table: ScoreTable {
    let metrics = examples.metrics
    let slices = slices.map { slice in
      ScoreTable.Row(
        slice.name, count: answers.reduce(0) { $0 + $1.evaluation.rows(in: slice).count },
        metrics.map { metric in Estimate(answers.map { metric.score(of: $0, slice) }.interval) })
    }
    // Each metric may have a predictor of its own by that name.
    let trivial = trivialLabels.map { label in
      ScoreTable.Row(
        "trivial: \(label)", count: nil,
        metrics.map { metric in Estimate(mean: trivialScore(label, metric), interval: nil, seeds: 1) })
    }
    return ScoreTable(metrics: metrics.map { ScoreTable.Metric($0.printedName, $0.scale) }, rows: slices + trivial)
  }

  /// In the order of the metrics, each once.
  private var trivialLabels: [String] {
    examples.metrics.flatMap { examples.trivialPredictors(for: $0).map(\.label) }.reduce(into: []) { labels, label in
      if !labels.contains(label) { labels.append(label) }
    }
  }

  /// NaN where the metric has no predictor of this name.
  func trivialScore(_ label: String, _ metric: Metric) -> Double {
    let predictors = examples.trivialPredictors(for: metric)
    guard let predictor = predictors.first(where: { $0.label == label }) else { return .nan }
    return answers.map { predictor.score(on: $0.evaluation, metric: metric, slice: .everything) }.mean
  }

  private func drawings(_ slice: Slice, _ style: Style) -> String {
    guard examples.metrics.contains(.squaredError), let answered = answers.answerMap(on: slice) else { return "" }
    return "\n\(slice.name): squared error by example\n\(answers.losses(on: slice).text(style: style))"
      + "\n\(slice.name): predicted by true answer\n\(answered.text(style: style))"
  }
}
