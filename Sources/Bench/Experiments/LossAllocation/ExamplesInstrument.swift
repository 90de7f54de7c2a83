import Instruments
import Judging
import Training

/// Reads which classes of a batch's examples help and hurt which classes of the set, under plain gradient descent.
struct ExamplesInstrument: Instrument {
  static let classes = ["1", "2", "3", "4", "5 and more", "none"]

  var watches: [StageWatch] { [Self.watch] }

  /// Each class of the set by itself: their sum, each by its share, is the set.
  static let watch = StageWatch(
    AllocationArm.descent.rawValue,
    classes.indices.map {
      WatchedSet(
        "distance \(classes[$0])", .graphs(.train), count: AllocationArm.setSize, origin: .learnedFrom, part: $0)
    }, AllocationPlan(tolerance: 0.02), splitsByClass: true)

  func readings(_ seen: Sighting) throws -> [Reading] {
    let stage = seen(Self.watch)
    let sizes = Self.sizes(seen)
    try Self.requireComplete(stage.allocation, sizes)
    let count = Self.classes.count
    var readings: [Reading] = []
    // Columns are the mean loss of a class; by its share they add up to that of the set.
    func cell(_ row: Int, _ column: Int) -> Double { stage.matrix[row][column] * sizes[column] }
    for (row, from) in Self.classes.enumerated() {
      for (column, to) in Self.classes.enumerated() { readings.append(Reading("\(from) on \(to)", cell(row, column))) }
    }
    return readings + [
      Reading("signs as said", Self.signsAsSaid { cell($0, $1) }),
      Reading("signs as said, classes permuted", Self.signsAsSaid { cell(count + $0, $1) }),
    ]
  }

  /// The whole set's allocation. That of a class alone may miss by more: its loss rises and falls by much more than it changes
  /// in the end.
  private static func requireComplete(_ allocation: Allocation, _ sizes: [Double]) throws(AllocationProblem) {
    func whole(_ numbers: [Double]) -> Double { zip(numbers, sizes).reduce(0) { $0 + $1.0 * $1.1 } }
    let steps = allocation.state.steps
    let losses = [whole(allocation.ends.map(\.first))] + steps.map { whole($0.losses) }
    let allocated = steps.map { whole($0.allocated) }
    let errors = allocated.indices.map { abs(allocated[$0] - (losses[$0 + 1] - losses[$0])) }
    let found = Completeness(
      change: losses[losses.count - 1] - losses[0], allocated: allocated.reduce(0, +), stepErrors: errors.reduce(0, +))
    guard found.holds else { throw .incomplete(set: 0, found) }
  }

  /// Of the 24 signs between distances 1 to 4 and what cannot be reached: that distances help each other, and hurt the
  /// unreachable, and are hurt by them.
  private static func signsAsSaid(_ cell: (Int, Int) -> Double) -> Double {
    let near = 0..<4
    let help = near.flatMap { row in near.map { cell(row, $0) < 0 } }
    let hurt = near.flatMap { [cell($0, 5) > 0, cell(5, $0) > 0] }
    return Double((help + hurt).count { $0 }) / 24
  }

  /// The share of the set that each class is.
  private static func sizes(_ seen: Sighting) -> [Double] {
    let stage = seen.plan.stage(named: AllocationArm.descent.rawValue)
    let seed = ReplicateSeeds(seen.replicate).stage(stage)
    let all = AllocationArm.learned.examples.classes(0..<AllocationArm.setSize, seed: seed)
    return classes.indices.map { wanted in Double(all.count { $0 == wanted }) / Double(all.count) }
  }
}

extension Experiment {
  /// Which examples help, and which hurt?
  package static func allocationExamples(_ profile: Profile) -> Experiment {
    let id = "lca/examples"
    let claim = ReadingClaims.onArms(of: id)
    return onArms(
      id, "Examples at distances 1 to 4 help each other and hurt what cannot be reached, which hurts them.", profile,
      ExamplesInstrument(),
      [
        claim(
          "signs as said", "share", .atLeast(1), floor: .nothing(0.5, label: "by chance"),
          test: "classAgainstClass",
          from: .pilot("Three seeds of a pilot in PyTorch: each of the 24, by point gradients.")),
        claim(
          "signs as said, classes permuted", "share", .atLeast(1), isControl: true,
          test: "permutedClassesAreNot",
          from: .pilot("As the claim.")),
      ])
  }
}
