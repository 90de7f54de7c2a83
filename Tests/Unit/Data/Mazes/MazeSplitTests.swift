import Data
import Seeds
import Testing

@Suite struct MazeSplitTests {
  private struct Golden: Decodable {
    struct Split: Decodable {
      let fingerprint: String
      let lines: [String]
    }
    let root: UInt64
    let count: Int
    let splits: [String: Split]
  }

  private let seed = Seed(root: 3)

  @Test func examplesAreThoseOfTheIndependentImplementation() throws {
    let golden = try referenceFile("data/maze-splits.json", as: Golden.self)
    #expect(!golden.splits.isEmpty)
    let seed = Seed(root: golden.root)
    for (name, expected) in golden.splits.sorted(by: { $0.key < $1.key }) {
      let split = try #require(MazeSplit.all.first { $0.name == name })
      let lines = split.examples(0..<expected.lines.count, seed: seed).map { example in
        var tokens = seed.child("tokens").generator(at: example.index)
        return example.jsonLine(split: split, using: &tokens)
      }
      #expect(lines == expected.lines)
      #expect(split.fingerprint(seed: seed, count: golden.count) == expected.fingerprint, "\(name)")
    }
  }

  @Test(arguments: MazeSplit.all) func examplesAreAsDeclared(split: MazeSplit) {
    let count = split.sizes.upperBound > 10 ? 20 : 300
    for example in split.examples(0..<count, seed: seed) {
      let (maze, solved) = (example.maze, example.solved)
      #expect(maze.rows == maze.columns && (split.frame.map { $0...$0 } ?? split.sizes).contains(maze.rows))
      #expect(split.portion.contains(maze))
      #expect(split.endpoints.allows(origin: solved.origin, target: solved.target, in: maze))
      #expect(split.pathLengths.contains(solved.length))
      #expect(maze.distance(from: solved.origin, to: solved.target) == solved.length)
      if split.generator.joinsEverything && split.frame == nil { #expect(maze.componentCount == 1) }
    }
  }

  @Test func theOrderOfAskingDoesNotMatter() {
    for split in [MazeSplit.train3To5, .deadEnds, .cycles10, .framed6, .longPaths] {
      let inOrder = split.examples(0..<50, seed: seed)
      let backwards = (0..<50).reversed().map { split.example(at: $0, seed: seed) }
      #expect(inOrder == backwards.reversed())
      #expect(split.examples(20..<30, seed: seed) == Array(inOrder[20..<30]))
    }
    #expect(MazeSplit.wilson.example(at: .max, seed: seed) == MazeSplit.wilson.example(at: .max, seed: seed))
  }

  /// Mazes of 8 x 8 cells coincide with probability far below 1e-6, see MazeCollisionsTests.
  @Test func neighbouringSeedsNamesAndRevisionsShareNoMaze() {
    func forms(_ name: String, _ revision: Int, _ seed: Seed) -> Set<CanonicalMaze> {
      let split = MazeSplit(
        name: name, revision: revision, sizes: 8...8, generator: .wilson, portion: .everything, endpoints: .anyTwo,
        label: .canonical)
      return Set(split.examples(0..<1000, seed: seed).map { $0.maze.canonicalForm })
    }
    let mazes = forms("a", 1, seed)
    #expect(mazes.count == 1000)
    for other in [Seed(root: 4), Seed(root: 2), seed.child(0), seed.child("")] {
      #expect(mazes.isDisjoint(with: forms("a", 1, other)))
    }
    #expect(mazes.isDisjoint(with: forms("b", 1, seed)) && mazes.isDisjoint(with: forms("a", 2, seed)))
  }

  /// The known mistake: test mazes that stood in the training set, turned, mirrored or with other ends.
  @Test func whatIsHeldOutIsNeverTrainedOn() {
    let shown = [MazeSplit.train3To5, .trainWilson, .trainDeadEndStart].flatMap {
      $0.examples(0..<3000, seed: seed).map(\.maze)
    }
    for split in [MazeSplit.heldOut3To5, .heldOut3To4, .wilson, .kruskal, .cycles5, .framed6, .sizeDown3] {
      #expect(MazeCollisions.leak(of: split.examples(0..<1000, seed: seed).map(\.maze), from: shown) == 0)
    }
    let unguarded = MazeSplit(
      name: "unguarded", revision: 1, sizes: 3...5, generator: .depthFirst, portion: .everything, endpoints: .anyTwo,
      label: .canonical)
    #expect(MazeCollisions.leak(of: unguarded.examples(0..<1000, seed: seed).map(\.maze), from: shown) > 0.4)
  }

  /// A quarter is held out, also where there are few.
  @Test(arguments: [3, 4, 6]) func eachPortionHoldsItsShare(side: Int) {
    for generator in [MazeGenerator.depthFirst, .prim, .wilson, .kruskal, .recursiveDivision] {
      var random = Seed(root: 30).generator()
      let heldOut = (0..<4000).count { _ in
        MazeSplit.Portion.heldOut.contains(generator.draw(rows: side, columns: side, using: &random))
      }
      #expect(800...1200 ~= heldOut, "\(generator.name): \(heldOut)")
    }
  }

  @Test func whatIsRefusedIsCounted() {
    let split = MazeSplit(
      name: "refusals", revision: 1, sizes: 4...4, generator: .percolation(.init(1, of: 4)), portion: .training,
      endpoints: .init(origin: .deadEnds, target: .listed([Cell(0, 0), Cell(3, 3)])), distances: 2...6,
      pathLengths: 3...15, label: .random)
    let refused = split.rejections(0..<500, seed: seed)
    #expect(refused.portion > 0 && refused.endpoints > 0 && refused.distance > 0 && refused.pathLength > 0)
    #expect(refused.total == refused.portion + refused.endpoints + refused.distance + refused.pathLength)
    for example in split.examples(0..<500, seed: seed) {
      let solved = example.solved
      #expect(solved.maze.degree(solved.origin) == 1 && [Cell(0, 0), Cell(3, 3)].contains(solved.target))
      #expect(solved.origin.distance(to: solved.target) >= 2 && solved.length >= 3)
    }
    #expect(MazeSplit.wilson.rejections(0..<0, seed: seed) == MazeRejections())
  }

  @Test func aFrameHoldsTheMazeAtEveryPlace() {
    var places: Set<Cell> = []
    for example in MazeSplit.framed6.examples(0..<500, seed: seed) {
      let used = (0..<36).filter { example.maze.openings[$0] != 0 }
      let side = Int(Double(used.count).squareRoot())
      #expect(side * side == used.count && 3...5 ~= side && example.maze.passageCount == used.count - 1)
      if side == 4 { places.insert(example.maze.cell(used[0])) }
    }
    #expect(places.count == 9)
  }

  @Test func theFingerprintSeesTheSeedTheCountAndTheSplit() {
    let prints = [
      MazeSplit.train4.fingerprint(seed: seed, count: 10), MazeSplit.train4.fingerprint(seed: seed, count: 11),
      MazeSplit.train4.fingerprint(seed: seed.child(0), count: 10),
      MazeSplit.heldOut4.fingerprint(seed: seed, count: 10), MazeSplit.train4.fingerprint(seed: seed, count: 0),
    ]
    #expect(Set(prints).count == prints.count)
    #expect(MazeSplit.train4.fingerprint(seed: seed, count: 10) == prints[0])
  }

  @Test func noTwoSplitsHaveOneName() {
    #expect(Set(MazeSplit.all.map(\.name)).count == MazeSplit.all.count)
    for split in MazeSplit.all { #expect(split.name == "mazes/\(split.localName)") }
  }

  @Test func impossibleSplitsStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = MazeSplitTests.split(sizes: 1...3) }
    await #expect(processExitsWith: .failure) { _ = MazeSplitTests.split(sizes: 3...129) }
    await #expect(processExitsWith: .failure) { _ = MazeSplitTests.split(sizes: 3...5, frame: 4) }
    await #expect(processExitsWith: .failure) { _ = MazeSplitTests.split(distances: 5...9) }
    await #expect(processExitsWith: .failure) { _ = MazeSplitTests.split(pathLengths: 9...9) }
    await #expect(processExitsWith: .failure) { _ = MazeSplit.wilson.example(at: -1, seed: Seed(root: 1)) }
    // In 2 x 2 cells two neighbours lie 1 or 3 steps apart, so every maze is refused.
    await #expect(processExitsWith: .failure) {
      _ = MazeSplitTests.split(
        sizes: 2...2, pathLengths: 2...2, endpoints: .init(origin: .listed([Cell(0, 0)]), target: .listed([Cell(0, 1)]))
      ).example(at: 0, seed: Seed(root: 1))
    }
  }

  static func split(
    sizes: ClosedRange<Int> = 3...3, frame: Int? = nil, distances: ClosedRange<Int> = MazeSplit.anyLength,
    pathLengths: ClosedRange<Int> = MazeSplit.anyLength, endpoints: EndpointRule = .anyTwo
  ) -> MazeSplit {
    MazeSplit(
      name: "t", revision: 1, sizes: sizes, frame: frame, generator: .wilson, portion: .everything,
      endpoints: endpoints, distances: distances, pathLengths: pathLengths, label: .canonical)
  }
}
