import Seeds
import Testing

@testable import Learning

@Suite struct TapeEncoderTests {
  /// That of `fixtures/reference/learning_tape_pytorch.py`.
  static func encoder(_ state: TapeEncoderShape.State, loops: Int = 3) -> TapeEncoder {
    TapeEncoder(
      TapeEncoderShape(
        symbols: 11, tapeSymbols: 3, width: 14, layerCount: 2, headCount: 2, hiddenWidth: 29, loops: loops,
        state: state))
  }

  struct Source: ExampleSource {
    let loops: Int
    var idsPerToken: Int { 2 + loops }
    let longest = 7

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        let sequence = index % ReferenceModel.lengths.count
        let first = ReferenceModel.lengths[..<sequence].reduce(0, +)
        let tokens = first..<first + ReferenceModel.lengths[sequence]
        var ids: [Int32] = []
        for token in tokens {
          ids += [Int32((token * 31 + 7) % 11), Int32((token * 5 + 2) % 11)]
          for loop in 0..<loops { ids.append(Int32((token + 2 * loop) % 3)) }
        }
        batch.append(ids: ids, classes: tokens.map { Int32(($0 * 3 + 1) % 11) })
      }
    }
  }

  @Test(arguments: [TapeEncoderShape.State.symbol, .vector])
  func answersLossAndGradientsAgreeWithPyTorch(_ state: TapeEncoderShape.State) throws {
    let reference = try ReferenceModel.named("tape-\(state.rawValue)")
    let model = Self.encoder(state)
    #expect(model.layout.count == reference.gradients.count)
    let found = Probe(model, ReferenceModel.parameters(of: model), Source(loops: 3)).loss(of: 0..<5)
    // Float32 sums of some hundred terms, a few loops deep: 5 digits of the largest (see EncoderReferenceTests).
    func largest(_ values: [Double]) -> Double { values.map(abs).max() ?? 0 }
    expectClose(found.predictions.map(Float.init), reference.predictions, within: 1e-5 * largest(reference.predictions))
    expectClose([Float(found.loss)], [reference.loss], within: 1e-5 * reference.loss)
    expectClose(found.gradients.map(Float.init), reference.gradients, within: 1e-5 * largest(reference.gradients))
  }

  /// While it learns, a symbol is a distribution: the two states are one formula.
  @Test func asADistributionItLearnsTheSame() {
    let models = [TapeEncoderShape.State.symbol, .distribution].map { Self.encoder($0) }
    let found = models.map { Probe($0, ReferenceModel.parameters(of: $0), Source(loops: 3)).loss(of: 0..<5) }
    #expect(found[0].predictions == found[1].predictions && found[0].gradients == found[1].gradients)
  }

  @Test func neitherShardsNorWorkersReachANumber() throws {
    func state(workers: Int) throws -> TrainingState {
      let model = Self.encoder(.symbol)
      let recipe = Recipe(steps: 4, batchSize: 7, shardCount: 3, optimizer: .adam(), schedule: .constant(1e-2))
      let trainer = Trainer(
        Program(model, for: .learning), recipe, on: Source(loops: 3),
        from: TrainingState(parameters: model.layout.initialValues(seed: Seed(root: 5))), maximumWorkers: 3)
      try trainer.advance(by: 4, workers: workers)
      return trainer.state
    }
    #expect(try state(workers: 3) == state(workers: 1))
  }

  private func answers(_ model: TapeEncoder, scale: Float = 1) -> [Float] {
    let parameters = ReferenceModel.parameters(of: model).map { scale * $0 }
    return Predictor(model, parameters: parameters).predictions(for: 0..<5, of: Source(loops: model.shape.loops))
  }

  /// `[sequences, symbols]`: those of the last tokens, and with distributions the very numbers of learning.
  @Test func itIsAskedAtTheLastToken() throws {
    let reference = try ReferenceModel.named("tape-symbol")
    let lasts = ReferenceModel.lengths.indices.map { ReferenceModel.lengths[...$0].reduce(0, +) - 1 }
    let expected = lasts.flatMap { reference.predictions[11 * $0..<11 * ($0 + 1)] }
    expectClose(answers(Self.encoder(.distribution)), expected, within: 1e-5 * expected.map(abs).max()!)
    #expect(answers(Self.encoder(.symbol)) != answers(Self.encoder(.distribution)))
  }

  /// One loop keeps nothing, so what would be kept does not matter; more loops take the same parameters.
  @Test func theStateMattersFromTheSecondLoopOn() {
    let one = [TapeEncoderShape.State.symbol, .distribution, .vector].map { answers(Self.encoder($0, loops: 1)) }
    #expect(one[0] == one[1] && one[1] == one[2])
    let model = Self.encoder(.symbol)
    #expect(TapeEncoder(model.shape.looped(5)).layout == model.layout)
    #expect(answers(TapeEncoder(model.shape.looped(5))) != answers(model))
  }

  /// A choice hides how sure the network was, but not that it has diverged.
  @Test func aChoiceHidesNoDivergence() {
    let answers = answers(Self.encoder(.symbol), scale: .nan)
    #expect(answers.allSatisfy { $0.isNaN })
  }
}
