import Instruments
import Learning
import Seeds
import Training

/// Reads which of four changes makes parameters hurt that would all help: a batch that is not the set, a step that is not
/// infinitely small, a momentum, a scale for each parameter.
struct FactorsInstrument: Instrument {
  static let arms: [AllocationArm] = AllocationArm.optimizers + [.whole]

  var watches: [StageWatch] { (Self.arms + [.fastHead]).map(\.watch) + [Self.coarse] }

  /// The control of completeness: two intervals throughout.
  static let coarse = StageWatch(
    AllocationArm.whole.rawValue, [AllocationArm.learned], AllocationPlan(intervals: 2...2))

  func readings(_ seen: Sighting) throws -> [Reading] {
    try completeness(seen) + shares(seen) + order(seen) + tails(seen) + layers(seen)
  }

  private func completeness(_ seen: Sighting) -> [Reading] {
    let defects = Self.arms.map { arm in (arm, seen(arm.watch).allocation.completeness(ofSet: 0)) }
    let descent = seen(AllocationArm.descent.watch).allocation
    return defects.map { Reading("defect: \($0.rawValue)", $1.worst) } + [
      Reading("complete", defects.map(\.1.worst).max()!),
      Reading("by trapezoids", descent.completeness(of: .whole(.trapezoid))!.worst),
      Reading("by points", descent.completeness(of: .whole(.point))!.worst),
      Reading("in two intervals", seen(Self.coarse).allocation.completeness(ofSet: 0).worst),
    ]
  }

  private func shares(_ seen: Sighting) throws -> [Reading] {
    var readings: [Reading] = []
    for arm in Self.arms {
      let stage = seen(arm.watch)
      for observer in stage.allocation.plan.observers {
        let reading = try stage.reading(of: observer)
        readings.append(Reading("helping: \(arm.rawValue), \(observer.words)", reading.helpingShare ?? .nan))
        guard observer == .batch(.point) else { continue }
        readings.append(Reading("positive entries: \(arm.rawValue)", Double(reading.hurting)))
      }
      let whole = try stage.reading(of: .whole(.integrated))
      readings += [
        Reading("parameters that hurt: \(arm.rawValue)", Double(whole.hurtingParameters) / whole.parameterCount),
        Reading(
          "parameters that do 90 % of helping: \(arm.rawValue)", Double(whole.count(doing: 0.9)) / whole.parameterCount),
        Reading("sign changes of the gradient: \(arm.rawValue)", whole.gradientPersistence.change ?? .nan),
        Reading("sign changes of the movement: \(arm.rawValue)", whole.movementPersistence.change ?? .nan),
        Reading("churn: \(arm.rawValue)", whole.churn),
      ]
    }
    let positive = [AllocationArm.descent, .rmsProp, .whole].map { arm in
      readings.first { $0.name == "positive entries: \(arm.rawValue)" }!.value
    }
    return readings + [Reading("positive entries without momentum", positive.max()!)]
  }

  /// By how much momentum alone makes fewer help than either other change alone; and the same said of integration.
  private func order(_ seen: Sighting) throws -> [Reading] {
    let descent = seen(AllocationArm.descent.watch)
    func share(_ stage: WatchedStage, _ observer: AllocationObserver) throws -> Double {
      try stage.reading(of: observer).helpingShare ?? .nan
    }
    let momentum = try share(seen(AllocationArm.momentum.watch), .batch(.point))
    let whole = try share(descent, .whole(.point))
    let integrated = try share(descent, .batch(.integrated))
    return [
      Reading("momentum below the others", min(whole, integrated) - momentum),
      Reading("integration below the others", min(whole, momentum) - integrated),
      Reading("whole set below integration", integrated - whole),
    ]
  }

  private func tails(_ seen: Sighting) throws -> [Reading] {
    let kurtoses = try AllocationArm.optimizers.map { arm in
      (arm, try seen(arm.watch).reading(of: .whole(.integrated)).sums.map(\.excessKurtosis).median)
    }
    var generator = ReplicateSeeds(seen.replicate).looked(at: "normal numbers").generator()
    let normal = (0..<99).map { _ in
      Distribution.excessKurtosis(
        (0..<seen.plan.model.layout.count).map { _ in Draw.normal(using: &generator) })
    }
    return kurtoses.map { Reading("kurtosis: \($0.rawValue)", $1) }
      + [Reading("kurtosis", kurtoses.map(\.1).min()!), Reading("kurtosis of normal numbers", normal.median)]
  }

  private func layers(_ seen: Sighting) throws -> [Reading] {
    let layers = seen.plan.model.layout.layers
    return try [AllocationArm.adam, .fastHead].map { arm in
      let sums = try seen(arm.watch).reading(of: .whole(.integrated)).sums(of: layers)
      return Reading("largest layer: \(arm.rawValue)", sums.max()!)
    }
  }
}

extension AllocationObserver {
  /// `whole set, integrated`
  var words: String { (loss == .batch ? "batch" : "whole set") + ", \(bracket.rawValue)" }
}

extension AllocationReading {
  var parameterCount: Double { Double(parameters.totals.count) }
}

extension Completeness {
  var worst: Double { max(defect, stepDefect) }
}

extension [Double] {
  /// Of an odd number of them the one in the middle, else the mean of the two.
  var median: Double {
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
