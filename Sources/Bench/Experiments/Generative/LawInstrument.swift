import Instruments
import Judging

/// Reads whether a law of size and data finds the noise in what is learned, and how large a network should be for a budget.
struct LawInstrument: Instrument {
  let scale: LawScale

  var watches: [StageWatch] { [] }

  /// A surface is fitted without its first steps: until then the rate rises, and no law holds.
  static let leftOut = [0, 100, 400]

  func readings(_ seen: Sighting) -> [Reading] {
    let laws = LawScale.tellings.map { SizeAndDataLaw(scale.looks(seen, $0), entropy: $0.mazes.entropy) }
    return [
      Reading("constant, coins less sorted", laws[0].constant - laws[1].constant),
      Reading(
        "constant of what is reducible, coins less sorted", laws[0].reducibleConstant - laws[1].reducibleConstant),
    ] + zip(LawScale.tellings, laws).flatMap { telling, law in law.readings.map { $0.named(telling.name) } }
  }
}

extension Reading {
  fileprivate func named(_ telling: String) -> Reading { Reading("\(telling): \(name)", value) }
}

/// L(N, D) = E + A N^-alpha + B D^-beta fitted to one replicate's sizes and looks, and what follows from it.
struct SizeAndDataLaw {
  private let looks: GenerativeLooks
  private let entropy: Double
  /// Of the whole loss, by how many first steps are left out; nil where there are too few to fit.
  private let surfaces: [ScalingSurface?]
  /// Of the loss above the entropy: its constant should be 0.
  private let reducible: ScalingSurface?

  init(_ looks: GenerativeLooks, entropy: Double) {
    self.looks = looks
    self.entropy = entropy
    let whole = looks.runs { $0.reducible + entropy }
    surfaces = LawInstrument.leftOut.map { step in ScalingSurface(fitting: whole.map { $0.after(step: step) }) }
    reducible = ScalingSurface(fitting: looks.runs(\.reducible).map { $0.after(step: LawInstrument.leftOut.last!) })
  }

  /// E, as it is found where the most first steps are left out.
  var constant: Double { surfaces.last!?.constant ?? .nan }
  var reducibleConstant: Double { reducible?.constant ?? .nan }

  var readings: [Reading] {
    let surface = surfaces.last!
    let constants = zip(LawInstrument.leftOut, surfaces).map { step, surface in
      Reading("constant less entropy, without \(step) steps", (surface?.constant ?? .nan) - entropy)
    }
    return constants + [
      Reading("constant by entropy", constant / entropy),
      Reading("constant of what is reducible by entropy", reducibleConstant / entropy),
      Reading("alpha", surface?.sizeExponent ?? .nan), Reading("beta", surface?.dataExponent ?? .nan),
    ] + budgets + looks.sizes.map { Reading("last reducible: width \($0[0].width)", $0.last!.reducible) }
  }

  /// The best size for a budget three ways, where the optimum lies inside, and whether the laws of compute and data cross.
  private var budgets: [Reading] {
    let curves = ScalingCurve.curves(of: looks.runs(\.reducible)) ?? []
    // To where the last but one of the sizes ended: beyond it the last has no competitor.
    let (first, ends) = (curves.map(\.computeRange.lowerBound).min(), curves.map(\.computeRange.upperBound).sorted())
    let range = first.flatMap { first in ends.dropLast().last.map { first...$0 } }
    let grid = range.map { ComputeFrontier.grid($0, count: Self.budgetCount) } ?? []
    let frontier = ComputeFrontier(of: curves, at: grid)
    let sizes = looks.sizes.map { Double($0[0].size) }
    let fitted = surfaces.last!.map {
      OptimalSizes(of: $0, between: sizes[0]...sizes[sizes.count - 1], operations: 6, at: grid)
    }
    let largest = looks.sizes[looks.sizes.count - 1]
    let crossing = LawCrossing(frontier: frontier, largest: (largest.map(\.reducible), largest.map(\.tokens)))
    return [
      Reading("best size by hull, exponent", OptimalSizes(hullOf: frontier).exponent ?? .nan),
      Reading("best size by parabolas, exponent", OptimalSizes(parabolasOf: curves, at: grid).exponent ?? .nan),
      Reading("best size by surface, exponent", surfaces.last!?.optimalSizeExponent ?? .nan),
      Reading("budgets with an optimum inside, hull", Double(frontier.points.count(where: \.isInterior))),
      Reading("budgets with an optimum inside, surface", Double(fitted?.points.count ?? 0)),
      Reading("rho", crossing?.rho ?? .nan),
    ]
  }

  /// As many as the pilot asked for.
  private static let budgetCount = 14
}
