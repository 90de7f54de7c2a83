import Instruments
import Judging
import Reports
import Training

/// What a sweep over sizes came to, drawn: means over replicates, a line a size.
extension TrainedExperiment {
  /// The loss on what is learned from over the operations it took.
  func lossByCompute() -> DocumentPart {
    chart("loss by compute", "squared error on 3 to 7 vertices", xLabel: "operations", yScale: .log) { curve in
      zip(curve.steps, curve.losses(on: SizeSweep.near)).map { (Double($0) * curve.cost.operationsPerStep, $1) }
    }
  }

  /// The loss on graphs of 15 vertices over that on small ones: sizes on one line are matched by their loss.
  func lossToLoss() -> DocumentPart {
    chart(
      "loss to loss", "squared error on 15 vertices", xLabel: "squared error on 3 to 7 vertices", yScale: .log
    ) { curve in Array(zip(curve.losses(on: SizeSweep.near), curve.losses(on: SizeSweep.far(15)))) }
  }

  /// What the matched comparison leaves: ln of the loss on graphs of 15 vertices by what it foresees.
  func matchedResiduals() -> DocumentPart {
    let curves = measuredCurves()
    let comparisons = curves.map {
      MatchedComparison(of: $0.flatMap { $0.points(on: SizeSweep.near, SizeSweep.far(15)) })
    }
    let series = sizes.indices.map { size in
      LineChart.Series(
        SizeLadder.learned(sizes[size]),
        curves[0][size].steps.enumerated().map { look, step in
          let left = curves.indices.map { replicate in
            comparisons[replicate]?.residual(
              of: curves[replicate][size].points(on: SizeSweep.near, SizeSweep.far(15))[look]) ?? .nan
          }
          return LineChart.Point(x: Double(step), y: left.mean)
        })
    }
    let chart = LineChart(series: series, xLabel: "step", yLabel: "ln of loss by curve", xScale: .log)
    return picture("residuals", title: "15 vertices, what the curve and size do not say") { chart.svg(title: $0) }
  }

  /// A row a size: what it is, what it took, and what it came to.
  func costs() -> DocumentPart {
    let curves = measuredCurves()
    let steps = Double(experiment.plan.stage(named: SizeLadder.learned(sizes[0])).recipe.steps)
    let rows = sizes.indices.map { size in
      let cost = curves[0][size].cost
      return [
        NumberText.count(sizes[size]), NumberText.count(cost.parameters), NumberText.count(cost.allParameters),
        NumberText.significant(steps * cost.tokensPerStep), NumberText.significant(steps * cost.operationsPerStep),
        NumberText.significant(curves.map { $0[size].losses(on: SizeSweep.near).last! }.mean),
      ]
    }
    return .table(
      DocumentTable(
        columns: [
          .numbers("Width"), .numbers("N, without embedding"), .numbers("N, all"), .numbers("Tokens"),
          .numbers("Operations"), .numbers("Squared error"),
        ], rows: rows))
  }

  private var sizes: [Int] { ScalingScale.at(experiment.profile).widths }

  /// By replicate, then by size. All questions are drawn for it and scored.
  private func measuredCurves() -> [[SizeCurve]] {
    sightings.map { seen in sizes.map { SizeCurve(seen, stage: SizeLadder.learned($0)) } }
  }

  private func chart(
    _ words: String, _ yLabel: String, xLabel: String, yScale: LineChart.Scale,
    _ points: (SizeCurve) -> [(x: Double, y: Double)]
  ) -> DocumentPart {
    let curves = measuredCurves()
    let series = sizes.indices.map { size in
      let replicates = curves.map { points($0[size]) }
      return LineChart.Series(
        SizeLadder.learned(sizes[size]),
        replicates[0].indices.map { look in
          LineChart.Point(x: replicates.map { $0[look].x }.mean, y: replicates.map { $0[look].y }.mean)
        })
    }
    let chart = LineChart(series: series, xLabel: xLabel, yLabel: yLabel, xScale: .log, yScale: yScale)
    return picture(words, title: words) { chart.svg(title: $0) }
  }
}
