import Seeds
import Testing

@testable import Data

@Suite struct EndpointRuleTests {
  private typealias Rule = EndpointRule

  /// How often each allowed pair is drawn, as a test of uniformity over those that naive counting allows.
  private func expectUniform(_ rule: EndpointRule, in maze: Maze, isJoined: Bool, pairCount: Int) {
    let cells = (0..<maze.cellCount).map { maze.cell($0) }
    let pairs = cells.flatMap { origin in
      cells.filter { rule.allows(origin: origin, target: $0, in: maze) && maze.distance(from: origin, to: $0) != nil }
        .map { [origin, $0] }
    }
    #expect(pairs.count == pairCount)
    var counts: [[Cell]: Int] = [:]
    var random = Seed(root: 12).generator()
    for _ in 0..<(100 * pairCount) {
      guard let ends = rule.draw(in: maze, isJoined: isJoined, using: &random) else {
        Issue.record("There are pairs, and none was drawn.")
        return
      }
      counts[[ends.origin, ends.target], default: 0] += 1
    }
    #expect(Set(counts.keys) == Set(pairs))
    let test = ChiSquare(uniform: pairs.map { counts[$0] ?? 0 })
    #expect(test.statistic < test.bound)
  }

  @Test func everyAllowedPairComesAsOften() {
    let tree = MazeTests.worked
    expectUniform(.anyTwo, in: tree, isJoined: true, pairCount: 30)
    let fork = Maze(
      rows: 3, columns: 3,
      passages: [
        (Cell(0, 1), Cell(1, 1)), (Cell(1, 1), Cell(1, 0)), (Cell(1, 1), Cell(1, 2)), (Cell(1, 1), Cell(2, 1)),
        (Cell(0, 0), Cell(1, 0)), (Cell(2, 2), Cell(2, 1)), (Cell(0, 2), Cell(1, 2)), (Cell(2, 0), Cell(2, 1)),
      ])
    // Five dead ends: (0, 1) and the four corners.
    expectUniform(.init(origin: .deadEnds, target: .deadEnds), in: fork, isJoined: true, pairCount: 20)
    expectUniform(.init(origin: .any, target: .deadEnds), in: fork, isJoined: true, pairCount: 40)
    let listed = Rule(origin: .listed([Cell(0, 0), Cell(9, 9), Cell(2, 2)]), target: .any)
    expectUniform(listed, in: fork, isJoined: true, pairCount: 16)
  }

  @Test func aPathJoinsTheTwoAlways() {
    let parts = Maze(
      rows: 3, columns: 3,
      passages: [(Cell(0, 0), Cell(0, 1)), (Cell(0, 1), Cell(0, 2)), (Cell(2, 1), Cell(2, 2))])
    expectUniform(.anyTwo, in: parts, isJoined: false, pairCount: 8)
    expectUniform(.init(origin: .deadEnds, target: .any), in: parts, isJoined: false, pairCount: 6)
  }

  /// The short way for any two cells of a joined maze takes the pairs in the order of the long one.
  @Test func theShortWayDrawsWhatTheLongOneDraws() {
    for index in 0..<500 {
      var (one, other) = (Seed(root: 13).generator(at: index), Seed(root: 13).generator(at: index))
      let short = EndpointRule.anyTwo.draw(in: MazeTests.worked, isJoined: true, using: &one)
      let long = EndpointRule.anyTwo.draw(in: MazeTests.worked, isJoined: false, using: &other)
      #expect(short?.origin == long?.origin && short?.target == long?.target)
    }
  }

  @Test func whereNoPairIsAllowedThereIsNone() {
    var random = Seed(root: 14).generator()
    let walls = Maze(rows: 3, columns: 5, passages: [])
    #expect(EndpointRule.anyTwo.draw(in: walls, isJoined: false, using: &random) == nil)
    let one = Maze(rows: 1, columns: 1, passages: [])
    #expect(EndpointRule.anyTwo.draw(in: one, isJoined: true, using: &random) == nil)
    let same = Rule(origin: .listed([Cell(0, 0)]), target: .listed([Cell(0, 0)]))
    #expect(same.draw(in: MazeTests.worked, isJoined: true, using: &random) == nil)
  }
}
