import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct VertexNamesTests {
  let seed = Seed(root: 31)

  @Test func everyVertexButTheFirstGetsAnyNumber() {
    let names = VertexNames(seed: seed)
    var counts = [Int](repeating: 0, count: 14)
    for index in 0..<14_000 {
      let ids = names.ids(at: index)
      #expect(ids.count == 17 && ids[0] == 0 && ids[1] == 1 && ids[16] == 16)
      #expect(Set(ids).count == 17)
      counts[Int(ids[5]) - 2] += 1
    }
    let test = ChiSquare(uniform: counts)
    #expect(test.statistic < test.bound)
    #expect(names.ids(at: 7) == names.ids(at: 7) && names.ids(at: 7) != names.ids(at: 8))
    #expect(names.ids(at: 7) != VertexNames(seed: seed.child(0)).ids(at: 7))
  }

  /// The same graphs and labels as without, under other numbers.
  @Test func renamedGraphsAreTheSameGraphs() {
    let plain = GraphSource(split: .fineTune, seed: seed)
    let renamed = Examples.renamedGraphs(.fineTune).source(seed: seed)
    var (one, other) = (Batch(idsPerToken: 2), Batch(idsPerToken: 2))
    plain.append(3..<40, to: &one)
    renamed.append(3..<40, to: &other)
    #expect(one.targets == other.targets && one.starts == other.starts && one.ids != other.ids)
    for sequence in 0..<37 {
      let range = Int(one.starts[sequence]) * 2..<Int(one.starts[sequence + 1]) * 2
      let pairs = Set(zip(one.ids[range], other.ids[range]).map { [$0, $1] })
      #expect(
        Set(pairs.map { $0[0] }).count == pairs.count
          && Set(pairs.map { $0[1] }).count == pairs.count)
      #expect(pairs.contains([16, 16]) && !pairs.contains { ($0[0] == 1) != ($0[1] == 1) })
    }
    #expect(other.ids.contains(15), "graphs of 3...7 vertices have no 15 of their own")
  }
}
