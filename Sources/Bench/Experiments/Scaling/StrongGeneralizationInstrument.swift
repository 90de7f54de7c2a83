import Instruments
import Judging
import Training

/// Reads whether size helps on larger graphs beyond what it does for the loss on small ones.
struct StrongGeneralizationInstrument: Instrument {
  let scale: ScalingScale

  var watches: [StageWatch] { [] }

  /// The loss to be reached, for a count of the examples it takes.
  static let level = 0.25

  func readings(_ seen: Sighting) -> [Reading] {
    let comparison = SizeComparison(scale.ladder, SizeSweep.levels, seen)
    let curves = comparison.curves
    let plain = scale.plainWidths.map { SizeCurve(seen, stage: SizeSweep.plain($0)) }
    return comparison.matched + SizeSweep.plainFarSizes.flatMap { sight(curves, plain, vertices: $0) } + kappas(curves)
      + examples(curves) + comparison.lastLosses
  }

  /// How far above the curve networks lie that never met the numbers of larger graphs, and the same widths that did.
  private func sight(_ curves: [SizeCurve], _ plain: [SizeCurve], vertices: Int) -> [Reading] {
    let renamed = scale.plainWidths.map { width in curves[scale.widths.firstIndex(of: width)!] }
    let far = SizeSweep.far(vertices)
    let points = curves.flatMap { $0.points(on: SizeSweep.near, far) }
    let comparison = MatchedComparison(of: points)
    let losses = points.map(\.loss)
    /// The mean over the looks whose loss lies among those of the curve: it says nothing beyond them.
    func above(_ points: [MatchedComparison.Point]) -> Double {
      guard let comparison, let lowest = losses.min(), let highest = losses.max() else { return .nan }
      return points.filter { lowest...highest ~= $0.loss }.map(comparison.residual).mean
    }
    let unseen = plain.map { above($0.points(on: SizeSweep.plain, SizeSweep.plainFar(vertices))) }
    let seen = renamed.map { above($0.points(on: SizeSweep.near, far)) }
    return zip(scale.plainWidths, unseen).map {
      Reading("above the curve, not renamed, width \($0), n = \(vertices)", $1)
    }
      + [
        Reading("above the curve, not renamed, n = \(vertices)", unseen.min()!),
        Reading("above the curve, renamed, n = \(vertices)", seen.min()!),
      ]
  }

  /// How the losses on larger graphs fall with that on small ones.
  private func kappas(_ curves: [SizeCurve]) -> [Reading] {
    func line(_ far: Examples) -> StraightLine? {
      MatchedComparison.lossToLoss(curves.flatMap { $0.points(on: SizeSweep.near, far) })
    }
    let lines = SizeSweep.farSizes.map { line(SizeSweep.far($0)) }
    let kappas = lines.map { $0?.slope ?? .nan }
    let asked = [SizeSweep.again, SizeSweep.onceMore].map { line($0)?.slope ?? .nan }
    return zip(SizeSweep.farSizes, lines).flatMap { vertices, line in
      [
        Reading("kappa, n = \(vertices)", line?.slope ?? .nan),
        Reading("R squared, n = \(vertices)", line?.explained ?? .nan),
      ]
    } + [
      Reading("kappa, asked again", asked[0]), Reading("kappa, asked once more", asked[1]),
      Reading("least step between kappas", zip(kappas, kappas.dropFirst()).map { $0 - $1 }.min()!),
      Reading("step between kappas of the same", asked[0] - asked[1]),
    ]
  }

  /// After how many examples each size has learned so much, by how many the smallest took.
  private func examples(_ curves: [SizeCurve]) -> [Reading] {
    let steps = curves.map { $0.steps(toReach: Self.level, on: SizeSweep.near) ?? .nan }
    return zip(scale.widths, steps).map { width, count in
      Reading(
        "examples to \(Self.level), width \(width), by those of width \(scale.widths[0])",
        count / steps[0])
    }
  }
}
