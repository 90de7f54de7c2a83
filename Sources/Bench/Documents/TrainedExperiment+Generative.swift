import Instruments
import Judging
import Reports
import Training

/// What networks that write whole mazes came to, drawn: means over replicates, a line a size.
extension TrainedExperiment {
  /// What is left to learn over compute; beside the sizes the least of them, and the power law through that.
  func reducibleByCompute() -> DocumentPart {
    let sizes = sizeSeries { (x: $0.operations, y: $0.reducible) }
    let chart = LineChart(
      series: sizes + frontierSeries, xLabel: "operations, 6 N a token",
      yLabel: "reducible loss, nats",
      xScale: .log, yScale: .log)
    return picture("reducible by compute", title: "what is left to learn by compute") {
      chart.svg(title: $0)
    }
  }

  /// What is lacking on mazes that are drawn otherwise, over what is on those learned: sizes on one line are matched by their
  /// loss.
  func reducibleElsewhere() -> DocumentPart {
    let (own, shifted) = (looks(at: 0), looks(at: 1))
    let series =
      own.indices.isEmpty
      ? []
      : own[0].sizes.indices.map { size in
        LineChart.Series(
          GenerativeScale.stage(width: own[0].sizes[size][0].width),
          own[0].sizes[size].indices.map { look in
            LineChart.Point(
              x: own.map { $0.sizes[size][look].reducible }.mean,
              y: shifted.map { $0.sizes[size][look].reducible }.mean)
          })
      }
    let chart = LineChart(
      series: series, xLabel: "reducible loss, uniform mazes",
      yLabel: "reducible loss, depth-first mazes",
      xScale: .log, yScale: .log)
    return picture("reducible elsewhere", title: "mazes drawn otherwise, at equal loss") {
      chart.svg(title: $0)
    }
  }

  /// By which power of the data what is left falls, over the size, with the interval over replicates.
  func slopesBySize() -> DocumentPart {
    let points = (looks(at: 0).first?.sizes ?? []).map { looks in
      let name = "slope: \(GenerativeScale.stage(width: looks[0].width))"
      let slopes = Judging.Interval.ofMean(
        readings.map { readings in readings.first { $0.name == name }?.value ?? .nan })
      return LineChart.Point(
        x: Double(looks[0].size), y: slopes.estimate,
        interval: Reports.Interval(slopes.lower, slopes.upper))
    }
    let chart = LineChart(
      series: [LineChart.Series(NumberText.plural(readings.count, "seed"), points)], xLabel: "N",
      yLabel: "slope of ln R in ln D", xScale: .log)
    return picture("slopes by size", title: "how fast data help, by size") { chart.svg(title: $0) }
  }

  /// By replicate, on what is learned from (0) or on what is drawn otherwise (1).
  private func looks(at place: Int) -> [GenerativeLooks] {
    sightings.map { seen in
      // The exact probabilities are those of uniform trees, whoever draws.
      GenerativeLooks(seen, GenerativeExamples(GenerativeScale.mazes), at: place)
    }
  }

  private func sizeSeries(_ point: (GenerativeLook) -> (x: Double, y: Double)) -> [LineChart.Series] {
    let own = looks(at: 0)
    return (own.first?.sizes ?? []).indices.map { size in
      LineChart.Series(
        GenerativeScale.stage(width: own[0].sizes[size][0].width),
        own[0].sizes[size].indices.map { look in
          let points = own.map { point($0.sizes[size][look]) }
          return LineChart.Point(x: points.map(\.x).mean, y: points.map(\.y).mean)
        })
    }
  }

  private var frontierSeries: [LineChart.Series] {
    let frontiers = looks(at: 0).map { GenerativeFrontier($0, entropy: GenerativeScale.mazes.entropy) }
    guard let count = frontiers.map(\.reducible.count).min(), count > 2 else { return [] }
    let compute = (0..<count).map { place in frontiers.map { $0.compute[place] }.mean }
    let reducible = (0..<count).map { place in frontiers.map { $0.reducible[place] }.mean }
    let least = LineChart.Series(
      "least of all", zip(compute, reducible).map { LineChart.Point(x: $0, y: $1) })
    guard let law = PowerLawFit(of: reducible, on: compute, above: 0) else { return [least] }
    let ends = [compute[0], compute[count - 1]].map { LineChart.Point(x: $0, y: law.value(at: $0)) }
    return [least, LineChart.Series("power law", ends)]
  }
}
