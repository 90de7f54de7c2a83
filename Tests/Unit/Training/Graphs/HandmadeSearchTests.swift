import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What the hand-made network answers, without any training.
@Suite struct HandmadeSearchTests {
  /// Made by fixtures/reference/data_handmade_search.py.
  private struct Reference: Decodable {
    struct Case: Decodable {
      let vertices: Int
      let constants: [Double]
      let graphs: [[[Int]]]
      let distances: [Int]
      let answers: [Double]
      let rounding: Double

      var search: HandmadeSearch {
        HandmadeSearch(
          vertexCount: vertices,
          constants: .init(
            sink: constants[0], seek: constants[1], patience: constants[2], steepness: constants[3]))
      }
    }
    let cases: [Case]
  }

  private func answers(_ search: HandmadeSearch, _ graphs: [Graph]) -> [Float] {
    let model = AttentionOnly(search.shape)
    return Predictor(model, parameters: search.weights).predictions(
      for: 0..<graphs.count, of: SearchTestSource(graphs: graphs))
  }

  private func graph(_ vertexCount: Int, _ edges: [[Int]]) -> Graph {
    Graph(vertexCount: vertexCount, edges: edges.map { Edge($0[0], $0[1]) })
  }

  /// Four times what NumPy's float32 is off by: another order of the same sums.
  @Test func answersAgreeWithNumPy() throws {
    for test in try referenceFile("data/handmade-search.json", as: Reference.self).cases {
      let graphs = test.graphs.map { graph(test.vertices, $0) }
      #expect(graphs.map { $0.distance(from: 1, to: 2) ?? test.vertices + 1 } == test.distances)
      expectClose(
        answers(test.search, graphs), test.answers, within: 4 * test.rounding,
        "n = \(test.vertices), \(test.constants)")
    }
  }

  /// The hardest graphs for it: the longest path, and the vertices of most edges. In floats there is no error at all.
  @Test(arguments: [2, 3, 5, 8, 13, 32])
  func exactConstantsAreExactForEveryGraph(_ n: Int) {
    let all = Array(2...n)
    let path = [1] + all.filter { $0 != 2 } + [2]
    let edges: [[[Int]]] = [
      [],
      zip(path, path.dropFirst()).map { [min($0, $1), max($0, $1)] },
      all.map { [1, $0] },
      all.filter { $0 > 2 }.flatMap { [[1, $0], [2, $0]] },
      (1...n).flatMap { a in (1...n).filter { $0 > a }.map { [a, $0] } }.filter { $0 != [1, 2] },
      all.filter { $0 > 2 }.map { [1, $0] },
    ]
    let graphs = edges.map { graph(n, $0) }
    let search = HandmadeSearch(vertexCount: n, constants: .exact(vertexCount: n))
    #expect(answers(search, graphs) == graphs.map { Float($0.distance(from: 1, to: 2) ?? n + 1) })
  }

  /// The source's constants leave an error of 8e-5 for graphs of 8 vertices, and fail for 12.
  @Test func publishedConstantsSufficeForFewVerticesOnly() {
    func squaredError(_ n: Int) -> Double {
      let split = GraphSplit.ofSize(n)
      let search = HandmadeSearch(vertexCount: n, constants: .published)
      let found = Predictor(AttentionOnly(search.shape), parameters: search.weights).predictions(
        for: 0..<1024, of: SearchSource(split: split, seed: Seed(root: 3)))
      let evaluation = Examples.searches(split).evaluation(of: found, count: 1024, seed: Seed(root: 3))
      return Metric.squaredError.score(evaluation, .everything)
    }
    #expect((2e-5...2e-4).contains(squaredError(8)))
    #expect((4.0...6).contains(squaredError(12)))
  }

  @Test func constantsGrowWithTheGraph() {
    // 32 x 9 + 6 + 40 bits, at 7/10 each.
    #expect(
      HandmadeSearch.Constants.exact(vertexCount: 32)
        == .init(sink: 234, seek: 468, patience: 351, steepness: 558))
    #expect(HandmadeSearch.Constants.exact(vertexCount: 2).steepness == 18)
  }

  /// 44,352 weights for 16 vertices, as the source prints.
  @Test func aNetworkHasAsManyWeightsAsTheSources() {
    let search = HandmadeSearch(vertexCount: 16, constants: .published)
    #expect(search.weights.count == 44_352)
    #expect(AttentionOnly(search.shape).layout.count == 44_352)
  }
}

/// Graphs given one by one.
private struct SearchTestSource: ExampleSource {
  let graphs: [Graph]

  private var state: SearchState { SearchState(vertexCount: graphs[0].vertexCount) }
  var idsPerToken: Int { state.idsPerToken }
  var longest: Int { state.vertexCount + 1 }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    for index in indices { batch.append(ids: state.ids(of: graphs[index]), targets: [0]) }
  }
}
