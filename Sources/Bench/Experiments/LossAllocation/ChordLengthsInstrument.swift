import Instruments
import Judging
import Training

/// Reads how near an allocation along straight lines comes to the one along every step, and how many gradients it saves.
struct ChordLengthsInstrument: Instrument {
  static let arms = AllocationArm.optimizers
  /// In steps.
  static let lengths = [5, 20, 100]

  var watches: [StageWatch] {
    Self.arms.flatMap { arm in [arm.watch] + Self.lengths.map { Self.watch(arm, every: $0) } }
  }

  static func watch(_ arm: AllocationArm, every length: Int) -> StageWatch {
    StageWatch(
      arm.rawValue, [AllocationArm.learned],
      AllocationPlan([.whole(.integrated), .whole(.point)], intervals: 2...128, chord: length))
  }

  func readings(_ seen: Sighting) throws -> [Reading] {
    let layers = seen.plan.model.layout.layers
    var readings: [Reading] = []
    var defects: [Double] = []
    var atPoints: [Double] = []
    for arm in Self.arms {
      let steps = try seen(arm.watch).reading(of: .whole(.integrated))
      let exact = steps.sums(of: layers)
      for length in Self.lengths {
        let stage = seen(Self.watch(arm, every: length))
        let chords = try stage.reading(of: .whole(.integrated))
        let sums = chords.sums(of: layers)
        let moved = zip(sums, exact).reduce(0) { $0 + abs($1.0 - $1.1) } / exact.reduce(0) { $0 + abs($1) }
        defects.append(stage.allocation.completeness(ofSet: 0).worst)
        atPoints.append(stage.allocation.completeness(of: .whole(.point))!.worst)
        readings += [
          Reading("r of layers: \(arm.rawValue), \(length) steps", LinearFit.correlation(sums, exact)),
          Reading("share in another layer: \(arm.rawValue), \(length) steps", moved / 2),
          Reading("times fewer gradients: \(arm.rawValue), \(length) steps", steps.gradients / chords.gradients),
        ]
      }
    }
    return [Reading("complete", defects.max()!), Reading("by points", atPoints.min()!)] + readings
  }
}

extension AllocationReading {
  /// How many of the whole set were taken; an end is the next one's beginning.
  fileprivate var gradients: Double { Double(1 + steps.reduce(0) { $0 + $1.intervals }) }
}

extension Experiment {
  /// Can it be made cheaper?
  static func allocationAlongChords(_ profile: Profile) -> Experiment {
    let id = "lca/chords"
    let claim = ReadingClaims(of: id, at: AllocationArm.descent.rawValue, in: nil)
    let pilot = Claim.Provenance.pilot("Two seeds in PyTorch: Adam .98 to .996 over 20 steps, SGD .80 to .98.")
    return onArms(
      id,
      "Straight lines over 20 steps share a loss out among layers nearly as every step does, under SGD as well.",
      profile, ChordLengthsInstrument(),
      [
        claim("complete", "defect", .atMost(0.01), from: completeness),
        claim("by points", "defect", .atMost(0.01), isControl: true, from: completeness),
        claim.on(.adam)("r of layers: Adam, 20 steps", "correlation", .atLeast(0.95), from: pilot),
        claim.on(.momentum)("r of layers: momentum, 20 steps", "correlation", .atLeast(0.95), from: pilot),
        claim("r of layers: SGD, 20 steps", "correlation", .atLeast(0.95), isControl: true, from: pilot),
      ], always: ["complete", "by points"])
  }
}
