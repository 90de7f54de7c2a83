import Instruments
import Training

/// What size does on each level at equal loss on what was learned from, and at equal steps: of one replicate.
struct SizeComparison {
  let ladder: SizeLadder
  let levels: SizeLevels
  /// By width.
  let curves: [SizeCurve]

  init(_ ladder: SizeLadder, _ levels: SizeLevels, _ seen: Sighting) {
    (self.ladder, self.levels) = (ladder, levels)
    curves = ladder.widths.map { SizeCurve(seen, stage: SizeLadder.learned($0)) }
  }

  private var near: Examples { levels.near.examples }

  /// Gamma of a loss and of an accuracy, and the same at a quarter of the steps, where sizes are not matched.
  var matched: [Reading] { levels.far.flatMap { matched($0.asked.examples, $0.name) } }

  private func matched(_ far: Examples, _ name: String) -> [Reading] {
    let points = curves.flatMap { $0.points(on: near, far) }
    let early = curves.map { $0.points(on: near, far)[ladder.unmatchedLook] }
    let comparison = MatchedComparison(of: points)
    let residuals = points.map { comparison?.residual(of: $0) ?? .nan }
    return [
      Reading("gamma, \(name)", comparison?.sizeEffect ?? .nan),
      Reading("gamma, not matched, \(name)", MatchedComparison.unmatched(early)?.slope ?? .nan),
      Reading("spread about the curve, \(name)", residuals.map { $0 * $0 }.mean.squareRoot()),
      Reading("accuracy a decade, \(name)", accuracyEffect(far)),
      Reading("accuracy a decade, not matched, \(name)", accuracySlope(far)),
    ]
  }

  /// What a decade of size does to the share of right answers at equal loss.
  private func accuracyEffect(_ far: Examples) -> Double {
    let losses = curves.flatMap { $0.losses(on: near) }.map(Elementary.logarithm)
    let columns = (0...3).map { power in
      losses.map { loss in (0..<power).reduce(1) { product, _ in product * loss } }
    }
    let fit = LeastSquares(
      of: curves.flatMap { $0.accuracies(on: far) },
      on: columns + [curves.flatMap { curve in curve.steps.map { _ in curve.decades } }])
    return fit?.coefficients[4] ?? .nan
  }

  private func accuracySlope(_ far: Examples) -> Double {
    StraightLine(
      through: curves.map { $0.accuracies(on: far)[ladder.unmatchedLook] }, at: curves.map(\.decades)
    )?.slope ?? .nan
  }

  /// What a look sees.
  var lastLosses: [Reading] {
    zip(ladder.widths, curves).flatMap { width, curve in
      [Reading("last loss, width \(width)", curve.losses(on: near).last!)]
        + levels.far.map {
          Reading("last loss, width \(width), \($0.name)", curve.losses(on: $0.asked.examples).last!)
        }
    }
  }
}
