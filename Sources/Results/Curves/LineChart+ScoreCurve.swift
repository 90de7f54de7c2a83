import Judging
import Reports

extension LineChart {
  /// A line for each curve, over the examples seen: the mean over replicates with its interval. Errors on a logarithmic
  /// axis.
  package init(_ curves: [ScoreCurve]) {
    let metric = curves.first?.metric ?? .squaredError
    self.init(
      series: curves.map { Series($0.name, $0.points) }, xLabel: "examples seen", yLabel: metric.printedName,
      yScale: metric.lowerIsBetter ? .log : .linear)
  }
}

extension ScoreCurve {
  fileprivate var points: [LineChart.Point] {
    zip(examples, means).map { examples, mean in
      LineChart.Point(
        x: Double(examples), y: mean.estimate,
        interval: scores.count > 1 ? Reports.Interval(mean.lower, mean.upper) : nil)
    }
  }
}
