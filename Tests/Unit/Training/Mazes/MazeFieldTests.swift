import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Mazes as a network reads them, and what its maps are worth.
@Suite struct MazeFieldTests {
  let seed = Seed(root: 5)

  /// The true map of each of the first examples.
  private func truth(_ split: MazeSplit, _ count: Int) -> [Float] {
    split.examples(0..<count, seed: seed).flatMap { example in
      let field = example.maze.distances(to: example.solved.target)
      return (0..<example.maze.cellCount).map { Float(field.distance(from: example.maze.cell($0)) ?? 25) }
    }
  }

  @Test(arguments: [MazeSplit.train3To5, .cycles10, .framed6, .density60])
  func aNetworkReadsCellsAndLearnsTheirDistances(split: MazeSplit) {
    let source = MazeFieldSource(split: split, unreachableLabel: 25, isNamed: false, seed: seed)
    var batch = Batch(idsPerToken: 1)
    source.append(0..<50, to: &batch)
    #expect(batch.targets == truth(split, 50) && batch.longest <= source.longest)
    for (place, example) in split.examples(0..<50, seed: seed).enumerated() {
      let first = Int(batch.starts[place])
      let ids = batch.ids[first..<Int(batch.starts[place + 1])]
      #expect(ids.count == example.maze.cellCount && ids.count { $0 == 1 } == 1)
      #expect(ids.firstIndex(of: 1) == first + example.maze.number(of: example.solved.target))
    }
  }

  @Test func withPlacesEachCellSaysWhereItLies() {
    let plain = MazeFieldSource(split: .sizeUp8, unreachableLabel: 64, isNamed: false, seed: seed)
    let named = MazeFieldSource(split: .sizeUp8, unreachableLabel: 64, isNamed: true, seed: seed)
    var (one, other) = (Batch(idsPerToken: 1), Batch(idsPerToken: 2))
    plain.append(0..<3, to: &one)
    named.append(0..<3, to: &other)
    #expect(stride(from: 0, to: other.ids.count, by: 2).map { other.ids[$0] } == one.ids)
    // Two roles, then the 64 places row by row, in each of the three mazes.
    let places = stride(from: 1, to: other.ids.count, by: 2).map { other.ids[$0] }
    #expect(places == (0..<3).flatMap { _ in (2..<66).map { Int32($0) } })
    #expect(other.targets == one.targets && other.linkEnds == one.linkEnds && other.linkKinds == one.linkKinds)
    #expect(MazeFieldSource.vocabulary(isNamed: true) == 66 && MazeFieldSource.vocabulary(isNamed: false) == 2)
  }

  @Test func aRowWithoutANameIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      var batch = Batch(idsPerToken: 2)
      let source = MazeFieldSource(split: .sizeUp15, unreachableLabel: 225, isNamed: true, seed: Seed(root: 5))
      source.append(0..<1, to: &batch)
    }
  }

  /// Along passages alone every token is as many links from the target as its label says.
  @Test func theLinksAreThePassagesAndTheWalls() {
    let source = MazeFieldSource(split: .sizeUp6, unreachableLabel: 36, isNamed: false, seed: seed)
    var batch = Batch(idsPerToken: 1)
    source.append(0..<7, to: &batch)
    var distances = batch.ids.map { $0 == 1 ? 0 : Int.max }
    for step in 0..<36 {
      for token in 0..<batch.tokenCount where distances[token] == .max {
        let links = Int(batch.linkStarts[token])..<Int(batch.linkStarts[token + 1])
        let reached = links.contains { batch.linkKinds[$0] == 1 && distances[Int(batch.linkEnds[$0])] == step }
        if reached { distances[token] = step + 1 }
      }
    }
    #expect(distances.map(Float.init) == batch.targets)
    // Inside of the lattice a cell has four neighbours, at a border three or two, and itself.
    let perCell = (0..<36).map { batch.linkStarts[$0 + 1] - batch.linkStarts[$0] }
    #expect(perCell.reduce(0, +) == 36 + 2 * 60 && perCell[0] == 3 && perCell[7] == 5)
    let passages = (0..<Int(batch.linkStarts[36])).count { batch.linkKinds[$0] == 1 }
    #expect(passages == 2 * 35)
  }

  @Test(arguments: [MazeSplit.heldOut3To5, .cycles10, .sizeUp8])
  func theTrueMapLeadsAlongAShortestPath(split: MazeSplit) {
    let evaluation = Evaluation.mazes(split, count: 60, predictions: truth(split, 60), seed: seed)
    #expect(Metric.shortestPath.score(evaluation, .everything) == 1)
    // Among equals the way of the canonical label comes first.
    #expect(Metric.exactPath.score(evaluation, .everything) == 1)
    #expect(Metric.squaredError.score(evaluation, .everything) == 0)
  }

  @Test func aFlatMapLeadsNowhereButByChance() {
    let evaluation = Evaluation.mazes(.sizeUp8, count: 200, predictions: nil, seed: seed)
    #expect(Metric.shortestPath.score(evaluation, .everything) < 0.3)
    #expect(evaluation.attribute("valid").values.contains(0))
  }

  /// A map with a hole far from the target: the walk is cut off and nothing is right.
  @Test func aWrongMapIsAFailure() {
    let example = MazeSplit.sizeUp8.examples(0..<1, seed: seed)[0]
    let turned = truth(.sizeUp8, 1).map { -$0 }
    let answer = MazeAnswer(following: turned, in: example.solved)
    let score = PathScore(
      of: answer, label: example.path, field: example.maze.distances(to: example.solved.target))
    #expect(answer.path.count <= example.maze.cellCount + 1)
    #expect(!score.isExact || example.path.count == 2)
  }

  @Test func everySliceIsOfSomeMaze() {
    let evaluations = [MazeSplit.heldOut3To5, .sizeUp15].map {
      Evaluation.mazes($0, count: 100, predictions: nil, seed: seed)
    }
    for slice in Slice.ofMazes {
      #expect(evaluations.contains { !$0.rows(in: slice).isEmpty }, "\(slice.name)")
    }
  }

  @Test func noMazeThatIsAskedIsShownTurnedOrNot() {
    let examples = Examples.mazeFields(.train3To5, unreachable: 25)
    let keys = MazeSplit.train3To5.examples(0..<9, seed: seed).map { ExampleKey($0.maze.canonicalForm) }
    #expect(examples.keys(0..<9, seed: seed) == keys)
    let held = Set(Examples.mazeFields(.heldOut3To5, unreachable: 25).keys(0..<500, seed: seed))
    #expect(held.isDisjoint(with: examples.keys(0..<500, seed: seed)))
  }
}
