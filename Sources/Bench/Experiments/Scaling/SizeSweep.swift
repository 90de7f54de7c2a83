import Data
import Instruments
import Judging
import Learning
import Training

/// Networks of several widths that learn distances in small graphs from one stream of examples, and are then fine-tuned on a
/// few large ones. Several experiments read it: one plan, so that each network is trained once.
struct SizeSweep: Hashable {
  let scale: ScalingScale

  /// Graphs of 3 to 7 vertices, as they are learned from and asked.
  static let near = Examples.renamedGraphs(.reachable(3...7))
  /// The same asked twice more: what looks like another distribution, and is none.
  static let again = Examples.renamedGraphs(.reachable(3...7, named: "reachable-3-to-7-again"))
  static let onceMore = Examples.renamedGraphs(
    .reachable(3...7, named: "reachable-3-to-7-once-more"))
  static let farSizes = [8, 10, 12, 15]
  /// Where vertices keep their numbers, those of larger graphs have never been seen.
  static let plain = Examples.graphs(.reachable(3...7, named: "plain-3-to-7"))
  static let plainFarSizes = [8, 15]
  /// What is fine-tuned on, and asked then.
  static let large = Examples.renamedGraphs(.reachable(8...15))
  static let tunedCount = 512
  static let looksFromScratch = 8
  /// From first weights, at width 16.
  private static let rate = 6e-3

  static let levels = SizeLevels(
    near: AskedSplit(near, count: 1_024),
    far: farSizes.map { SizeLevels.Level("n = \($0)", AskedSplit(far($0), count: 400)) })

  static func far(_ vertices: Int) -> Examples { .renamedGraphs(.reachable(vertices...vertices)) }

  static func plainFar(_ vertices: Int) -> Examples {
    .graphs(.reachable(vertices...vertices, named: "plain-\(vertices)"))
  }

  static func plain(_ width: Int) -> String { "width \(width), not renamed" }
  static func tuned(_ width: Int) -> String { "width \(width), fine-tuned" }
  static func fromScratch(_ width: Int) -> String { "width \(width), from scratch" }

  static func network(_ width: Int) -> Architecture {
    LossAllocationScale.network(width: width, layers: 2)
  }

  func experiment(
    _ id: String, _ claim: String, _ profile: Profile, _ instrument: some Instrument,
    _ claims: [Claim]
  )
    -> Experiment
  {
    Experiment(
      id: id, claim: claim, profile: profile, model: Self.network(scale.widths[0]), stages: stages,
      asked: asked,
      replicates: scale.replicates, claims: claims, instrumentation: Instrumentation(instrument))
  }

  private var stages: [Stage] {
    scale.widths.map(learning) + scale.plainWidths.map(learningPlain)
      + scale.widths.flatMap { [tuning($0), learningFromScratch($0)] }
  }

  private var asked: [AskedSplit] {
    [Self.near, Self.again, Self.onceMore, Self.plain, Self.large].map {
      AskedSplit($0, count: 1_024)
    }
      + (Self.farSizes.map(Self.far) + Self.plainFarSizes.map(Self.plainFar)).map {
        AskedSplit($0, count: 400)
      }
  }

  private func learning(_ width: Int) -> Stage {
    scale.ladder.stage(
      on: Self.near, Self.network(width), width: width, rate: Self.rate,
      asking: [Self.near, Self.again, Self.onceMore] + Self.farSizes.map(Self.far))
  }

  private func learningPlain(_ width: Int) -> Stage {
    scale.ladder.stage(
      Self.plain(width), on: Self.plain, Self.network(width), width: width, rate: Self.rate,
      asking: [Self.plain] + Self.plainFarSizes.map(Self.plainFar))
  }

  private func tuning(_ width: Int) -> Stage {
    Stage(
      Self.tuned(width), on: Self.large.repeated(Self.tunedCount),
      SizeLadder.recipe(
        scale.tuningSteps, .warmupCosine(peak: SizeLadder.rate(1e-3, width), warmup: 0, end: 0)),
      model: Self.network(width), after: SizeLadder.learned(width), stream: Self.tuned(scale.widths[0]))
  }

  private func learningFromScratch(_ width: Int) -> Stage {
    Stage(
      Self.fromScratch(width), on: Self.large.repeated(Self.tunedCount),
      SizeLadder.recipe(
        scale.scratchSteps, .warmupCosine(peak: SizeLadder.rate(Self.rate, width), warmup: 0, end: 0)),
      model: Self.network(width), startsOver: true, stream: Self.tuned(scale.widths[0]),
      watch: Watch(
        everySteps: scale.scratchSteps / Self.looksFromScratch, count: 1_024,
        splits: [Self.large.name]))
  }
}

extension GraphSplit {
  /// Graphs with a way from 1 to 2, long ones as often as the paper's `train` accepts them.
  static func reachable(_ sizes: ClosedRange<Int>, named name: String? = nil) -> GraphSplit {
    let ends = Set([sizes.lowerBound, sizes.upperBound]).sorted().map(String.init)
    return GraphSplit(
      name: name ?? "reachable-" + ends.joined(separator: "-to-"), revision: 1, sizes: sizes,
      acceptance: Acceptance(near: train.acceptance.near, far: .always, unreachable: .never),
      target: .fixed(2),
      unreachableLabel: 15)
  }
}
