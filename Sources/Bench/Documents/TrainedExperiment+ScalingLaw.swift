import Instruments
import Judging
import Reports
import Training

extension TrainedExperiment {
  /// L(N, D) = E + A N^-alpha + B D^-beta fitted to all sizes and replicates, with ever more of the first steps left out, and
  /// why it is doubted.
  func law() -> DocumentPart {
    Self.table("First steps left out", Self.rows(of: sizeRuns, leavingOut: [0, 100, 400]))
  }

  /// The same by the noise in what was learned from, which is the constant that there is.
  func noisyLaw() -> DocumentPart {
    let scale = lawScale
    return Self.table(
      "Noise, first steps left out",
      scale.variances.flatMap { variance in
        let runs = sightings.flatMap { scale.runs($0, variance) }.map { $0.raised(by: variance) }
        return Self.rows(of: runs, leavingOut: scale.leftOut).map { ["\(variance), \($0[0])"] + $0.dropFirst() }
      })
  }

  /// What is left to learn by what was spent, a line a size, where the noise is least.
  func leftByCompute() -> DocumentPart {
    let scale = lawScale
    let runs = sightings.map { scale.runs($0, scale.variances[0]) }
    let series = scale.widths.enumerated().map { size, width in
      LineChart.Series(
        "width \(width)",
        (runs.first?[size].readings ?? []).indices.map { look in
          let readings = runs.map { $0[size].readings[look] }
          return LineChart.Point(x: readings.map(\.compute).mean, y: readings.map(\.loss).mean)
        })
    }
    let chart = LineChart(
      series: series, xLabel: "operations", yLabel: "squared error without the noise", xScale: .log, yScale: .log)
    return picture("left by compute", title: "what is left to learn by compute") { chart.svg(title: $0) }
  }

  /// Whether exponents move is asked by leaving out more: of a long training four times as many once more, so that the last row
  /// is asked too.
  private static func rows(of runs: [ScalingRun], leavingOut leftOut: [Int]) -> [[String]] {
    let last = runs.compactMap { $0.readings.last?.step }.min() ?? 0
    let tried = leftOut + [4 * leftOut[leftOut.count - 1]].filter { 8 * $0 <= last }
    return leftOut.map { step in
      let verdict = ScalingVerdict(of: runs.map { $0.after(step: step) }, leavingOut: tried.filter { $0 > step })
      let surface = verdict.surface
      let numbers = [
        surface?.constant, surface?.sizeExponent, surface?.dataExponent, surface?.optimalSizeExponent,
        verdict.lackOfFit,
      ]
      return [step == 0 ? "none" : "\(step)"] + numbers.map { $0.map { NumberText.significant($0) } ?? "" }
        + [verdict.isSupported ? "supported" : verdict.doubts.map(\.words).joined(separator: ", ")]
    }
  }

  private static func table(_ first: String, _ rows: [[String]]) -> DocumentPart {
    .table(
      DocumentTable(
        columns: [
          .words(first), .numbers("E"), .numbers("alpha"), .numbers("beta"), .numbers("best size, exponent"),
          .numbers("chi squared by freedom"), .words("Verdict"),
        ], rows: rows))
  }

  private var lawScale: ScalingLawScale {
    guard let instrument = experiment.instrumentation?.instrument as? ScalingLawInstrument else {
      preconditionFailure("\(experiment.id) reads no law of size and data under noise.")
    }
    return instrument.scale
  }

  private var sizeRuns: [ScalingRun] {
    sightings.flatMap { seen in
      ScalingScale.at(experiment.profile).widths.map { width in
        let stage = seen.plan.stage(named: SizeLadder.learned(width))
        return SizeCurve(seen, stage: stage.name).run(
          on: SizeSweep.near, replicate: seen.replicate, batchSize: stage.recipe.batchSize)
      }
    }
  }
}

extension ScalingVerdict.Doubt {
  fileprivate var words: String {
    switch self {
    case .cannotBeFitted: "cannot be fitted"
    case .misses: "misses the means of cells"
    case .moves: "exponents move"
    case .isAtEdge: "at an edge"
    case .doesNotForesee: "does not foresee the largest size"
    }
  }
}
