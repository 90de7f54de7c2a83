import Seeds
import Testing

@testable import Learning

@Suite struct AttentionOnlyTests {
  /// That of `fixtures/reference/learning_attention_only_pytorch.py`.
  static let model = AttentionOnly(
    AttentionOnlyShape(
      width: 17, idsPerToken: 3, layerCount: 3,
      groups: [
        .init("far", headCount: 3, queryWidth: 2, writes: 4..<9, isShared: true, squash: 1.5),
        .init("near", headCount: 2, queryWidth: 7, writes: 11..<14, isShared: false),
      ],
      answer: 8..<13))

  struct Source: ExampleSource {
    let idsPerToken = 3
    let longest = 7

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        let sequence = index % ReferenceModel.lengths.count
        let first = 3 * ReferenceModel.lengths[..<sequence].reduce(0, +)
        let ids = (first..<first + 3 * ReferenceModel.lengths[sequence]).map { Int32(($0 * 31 + 7) % 17) }
        batch.append(ids: ids, targets: [Float((sequence * 5) % 7 + 1)])
      }
    }
  }

  @Test func answersLossAndGradientsAgreeWithPyTorch() throws {
    let reference = try ReferenceModel.named("attention-only")
    #expect(Self.model.layout.count == reference.gradients.count)
    let found = Probe(Self.model, ReferenceModel.parameters(of: Self.model), Source()).loss(of: 0..<5)
    // Float32 sums of some ten terms, three layers deep: 5 digits of the largest (see EncoderReferenceTests).
    func largest(_ values: [Double]) -> Double { values.map(abs).max() ?? 0 }
    expectClose(found.predictions.map(Float.init), reference.predictions, within: 1e-5 * largest(reference.predictions))
    expectClose([Float(found.loss)], [reference.loss], within: 1e-5 * reference.loss)
    expectClose(found.gradients.map(Float.init), reference.gradients, within: 1e-5 * largest(reference.gradients))
  }

  @Test func neitherShardsNorWorkersReachANumber() throws {
    func state(workers: Int) throws -> TrainingState {
      let recipe = Recipe(steps: 4, batchSize: 7, shardCount: 3, optimizer: .adam(), schedule: .constant(1e-2))
      let trainer = Trainer(
        Program(Self.model, for: .learning), recipe, on: Source(),
        from: TrainingState(parameters: Self.model.layout.initialValues(seed: Seed(root: 5))), maximumWorkers: 3)
      try trainer.advance(by: 4, workers: workers)
      return trainer.state
    }
    #expect(try state(workers: 3) == state(workers: 1))
  }

  /// Together they are all the weights, each once.
  @Test func everyWeightBelongsToOneMatrix() {
    let places = ["far", "near"].flatMap { group in
      HeadMatrix.Role.allCases.flatMap { Self.model.matrices($0, of: group).flatMap(\.places) }
    }
    #expect(places.sorted() == Array(0..<Self.model.layout.count))
    #expect(Self.model.matrices(.query, of: "far").map(\.columns.count) == [2, 2, 2])
    #expect(Self.model.matrices(.value, of: "near").map(\.columns.count) == Array(repeating: 3, count: 6))
    #expect(Self.model.matrices(.key, of: "near").map(\.parameter.name).last == "near.2.qkv.weight")
  }

  /// A value matrix that is zero writes nothing, whatever the others are.
  @Test func aMatrixIsThatOfItsHead() {
    var parameters = ReferenceModel.parameters(of: Self.model)
    for matrix in Self.model.matrices(.value, of: "near") {
      for place in matrix.places { parameters[place] = 0 }
    }
    func answers() -> [Float] {
      Predictor(Self.model, parameters: parameters).predictions(for: 0..<5, of: Source())
    }
    let before = answers()
    for role in [HeadMatrix.Role.query, .key] {
      for matrix in Self.model.matrices(role, of: "near") {
        for place in matrix.places { parameters[place] += 1 }
      }
    }
    #expect(answers() == before)
    for place in Self.model.matrices(.value, of: "far")[2].places { parameters[place] += 1 }
    #expect(answers() != before)
  }

  @Test func whatCannotBeIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = AttentionOnlyShape(
        width: 5, idsPerToken: 1, layerCount: 1,
        groups: [.init("a", headCount: 1, queryWidth: 1, writes: 3..<6, isShared: true)], answer: 0..<1)
    }
    await #expect(processExitsWith: .failure) {
      _ = AttentionOnlyShape(
        width: 5, idsPerToken: 1, layerCount: 1,
        groups: [
          .init("a", headCount: 1, queryWidth: 1, writes: 0..<3, isShared: true),
          .init("b", headCount: 1, queryWidth: 1, writes: 2..<4, isShared: true),
        ], answer: 0..<1)
    }
    await #expect(processExitsWith: .failure) { _ = AttentionOnlyTests.model.matrices(.key, of: "other") }
    await #expect(processExitsWith: .failure) {
      var batch = Batch(idsPerToken: 3)
      batch.append(ids: [1, 2, 17], targets: [1])
      _ = Probe(AttentionOnlyTests.model, ReferenceModel.parameters(of: AttentionOnlyTests.model), Source()).loss(
        of: batch)
    }
  }
}
