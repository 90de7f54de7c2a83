import Data
import Seeds
import Testing

/// The exact probability of every tree of 2 x 3 cells, by enumerating all choices of each algorithm, against draws; and
/// Wilson's trees of 3 x 3 cells, which are all alike. The chi-square bounds are those of ``ChiSquare``.
@Suite struct MazeGeneratorDistributionTests {
  private typealias Edge = Set<Int>
  private typealias Distribution = [Set<Edge>: Double]

  /// The pairs of neighbouring cells, by numbers.
  private func edges(rows: Int, columns: Int) -> [Edge] {
    (0..<rows).flatMap { row in
      (0..<columns).flatMap { column -> [Edge] in
        let cell = row * columns + column
        return (column + 1 < columns ? [[cell, cell + 1]] : []) + (row + 1 < rows ? [[cell, cell + columns]] : [])
      }
    }
  }

  private func tree(of maze: Maze) -> Set<Edge> {
    Set(maze.passages.map { [maze.number(of: $0), maze.number(of: $1)] })
  }

  private func expect(
    _ generator: MazeGenerator, rows: Int, columns: Int, follows exact: Distribution, draws: Int
  ) {
    #expect(abs(exact.values.reduce(0, +) - 1) < 1e-9)
    var random = Seed(root: 31).child(generator.name).generator()
    var counts: [Set<Edge>: Int] = [:]
    for _ in 0..<draws {
      counts[tree(of: generator.draw(rows: rows, columns: columns, using: &random)), default: 0] += 1
    }
    #expect(counts.keys.allSatisfy { exact[$0] != nil })
    let test = ChiSquare(exact.keys.map { counts[$0] ?? 0 }, probabilities: Array(exact.values))
    #expect(test.statistic < test.bound, "\(generator.name): \(test.statistic) of \(test.degreesOfFreedom)")
  }

  @Test func depthFirstTreesComeWithTheirProbability() {
    let edges = edges(rows: 2, columns: 3)
    var exact: Distribution = [:]
    func walk(_ trail: [Int], _ reached: Set<Int>, _ tree: Set<Edge>, _ probability: Double) {
      guard let cell = trail.last else { return exact[tree, default: 0] += probability }
      let ways = edges.filter { $0.contains(cell) && !$0.isSubset(of: reached) }
      if ways.isEmpty { return walk(trail.dropLast(), reached, tree, probability) }
      for way in ways {
        let next = way.subtracting([cell]).first!
        walk(trail + [next], reached.union([next]), tree.union([way]), probability / Double(ways.count))
      }
    }
    for start in 0..<6 { walk([start], [start], [], 1.0 / 6) }
    // All but the one that has both rows and the wall in the middle open: whatever its root, an edge left out joins
    // two branches, which a depth-first search would have followed.
    #expect(exact.count == 14)
    expect(.depthFirst, rows: 2, columns: 3, follows: exact, draws: 60_000)
  }

  @Test func primsTreesComeWithTheirProbability() {
    let edges = edges(rows: 2, columns: 3)
    var exact: Distribution = [:]
    func grow(_ reached: Set<Int>, _ tree: Set<Edge>, _ probability: Double) {
      let leaving = edges.filter { $0.intersection(reached).count == 1 }
      if leaving.isEmpty { return exact[tree, default: 0] += probability }
      for edge in leaving { grow(reached.union(edge), tree.union([edge]), probability / Double(leaving.count)) }
    }
    for start in 0..<6 { grow([start], [], 1.0 / 6) }
    #expect(exact.count == 15)
    expect(.prim, rows: 2, columns: 3, follows: exact, draws: 60_000)
  }

  @Test func kruskalsTreesComeWithTheirProbability() {
    let edges = edges(rows: 2, columns: 3)
    var exact: Distribution = [:]
    /// The next edge in a random order that does not close a cycle is any of those that do not.
    func join(_ parts: [Set<Int>], _ tree: Set<Edge>, _ probability: Double) {
      let joining = edges.filter { edge in !parts.contains { edge.isSubset(of: $0) } }
      if joining.isEmpty { return exact[tree, default: 0] += probability }
      for edge in joining {
        let touched = parts.filter { !$0.isDisjoint(with: edge) }
        let merged = parts.filter { $0.isDisjoint(with: edge) } + [touched[0].union(touched[1])]
        join(merged, tree.union([edge]), probability / Double(joining.count))
      }
    }
    join((0..<6).map { [$0] }, [], 1)
    #expect(exact.count == 15)
    expect(.kruskal, rows: 2, columns: 3, follows: exact, draws: 60_000)
  }

  @Test func dividedTreesComeWithTheirProbability() {
    /// The trees of an area, given by the numbers of its cells row by row.
    func divided(_ area: [[Int]]) -> [(Set<Edge>, Double)] {
      let (height, width) = (area.count, area[0].count)
      if height == 1 || width == 1 {
        let cells = area.flatMap { $0 }
        return [(Set(zip(cells, cells.dropFirst()).map { [$0, $1] }), 1)]
      }
      let turned = (0..<width).map { column in area.map { $0[column] } }
      let ways = height == width ? [area, turned] : [height > width ? area : turned]
      return ways.flatMap { cut($0, 1 / Double(ways.count)) }
    }
    func cut(_ area: [[Int]], _ probability: Double) -> [(Set<Edge>, Double)] {
      let share = probability / Double((area.count - 1) * area[0].count)
      return (1..<area.count).flatMap { row in
        area[0].indices.flatMap { gap -> [(Set<Edge>, Double)] in
          let door: Edge = [area[row - 1][gap], area[row][gap]]
          return divided(Array(area[..<row])).flatMap { first in
            divided(Array(area[row...])).map { (first.0.union($0.0).union([door]), share * first.1 * $0.1) }
          }
        }
      }
    }
    for (rows, columns) in [(2, 3), (3, 3)] {
      let area = (0..<rows).map { row in (0..<columns).map { row * columns + $0 } }
      let exact = Distribution(divided(area).map { ($0.0, $0.1) }, uniquingKeysWith: +)
      expect(.recursiveDivision, rows: rows, columns: columns, follows: exact, draws: 60_000)
    }
  }

  /// 192 trees, and 60,000 draws expect 312 of each.
  @Test func wilsonsTreesAreUniform() {
    let edges = edges(rows: 3, columns: 3)
    var trees: [Set<Edge>] = []
    for number in 0..<(1 << 12) where number.nonzeroBitCount == 8 {
      let chosen = edges.indices.filter { number >> $0 & 1 == 1 }.map { edges[$0] }
      var reached: Set<Int> = [0]
      for _ in 0..<8 { for edge in chosen where !edge.isDisjoint(with: reached) { reached.formUnion(edge) } }
      if reached.count == 9 { trees.append(Set(chosen)) }
    }
    #expect(trees.count == 192)
    let exact = Distribution(uniqueKeysWithValues: trees.map { ($0, 1.0 / 192) })
    expect(.wilson, rows: 3, columns: 3, follows: exact, draws: 60_000)
  }
}
