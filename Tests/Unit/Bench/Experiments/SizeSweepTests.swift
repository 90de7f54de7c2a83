import Data
import Instruments
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// Networks of several sizes in one plan, and what is read off them.
@Suite struct SizeSweepTests {
  private static let standard = Experiment.strongGeneralization(.standard).plan

  /// As the specification counts them: `16 w^2 + 23 w + 1`, and a table of 17 symbols beside it.
  @Test func tablesAreNoPartOfN() throws {
    let costs = try [8, 12, 16, 24, 32].map { width in
      try #require(NetworkCost(of: Self.standard.stage(named: SizeLadder.learned(width)), Self.standard))
    }
    #expect(costs.map(\.parameters) == [1_209, 2_581, 4_465, 9_769, 17_121])
    #expect(costs.map(\.allParameters) == [1_345, 2_785, 4_737, 10_177, 17_665])
    var shape = EncoderShape(
      vocabulary: 5, idsPerToken: 1, combination: .sum, width: 7, layerCount: 1, headCount: 1, hiddenWidth: 3,
      activation: .gelu, normOrder: .pre, outputs: 2, positions: .learned(longest: 11))
    let layout = Encoder(shape).layout
    #expect(layout.count - layout.countWithoutTables == 16 * 7)
    shape.positions = .none
    #expect(Encoder(shape).layout.countWithoutTables == layout.countWithoutTables)
  }

  @Test func costsAreCountedByTheStreamsOwnLengths() throws {
    let stage = Self.standard.stage(named: SizeLadder.learned(16))
    let cost = try #require(NetworkCost(of: stage, Self.standard))
    let examples = GraphSplit.reachable(3...7).examples(0..<1_024, seed: ReplicateSeeds(0).stage(stage))
    let lengths = examples.map { $0.tokenPairs.count }
    #expect(abs(cost.tokensPerStep - 64 * Double(lengths.reduce(0, +)) / 1_024) < 1e-9)
    // Forward and twice that backward; two layers of four projections, two feed-forward layers and two products; the head.
    let operations = lengths.map { length in
      3 * (2 * (8 * length * 16 * 16 + 4 * length * 16 * 32 + 4 * length * length * 16) + 2 * 16)
    }
    #expect(abs(cost.operationsPerStep / (64 * Double(operations.reduce(0, +)) / 1_024) - 1) < 1e-12)
    #expect(
      NetworkCost(of: Experiment.mazesOfOtherSizes(.smoke).stages[0], Experiment.mazesOfOtherSizes(.smoke).plan) == nil)
  }

  @Test func looksHalve() {
    #expect(ScalingScale.at(.standard).ladder.looks == [31, 62, 125, 250, 500, 1_000, 2_000, 4_000])
    #expect(ScalingScale.at(.standard).ladder.looks[ScalingScale.at(.standard).ladder.unmatchedLook] == 1_000)
    #expect(ScalingScale.at(.smoke).ladder.looks == [31, 62, 125, 250, 500])
  }

  /// All sizes read one stream and the fine-tuned ones another; rates fall with the square root of the width.
  @Test(arguments: Profile.allCases) func sizesAreComparedOnTheSameExamples(_ profile: Profile) {
    let (plan, scale) = (Experiment.transfer(profile).plan, ScalingScale.at(profile))
    func streams(_ names: [String]) -> Set<Seed> {
      Set(names.map { ReplicateSeeds(3).stage(plan.stage(named: $0)) })
    }
    let learned = scale.widths.map(SizeLadder.learned)
    let few = scale.widths.map(SizeSweep.tuned) + scale.widths.map(SizeSweep.fromScratch)
    #expect(streams(learned + scale.plainWidths.map(SizeSweep.plain)).count == 1 && streams(few).count == 1)
    #expect(streams(learned + few).count == 2)
    let rates = scale.widths.map { width in
      plan.stage(named: SizeLadder.learned(width)).recipe.schedule.rate(at: scale.steps - 1, of: scale.steps)
        * Double(width).squareRoot()
    }
    #expect(rates.allSatisfy { abs($0 / 0.024 - 1) < 1e-12 })
    for width in scale.widths {
      #expect(
        plan.lineage(of: SizeSweep.tuned(width)).map { plan.stages[$0].name } == [
          SizeLadder.learned(width), SizeSweep.tuned(width),
        ])
      #expect(plan.lineage(of: SizeSweep.fromScratch(width)).count == 1)
    }
    #expect(Experiment.strongGeneralization(profile).stages == plan.stages)
  }

  /// The same distances as often as the paper's training accepts them, and all reachable.
  @Test func whatIsAskedIsReachable() {
    let examples = GraphSplit.reachable(8...8).examples(0..<300, seed: Seed(root: 1))
    #expect(examples.allSatisfy { $0.graph.vertexCount == 8 && $0.label < 8 && $0.target == 2 })
    let train = GraphSplit.train.acceptance
    #expect(GraphSplit.reachable(3...7).acceptance.near == train.near)
    #expect(
      GraphSplit.reachable(8...8).name == "graphs/reachable-8"
        && GraphSplit.reachable(3...7).name == "graphs/reachable-3-to-7")
  }
}
