import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// How long an answer in tokens may be, where it begins, and what ends it.
@Suite struct MazeTokenAnswersTests {
  static let formats = [MazeTokenTests.formats[0], MazeTokenTests.formats[1]] + MazeTokenTests.formats[3...]

  private let seed = Seed(root: 13)

  @Test(arguments: MazeTokenTests.formats)
  func asASolutionEndsSoDoesAnAnswer(format: MazeTokenFormat) {
    for example in MazeSplit.train3To5.examples(0..<20, seed: seed) {
      var generator = seed.generator()
      #expect(format.encode(example.solved, using: &generator).tokens.last == format.end)
    }
  }

  /// Two tokens more than its own maze has cells, whatever the largest of the split has.
  @Test(arguments: formats)
  func anAnswerIsOverWhereItsMazeHasNoMoreTokensFor(format: MazeTokenFormat) {
    let kept = MazeTokenAnswers(split: .train3To5, task: MazeTokenTests.task(format))
    for example in MazeSplit.train3To5.examples(0..<20, seed: seed) where example.maze.cellCount < 25 {
      let limit = example.maze.cellCount + 2
      for (count, isFinished) in [(limit, true), (limit + 1, false)] {
        let tokens = wandering(count, example, format)
        let padding = Array(repeating: Float(-1), count: kept.count(of: 1) - count)
        #expect(kept.paths(tokens + padding, of: [example])[0].isFinished == isFinished)
      }
    }
  }

  /// Back and forth between the origin and its neighbour, and then an end: so many tokens.
  private func wandering(_ count: Int, _ example: MazeExample, _ format: MazeTokenFormat) -> [Float] {
    let cells = [example.path[0], example.path[1]]
    let first = format == .cells ? 1 : 0  // moves do not name the origin
    let steps = (first..<first + count - 1).map { format.step(from: cells[($0 + 1) % 2], to: cells[$0 % 2])! }
    return (steps + [format.end]).map(Float.init)
  }

  @Test func aNetworkIsAskedFromWhereASequenceBegins() {
    let format = MazeTokenTests.formats[0]
    let task = MazeTokenTask(format: format, loss: .pathOnly, start: .random(below: 160))
    let shape = EncoderShape(
      vocabulary: format.vocabulary, idsPerToken: 1, combination: .sum, width: 14, layerCount: 1, headCount: 2,
      hiddenWidth: 19, activation: .gelu, normOrder: .pre, outputs: format.vocabulary,
      positions: .learned(longest: 160),
      isCausal: true, readout: .everyToken, loss: .crossEntropy)
    let model = Encoder(shape)
    let values = ModelValues(
      parameters: model.layout.initialValues(seed: Seed(root: 3)), statistics: model.firstStatistics)
    let kept = MazeTokenAnswers(split: .train3To5, task: task)
    let prompts = MazeTokenSource(split: .train3To5, task: task, seed: seed).prompts(0..<11)
    let decoder = GreedyDecoder(model, parameters: values.parameters, statistics: values.statistics)
    func answers(_ prompts: [Prompt]) -> [Float] {
      decoder.continuations(of: prompts, end: Int32(format.end))
        .flatMap { $0.map(Float.init) + Array(repeating: -1, count: kept.count(of: 1) - $0.count) }
    }
    let asked = kept.ask(shape, values, count: 11, seed: seed)
    #expect(asked == answers(prompts) && asked != answers(prompts.map { Prompt($0.ids, count: $0.count) }))
    // Diverged, it says so in place of the first id.
    let ill = ModelValues(parameters: values.parameters.map { _ in .nan }, statistics: values.statistics)
    let none = kept.ask(shape, ill, count: 11, seed: seed)
    #expect(none.count == asked.count && none.count(where: \.isNaN) == 11)
    #expect(kept.areNumbers(none, of: 11).allSatisfy { !$0 } && kept.areNumbers(asked, of: 11).allSatisfy { $0 })
  }
}
