import Seeds
import Testing

@testable import Learning

@Suite struct LoopedEncoderTests {
  /// Those of `fixtures/reference/learning_looped_pytorch.py`.
  private static func encoder(_ order: NormOrder) -> LoopedEncoder {
    LoopedEncoder(
      LoopedEncoderShape(
        vocabulary: 11, width: 14, headCount: 2, hiddenWidth: 29, normOrder: order, linkKinds: 3, loops: 3,
        answer: order == .pre ? .waiting : .lastState, outputs: order == .pre ? 1 : 5,
        readout: order == .pre ? .lastToken : .everyToken, loss: order == .pre ? .squaredError : .crossEntropy))
  }

  /// One that waits for its answer, and the same with examples that begin anywhere.
  static var plain: LoopedEncoder { encoder(.pre) }
  static var progressive: LoopedEncoder {
    var shape = plain.shape
    shape.progressiveLoss = ProgressiveLoss(probability: 0.5)
    return LoopedEncoder(shape)
  }
  static var source: any ExampleSource { Source(order: .pre) }

  private struct Source: ExampleSource {
    let order: NormOrder
    let idsPerToken = 1
    let longest = 7

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        let sequence = index % ReferenceModel.lengths.count
        let length = ReferenceModel.lengths[sequence]
        let first = ReferenceModel.lengths[..<sequence].reduce(0, +)
        let ids = (first..<first + length).map { Int32(($0 * 31 + 7) % 11) }
        if order == .pre {
          batch.append(ids: ids, targets: [Float((sequence * 5) % 7 + 1)])
        } else {
          batch.append(ids: ids, classes: (first..<first + length).map { Int32(($0 * 3 + 1) % 5) })
        }
        for token in 0..<length {
          batch.link(
            to: (0..<length).filter { (5 * token + 3 * $0 + sequence) % 4 != 1 }.map { ($0, (token + 2 * $0) % 3) })
        }
      }
    }
  }

  /// That of `plain`, which goes on with a probability that is learned.
  private static var stopping: LoopedEncoder {
    var shape = plain.shape
    shape.answer = .stopping
    return LoopedEncoder(shape)
  }

  @Test(arguments: ["looped-pre", "looped-post", "looped-stopping"])
  func answersLossAndGradientsAgreeWithPyTorch(_ name: String) throws {
    let reference = try ReferenceModel.named(name)
    let order: NormOrder = name == "looped-post" ? .post : .pre
    let model = name == "looped-stopping" ? Self.stopping : Self.encoder(order)
    #expect(model.layout.count == reference.gradients.count)
    let found = Probe(model, ReferenceModel.parameters(of: model), Source(order: order)).loss(of: 0..<5)
    // Float32 sums of some hundred terms, a few loops deep: 5 digits of the largest (see EncoderReferenceTests).
    func largest(_ values: [Double]) -> Double { values.map(abs).max() ?? 0 }
    expectClose(found.predictions.map(Float.init), reference.predictions, within: 1e-5 * largest(reference.predictions))
    expectClose([Float(found.loss)], [reference.loss], within: 1e-5 * reference.loss)
    expectClose(found.gradients.map(Float.init), reference.gradients, within: 1e-5 * largest(reference.gradients))
  }

  @Test(arguments: [NormOrder.pre, .post])
  func neitherShardsNorWorkersReachANumber(_ order: NormOrder) throws {
    func state(workers: Int) throws -> TrainingState {
      let model = Self.encoder(order)
      let recipe = Recipe(steps: 4, batchSize: 7, shardCount: 3, optimizer: .adam(), schedule: .constant(1e-2))
      let trainer = Trainer(
        Program(model, for: .learning), recipe, on: Source(order: order),
        from: TrainingState(parameters: model.layout.initialValues(seed: Seed(root: 5))), maximumWorkers: 3)
      try trainer.advance(by: 4, workers: workers)
      return trainer.state
    }
    #expect(try state(workers: 3) == state(workers: 1))
  }

  @Test func moreLoopsTakeTheSameParametersAndGiveOtherAnswers() {
    let three = Self.encoder(.post)
    let five = LoopedEncoder(three.shape.looped(5))
    #expect(five.layout == three.layout)
    let parameters = ReferenceModel.parameters(of: three)
    func answers(_ model: LoopedEncoder) -> [Float] {
      Predictor(model, parameters: parameters).predictions(for: 0..<5, of: Source(order: .post))
    }
    #expect(answers(five) != answers(three))
    #expect(answers(LoopedEncoder(five.shape.looped(3))) == answers(three))
  }

  /// With equal weights in all of them the blocks of an untied network are one: it answers alike, and the gradients of its
  /// blocks add up to the one's. Sums of three in another order: a few of float32's 1e-7 of the largest.
  @Test(arguments: [NormOrder.pre, .post]) func ownBlocksAreOneWhereTheyAreEqual(_ order: NormOrder) {
    let tied = Self.encoder(order)
    var shape = tied.shape
    shape.isTied = false
    let untied = LoopedEncoder(shape)
    let block = tied.layout.parameters.filter { $0.name.hasPrefix("block.") }.reduce(0) { $0 + $1.count }
    #expect(untied.layout.count == tied.layout.count + 2 * block)
    let first = tied.layout.parameters.first { $0.name.hasPrefix("block.") }!.range.lowerBound
    let parameters = ReferenceModel.parameters(of: tied)
    let own = parameters[first..<first + block]
    let all = Array(parameters[..<first]) + own + own + own + parameters[(first + block)...]
    let (one, three) = (
      Probe(tied, parameters, Source(order: order)).loss(of: 0..<5),
      Probe(untied, all, Source(order: order)).loss(of: 0..<5)
    )
    #expect(three.predictions == one.predictions)
    for loop in 0..<3 {
      let own = three.gradients[first + loop * block..<first + (loop + 1) * block]
      #expect(own.contains { $0 != 0 }, "The block of loop \(loop) learns nothing.")
    }
    let summed = (0..<block).map { place -> Float in
      Float((0..<3).reduce(0.0) { sum, loop in sum + three.gradients[first + loop * block + place] })
    }
    let largest = one.gradients.map(abs).max()!
    expectClose(summed, Array(one.gradients[first..<first + block]), within: 1e-6 * largest)
  }

  @Test func ownBlocksAreNoMoreThanThereAre() async {
    await #expect(processExitsWith: .failure) {
      var shape = LoopedEncoderTests.plain.shape
      shape.isTied = false
      _ = shape.looped(4)
    }
  }

  /// Loops and links decide how far a token sees: with two loops, two links.
  @Test func informationMovesOneLinkALoop() {
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
      let model = LoopedEncoder(Self.encoder(.post).shape.looped(loops))
      return Predictor(model, parameters: ReferenceModel.parameters(of: model)).predictions(
        for: 0..<1, of: Chain(first: first)
      ).suffix(5).map(\.self)
    }
    #expect(answer(loops: 2, first: 1) == answer(loops: 2, first: 5))
    #expect(answer(loops: 3, first: 1) != answer(loops: 3, first: 5))
  }

  /// What is waited for lies between nothing and all loops.
  @Test func waitingNeverTakesLongerThanThereAreLoops() {
    let model = Self.encoder(.pre)
    let wild = ReferenceModel.parameters(of: model).map { 100 * $0 }
    let answers = Predictor(model, parameters: wild).predictions(for: 0..<5, of: Source(order: .pre))
    #expect(answers.allSatisfy { (0...3).contains($0) })
    var shape = model.shape
    shape.answer = .wholeLoops
    let rounded = Predictor(LoopedEncoder(shape), parameters: ReferenceModel.parameters(of: model)).predictions(
      for: 0..<5, of: Source(order: .pre))
    #expect(rounded.allSatisfy { [0, 1, 2, 3].contains($0) })
  }

  /// Each loop counts by the product of what it and those before it would count by.
  @Test func whatHasStoppedStaysSo() {
    let parameters = ReferenceModel.parameters(of: Self.plain)
    func answers(_ shape: LoopedEncoderShape, loops: Int) -> [Double] {
      Predictor(LoopedEncoder(shape.looped(loops)), parameters: parameters).predictions(
        for: 0..<5, of: Source(order: .pre)
      ).map(Double.init)
    }
    let waited = (1...4).map { answers(Self.plain.shape, loops: $0) }
    let stopped = answers(Self.stopping.shape, loops: 4)
    for example in 0..<5 {
      let waits = waited.indices.map { waited[$0][example] - ($0 == 0 ? 0 : waited[$0 - 1][example]) }
      let goesOn = waits.indices.map { waits[...$0].reduce(1, *) }
      // Differences of float32 sums of up to four: a few 1e-7, four times over.
      #expect(abs(stopped[example] - goesOn.reduce(0, +)) < 1e-5)
    }
  }
}
