import Data
import Seeds
import Testing

@Suite struct CanonicalGraphTests {
  private let seed = Seed(root: 23)

  /// The graph on `vertexCount` vertices whose edges are the bits of `number`.
  private func graph(_ vertexCount: Int, number: Int) -> Graph {
    let pairs = (1...vertexCount).flatMap { a in (1...vertexCount).filter { a < $0 }.map { Edge(a, $0) } }
    return Graph(vertexCount: vertexCount, edges: pairs.indices.filter { number >> $0 & 1 == 1 }.map { pairs[$0] })
  }

  /// All orders of `items`.
  private func orders(_ items: [Int]) -> [[Int]] {
    guard let last = items.last else { return [[]] }
    return orders(items.dropLast()).flatMap { order in
      (0...order.count).map { Array(order[..<$0]) + [last] + Array(order[$0...]) }
    }
  }

  private func renamed(_ graph: Graph, _ names: [Int]) -> Graph {
    Graph(
      vertexCount: graph.vertexCount, edges: graph.edges.map { Edge(names[Int($0.a) - 1], names[Int($0.b) - 1]) })
  }

  /// The smallest sorted list of edges over every renaming that keeps the marked vertices 1...marks.
  private func bruteForce(_ graph: Graph, marks: Int) -> [Edge] {
    let fixed = Array(1...5).prefix(min(marks, graph.vertexCount))
    let free = Array(1...graph.vertexCount).dropFirst(marks)
    let lists = orders(Array(free)).map { renamed(graph, fixed + $0).edges.sorted() }
    return lists.min { $0.lexicographicallyPrecedes($1) }!
  }

  @Test(arguments: [0, 1, 2]) func allGraphsOfFiveVerticesAreToldApartAsByBruteForce(marks: Int) {
    for vertexCount in 2...5 {
      var byForm: [CanonicalGraph: [Edge]] = [:]
      var byForce: [[Edge]: CanonicalGraph] = [:]
      for number in 0..<(1 << (vertexCount * (vertexCount - 1) / 2)) {
        let graph = graph(vertexCount, number: number)
        let form = graph.canonicalForm(fixing: Array((1...5).prefix(marks)))
        let force = bruteForce(graph, marks: marks)
        #expect(byForm.updateValue(force, forKey: form) ?? force == force)
        #expect(byForce.updateValue(form, forKey: force) ?? form == form)
      }
      // The numbers of graphs without names: sequence A000088 of the OEIS.
      if marks == 0 { #expect(byForm.count == [0, 1, 2, 4, 11, 34][vertexCount]) }
    }
  }

  @Test func verdictsAreThoseOfNetworkX() throws {
    struct Content: Decodable {
      struct Pair: Decodable {
        let n: Int
        let first, second: [[Int]]
        let same: Bool
      }
      let pairs: [Pair]
    }
    let pairs = try referenceFile("data/graph-isomorphism.json", as: Content.self).pairs
    #expect(pairs.count == 400 && pairs.filter(\.same).count == 200)
    for pair in pairs {
      let forms = [pair.first, pair.second].map { edges in
        Graph(vertexCount: pair.n, edges: edges.map { Edge($0[0], $0[1]) }).canonicalForm(fixing: [1, 2])
      }
      #expect((forms[0] == forms[1]) == pair.same)
    }
  }

  @Test func renamingAnythingButOneAndTheTargetChangesNoKey() {
    var generator = seed.child("rename").generator()
    for example in GraphSplit.anyTargetLargeGraphs.examples(0..<1500, seed: seed) {
      let count = example.graph.vertexCount
      var free = (1...count).filter { $0 != 1 && $0 != example.target }
      let sorted = free
      Draw.shuffle(&free, using: &generator)
      var names = Array(1...count)
      for (from, to) in zip(sorted, free) { names[from - 1] = to }
      var edges = renamed(example.graph, names).edges
      Draw.shuffle(&edges, using: &generator)
      let same = Graph(vertexCount: count, edges: edges)
      #expect(same.canonicalForm(fixing: [1, example.target]) == example.canonicalForm)
    }
  }

  @Test func duplicatesAndVerticesWithoutEdgesDoNotCount() {
    let small = Graph(vertexCount: 4, edges: [Edge(1, 4), Edge(2, 4)])
    let large = Graph(vertexCount: 9, edges: [Edge(2, 8), Edge(1, 8), Edge(8, 1)])
    #expect(small.canonicalForm(fixing: [1, 2]) == large.canonicalForm(fixing: [1, 2]))
    #expect(small.canonicalForm(fixing: [1, 2]).edges == [Edge(1, 3), Edge(2, 3)])
    #expect(small.canonicalForm(fixing: [1, 3]) != large.canonicalForm(fixing: [1, 2]))
    // A target that the graph does not have asks what a target without edges asks.
    #expect(small.canonicalForm(fixing: [1, 3]) == small.canonicalForm(fixing: [1, 15]))
  }

  @Test func theMarkedVerticesKeepTheirRoles() {
    let path = Graph(vertexCount: 4, edges: [Edge(1, 3), Edge(3, 4)])
    #expect(path.canonicalForm(fixing: [1, 3]) != path.canonicalForm(fixing: [3, 1]))
    #expect(path.canonicalForm(fixing: [1, 4]) == path.canonicalForm(fixing: [4, 1]))
  }

  /// Colour refinement alone does not tell a hexagon from two triangles.
  @Test func graphsThatRefinementConfusesAreToldApart() {
    let hexagon = Graph(vertexCount: 6, edges: (1...6).map { Edge($0, $0 % 6 + 1) })
    let triangles = Graph(
      vertexCount: 6, edges: [Edge(1, 2), Edge(2, 3), Edge(1, 3), Edge(4, 5), Edge(5, 6), Edge(4, 6)])
    #expect(hexagon.canonicalForm(fixing: []) != triangles.canonicalForm(fixing: []))
  }

  /// Refinement leaves all vertices in one cell and not all in one orbit, so the first choice matters: Frucht's graph,
  /// which has no symmetry at all, and a hexagon beside two triangles.
  @Test func everyChoiceIsTriedWhereItMatters() {
    let jumps = [-5, -2, -4, 2, 5, -2, 2, 5, -2, -5, 4, 2]
    let chords = jumps.enumerated().filter { $1 > 0 }.map { Edge($0 + 1, ($0 + $1) % 12 + 1) }
    let frucht = Graph(vertexCount: 12, edges: (1...12).map { Edge($0, $0 % 12 + 1) } + chords)
    #expect(Set(frucht.edges).count == 18)
    let triangles = [Edge(7, 8), Edge(8, 9), Edge(7, 9), Edge(10, 11), Edge(11, 12), Edge(10, 12)]
    let union = Graph(vertexCount: 12, edges: (1...6).map { Edge($0, $0 % 6 + 1) } + triangles)
    var generator = seed.child("choices").generator()
    for graph in [frucht, union] {
      let forms = (0..<50).map { _ in
        renamed(graph, Draw.permutation(of: 12, using: &generator).map { $0 + 1 }).canonicalForm(fixing: [])
      }
      #expect(Set(forms).count == 1)
    }
  }

  /// Without the automorphisms each of these would take more leaves than there is time: 21!, 14!, 8! * 6^8 and 31!. A
  /// sanitizer takes minutes.
  @Test(.timeLimit(.minutes(10))) func symmetryCostsLittle() {
    let parallelPaths = graph(44, copies: 21) { [(1, 3 + 2 * $0), (3 + 2 * $0, 4 + 2 * $0), (4 + 2 * $0, 2)] }
    let twins = graph(16, copies: 14) { [(1, 3 + $0), (2, 3 + $0)] }
    let triangles = graph(24, copies: 8) {
      [(3 * $0 + 1, 3 * $0 + 2), (3 * $0 + 2, 3 * $0 + 3), (3 * $0 + 1, 3 * $0 + 3)]
    }
    let spider = graph(63, copies: 31) { [(1, 2 + 2 * $0), (2 + 2 * $0, 3 + 2 * $0)] }
    var generator = seed.child("symmetry").generator()
    for graph in [parallelPaths, twins, triangles, spider] {
      let form = graph.canonicalForm(fixing: [])
      let names = Draw.permutation(of: graph.vertexCount, using: &generator).map { $0 + 1 }
      #expect(renamed(graph, names).canonicalForm(fixing: []) == form)
      #expect(form.edges.count == graph.edges.count && form.vertexCount == graph.vertexCount)
    }
  }

  private func graph(_ vertexCount: Int, copies: Int, edges: (Int) -> [(Int, Int)]) -> Graph {
    Graph(vertexCount: vertexCount, edges: (0..<copies).flatMap { edges($0).map { Edge($0.0, $0.1) } })
  }
}
