extension GenerativeMazes {
  /// The entropy of the path to one who knows its ends and no passage of the maze: how much the maze tells of it.
  ///
  /// Over all paths that visit no cell twice: one is the tree's own where all its edges are in the tree.
  package var blindPathEntropy: Double {
    var sum = 0.0
    for origin in 0..<cellCount { walkBlindly(from: origin) { sum += Entropy.term($1) } }
    return sum / Double(cellCount * (cellCount - 1))
  }

  /// What comes next after the passages, for one who was shown none of them: at each place of the ends and the path.
  func blindConditionals(of sequence: KnownSequence) -> [[Double]] {
    let told = sequence.tokens[sequence.partEnds[0]...]
    let (origin, target) = (told[told.startIndex], told[told.startIndex + 1])
    let steps = told.dropFirst(2)
    var paths: [(cells: [Int], probability: Double)] = []
    walkBlindly(from: origin) { cells, probability in
      if cells.last == target { paths.append((Array(cells.dropFirst()), probability)) }
    }
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

  /// Every way from a cell that visits none twice, with its cells from that one on, and how probable it is that the path from
  /// there to the last of them is that one.
  private func walkBlindly(from origin: Int, _ visit: (_ cells: [Int], _ probability: Double) -> Void) {
    let odds = SpanningTreeOdds(rows: rows, columns: columns)
    let neighbours = odds.neighbours
    var cells = [origin]
    func goOn(_ probability: Double, _ odds: SpanningTreeOdds) {
      let last = cells[cells.count - 1]
      for next in neighbours[last] where !cells.contains(next) {
        let step = odds.probability(last, next)
        guard step > 0 else { continue }
        cells.append(next)
        visit(cells, probability * step)
        var known = odds
        known.include(last, next)
        goOn(probability * step, known)
        cells.removeLast()
      }
    }
    goOn(1, odds)
  }
}
