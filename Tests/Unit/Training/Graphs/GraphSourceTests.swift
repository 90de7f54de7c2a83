import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct GraphSourceTests {
  let seed = Seed(root: 5)

  @Test(arguments: GraphSplit.published)
  func aNetworkReadsEdgesAndThenTheQuestion(split: GraphSplit) {
    let source = GraphSource(split: split, seed: seed)
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(3..<203, to: &batch)
    let examples = split.examples(3..<203, seed: seed)
    #expect(batch.sequenceCount == 200 && batch.targets == examples.map { Float($0.label) })
    #expect(batch.longest <= source.longest)
    for (place, example) in examples.enumerated() {
      let ids = batch.ids[2 * Int(batch.starts[place])..<2 * Int(batch.starts[place + 1])]
      #expect(ids.count == 2 * (example.graph.edges.count + 1))
      #expect(ids.suffix(2) == [Int32(example.target), 16])
      // The vocabulary has 17 ids, and 16 is the question's alone.
      #expect(ids.dropLast().allSatisfy { 1...15 ~= $0 })
    }
  }

  @Test func anEvaluationKnowsWhatSlicesAreCutBy() {
    let split = GraphSplit.anyTargetLargeGraphs
    let evaluation = Evaluation.graphs(split, predictions: Array(repeating: 1, count: 300), seed: seed)
    let examples = split.examples(0..<300, seed: seed)
    #expect(evaluation.split == split.name && evaluation.truths == examples.map { Float($0.label) })
    #expect(evaluation.attributes.map(\.name) == ["n", "t", "d12", "label", "reachable"])
    #expect(evaluation.attribute("n").values == examples.map { Int32($0.graph.vertexCount) })
    #expect(evaluation.attribute("t").values == examples.map { Int32($0.target) })
    let reachable = evaluation.attribute("reachable").values
    #expect(reachable == examples.map { $0.label == 15 ? 0 : 1 } && Set(reachable) == [0, 1])
    let seen = Evaluation.Attribute("seen", evaluation.truths.indices.map { Int32($0 % 2) })
    let judged = evaluation.adding(seen)
    for slice in Slice.ofGraphs { #expect(!judged.rows(in: slice).isEmpty, "\(slice.name)") }
  }
}
