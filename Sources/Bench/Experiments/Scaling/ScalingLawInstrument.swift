import Instruments
import Judging
import Training

/// Reads a law of size and data off networks that learned from noisy answers: whether its constant is the noise, and which size
/// it calls best.
struct ScalingLawInstrument: Instrument {
  let scale: ScalingLawScale

  var watches: [StageWatch] { [] }

  private static let gridCount = 14

  func readings(_ seen: Sighting) -> [Reading] {
    scale.variances.flatMap { variance in
      let runs = scale.runs(seen, variance)
      let left = zip(scale.widths, runs).map { width, run in
        Reading("left to learn, width \(width), noise \(variance)", run.readings.last?.loss ?? .nan)
      }
      return constants(runs, variance) + bestSizes(runs, variance) + left
    }
  }

  /// The constants of surfaces and of the frontier, and by how much of what is left to learn they miss the noise.
  private func constants(_ runs: [ScalingRun], _ variance: Double) -> [Reading] {
    let noisy = runs.map { $0.raised(by: variance) }
    let constants = scale.leftOut.map { step in ScalingSurface(fitting: noisy.map { $0.after(step: step) })?.constant }
    // By relative residuals, as the surface.
    let ofOneSize = noisy.last.flatMap { run in
      let losses = run.readings.map(\.loss)
      return PowerLawFit(of: losses, on: run.readings.map(\.data), weights: losses.map { 1 / $0 })?.constant
    }
    return zip(scale.leftOut, constants).map { step, constant in
      Reading("constant, noise \(variance)" + (step == 0 ? "" : ", without \(step) steps"), constant ?? .nan)
    } + [
      Reading("constant, noise \(variance), frontier", frontier(noisy).flatMap(Self.law)?.constant ?? .nan),
      Reading("miss of the constant, noise \(variance)", miss(constants[0], variance, runs)),
      Reading("constant, noise \(variance), one size", ofOneSize ?? .nan),
      Reading("miss of the constant, noise \(variance), one size", miss(ofOneSize, variance, runs)),
    ]
  }

  /// 1 for one who takes the least loss of all for the constant.
  private func miss(_ constant: Double?, _ variance: Double, _ runs: [ScalingRun]) -> Double {
    guard let constant, let least = runs.compactMap(\.readings.last?.loss).min() else { return .nan }
    return abs(constant - variance) / least
  }

  /// By which power of the compute the best size grows, three ways, and whether the laws of compute and data cross.
  private func bestSizes(_ runs: [ScalingRun], _ variance: Double) -> [Reading] {
    let noisy = runs.map { $0.raised(by: variance) }
    let surface = ScalingSurface(fitting: noisy)
    let curves = ScalingCurve.curves(of: noisy) ?? []
    let frontier = frontier(noisy)
    let grid = frontier?.points.map(\.compute) ?? []
    let largest = noisy.last?.readings ?? []
    let crossing = frontier.flatMap {
      LawCrossing(frontier: $0, largest: (losses: largest.map(\.loss), data: largest.map(\.data)))
    }
    return [
      Reading("size exponent, noise \(variance)", surface?.sizeExponent ?? .nan),
      Reading("data exponent, noise \(variance)", surface?.dataExponent ?? .nan),
      Reading("best size, noise \(variance): surface", surface?.optimalSizeExponent ?? .nan),
      Reading(
        "best size, noise \(variance): hull", frontier.flatMap { OptimalSizes(hullOf: $0).exponent } ?? .nan),
      Reading(
        "best size, noise \(variance): parabolas", OptimalSizes(parabolasOf: curves, at: grid).exponent ?? .nan),
      Reading("rho, noise \(variance)", crossing?.rho ?? .nan),
    ]
  }

  private func frontier(_ runs: [ScalingRun]) -> ComputeFrontier? {
    guard let curves = ScalingCurve.curves(of: runs), let first = curves.map(\.computeRange.lowerBound).min(),
      // Beyond where the last but one of the sizes ended, the last has no competitor.
      let last = curves.map(\.computeRange.upperBound).sorted().dropLast().last, first < last
    else { return nil }
    return ComputeFrontier(of: curves, at: ComputeFrontier.grid(first...last, count: Self.gridCount))
  }

  private static func law(of frontier: ComputeFrontier) -> PowerLawFit? {
    PowerLawFit(of: frontier.points.map(\.loss), on: frontier.points.map(\.compute))
  }
}

extension ScalingLawScale {
  /// A run a size, the smallest first: what was left to learn, which is the loss without its noise.
  func runs(_ seen: Sighting, _ variance: Double) -> [ScalingRun] {
    widths.map { width in
      let runs = names(width, variance).map { name in
        SizeCurve(seen, stage: name).run(
          on: SizeSweep.near, replicate: seen.replicate, batchSize: seen.plan.stage(named: name).recipe.batchSize)
      }
      return ScalingRun(size: runs[0].size, replicate: seen.replicate, readings: runs.flatMap(\.readings))
    }
  }
}

extension ScalingRun {
  /// The same with so much more loss everywhere.
  func raised(by constant: Double) -> ScalingRun {
    ScalingRun(
      size: size, replicate: replicate,
      readings: readings.map {
        ScalingReading(step: $0.step, data: $0.data, compute: $0.compute, loss: $0.loss + constant)
      })
  }
}
