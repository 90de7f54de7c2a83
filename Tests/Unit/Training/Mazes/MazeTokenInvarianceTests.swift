import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What must not reach a loss or its gradient: padding, the company of other sizes, and shards.
@Suite struct MazeTokenInvarianceTests {
  private static let format = MazeTokenTests.formats[0]
  private let seed = Seed(root: 7)

  private static let shape = EncoderShape(
    vocabulary: format.vocabulary, idsPerToken: 1, combination: .sum, width: 14, layerCount: 2, headCount: 1,
    hiddenWidth: 29, activation: .gelu, normOrder: .pre, outputs: format.vocabulary,
    positions: .rotary(longest: 200), isCausal: true, readout: .everyToken, loss: .crossEntropy)

  /// Sequences right-padded to a length, as other libraries batch them; nil for none.
  private struct Padded: ExampleSource {
    let split: MazeSplit
    let length: Int?
    let seed: Seed

    let idsPerToken = 1
    var longest: Int { 128 }

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        var whole = Batch(idsPerToken: 1)
        MazeTokenSource(split: split, task: MazeTokenTests.task(format), seed: seed).append(
          index..<index + 1, to: &whole)
        let missing = (length ?? whole.tokenCount) - whole.tokenCount
        let padding = Array(repeating: Int32(LegacyTokens.Special.padding.rawValue), count: missing)
        batch.append(
          ids: whole.ids + padding, classes: whole.classes + padding,
          weights: whole.weights + Array(repeating: 0, count: missing))
      }
    }
  }

  private func state(_ source: any ExampleSource, shards: Int, workers: Int = 1) throws -> TrainingState {
    let model = Encoder(Self.shape)
    let trainer = Trainer(
      Program(model, for: .learning),
      Recipe(steps: 3, batchSize: 13, shardCount: shards, optimizer: .adam(), schedule: .constant(1e-3)),
      on: source, from: TrainingState(parameters: model.layout.initialValues(seed: Seed(root: 3))),
      maximumWorkers: workers)
    try trainer.advance(by: 3, workers: workers)
    return trainer.state
  }

  /// What is behind the last token that counts is seen by nobody: gradients gain only terms of exactly 0.
  @Test(arguments: [MazeSplit.train4, .train3To5])
  func paddingOnTheRightChangesNothing(split: MazeSplit) throws {
    let plain = try state(Padded(split: split, length: nil, seed: seed), shards: 3)
    #expect(try state(Padded(split: split, length: 128, seed: seed), shards: 3).losses == plain.losses)
    #expect(try state(Padded(split: split, length: 127, seed: seed), shards: 3).parameters == plain.parameters)
    let source = MazeTokenSource(split: split, task: MazeTokenTests.task(Self.format), seed: seed)
    #expect(try state(source, shards: 3) == plain)
  }

  /// Each supervised token counts once, whatever else is in the batch: the mean over a batch of three sizes is that over
  /// its examples one by one, by their supervised tokens.
  @Test func theCompanyOfOtherSizesChangesNothing() {
    let source = MazeTokenSource(split: .train3To5, task: MazeTokenTests.task(Self.format), seed: seed)
    let model = Encoder(Self.shape)
    let parameters = model.layout.initialValues(seed: Seed(root: 3))
    let predictor = Predictor(model, parameters: parameters)
    let together = predictor.predictions(for: 0..<40, of: source)
    #expect((0..<40).flatMap { predictor.predictions(for: $0..<$0 + 1, of: source) } == together)
    let answers = { (examples: Range<Int>) in
      let task = MazeTokenTests.task(Self.format)
      return MazeTokenAnswers(split: .train3To5, task: task).ask(
        Self.shape, ModelValues(parameters: parameters, statistics: []), count: examples.upperBound, seed: self.seed)
    }
    let all = answers(0..<23)
    #expect(answers(0..<7) == Array(all.prefix(7 * all.count / 23)))
  }

  @Test func shardsAndWorkersChangeAtMostTheLastBits() throws {
    let source = MazeTokenSource(split: .train3To5, task: MazeTokenTests.task(Self.format), seed: seed)
    let whole = try state(source, shards: 1)
    let parted = try state(source, shards: 5)
    // The same sums, rounded in another order.
    #expect(zip(whole.losses, parted.losses).allSatisfy { abs($0 - $1) < 1e-5 * $0 })
    #expect(try state(source, shards: 5, workers: 3) == parted)
  }
}
