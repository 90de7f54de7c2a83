extension GenerativeMazes {
  package func conditionals(of sequence: KnownSequence) -> [[Double]] {
    var odds = SpanningTreeOdds(rows: rows, columns: columns)
    let edges = odds.edges
    return conditionals(of: sequence, edges) { known in
      if let known { odds.include(known.0, known.1) }
      return edges.map { odds.probability($0.0, $0.1) }
    }
  }

  /// What comes next for one who does not know that a tree has no cycles: every passage that was not told yet is as probable
  /// as any other. All else is as it is.
  package func cycleBlindConditionals(of sequence: KnownSequence) -> [[Double]] {
    let edges = SpanningTreeOdds(rows: rows, columns: columns).edges
    var odds = [Double](repeating: 1, count: edges.count)
    return conditionals(of: sequence, edges) { known in
      if let known { odds[edges.firstIndex { $0 == (min(known.0, known.1), max(known.0, known.1)) }!] = 0 }
      return odds
    }
  }

  /// The entropy of a whole sequence to one who does not know of cycles.
  package var cycleBlindEntropy: Double {
    let edgeCount = 2 * cellCount - rows - columns
    let choices =
      Entropy.order(of: edgeCount) - Entropy.order(of: cellCount - 1)
      - Entropy.order(of: edgeCount - cellCount + 1)
    return entropy + choices - Entropy.uniform(treeCount)
  }

  /// - Parameter next: the odds of each edge to be told next; it is given the passage that was just told.
  private func conditionals(
    of sequence: KnownSequence, _ edges: [(Int, Int)], odds next: (_ known: (Int, Int)?) -> [Double]
  ) -> [[Double]] {
    let tokens = sequence.tokens
    let ends = sequence.partEnds[0]
    var conditionals: [[Double]] = []
    conditionals.reserveCapacity(tokens.count)
    var known: (Int, Int)?
    for place in stride(from: 0, to: ends, by: 2) {
      let odds = next(known)
      conditionals.append(first(of: edges, odds))
      conditionals.append(second(after: tokens[place], of: edges, odds))
      known = (tokens[place], tokens[place + 1])
    }
    conditionals += self.ends(from: tokens[ends])
    for token in tokens[(ends + 2)...] { conditionals.append((0..<cellCount).map { $0 == token ? 1 : 0 }) }
    return conditionals
  }

  /// Of the first token of all.
  var beginning: [Double] {
    let odds = SpanningTreeOdds(rows: rows, columns: columns)
    return first(of: odds.edges, odds.edges.map { odds.probability($0.0, $0.1) })
  }

  /// Of the origin, and of the target after that origin.
  func ends(from origin: Int) -> [[Double]] {
    [
      [Double](repeating: 1 / Double(cellCount), count: cellCount),
      (0..<cellCount).map { $0 == origin ? 0 : 1 / Double(cellCount - 1) },
    ]
  }

  private func first(of edges: [(Int, Int)], _ odds: [Double]) -> [Double] {
    let whole = odds.reduce(0, +)
    var probabilities = [Double](repeating: 0, count: cellCount)
    for (edge, odds) in zip(edges, odds) {
      probabilities[edge.0] += (sortsCells ? 1 : 0.5) * odds / whole
      if !sortsCells { probabilities[edge.1] += 0.5 * odds / whole }
    }
    return probabilities
  }

  private func second(after first: Int, of edges: [(Int, Int)], _ odds: [Double]) -> [Double] {
    var probabilities = [Double](repeating: 0, count: cellCount)
    var whole = 0.0
    for (edge, odds) in zip(edges, odds) {
      if edge.0 == first {
        probabilities[edge.1] = odds
      } else if edge.1 == first && !sortsCells {
        probabilities[edge.0] = odds
      } else {
        continue
      }
      whole += odds
    }
    precondition(whole > 0, "No passage from \(first) can be told next.")
    return probabilities.map { $0 / whole }
  }
}
