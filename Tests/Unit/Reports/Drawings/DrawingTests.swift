import Foundation
import Testing

@testable import Reports

@Suite struct DrawingTests {
  @Test func placesOnACircleAreThoseOfSineAndCosine() {
    let circle = Circle(centre: SVG.Point(x: 7, y: -3), radius: 100_003)
    for count in [1, 2, 3, 4, 7, 29] {
      for index in 0..<count {
        let angle = 2 * Double.pi * Double(index) / Double(count)
        let point = circle.point(index, of: count)
        #expect(abs(Double(point.x - 7) - 100_003 * sin(angle)) <= 0.5 + 1e-9)
        #expect(abs(Double(-3 - point.y) - 100_003 * cos(angle)) <= 0.5 + 1e-9)
      }
    }
  }

  @Test(arguments: [
    Drawing.graph(Sample.graph), .maze(Sample.maze), .permutation(Sample.permutation),
    .graph(GraphDrawing(labels: [], edges: [], path: [])),
    .graph(GraphDrawing(labels: (0..<211).map(String.init), edges: [], path: [210])),
    .maze(MazeDrawing(rows: 0, columns: 0, passages: [], path: [], answered: [])),
    .maze(MazeDrawing(rows: 1, columns: 3, passages: [], path: [0], answered: [])),
    .maze(MazeDrawing(rows: 2, columns: 3, passages: [], path: [], answered: [6, -1, 3])),
    .permutation(PermutationDrawing(images: [], walk: [], answered: nil)),
    .permutation(PermutationDrawing(images: [0], walk: [0], answered: 0)),
    .permutation(PermutationDrawing(images: [1, 0, 2], walk: [2, 2, 2], answered: 9)),
  ]) func everyDrawingIsWellFormedAndDescribed(_ drawing: Drawing) {
    let parsed = ParsedPage(drawing.svg(title: Sample.hostileName))
    #expect(parsed.problem == nil)
    #expect(parsed.all("desc").first?.text.isEmpty == false)
    for style in Style.allCases {
      let text = drawing.text(style: style)
      #expect(text.isEmpty || text.hasSuffix("\n"))
      #expect(style != .ascii || text.utf8.allSatisfy { $0 < 128 })
    }
  }

  @Test func aGraphTellsItsPath() {
    #expect(Sample.graph.summary == "A graph of 7 vertices and 7 edges; path 1, 6, 5.")
    let parsed = ParsedPage(Drawing.graph(Sample.graph).svg(title: "t"))
    let kinds = parsed.all("circle").compactMap { $0.attributes["class"] }
    #expect(kinds == ["gb-start", "gb-spot", "gb-spot", "gb-spot", "gb-goal", "gb-via", "gb-spot"])
  }

  @Test func aMazeHasAWallWhereNoPassageIs() {
    let maze = MazeDrawing(
      rows: 2, columns: 3, passages: [(0, 1), (4, 1), (1, 2)].map { GraphDrawing.Link($0.0, $0.1) }, path: [0, 1, 4],
      answered: [0, 1, 4])
    #expect(
      maze.text(style: .plain) == """
        ┌───────────┐
        │ S   *     │
        ├───┐   ┌───┤
        │   │ T │   │
        └───┴───┴───┘

        """)
    #expect(maze.firstBreak == nil)
  }

  @Test func anAnswerBreaksWhereItLeavesThePassages() {
    var maze = Sample.maze
    #expect(maze.firstBreak == 10)
    #expect(maze.summary.hasSuffix("; the answer leaves the passages at its step 10."))
    maze.answered = [1, 2]
    #expect(maze.firstBreak == 0)
    maze.answered = [0, 1, 25]
    #expect(maze.firstBreak == 2)
    #expect(maze.walked == [0, 1])
    maze.answered = maze.path
    #expect(maze.firstBreak == nil)
    #expect(!Drawing.maze(maze).svg(title: "t").contains("class=\"gb-wrong\""))
  }

  @Test func aPermutationFollowsItsCycle() {
    #expect(Sample.permutation.cycle(through: 1) == [1, 0, 3, 5, 2, 6, 4])
    #expect(
      Sample.permutation.summary
        == "A permutation of 9; 4 steps along the cycle (1 0 3 5 2 6 4) lead from 1 to 2, answered 6.")
  }

  @Test func whatIsNoDrawingIsACallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = Drawing.graph(GraphDrawing(labels: ["a"], edges: [.init(0, 1)], path: [])).text()
    }
    await #expect(processExitsWith: .failure) {
      _ = Drawing.permutation(PermutationDrawing(images: [0, 0], walk: [], answered: nil)).text()
    }
    await #expect(processExitsWith: .failure) {
      _ = Drawing.permutation(PermutationDrawing(images: [1, 0], walk: [0, 0], answered: nil)).text()
    }
    await #expect(processExitsWith: .failure) {
      _ = Drawing.maze(MazeDrawing(rows: 1, columns: 2, passages: [], path: [2], answered: [])).text()
    }
  }
}
