import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct CappedLabelsTests {
  /// As an edge a token, and as a vertex a token.
  @Test(arguments: [Examples.graphs(.train), .vertices(.train), .renamedGraphs(.train)])
  func whatIsFartherIsTheCapAndTheRestStays(examples: Examples) {
    func batch(_ labels: Labels) -> Batch {
      let stage = Stage("train", on: examples, TinyExperiment.recipe(steps: 1), labels: labels)
      let source = stage.source(seed: Seed(root: 13))
      var batch = Batch(idsPerToken: source.idsPerToken)
      source.append(0..<400, to: &batch)
      return batch
    }
    let (drawn, capped) = (batch(.asDrawn), batch(.atMost(5)))
    #expect(capped.targets == drawn.targets.map { min($0, 5) })
    #expect(drawn.targets.contains(15) && drawn.targets.contains { (6...14).contains($0) })
    #expect(capped.ids == drawn.ids && capped.linkEnds == drawn.linkEnds)
  }
}
