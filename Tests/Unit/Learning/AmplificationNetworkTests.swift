import Seeds
import Testing

@testable import Learning

/// The answerer and the asker: those of `fixtures/reference/learning_amplification_pytorch.py`.
@Suite struct AmplificationNetworkTests {
  static let answerer = Answerer(
    AnswererShape(
      vocabulary: 11, factLength: 2, questionLength: 4, questionCount: 3, embeddingWidth: 5, width: 14, headCount: 2,
      hiddenWidth: 29, factCells: 2, questionCells: 1, dropout: .none, batchNorm: .amplification))

  static let asker = Asker(
    AskerShape(
      vocabulary: 11, roleCount: 3, longest: 9, width: 14, headCount: 2, hiddenWidth: 29, cells: 2, dropout: 0,
      batchNorm: .amplification))

  struct Facts: ExampleSource {
    let idsPerToken = 4
    let longest = 8
    static let factCounts = [3, 5, 4, 1, 2]
    var questionCount = 3

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        let sequence = index % Self.factCounts.count
        let before = Self.factCounts[..<sequence].reduce(0) { $0 + $1 + 3 }
        let tokens = Self.factCounts[sequence] + questionCount
        let ids = (4 * before..<4 * (before + tokens)).map { Int32((31 * $0 + 7) % 11) }
        batch.append(ids: ids, classes: (3 * sequence..<3 * sequence + questionCount).map { Int32((5 * $0 + 2) % 11) })
      }
    }
  }

  struct Transcripts: ExampleSource {
    let idsPerToken = 2
    let longest = 9
    static let lengths = [9, 4, 7, 1, 5]

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        let sequence = index % Self.lengths.count
        let first = Self.lengths[..<sequence].reduce(0, +)
        let tokens = first..<first + Self.lengths[sequence]
        batch.append(
          ids: tokens.flatMap { [Int32((31 * $0 + 7) % 11), Int32((2 * $0 + 1) % 3)] },
          classes: tokens.map { Int32((3 * $0 + 1) % 11) }, weights: tokens.map { [0, 1, 0.5, 2][$0 % 4] })
      }
    }
  }

  @Test func theAnswererAgreesWithPyTorch() throws {
    try expectAgreement(Self.answerer, Facts(), "answerer")
  }

  @Test func theAskerAgreesWithPyTorch() throws {
    try expectAgreement(Self.asker, Transcripts(), "asker")
  }

  private func expectAgreement(_ model: some Model, _ source: some ExampleSource, _ name: String) throws {
    let reference = try ReferenceModel.named(name)
    #expect(model.layout.count == reference.gradients.count)
    let found = Probe(model, ReferenceModel.parameters(of: model), source).loss(of: 0..<5)
    // Float32 sums of some hundred terms, a few layers deep: 5 digits of the largest (see EncoderReferenceTests).
    func largest(_ values: [Double]) -> Double { values.map(abs).max() ?? 0 }
    expectClose(found.predictions.map(Float.init), reference.predictions, within: 1e-5 * largest(reference.predictions))
    expectClose([Float(found.loss)], [reference.loss], within: 1e-5 * reference.loss)
    expectClose(found.gradients.map(Float.init), reference.gradients, within: 1e-5 * largest(reference.gradients))
  }

  /// As Christiano, Shlegeris and Amodei's code counts them for the smallest task: 4 symbols, 3 bits.
  @Test func thePublishedNetworksHaveTheirParameters() {
    let answerer = Answerer(
      AnswererShape(
        vocabulary: 7, factLength: 2, questionLength: 4, questionCount: 4, embeddingWidth: 100, width: 512,
        headCount: 8, hiddenWidth: 2_048, factCells: 1, questionCells: 1, dropout: .none, batchNorm: .amplification))
    #expect(answerer.layout.count == 8_197_506)
    let asker = Asker(
      AskerShape(
        vocabulary: 7, roleCount: 4, longest: 21, width: 128, headCount: 4, hiddenWidth: 512, cells: 1, dropout: 0.1,
        batchNorm: .amplification))
    #expect(asker.layout.count == 269_576)
  }

  /// Neither the other questions nor the order of the facts reaches an answer.
  @Test func anAnswerDependsOnItsQuestionAndTheFactsAlone() {
    let values = ModelValues(
      parameters: ReferenceModel.parameters(of: Self.answerer), statistics: Self.answerer.firstStatistics)
    let together = Predictor(Self.answerer, values).predictions(for: 0..<1, of: Facts())
    let alone = Predictor(Answerer(Self.answerer.shape.asked(1)), values).predictions(
      for: 0..<1, of: Facts(questionCount: 1))
    #expect(Array(together.prefix(11)) == alone)

    func answer(_ order: [Int]) -> [Float] {
      var (given, batch) = (Batch(idsPerToken: 4), Batch(idsPerToken: 4))
      Facts().append(1..<2, to: &given)
      let tokens = (0..<8).map { Array(given.ids[4 * $0..<4 * $0 + 4]) }
      batch.append(ids: (order.map { tokens[$0] } + tokens[5...]).flatMap(\.self), classes: [0, 0, 0])
      let responder = Responder(Self.answerer, sequences: 1, longest: 8)
      responder.take(values)
      return responder.answers(to: batch)
    }
    // Sums over facts in another order: the same but for roundings.
    expectClose(answer([3, 1, 4, 0, 2]), answer([0, 1, 2, 3, 4]).wide, within: 1e-5)
  }

  /// Read a token at a time, what was read being kept, and read at once: the same answers.
  @Test func aTranscriptReadInPartsIsAnsweredAsAWhole() {
    let values = ModelValues(
      parameters: ReferenceModel.parameters(of: Self.asker), statistics: Self.asker.firstStatistics)
    // More than a cache's group of 16, and a last group that is not full.
    func token(_ row: Int, _ place: Int) -> [Int32] {
      let word = row * 7 + place * 5 + 3
      return [Int32(word % 11), Int32((row + place) % 3)]
    }
    func batch(_ places: Range<Int>) -> Batch {
      var batch = Batch(idsPerToken: 2)
      for row in 0..<19 {
        batch.append(ids: places.flatMap { token(row, $0) }, classes: EmptyCollection())
      }
      return batch
    }
    let whole = Responder(Self.asker, sequences: 19, longest: 9)
    whole.take(values)
    let expected = whole.answers(to: batch(0..<9))
    let parted = Responder(Self.asker, sequences: 19, longest: 9, reading: 4)
    parted.take(values)
    for _ in 0..<2 {
      parted.begin()
      let parts: [Range<Int>] = [0..<4, 4..<5, 5..<6, 6..<7, 7..<8, 8..<9]
      for part in parts {
        let answers = parted.answers(to: batch(part))
        for row in 0..<19 {
          let first = (row * 9 + part.lowerBound) * 11
          let found = answers[row * part.count * 11..<(row + 1) * part.count * 11]
          #expect(Array(found) == Array(expected[first..<first + part.count * 11]))
        }
      }
    }
  }

  /// Dropout shared by all questions of a set of facts, batch norm and averages: a run from the middle ends as a whole one.
  @Test func aRunThatStoppedAndWentOnEndsWithTheSameBits() throws {
    var shape = Self.answerer.shape
    shape.dropout = Dropout(probability: 0.2, isSharedOverTokens: true)
    let model = Answerer(shape)
    let recipe = Recipe(
      steps: 5, batchSize: 5, shardCount: 1, optimizer: .adam(beta2: 0.98), schedule: .constant(1e-3),
      gradientNormLimit: 1, averaging: .horizon(3))
    func trainer(_ state: TrainingState) -> Trainer {
      Trainer(
        Program(model, for: .learning), recipe, on: Facts(), from: state, maximumWorkers: 1, dropoutSeed: Seed(root: 3))
    }
    let first = TrainingState(
      parameters: model.layout.initialValues(seed: Seed(root: 1)), statistics: model.firstStatistics)
    let whole = trainer(first)
    try whole.advance(by: 5, workers: 1)
    let half = trainer(first)
    try half.advance(by: 2, workers: 1)
    let rest = trainer(half.state)
    try rest.advance(by: 3, workers: 1)
    #expect(rest.state == whole.state)
    #expect(rest.outcome == rest.state.outcome && rest.values.parameters == rest.state.parameters)
    #expect(whole.state.losses.last! < whole.state.losses.first!)
  }
}
