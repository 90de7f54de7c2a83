import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct VertexSourceTests {
  let seed = Seed(root: 5)

  private func batch(_ split: GraphSplit, isNamed: Bool) -> Batch {
    let source = VertexSource(split: split, isNamed: isNamed, seed: seed)
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(3..<203, to: &batch)
    #expect(batch.longest <= source.longest)
    return batch
  }

  @Test(arguments: GraphSplit.all)
  func aNetworkReadsTheVerticesAndTheTargetLast(split: GraphSplit) {
    let batch = batch(split, isNamed: false)
    for (place, example) in split.examples(3..<203, seed: seed).enumerated() {
      let ids = batch.ids[Int(batch.starts[place])..<Int(batch.starts[place + 1])]
      let isMissing = example.target > example.graph.vertexCount
      #expect(ids.count == example.graph.vertexCount + (isMissing ? 1 : 0))
      #expect(ids.first == 1 && ids.last == 2 && ids.dropFirst().dropLast().allSatisfy { $0 == 0 })
      #expect(batch.targets[place] == Float(example.label))
    }
  }

  /// Walking along the links from the first token finds the last one after as many steps as the label says.
  @Test(arguments: GraphSplit.all)
  func theLinksAreTheEdges(split: GraphSplit) {
    let batch = batch(split, isNamed: false)
    for (place, example) in split.examples(3..<203, seed: seed).enumerated() {
      let tokens = Int(batch.starts[place])..<Int(batch.starts[place + 1])
      var reached: Set = [tokens.lowerBound]
      var steps = 0
      while !reached.contains(tokens.upperBound - 1) && steps < split.unreachableLabel {
        let next = reached.flatMap { token in
          (Int(batch.linkStarts[token])..<Int(batch.linkStarts[token + 1])).map { Int(batch.linkEnds[$0]) }
        }
        reached.formUnion(next)
        steps += 1
      }
      #expect(steps == example.label)
      for token in tokens {
        let own = Int(batch.linkStarts[token])..<Int(batch.linkStarts[token + 1])
        #expect(own.map { Int(batch.linkEnds[$0]) == token } == own.map { batch.linkKinds[$0] == 0 })
        #expect(Set(own.map { batch.linkEnds[$0] }).count == own.count, "a link is there twice")
      }
    }
  }

  /// Each vertex hears itself, then its neighbours, then all others, each by its kind.
  @Test func allVerticesAreLinkedWhereThatIsAsked() {
    let bare = batch(.train, isNamed: false)
    var all = Batch(idsPerToken: 1)
    VertexSource(split: .train, isNamed: false, linksAll: true, seed: seed).append(3..<203, to: &all)
    #expect(all.ids == bare.ids && all.targets == bare.targets)
    for sequence in 0..<200 {
      let tokens = Int(all.starts[sequence])..<Int(all.starts[sequence + 1])
      for token in tokens {
        let own = Int(all.linkStarts[token])..<Int(all.linkStarts[token + 1])
        let edges = Int(bare.linkStarts[token])..<Int(bare.linkStarts[token + 1])
        #expect(all.linkEnds[own].sorted() == tokens.map { Int32($0) })
        #expect(all.linkEnds[own].prefix(edges.count) == bare.linkEnds[edges])
        #expect(all.linkKinds[own].prefix(edges.count) == bare.linkKinds[edges])
        #expect(all.linkKinds[own].dropFirst(edges.count).allSatisfy { $0 == 2 })
      }
    }
  }

  @Test func aNameIsASecondIdAndChangesNothingElse() {
    let (bare, named) = (batch(.train, isNamed: false), batch(.train, isNamed: true))
    #expect(stride(from: 0, to: named.ids.count, by: 2).map { named.ids[$0] } == bare.ids)
    #expect(named.linkEnds == bare.linkEnds && named.linkKinds == bare.linkKinds)
    let vocabulary = VertexSource.vocabulary(isNamed: true)
    for (place, example) in GraphSplit.train.examples(3..<203, seed: seed).enumerated() {
      let tokens = Int(named.starts[place])..<Int(named.starts[place + 1])
      let names = tokens.map { Int(named.ids[2 * $0 + 1]) - 2 }
      #expect(names.first == 1 && names.last == example.target && Set(names).count == tokens.count)
      #expect(names.allSatisfy { 3 + $0 - 1 < vocabulary })
    }
  }
}
