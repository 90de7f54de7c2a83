import Seeds
import Testing

@testable import Learning

@Suite struct CausalTests {
  private let model = CausalReference.encoder

  @Test func logitsLossAndGradientsAgreeWithPyTorch() throws {
    let reference = try ReferenceModel.named("causal")
    #expect(model.layout.count == reference.gradients.count)
    #expect(model.layout.parameters[1].name == "positions")
    let probe = Probe(model, ReferenceModel.parameters(of: model), CausalReference.Source())
    let found = probe.loss(of: 0..<5)
    // Float32 sums of some hundred terms, a few layers deep: 5 digits of the largest (see EncoderReferenceTests).
    expectClose(found.predictions.map(Float.init), reference.predictions, within: 1e-5 * largest(reference.predictions))
    expectClose([Float(found.loss)], [reference.loss], within: 1e-5 * reference.loss)
    expectClose(found.gradients.map(Float.init), reference.gradients, within: 1e-5 * largest(reference.gradients))
  }

  @Test func shardsOfUnequalWeightAddUpToTheWholeBatch() throws {
    func losses(shards: Int) throws -> [Float] {
      let recipe = Recipe(
        steps: 6, batchSize: 5, shardCount: shards, optimizer: .adamW(weightDecay: 0.01), schedule: .constant(1e-2),
        gradientNormLimit: 0.5)
      let trainer = Trainer(
        Program(model, for: .learning), recipe, on: CausalReference.Source(),
        from: TrainingState(parameters: ReferenceModel.parameters(of: model)), maximumWorkers: 1)
      try trainer.advance(by: 6, workers: 1)
      return trainer.state.losses
    }
    let whole = try losses(shards: 1)
    let parted = try losses(shards: 4)
    #expect(whole.last! < 0.8 * whole[0])
    // The same sums, rounded in another order; Adam magnifies that where a gradient is near zero.
    expectClose(parted, whole.wide, within: 1e-4)
  }

  @Test func aTokenNeverSeesALaterOne() {
    var shape = model.shape
    shape.readout = .everyToken
    let everywhere = Encoder(shape)
    let predictor = Predictor(everywhere, parameters: ReferenceModel.parameters(of: everywhere))
    let long = predictor.predictions(for: 0..<1, of: Endings(endings: [[4, 9, 2, 7], [4, 9, 2]]))
    let short = predictor.predictions(for: 1..<2, of: Endings(endings: [[4, 9, 2, 7], [4, 9, 2]]))
    let other = predictor.predictions(for: 0..<1, of: Endings(endings: [[4, 9, 2, 8]]))
    let shared = 3 * CausalReference.classCount
    #expect(Array(long.prefix(shared)) == short)
    #expect(long.prefix(shared) == other.prefix(shared))
    #expect(long != other)
  }

  @Test func whatIsNotReadDoesNotChangeWhatIs() {
    var shape = model.shape
    shape.readout = .everyToken
    let everywhere = Encoder(shape)
    let parameters = ReferenceModel.parameters(of: model)
    let some = Predictor(model, parameters: parameters).predictions(for: 1..<2, of: CausalReference.Source())
    let every = Predictor(everywhere, parameters: parameters).predictions(for: 1..<2, of: CausalReference.Source())
    #expect(every.count == 11 * CausalReference.classCount)
    #expect(Array(every.suffix(some.count)) == some)
  }

  @Test func whereATokenStandsMatters() {
    var shape = model.shape
    shape.isCausal = false
    let predictor = Predictor(Encoder(shape), parameters: ReferenceModel.parameters(of: Encoder(shape)))
    let source = Endings(endings: [[4, 9, 2, 7], [9, 4, 2, 7]])
    #expect(predictor.predictions(for: 0..<1, of: source) != predictor.predictions(for: 1..<2, of: source))
  }

  /// Sequences of these ids.
  private struct Endings: ExampleSource {
    let idsPerToken = 1
    let longest = 4
    let endings: [[Int32]]

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices { batch.append(ids: endings[index], classes: []) }
    }
  }

  private func largest(_ values: [Double]) -> Double { values.map(abs).max() ?? 0 }
}
