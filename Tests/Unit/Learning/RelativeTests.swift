import Seeds
import Testing

@testable import Learning

/// Biases by distance and prefixes, in a whole model.
@Suite struct RelativeTests {
  private static let prefixes = [0, 5, 7, 1, 2]

  static let encoder = Encoder(shape(.relative(farthest: 3)))
  private let model = encoder

  private static func shape(_ positions: Positions, _ readout: Readout = .lastTokens(3)) -> EncoderShape {
    var shape = CausalReference.encoder.shape
    shape.positions = positions
    shape.readout = readout
    return shape
  }

  /// The causal reference's examples, with the prefixes of `fixtures/reference/learning_relative_pytorch.py`.
  struct Source: ExampleSource {
    let idsPerToken = 1
    let longest = 11

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      var plain = Batch(idsPerToken: 1)
      CausalReference.Source().append(indices, to: &plain)
      for (place, index) in indices.enumerated() {
        let tokens = Int(plain.starts[place])..<Int(plain.starts[place + 1])
        let answers = 3 * place..<3 * (place + 1)
        batch.append(
          ids: plain.ids[tokens], prefix: prefixes[index % prefixes.count], classes: plain.classes[answers],
          weights: plain.weights[answers])
      }
    }
  }

  @Test func logitsLossAndGradientsAgreeWithPyTorch() throws {
    let reference = try ReferenceModel.named("relative")
    #expect(model.layout.count == reference.gradients.count)
    let probe = Probe(model, ReferenceModel.parameters(of: model), Source())
    let found = probe.loss(of: 0..<5)
    // Float32 sums of some hundred terms, a few layers deep: 5 digits of the largest (see EncoderReferenceTests).
    func largest(_ values: [Double]) -> Double { values.map(abs).max() ?? 0 }
    expectClose(found.predictions.map(Float.init), reference.predictions, within: 1e-5 * largest(reference.predictions))
    expectClose([Float(found.loss)], [reference.loss], within: 1e-5 * reference.loss)
    expectClose(found.gradients.map(Float.init), reference.gradients, within: 1e-5 * largest(reference.gradients))
  }

  @Test func neitherShardsNorWorkersReachANumber() throws {
    func state(workers: Int) throws -> TrainingState {
      let recipe = Recipe(steps: 4, batchSize: 7, shardCount: 3, optimizer: .adam(), schedule: .constant(1e-2))
      let trainer = Trainer(
        Program(model, for: .learning), recipe, on: Source(),
        from: TrainingState(parameters: model.layout.initialValues(seed: Seed(root: 5))), maximumWorkers: 3)
      try trainer.advance(by: 4, workers: workers)
      return trainer.state
    }
    let alone = try state(workers: 1)
    #expect(try state(workers: 3) == alone)
    // The biases begin at zero and learn. (The last layer's are read by three tokens only, and not at all distances.)
    #expect(alone.parameters[model.layout["blocks.0.attention.bias"]!.range].allSatisfy { $0 != 0 })
  }

  @Test func aPrefixSeesAllOfItselfAndNothingAfterIt() {
    let base = answers([4, 9, 2, 7, 5], prefix: 3)
    let inside = answers([4, 9, 3, 7, 5], prefix: 3)
    let after = answers([4, 9, 2, 8, 5], prefix: 3)
    #expect(base[0] != inside[0])
    #expect(Array(base[..<3]) == Array(after[..<3]))
    #expect(base[3] != after[3])
    let causal = answers([4, 9, 2, 7, 5], prefix: 0)
    #expect(causal[0] == answers([4, 9, 3, 7, 5], prefix: 0)[0])
    #expect(causal[0] != base[0])
  }

  /// All that lies beyond `farthest` is equally far: one layer sees no difference if two such tokens change places.
  @Test func beyondTheFarthestDistanceOrderIsNotSeen() {
    var shape = Self.shape(.relative(farthest: 3), .lastToken)
    shape.layerCount = 1
    let near = last(shape, [4, 9, 2, 7, 5, 6])
    let farSwapped = last(shape, [9, 4, 2, 7, 5, 6])
    let nearSwapped = last(shape, [4, 9, 2, 5, 7, 6])
    // The last token's sums add the same terms in another order: a few units in the last place.
    for (near, swapped) in zip(near, farSwapped) { #expect(abs(near - swapped) < 1e-5) }
    #expect(zip(near, nearSwapped).contains { abs($0 - $1) > 1e-4 })
  }

  /// By token: its logits.
  private func answers(_ ids: [Int32], prefix: Int) -> [[Float]] {
    let model = Encoder(Self.shape(.relative(farthest: 3), .everyToken))
    let found = predictions(model, ids, prefix)
    return (0..<ids.count).map { Array(found[5 * $0..<5 * ($0 + 1)]) }
  }

  private func last(_ shape: EncoderShape, _ ids: [Int32]) -> [Float] { predictions(Encoder(shape), ids, 0) }

  private func predictions(_ model: Encoder, _ ids: [Int32], _ prefix: Int) -> [Float] {
    struct One: ExampleSource {
      let ids: [Int32]
      let prefix: Int
      let idsPerToken = 1
      let longest = 11
      func append(_ indices: Range<Int>, to batch: inout Batch) {
        for _ in indices { batch.append(ids: ids, prefix: prefix, classes: []) }
      }
    }
    return Predictor(model, parameters: ReferenceModel.parameters(of: model)).predictions(
      for: 0..<1, of: One(ids: ids, prefix: prefix))
  }
}
