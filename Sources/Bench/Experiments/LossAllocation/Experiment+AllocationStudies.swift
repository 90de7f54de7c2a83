import Data
import Instruments
import Judging
import Training

/// Every stage of a training, the long ones along chords: another path between the same weights, complete too.
struct StagesInstrument: Instrument {
  /// By stage, in order.
  let watches: [StageWatch]

  func readings(_ seen: Sighting) throws -> [Reading] {
    let layers = seen.plan.model.layout.layers
    var readings: [Reading] = []
    var worst = 0.0
    var atPoints = Double.infinity
    for watch in watches {
      let stage = seen(watch)
      for (number, set) in watch.sets.enumerated() {
        let reading = try stage.reading(of: AllocationObserver(.set(number), .integrated))
        let missing = stage.allocation.completeness(ofSet: number).worst
        readings.append(Reading("change after \(watch.stage): \(set.name)", reading.change))
        readings.append(Reading("missing in \(watch.stage): \(set.name)", missing))
        readings += zip(layers, reading.sums(of: layers)).map {
          Reading("\($0.name) in \(watch.stage): \(set.name)", $1)
        }
        if number < Experiment.setsThatMustBeComplete { worst = max(worst, missing) }
      }
      atPoints = min(atPoints, stage.allocation.completeness(of: .whole(.point))!.worst)
    }
    return [Reading("complete", worst), Reading("by points", atPoints)] + readings
  }
}

extension Experiment {
  /// What the stages of these studies learned from, and a set further off. Others may hardly change, while they rise and fall
  /// on the way.
  fileprivate static let setsThatMustBeComplete = 2

  /// Which layers of the published question's network learn what carries over, and which forget?
  static func allocationOnPath(_ profile: Profile) -> Experiment {
    let id = "lca/on-path"
    var experiment = Experiment.shortestPathsOnPath(profile).watched(
      as: id, "Fine-tuning graphs/on-path helps larger graphs and makes it forget: watched, it says in which layers.",
      longChord: 5, tolerance: 0.04, examples: 32,
      [("shifted", .graphs(.onPathLargeGraphs)), ("train's split", .graphs(.train))])
    let claim = ReadingClaims(of: id, at: "fine-tune", in: nil)
    let unchanged = TrivialPredictor.nothing(0, label: "unchanged")
    experiment.claims += [
      claim(
        "change after fine-tune: shifted", "loss change", .atMost(0), floor: unchanged,
        smallestEffect: 0.1, from: .theory("Below 0 it helps.")),
      claim(
        "change after fine-tune: train's split", "loss change", .atMost(0), isControl: true, smallestEffect: 0.1,
        from: .theory("Below 0 nothing would be forgotten.")),
    ]
    return experiment
  }

  /// Does the network that carries over learn in other places than the one that does not? Asked with as many bits as both
  /// learned to read: more bits are more loops, another network of the same weights. The loss is rough for as long as nothing
  /// is learned yet, and along lines of several steps it is rougher still; that of 16 elements was not complete.
  static func allocationOfPowers(_ profile: Profile) -> [Experiment] {
    [Experiment.powersBySquaring(profile), .powersByVectors(profile)].map { experiment in
      let name = experiment.id.split(separator: "/").last.map(String.init) ?? experiment.id
      return experiment.watched(
        as: "lca/powers-\(name)", "Step by step, \(experiment.id) says which layers learn what carries over.",
        longChord: 1, tolerance: 0.025, examples: 8,
        [("the exponent 5", .powerTapes(.heldOutExponent, SquaringScale.trainedBits))])
    }
  }

  /// The same runs, each stage watched on what it learned from and on further sets: step by step, and a long one along lines of
  /// `longChord` steps. The tolerance bounds the sum of all steps' errors, which have either sign: what is missing of the sum is
  /// claimed, whatever was tolerated.
  private func watched(
    as id: String, _ claim: String, longChord: Int, tolerance: Double, examples count: Int,
    _ sets: [(String, Examples)]
  ) -> Experiment {
    var watched = self
    watched.plan.id = id
    watched.claim = claim
    let watches = plan.stages.map { stage in
      let all =
        [WatchedSet("learned from", stage.examples, count: count, origin: .learnedFrom)]
        + sets.map { WatchedSet($0, $1, count: count) }
      return StageWatch(
        stage.name, all,
        AllocationPlan(
          all.indices.map { AllocationObserver(.set($0), .integrated) } + [.whole(.point)], intervals: 2...1024,
          chord: stage.recipe.steps > 1_000 ? longChord : 1, tolerance: tolerance,
          completeSets: Self.setsThatMustBeComplete))
    }
    watched.instrumentation = Instrumentation(StagesInstrument(watches: watches))
    let claim = ReadingClaims(of: id, at: plan.stages[0].name, in: nil)
    watched.claims = [
      claim("complete", "defect", .atMost(0.01), from: Experiment.completeness),
      claim("by points", "defect", .atMost(0.01), isControl: true, from: Experiment.completeness),
    ]
    return watched
  }
}
