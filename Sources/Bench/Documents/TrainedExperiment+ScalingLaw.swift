import Instruments
import Judging
import Reports
import Training

extension TrainedExperiment {
  /// How few first steps are left out of a fit.
  private static let leftOut = [0, 100, 400]

  /// L(N, D) = E + A N^-alpha + B D^-beta fitted to all sizes and replicates, with ever more of the first steps left out, and
  /// why it is doubted.
  func law() -> DocumentPart {
    let runs = sizeRuns
    let rows = Self.leftOut.map { step in
      let verdict = ScalingVerdict(of: runs.map { $0.after(step: step) }, leavingOut: Self.leftOut.filter { $0 > step })
      let surface = verdict.surface
      let numbers = [
        surface?.constant, surface?.sizeExponent, surface?.dataExponent, surface?.optimalSizeExponent,
        verdict.lackOfFit,
      ]
      return [step == 0 ? "none" : "\(step)"] + numbers.map { $0.map { NumberText.significant($0) } ?? "" }
        + [verdict.isSupported ? "supported" : verdict.doubts.map(\.words).joined(separator: ", ")]
    }
    return .table(
      DocumentTable(
        columns: [
          .words("First steps left out"), .numbers("E"), .numbers("alpha"), .numbers("beta"),
          .numbers("best size, exponent"), .numbers("chi squared by freedom"), .words("Verdict"),
        ], rows: rows))
  }

  private var sizeRuns: [ScalingRun] {
    sightings.flatMap { seen in
      ScalingScale.at(experiment.profile).widths.map { width in
        let stage = seen.plan.stage(named: SizeSweep.learned(width))
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
