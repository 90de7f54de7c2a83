import Data
import Seeds
import Testing

@Suite struct LegacyTokensTests {
  private let corner = SolvedMaze(
    maze: Maze(rows: 2, columns: 2, passages: [(Cell(0, 0), Cell(0, 1)), (Cell(0, 0), Cell(1, 0))]),
    origin: Cell(0, 1), target: Cell(1, 0), path: [Cell(0, 1), Cell(0, 0), Cell(1, 0)])

  @Test func theTextIsThePublishedOne() {
    let tokens = LegacyTokens(coordinates: .unique(.uniform), side: 2)
    let ends =
      "<ADJLIST_END> <ORIGIN_START> (0,1) <ORIGIN_END> <TARGET_START> (1,0) <TARGET_END> "
      + "<PATH_START> (0,1) (0,0) (1,0) <PATH_END>"
    let passages = [["(0,0) <--> (0,1) ;", "(0,1) <--> (0,0) ;"], ["(0,0) <--> (1,0) ;", "(1,0) <--> (0,0) ;"]]
    let expected = passages[0].flatMap { one in
      passages[1].flatMap { other in
        [[one, other], [other, one]].map { "<ADJLIST_START> " + $0.joined(separator: " ") + " " + ends }
      }
    }
    var counts = [String: Int]()
    for use in 0..<4000 {
      var random = Seed(root: 25).generator(at: use)
      let sequence = tokens.encode(corner, using: &random)
      #expect(sequence.solutionStart == 17)
      counts[tokens.texts(sequence.tokens).joined(separator: " "), default: 0] += 1
    }
    // Both orders and both orientations of both passages come alike.
    #expect(Set(counts.keys) == Set(expected))
    let test = ChiSquare(uniform: expected.map { counts[$0] ?? 0 })
    #expect(test.statistic < test.bound)
  }

  @Test func indexedCoordinatesAreFiveTokens() throws {
    let tokens = LegacyTokens(coordinates: .indexed, side: 13)
    var random = Seed(root: 26).generator()
    let sequence = tokens.encode(corner, using: &random)
    #expect(tokens.texts(Array(sequence.solution)).joined(separator: " ") == "( 0 , 1 ) ( 0 , 0 ) ( 1 , 0 ) <PATH_END>")
    #expect(tokens.vocabularySize == 27 && tokens.vocabulary.count == 27)
    #expect(try tokens.tokens(tokens.texts(sequence.tokens)) == sequence.tokens)
  }

  /// The shortcut that models learn: in a tree of n x n cells a passage takes 4 tokens, and the rest before the
  /// path's marker 8, so the marker stands at 4 n^2 + 4 and the path starts one later.
  @Test(arguments: [3, 4, 6]) func allTreesOfOneSizeStartTheirPathsAtOnePlace(side: Int) {
    var random = Seed(root: 27).generator()
    let tokens = LegacyTokens(coordinates: .unique(.rasterized), side: side)
    for generator in [MazeGenerator.depthFirst, .wilson] {
      let split = MazeSplit(
        name: "place", revision: 1, sizes: side...side, generator: generator, portion: .everything,
        endpoints: .anyTwo, label: .canonical)
      for example in split.examples(0..<20, seed: Seed(root: 28)) {
        let sequence = tokens.encode(example.solved, using: &random)
        #expect(sequence.solutionStart == 4 * side * side + 5)
        #expect(sequence.question.last == LegacyTokens.Special.pathStart.rawValue)
        #expect(sequence.solution.count == example.path.count + 1)
      }
    }
  }

  @Test func theUniformVocabularyOfASmallSideIsAPrefix() {
    func cells(_ side: Int, _ order: CoordinateOrder) -> [String] {
      Array(LegacyTokens(coordinates: .unique(order), side: side).vocabulary.dropFirst(11))
    }
    #expect(
      cells(3, .uniform) == ["(0,0)", "(0,1)", "(1,0)", "(1,1)", "(0,2)", "(2,0)", "(1,2)", "(2,1)", "(2,2)"])
    #expect(cells(2, .rasterized) == ["(0,0)", "(0,1)", "(1,0)", "(1,1)"])
    for side in 1..<12 {
      #expect(cells(side + 1, .uniform).starts(with: cells(side, .uniform)))
      #expect(Set(cells(side, .uniform)) == Set(cells(side, .rasterized)))
    }
    for order in CoordinateOrder.allCases {
      for number in 0..<169 { #expect(order.number(of: order.cell(number, side: 13), side: 13) == number) }
    }
  }

  @Test func aTextOutsideTheVocabularyIsNamed() {
    let tokens = LegacyTokens(coordinates: .unique(.uniform), side: 2)
    func read() throws { _ = try tokens.tokens(["<PATH_START>", "(2,0)"]) }
    let error = #expect(throws: MazeTokenError.self) { try read() }
    #expect(error?.place == 1 && error?.description.contains("(2,0)") == true)
  }

  @Test func aMazeTooLargeForTheVocabularyStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var random = Seed(root: 1).generator()
      let example = MazeSplit.sizeUp5.example(at: 0, seed: Seed(root: 1))
      _ = LegacyTokens(coordinates: .indexed, side: 4).encode(example.solved, using: &random)
    }
  }
}
