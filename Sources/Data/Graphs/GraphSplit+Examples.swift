import Seeds

extension GraphSplit {
  /// Example `index` of this split. It depends on the split's name and revision, the seed and the index, and on
  /// nothing asked before.
  package func example(at index: Int, seed: Seed) -> GraphExample {
    var draft = GraphDraft()
    return example(at: index, stream: stream(of: seed), draft: &draft)
  }

  /// The examples of a range of indices: the same as one by one, and faster.
  package func examples(_ indices: Range<Int>, seed: Seed) -> [GraphExample] {
    var draft = GraphDraft()
    let stream = stream(of: seed)
    return indices.map { example(at: $0, stream: stream, draft: &draft) }
  }

  private func stream(of seed: Seed) -> Seed { seed.child("graphs").child(localName).child(revision) }

  /// In this order: n, then graphs until one is accepted and its target is within bounds.
  private func example(at index: Int, stream: Seed, draft: inout GraphDraft) -> GraphExample {
    var generator = stream.generator(at: index)
    let vertexCount = Draw.integer(in: sizes, using: &generator)
    while true {
      draft.redraw(structure, vertexCount: vertexCount, using: &generator)
      let distance = draft.distance(from: 1, to: 2)
      guard acceptance.accepts(distance: distance, using: &generator),
        let (target, label) = target(in: draft, distanceToTwo: distance, using: &generator)
      else { continue }
      return GraphExample(
        index: index, graph: draft.graph, target: target, label: label ?? unreachableLabel,
        distanceToTwo: distance ?? unreachableLabel)
    }
  }

  /// The target and its distance, or nil if the graph must be drawn again.
  private func target(
    in draft: GraphDraft, distanceToTwo: Int?, using generator: inout Generator
  ) -> (target: Int, label: Int?)? {
    switch target {
    case .fixed(2): return (2, distanceToTwo)
    case .fixed(let vertex): return (vertex, draft.distance(from: 1, to: vertex))
    case .uniform(let range):
      let vertex = Draw.integer(in: range, using: &generator)
      return (vertex, draft.distance(from: 1, to: vertex))
    case .anyVertex:
      let vertex = Draw.integer(in: 2...draft.vertexCount, using: &generator)
      return (vertex, draft.distance(from: 1, to: vertex))
    case .onPath(let bound):
      let path = draft.shortestPathToTwo()
      let place = placeProportionally(upTo: path.count - 1, using: &generator)
      return path[place] <= bound ?? .max ? (path[place], place) : nil
    }
  }

  /// k in 1...length with probability proportional to k.
  private func placeProportionally(upTo length: Int, using generator: inout Generator) -> Int {
    var rest = Draw.integer(in: 1...(length * (length + 1) / 2), using: &generator)
    var place = 1
    while rest > place {
      rest -= place
      place += 1
    }
    return place
  }
}
