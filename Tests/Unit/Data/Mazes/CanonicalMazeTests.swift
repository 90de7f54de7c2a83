import Data
import Seeds
import Testing

@Suite struct CanonicalMazeTests {
  private typealias Map = (Cell) -> Cell

  /// The symmetries of a lattice as maps of cells: the first four keep rows rows.
  private func symmetries(_ rows: Int, _ columns: Int) -> [Map] {
    let flips: [Map] = [
      { $0 }, { Cell(rows - 1 - $0.row, $0.column) }, { Cell($0.row, columns - 1 - $0.column) },
      { Cell(rows - 1 - $0.row, columns - 1 - $0.column) },
    ]
    return flips + flips.map { flip in { Cell(flip($0).column, flip($0).row) } }
  }

  private func image(_ maze: Maze, _ map: Map, isTransposed: Bool) -> Maze {
    Maze(
      rows: isTransposed ? maze.columns : maze.rows, columns: isTransposed ? maze.rows : maze.columns,
      passages: maze.passages.map { (map($0), map($1)) })
  }

  @Test(arguments: MazeTests.generators) func turningAndMirroringChangeNoForm(generator: MazeGenerator) {
    var random = Seed(root: 20).child(generator.name).generator()
    for (rows, columns) in [(3, 3), (5, 5), (3, 7), (7, 2), (1, 5)] {
      for _ in 0..<20 {
        let maze = generator.draw(rows: rows, columns: columns, using: &random)
        let ends = Draw.sample(2, from: 0...(rows * columns - 1), using: &random).map { maze.cell($0) }
        for (place, map) in symmetries(rows, columns).enumerated() {
          let other = image(maze, map, isTransposed: place >= 4)
          #expect(other.canonicalForm == maze.canonicalForm)
          #expect(other.canonicalForm.stableHash == maze.canonicalForm.stableHash)
          #expect(
            other.canonicalForm(origin: map(ends[0]), target: map(ends[1]))
              == maze.canonicalForm(origin: ends[0], target: ends[1]))
        }
      }
    }
  }

  /// Two mazes of 2 x 3 or 3 x 3 cells have the same form only if one becomes the other. The numbers of forms are
  /// those of orbits under the four or eight symmetries.
  @Test(arguments: [(2, 3), (3, 3)]) func differentOnesAreToldApart(rows: Int, columns: Int) {
    let all = (0..<(rows * columns)).flatMap { number -> [(Cell, Cell)] in
      let cell = Cell(number / columns, number % columns)
      return (cell.column + 1 < columns ? [(cell, cell.step(.east))] : [])
        + (cell.row + 1 < rows ? [(cell, cell.step(.south))] : [])
    }
    let maps = symmetries(rows, columns).prefix(rows == columns ? 8 : 4)
    var orbitOf: [Maze: Int] = [:]
    var formOf: [Int: CanonicalMaze] = [:]
    for number in 0..<(1 << all.count) {
      let maze = Maze(
        rows: rows, columns: columns, passages: all.indices.filter { number >> $0 & 1 == 1 }.map { all[$0] })
      // Passages that fill the lattice to its border, so that nothing is cropped.
      guard maze.openings.allSatisfy({ $0 != 0 }) else { continue }
      let images = maps.enumerated().map { image(maze, $1, isTransposed: $0 >= 4) }
      let orbit = images.compactMap { orbitOf[$0] }.first ?? orbitOf.count
      for image in images { orbitOf[image] = orbit }
      #expect(formOf[orbit] ?? maze.canonicalForm == maze.canonicalForm)
      formOf[orbit] = maze.canonicalForm
    }
    #expect(formOf.count > 10 && Set(formOf.values).count == formOf.count)
    #expect(Set(formOf.values.map(\.stableHash)).count == formOf.count)
  }

  @Test func theEndsHaveTheirRoles() {
    let line = Maze(rows: 1, columns: 3, passages: [(Cell(0, 0), Cell(0, 1)), (Cell(0, 1), Cell(0, 2))])
    let forms = [(0, 2), (2, 0), (0, 1), (1, 0), (2, 1)].map {
      line.canonicalForm(origin: Cell(0, $0.0), target: Cell(0, $0.1))
    }
    #expect(forms[0] == forms[1] && forms[2] == forms[4])
    #expect(Set(forms).count == 3 && !forms.contains(line.canonicalForm))
  }

  @Test func aFrameDoesNotCount() {
    let maze = MazeTests.worked
    let framed = maze.framed(rows: 7, columns: 5, top: 3, left: 1)
    #expect(framed.canonicalForm == maze.canonicalForm)
    #expect(
      framed.canonicalForm(origin: Cell(4, 1), target: Cell(4, 3))
        == maze.canonicalForm(origin: Cell(1, 0), target: Cell(1, 2)))
    #expect(Maze(rows: 5, columns: 3, passages: []).canonicalForm.rows == 0)
  }

  /// The portions depend on these numbers: another hash would be another revision of every split.
  @Test func theHashIsPinned() {
    #expect(MazeTests.worked.canonicalForm.stableHash == 11_093_412_444_012_662_963)
    #expect(
      MazeTests.worked.canonicalForm(origin: Cell(0, 0), target: Cell(1, 1)).stableHash == 4_502_295_204_847_784_829)
  }
}
