import Instruments

/// The least loss of all sizes at equal compute, in one replicate, and the laws through it.
struct GenerativeFrontier {
  /// The loss that can still be reduced.
  let reducible: [Double]
  let compute: [Double]
  let entropy: Double

  /// Where the pilot's began.
  private static let first = 7e8
  private static let pointCount = 14

  init(_ looks: GenerativeLooks, entropy: Double, of loss: (GenerativeLook) -> Double = \.reducible) {
    // To where the last but one of the sizes ended: beyond it the last has no competitor.
    let last = looks.sizes.map { $0[$0.count - 1].operations }.sorted().dropLast().last ?? 0
    let curves = ScalingCurve.curves(of: looks.runs(loss)) ?? []
    let frontier = ComputeFrontier(
      of: curves, at: ComputeFrontier.grid(Self.first...max(last, 2 * Self.first), count: Self.pointCount))
    (reducible, compute) = (frontier.points.map(\.loss), frontier.points.map(\.compute))
    self.entropy = entropy
  }

  /// With the entropy known: a straight line in logarithms.
  var law: PowerLawFit? { PowerLawFit(of: reducible, on: compute, above: 0) }

  /// The exponent of the later half less that of the earlier one.
  var bend: Double {
    let half = reducible.count / 2
    let early = PowerLawFit(of: Array(reducible[..<half]), on: Array(compute[..<half]), above: 0)
    let late = PowerLawFit(of: Array(reducible[half...]), on: Array(compute[half...]), above: 0)
    return (late?.exponent ?? .nan) - (early?.exponent ?? .nan)
  }

  /// The exponent that one finds who takes the whole loss to be reducible.
  var exponentOfWholeLoss: Double {
    PowerLawFit(of: reducible.map { $0 + entropy }, on: compute, above: 0)?.exponent ?? .nan
  }

  /// With the entropy unknown: the constant that fits the loss best, less the entropy.
  ///
  /// - Parameter count: how many first points are left out.
  func constant(without count: Int) -> Double {
    let fit = PowerLawFit(of: reducible.dropFirst(count).map { $0 + entropy }, on: Array(compute.dropFirst(count)))
    return (fit?.constant ?? .nan) - entropy
  }

  var readings: [Reading] {
    [
      Reading("frontier: exponent", law?.exponent ?? .nan), Reading("frontier: spread", law?.spread ?? .nan),
      Reading("frontier: exponent of the whole loss", exponentOfWholeLoss),
      Reading("frontier: late exponent less early", bend),
    ]
      + (0...7).map { Reading("frontier: constant less entropy, without \($0) points", constant(without: $0)) }
      + [Reading("frontier: last reducible loss", reducible.last ?? .nan)]
  }
}
