import Seeds
import Testing

@testable import Learning

@Suite struct MessagePassingTests {
  /// That of `fixtures/reference/learning_message_passing_pytorch.py`.
  static let model = MessagePassing(
    MessagePassingShape(
      vocabulary: 11, width: 13, linkKinds: 3, loops: 4, outputs: 5, readout: .everyToken, loss: .crossEntropy))

  private struct Source: ExampleSource {
    let idsPerToken = 1
    let longest = 7

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        let sequence = index % ReferenceModel.lengths.count
        let length = ReferenceModel.lengths[sequence]
        let first = ReferenceModel.lengths[..<sequence].reduce(0, +)
        let tokens = first..<first + length
        batch.append(
          ids: tokens.map { Int32(($0 * 31 + 7) % 11) }, classes: tokens.map { Int32(($0 * 3 + 1) % 5) })
        for token in 0..<length {
          batch.link(
            to: (0..<length).filter { (5 * token + 3 * $0 + sequence) % 4 != 1 }.map { ($0, (token + 2 * $0) % 3) })
        }
      }
    }
  }

  @Test func answersLossAndGradientsAgreeWithPyTorch() throws {
    let reference = try ReferenceModel.named("message-passing")
    #expect(Self.model.layout.count == reference.gradients.count)
    let found = Probe(Self.model, ReferenceModel.parameters(of: Self.model), Source()).loss(of: 0..<5)
    // Float32 sums of some ten terms, four loops deep: 5 digits of the largest (see EncoderReferenceTests).
    func largest(_ values: [Double]) -> Double { values.map(abs).max() ?? 0 }
    expectClose(found.predictions.map(Float.init), reference.predictions, within: 1e-5 * largest(reference.predictions))
    expectClose([Float(found.loss)], [reference.loss], within: 1e-5 * reference.loss)
    expectClose(found.gradients.map(Float.init), reference.gradients, within: 1e-5 * largest(reference.gradients))
  }

  @Test(arguments: [2, 3]) func neitherShardsNorWorkersReachANumber(_ workers: Int) throws {
    func state(workers: Int) throws -> TrainingState {
      let recipe = Recipe(steps: 4, batchSize: 7, shardCount: 3, optimizer: .adam(), schedule: .constant(1e-2))
      let trainer = Trainer(
        Program(Self.model, for: .learning), recipe, on: Source(),
        from: TrainingState(parameters: Self.model.layout.initialValues(seed: Seed(root: 5))), maximumWorkers: 3)
      try trainer.advance(by: 4, workers: workers)
      return trainer.state
    }
    #expect(try state(workers: workers) == state(workers: 1))
  }

  @Test func moreLoopsTakeTheSameParametersAndGiveOtherAnswers() {
    let five = MessagePassing(Self.model.shape.looped(5))
    #expect(five.layout == Self.model.layout)
    let parameters = ReferenceModel.parameters(of: five)
    func answers(_ model: MessagePassing) -> [Float] {
      Predictor(model, parameters: parameters).predictions(for: 0..<5, of: Source())
    }
    #expect(answers(five) != answers(Self.model))
    #expect(answers(MessagePassing(five.shape.looped(4))) == answers(Self.model))
  }

  /// Loops and links decide how far a token hears: with two loops, two links.
  @Test func aMessageGoesOneLinkALoop() {
    struct Chain: ExampleSource {
      let first: Int32
      let idsPerToken = 1
      let longest = 4
      func append(_ indices: Range<Int>, to batch: inout Batch) {
        for _ in indices {
          batch.append(ids: [first, 2, 3, 4], classes: [0, 0, 0, 0])
          for token in 0..<4 { batch.link(to: [(token, 0)] + (token > 0 ? [(token - 1, 1)] : [])) }
        }
      }
    }
    func answer(loops: Int, first: Int32) -> [Float] {
      let model = MessagePassing(Self.model.shape.looped(loops))
      return Predictor(model, parameters: ReferenceModel.parameters(of: model)).predictions(
        for: 0..<1, of: Chain(first: first)
      ).suffix(5).map(\.self)
    }
    #expect(answer(loops: 2, first: 1) == answer(loops: 2, first: 7))
    #expect(answer(loops: 3, first: 1) != answer(loops: 3, first: 7))
  }
}
