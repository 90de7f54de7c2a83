extension GenerativeMazes {
  /// The entropy of the path to one who knows its ends and no passage of the maze: how much the maze tells of it.
  ///
  /// Over all paths that visit no cell twice: one is the tree's own where all its edges are in the tree.
  package var blindPathEntropy: Double {
    let odds = SpanningTreeOdds(rows: rows, columns: columns)
    var neighbours = [[Int]](repeating: [], count: cellCount)
    for (one, other) in odds.edges {
      neighbours[one].append(other)
      neighbours[other].append(one)
    }
    var sum = 0.0
    for origin in 0..<cellCount {
      var isVisited = [Bool](repeating: false, count: cellCount)
      isVisited[origin] = true
      sum += entropy(from: origin, probability: 1, odds, &isVisited, neighbours)
    }
    return sum / Double(cellCount * (cellCount - 1))
  }

  /// The terms of all paths that go on from a path with this probability, which ends at `cell`.
  private func entropy(
    from cell: Int, probability: Double, _ odds: SpanningTreeOdds, _ isVisited: inout [Bool], _ neighbours: [[Int]]
  ) -> Double {
    var sum = 0.0
    for next in neighbours[cell] where !isVisited[next] {
      let step = odds.probability(cell, next)
      guard step > 0 else { continue }
      var known = odds
      known.include(cell, next)
      isVisited[next] = true
      sum += Entropy.term(probability * step)
      sum += entropy(from: next, probability: probability * step, known, &isVisited, neighbours)
      isVisited[next] = false
    }
    return sum
  }
}
