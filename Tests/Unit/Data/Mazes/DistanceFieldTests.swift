import Data
import Seeds
import Testing

@Suite struct DistanceFieldTests {
  /// All shortest paths, by trying every way that does not come back.
  private func allShortestPaths(_ maze: Maze, from origin: Cell, to target: Cell) -> [[Cell]] {
    var found: [[Cell]] = []
    func walk(_ path: [Cell]) {
      if path.count > (found.first?.count ?? .max) { return }
      if path.last == target {
        if path.count < found.first?.count ?? .max { found = [] }
        return found.append(path)
      }
      for direction in Direction.allCases where maze.isOpen(path[path.count - 1], direction) {
        let next = path[path.count - 1].step(direction)
        if !path.contains(next) { walk(path + [next]) }
      }
    }
    walk([origin])
    return found
  }

  @Test(arguments: MazeTests.generators) func pathsAreTheShortestOfAll(generator: MazeGenerator) throws {
    var random = Seed(root: 15).child(generator.name).generator()
    for _ in 0..<12 {
      let maze = generator.draw(rows: 3, columns: 5, using: &random)
      for target in [Cell(0, 0), Cell(1, 3), Cell(2, 4)] {
        let field = maze.distances(to: target)
        for number in 0..<15 {
          let origin = maze.cell(number)
          let all = allShortestPaths(maze, from: origin, to: target)
          #expect(field.distance(from: origin) == all.first.map { $0.count - 1 })
          #expect(field.shortestPathCount(from: origin) == all.count)
          #expect(field.path(from: origin) == all.first)  // Found north, east, south, west first.
          let drawn = field.randomPath(from: origin, using: &random)
          #expect(drawn.map(all.contains) ?? all.isEmpty)
          let ways = Set(all.compactMap { $0.count > 1 ? origin.direction(to: $0[1]) : nil })
          #expect(field.bestDirections(from: origin) == ways.reduce(0) { $0 | $1.bit })
        }
      }
    }
  }

  @Test func distancesAreThoseOfFloydAndWarshall() {
    var random = Seed(root: 16).generator()
    for (rows, columns) in [(7, 5), (1, 13), (4, 4)] {
      let maze = MazeGenerator.percolation(.init(1, of: 2)).draw(rows: rows, columns: columns, using: &random)
      let count = rows * columns
      var table = [[Int]](repeating: [Int](repeating: 1000, count: count), count: count)
      for cell in 0..<count { table[cell][cell] = 0 }
      for (from, to) in maze.passages {
        table[maze.number(of: from)][maze.number(of: to)] = 1
        table[maze.number(of: to)][maze.number(of: from)] = 1
      }
      for middle in 0..<count {
        for from in 0..<count {
          for to in 0..<count { table[from][to] = min(table[from][to], table[from][middle] + table[middle][to]) }
        }
      }
      for to in 0..<count {
        let field = maze.distances(to: maze.cell(to))
        #expect((0..<count).map { field.distance(from: maze.cell($0)) ?? 1000 } == table.map { $0[to] })
      }
    }
  }

  /// An open lattice has a binomial coefficient of shortest paths between its corners.
  @Test func pathsAreCountedAndWhatIsTooManyIsTheMost() {
    var random = Seed(root: 17).generator()
    func corners(_ rows: Int, _ columns: Int) -> (Int, [Cell]?) {
      let maze = MazeGenerator.percolation(.always).draw(rows: rows, columns: columns, using: &random)
      let field = maze.distances(to: Cell(rows - 1, columns - 1))
      return (
        field.shortestPathCount(from: Cell(0, 0)), field.randomPath(from: Cell(0, 0), using: &random)
      )
    }
    #expect(corners(5, 7).0 == 210)
    #expect(corners(30, 30).0 == 30_067_266_499_541_040)
    let (count, path) = corners(128, 128)
    #expect(count == .max && path?.count == 255)
  }

  @Test func randomPathsAreUniform() {
    var random = Seed(root: 18).generator()
    let open = MazeGenerator.percolation(.always).draw(rows: 3, columns: 4, using: &random)
    let field = open.distances(to: Cell(2, 3))
    var counts: [[Cell]: Int] = [:]
    for _ in 0..<5000 { counts[field.randomPath(from: Cell(0, 0), using: &random)!, default: 0] += 1 }
    #expect(counts.count == 10)
    let test = ChiSquare(uniform: Array(counts.values))
    #expect(test.statistic < test.bound)
  }

  @Test func whereNoPathLeadsThereIsNone() {
    var random = Seed(root: 19).generator()
    let parts = Maze(rows: 1, columns: 3, passages: [(Cell(0, 0), Cell(0, 1))])
    let field = parts.distances(to: Cell(0, 0))
    #expect(field.distance(from: Cell(0, 2)) == nil && field.path(from: Cell(0, 2)) == nil)
    #expect(field.shortestPathCount(from: Cell(0, 2)) == 0 && field.bestDirections(from: Cell(0, 2)) == 0)
    #expect(field.randomPath(from: Cell(0, 2), using: &random) == nil)
    #expect(field.path(from: Cell(0, 0)) == [Cell(0, 0)] && field.shortestPathCount(from: Cell(0, 0)) == 1)
  }
}
