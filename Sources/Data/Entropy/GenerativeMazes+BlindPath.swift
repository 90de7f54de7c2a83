extension GenerativeMazes {
  /// The entropy of the path to one who knows its ends and no passage of the maze: how much the maze tells of it.
  ///
  /// Over all paths that visit no cell twice: one is the tree's own where all its edges are in the tree.
  package var blindPathEntropy: Double {
    let odds = SpanningTreeOdds(rows: rows, columns: columns)
    let neighbours = odds.neighbours
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

  /// What comes next after the passages, for one who was shown none of them: at each place of the ends and the path.
  func blindConditionals(of sequence: KnownSequence) -> [[Double]] {
    let told = sequence.tokens[sequence.partEnds[0]...]
    let (origin, target) = (told[told.startIndex], told[told.startIndex + 1])
    let steps = told.dropFirst(2)
    let paths = blindPaths(from: origin, to: target)
    return ends(from: origin)
      + steps.indices.map { place in
        let known = steps[..<place]
        let possible = paths.filter { $0.cells.starts(with: known) }
        let whole = possible.reduce(0) { $0 + $1.probability }
        var probabilities = [Double](repeating: 0, count: cellCount)
        for path in possible { probabilities[path.cells[known.count]] += path.probability / whole }
        return probabilities
      }
  }

  /// Every way between two cells that visits none twice, and how probable it is that a maze's path is that one.
  private func blindPaths(from origin: Int, to target: Int) -> [(cells: [Int], probability: Double)] {
    let odds = SpanningTreeOdds(rows: rows, columns: columns)
    let neighbours = odds.neighbours
    var paths: [(cells: [Int], probability: Double)] = []
    func goOn(_ cells: [Int], _ probability: Double, _ odds: SpanningTreeOdds) {
      let last = cells.last ?? origin
      if last == target { return paths.append((cells, probability)) }
      for next in neighbours[last] where next != origin && !cells.contains(next) {
        let step = odds.probability(last, next)
        guard step > 0 else { continue }
        var known = odds
        known.include(last, next)
        goOn(cells + [next], probability * step, known)
      }
    }
    goOn([], 1, odds)
    return paths
  }
}
