import Instruments
import Learning
import Seeds
import Training

/// Reads whether layers learn at the same steps, and what those steps' batches have to do with it.
struct SynchronyInstrument: Instrument {
  static let arms: [AllocationArm] = AllocationArm.optimizers + [.stratified, .whole]

  /// The first steps find the output's offset, which is another matter.
  let first: Int

  var watches: [StageWatch] { Self.arms.map(\.watch) }

  func readings(_ seen: Sighting) throws -> [Reading] {
    let arms = try Self.arms.map { try synchrony($0, seen) }
    let batches = try AllocationArm.optimizers.map { try self.batches($0, seen) }
    return (arms + batches).flatMap { $0 } + [
      Reading("z", arms[..<4].map { $0[0].value }.min()!),
      Reading("z, layers rolled", arms.map { $0[1].value }.max()!),
      Reading("explained by class counts", batches.map { $0[0].value }.max()!),
      Reading("unreachable ones, r with their count", batches.map { $0[2].value }.max()!),
      Reading("the same, steps permuted", batches.reduce(0) { $0 + $1[3].value } / 4),
    ]
  }

  private func synchrony(_ arm: AllocationArm, _ seen: Sighting) throws -> [Reading] {
    let layers = seen.plan.model.layout.layers
    let reading = try seen(arm.watch).reading(of: .whole(.integrated))
    func late(_ series: [[Double]]) -> [[Double]] { series.map { Array($0[first...]) } }
    let series = late(reading.series(of: layers))
    var generator = ReplicateSeeds(seen.replicate).looked(at: "synchrony of \(arm.rawValue)").generator()
    let synchrony = Synchrony(of: series)
    let z = synchrony.z(using: &generator)
    let rolled = Synchrony(of: Synchrony.rolled(series, using: &generator)).z(using: &generator)
    // Where a gradient is long, or a movement, is where its layer learns: the deepest minima of their negatives.
    func part(_ norms: [[Double]]) -> Double {
      let score = Synchrony(of: late(norms).map { $0.map { -$0 } }).score
      return Double(score) / Double(synchrony.score)
    }
    return [
      Reading("z: \(arm.rawValue)", z), Reading("z, rolled: \(arm.rawValue)", rolled),
      Reading("of gradients alone: \(arm.rawValue)", part(reading.gradientNorms(of: layers))),
      Reading("of movements alone: \(arm.rawValue)", part(reading.movementNorms(of: layers))),
    ]
  }

  private func batches(_ arm: AllocationArm, _ seen: Sighting) throws -> [Reading] {
    let watched = seen(arm.watch)
    let totals = try watched.reading(of: .whole(.integrated)).sums.map(\.total).withoutTrend
    let counts = classCounts(arm, seen)
    let errors = meanErrors(watched, seen)
    let losses = watched.followed[0]
    let changes = zip(losses.dropFirst(), losses).map { $0 - $1 }.withoutTrend
    var generator = ReplicateSeeds(seen.replicate).looked(at: "permuted steps of \(arm.rawValue)").generator()
    let order = Draw.permutation(of: changes.count, using: &generator)
    let unreachable = counts[5]
    return [
      Reading("explained by class counts: \(arm.rawValue)", LinearFit.explainedPart(of: totals, by: counts)),
      Reading(
        "explained by the batch's mean error: \(arm.rawValue)", LinearFit.explainedPart(of: totals, by: [errors])),
      Reading("unreachable ones, r with their count: \(arm.rawValue)", LinearFit.correlation(unreachable, changes)),
      Reading(
        "the same, steps permuted: \(arm.rawValue)", LinearFit.correlation(unreachable, order.map { changes[$0] })),
      Reading("r with the batch's mean error: \(arm.rawValue)", LinearFit.correlation(errors, totals)),
    ]
  }

  /// `[classes][steps]`: how many examples of the batch have each class.
  private func classCounts(_ arm: AllocationArm, _ seen: Sighting) -> [[Double]] {
    let stage = seen.plan.stage(named: arm.rawValue)
    let seed = ReplicateSeeds(seen.replicate).stage(stage)
    let classes = stage.examples.classes(0..<stage.recipe.examples, seed: seed)
    return (0..<6).map { wanted in
      (0..<stage.recipe.steps).map { step in
        let batch = classes[step * stage.recipe.batchSize..<(step + 1) * stage.recipe.batchSize]
        return Double(batch.count { $0 == wanted })
      }
    }
  }

  /// By step: minus the product of the mean errors of the batch and of the set. The gradient of a squared error by the
  /// head's offset is twice the mean error, so both follow from what that one parameter was allocated: of the set and of the
  /// batch it is the same movement times either gradient.
  private func meanErrors(_ watched: WatchedStage, _ seen: Sighting) -> [Double] {
    let offset = watched.allocation.tensors.firstIndex { $0.name == "head.bias" }!
    let plan = watched.allocation.plan
    let whole = plan.observers.firstIndex(of: .whole(.point))!
    let batch = plan.observers.firstIndex(of: .batch(.point))!
    return watched.allocation.state.steps.map { step in
      let square = step.movement.squares[offset]
      let product = step.observers[whole].tensors[offset] * step.observers[batch].tensors[offset]
      return square == 0 ? 0 : -product / (4 * square)
    }
  }
}

extension [Double] {
  /// Each less the mean of the 21 around it; of fewer at the ends.
  var withoutTrend: [Double] {
    indices.map { index in
      let window = self[Swift.max(0, index - 10)...Swift.min(count - 1, index + 10)]
      return self[index] - window.reduce(0, +) / Double(window.count)
    }
  }
}
