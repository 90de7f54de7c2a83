import Judging
import Reports
import Training

extension JudgedClaim {
  /// What is answered, such as `distance`; nil where answers are right or wrong, and neither far off nor in an order.
  var quantity: String? { claim.metric.isAboutNames ? nil : answers.first?.evaluation.quantity }

  /// How large the squared error of each judged example is, all replicates together; nil without a quantity.
  package var losses: Histogram? { quantity.map { _ in answers.losses(on: claim.slice) } }

  /// Which true value was answered how, all replicates together; nil where nothing was judged, or without a quantity.
  package var answerMap: HeatMap? { quantity.flatMap { _ in answers.answerMap(on: claim.slice) } }

  /// The training loss of every stage up to the claim's.
  var lossCurve: Curve? { experiment.lossCurve(of: runs, upTo: claim.stage) }
}

extension Experiment {
  /// The training loss of every stage up to this one, a series each: the mean over replicates with its interval.
  package func lossCurve(of runs: [Run], upTo last: String) -> Curve? {
    guard !runs.isEmpty else { return nil }
    var examplesBefore = 0.0
    var series: [LineChart.Series] = []
    for place in plan.lineage(of: last) {
      let stage = plan.stages[place]
      let traces = runs.map { LossTrace($0.stages[place].losses, batchSize: stage.recipe.batchSize) }
      series.append(LineChart.Series(stage.name, LossTrace.points(traces, after: examplesBefore)))
      examplesBefore += Double(stage.recipe.examples)
    }
    let chart = LineChart(series: series, xLabel: "examples seen", yLabel: "training loss", yScale: .log)
    return Curve("Training loss", chart)
  }
}

/// The losses of one stage of one run, brought down to so many points as a drawing has room for.
struct LossTrace {
  /// No more points than this a stage.
  static let mostPoints = 60

  /// The mean loss of each window: steps in equal parts, the k-th from k n / points on.
  let means: [Double]
  /// Examples seen at the end of each window.
  let ends: [Double]

  init(_ losses: [Float], batchSize: Int) {
    let points = min(losses.count, Self.mostPoints)
    let windows = (0..<points).map { $0 * losses.count / points..<($0 + 1) * losses.count / points }
    means = windows.map { window in losses[window].map(Double.init).mean }
    ends = windows.map { Double($0.upperBound * batchSize) }
  }

  /// The mean over traces of equal length, with its interval where there are several.
  static func points(_ traces: [LossTrace], after examples: Double) -> [LineChart.Point] {
    let count = traces.map(\.means.count).min() ?? 0
    return (0..<count).map { point in
      let interval = Interval.ofMean(traces.map { $0.means[point] })
      return LineChart.Point(
        x: examples + traces[0].ends[point], y: interval.estimate,
        interval: traces.count > 1 ? Reports.Interval(interval.lower, interval.upper) : nil)
    }
  }
}
