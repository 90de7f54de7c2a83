/// Whether a power law in size and data is supported by runs: only if nothing casts a doubt on it.
package struct ScalingVerdict: Sendable, Hashable {
  package enum Doubt: Sendable, Hashable, CaseIterable {
    /// There are too few sizes, amounts of data or seeds, or a loss that has no logarithm.
    case cannotBeFitted
    /// The surface misses the cells' means by more than the seeds' spread allows.
    case misses
    /// An exponent changes when the first steps are left out.
    case moves
    /// An exponent is the search's, or a term is 0.
    case isAtEdge
    /// Fitted to the others, it does not say what the largest size does.
    case doesNotForesee
  }

  /// That of all readings.
  package let surface: ScalingSurface?
  /// Chi squared by its degrees of freedom: what the surface leaves of the cells' means, by the spread of seeds in a cell, both
  /// relative and over all cells. About 1 where the law holds; nil where there is no spread or no freedom.
  package let lackOfFit: Double?
  /// The most that alpha or beta change when the first steps are left out; nil where what remains cannot be fitted.
  package let exponentMove: Double?
  /// The largest size's last loss as the surface of the other sizes foresees it; nil where they cannot be fitted.
  package let foreseen: Double?
  /// The largest size's last loss, from the lowest to the highest seed: of five seeds this holds their median in 94 of 100 cases.
  package let seen: ClosedRange<Double>?

  /// Where the law holds, 20 draws of 6 sizes, 10 readings and 5 seeds had a lack of fit of .5 to 1.7 and moves up to .04.
  static let lackOfFitLimit = 2.0
  static let exponentMoveLimit = 0.1

  /// - Parameter steps: each is tried: what a run read up to and with it is left out.
  package init(of runs: [ScalingRun], leavingOut steps: [Int]) {
    surface = ScalingSurface(fitting: runs)
    lackOfFit = surface.flatMap { Self.lackOfFit(of: $0, at: ScalingCell.cells(of: runs)) }
    exponentMove = surface.flatMap { Self.exponentMove(of: $0, runs, leavingOut: steps) }
    guard surface != nil, let largest = runs.map(\.size).max() else {
      (foreseen, seen) = (nil, nil)
      return
    }
    let last = ScalingCell.cells(of: runs.filter { $0.size == largest }).last
    seen = last.map { $0.losses.min()!...$0.losses.max()! }
    let others = ScalingSurface(fitting: runs.filter { $0.size < largest })
    foreseen = last.flatMap { others?.loss(size: $0.size, data: $0.data) }
  }

  package var isSupported: Bool { doubts.isEmpty }

  /// In the order of their cases. What could not be computed is a doubt too.
  package var doubts: [Doubt] {
    guard let surface, let lackOfFit, let exponentMove, let foreseen, let seen else { return [.cannotBeFitted] }
    return Doubt.allCases.filter {
      switch $0 {
      case .cannotBeFitted: false
      case .misses: lackOfFit > Self.lackOfFitLimit
      case .moves: exponentMove >= Self.exponentMoveLimit
      case .isAtEdge: surface.isAtEdge
      case .doesNotForesee: !seen.contains(foreseen)
      }
    }
  }

  private static func lackOfFit(of surface: ScalingSurface, at cells: [ScalingCell]) -> Double? {
    var (missed, spread, seedFreedom) = (0.0, 0.0, 0)
    for cell in cells {
      let mean = cell.mean
      let miss = 1 - surface.loss(size: cell.size, data: cell.data) / mean
      missed += Double(cell.losses.count) * miss * miss
      spread += cell.losses.reduce(0) { $0 + ($1 / mean - 1) * ($1 / mean - 1) }
      seedFreedom += cell.losses.count - 1
    }
    let freedom = cells.count - 5  // the surface's five numbers
    // Seeds that agree to 1e-12 are one seed, and their spread is the rounding of a mean.
    guard freedom > 0, seedFreedom > 0, spread > 1e-24 * Double(seedFreedom) else { return nil }
    return (missed / Double(freedom)) / (spread / Double(seedFreedom))
  }

  private static func exponentMove(
    of surface: ScalingSurface, _ runs: [ScalingRun], leavingOut steps: [Int]
  ) -> Double? {
    var most = 0.0
    for step in steps {
      guard let late = ScalingSurface(fitting: runs.map { $0.after(step: step) }) else { return nil }
      most = max(
        most, abs(late.sizeExponent - surface.sizeExponent), abs(late.dataExponent - surface.dataExponent))
    }
    return most
  }
}
