import Seeds
import Testing

@testable import Learning

@Suite struct ProgressiveLossTests {
  private static let loops = 4
  private let seed = Seed(root: 23)

  /// A layer applied over and over, read after each loop; or as many layers with the same weights, which tell how much of
  /// a gradient each loop gives.
  private struct Loops: Model {
    let progressiveLoss: ProgressiveLoss
    let embedding: Embedding
    let layers: [Linear]
    let heads: [Linear]
    let layout: ParameterLayout
    let statistics = ParameterLayout()
    let idsPerToken = 2
    let loss = Loss.squaredError

    init(layers count: Int, _ progressiveLoss: ProgressiveLoss) {
      var layout = ParameterLayout()
      embedding = Embedding(
        "embedding", vocabulary: 17, width: 13, idsPerRow: 2, combination: .sum, in: &layout)
      layers = (0..<count).map { Linear("layer\($0)", inputs: 13, outputs: 13, .fanIn(13), in: &layout) }
      heads = (0..<count).map { Linear("head\($0)", inputs: 13, outputs: 1, .fanIn(13), in: &layout) }
      self.layout = layout
      self.progressiveLoss = progressiveLoss
    }

    func callAsFunction(in recorder: Recorder) -> Value {
      var x = embedding(in: recorder)
      var sum: Value?
      for loop in 0..<loops {
        x = layers[loop % layers.count](x).activated(by: .gelu)
        let said = heads[loop % heads.count](Readout.lastToken(x))
        let counted = loop < loops - 1 ? progressiveLoss(said, madeIn: loop, of: loops) : said
        sum = sum.map { $0 + counted } ?? counted
        if loop < loops - 1 { x = progressiveLoss(x, madeIn: loop, of: loops) }
      }
      return sum!
    }
  }

  private func gradients(_ model: Loops, _ parameters: [Float], example: Int) -> [Float] {
    let program = Program(model, for: .learning)
    let (values, packed) = (FloatBuffer(parameters), PackedWeights(program))
    packed.pack(values)
    let gradients = FloatBuffer(count: model.layout.count)
    _ = Worker(program, ReferenceModel.Source(), sequences: 1).loss(
      example..<example + 1, values, packed, dropoutSeed: seed, gradients: gradients.pointer)
    return gradients.values
  }

  /// The gradient of one layer's weights is what the loops give together that the example teaches.
  @Test func loopsBeforeTheFirstGiveNothing() {
    let progressive = ProgressiveLoss(probability: 1)
    let (tied, untied) = (Loops(layers: 1, progressive), Loops(layers: Self.loops, .none))
    let parameters = ReferenceModel.parameters(of: tied)
    let ranges = { (parameter: Parameter) in parameter.offset..<parameter.offset + parameter.count }
    func parts(_ model: Loops, _ loop: Int) -> [Range<Int>] {
      [model.layers[loop].weight, model.layers[loop].bias!, model.heads[loop].weight, model.heads[loop].bias!].map(
        ranges)
    }
    var same = [Float](repeating: 0, count: untied.layout.count)
    same.replaceSubrange(ranges(untied.embedding.table), with: parameters[ranges(tied.embedding.table)])
    for loop in 0..<Self.loops {
      for (part, place) in zip(parts(tied, 0), parts(untied, loop)) {
        same.replaceSubrange(place, with: parameters[part])
      }
    }

    var firstLoops: Set<Int> = []
    for example in 0..<12 {
      let first = progressive.firstLoop(of: Self.loops, example: seed.child("first loop").child(example))
      firstLoops.insert(first)
      let (found, whole) = (gradients(tied, parameters, example: example), gradients(untied, same, example: example))
      for (number, part) in parts(tied, 0).enumerated() {
        let expected = part.indices.map { place in
          (first..<Self.loops).reduce(0.0) { sum, loop in
            sum + Double(whole[parts(untied, loop)[number].lowerBound + place - part.lowerBound])
          }
        }
        // Sums of float32 gradients in another order: 5 digits of the largest (see EncoderReferenceTests).
        let largest = expected.map(abs).max()!
        expectClose(found[part].map { $0 }, expected, within: 1e-5 * largest)
      }
      // What was given was not made by the embedding.
      let embedding = found[ranges(tied.embedding.table)]
      #expect(embedding.allSatisfy { $0 == 0 } == (first > 0))
    }
    #expect(firstLoops == [0, 1, 2, 3])
  }

  /// Of 4,000 examples, a share of 0.4 (standard deviation 0.0077) begins anywhere, each loop alike (0.0047); the others
  /// begin with the first. Four of each.
  @Test func examplesBeginAnywhereAsOftenAsDeclared() {
    let progressive = ProgressiveLoss(probability: 0.4)
    let first = (0..<4_000).map { progressive.firstLoop(of: 5, example: seed.child($0)) }
    for loop in 1..<5 { #expect(abs(Double(first.count { $0 == loop }) / 4_000 - 0.08) < 0.0188) }
    #expect(abs(Double(first.count { $0 == 0 }) / 4_000 - 0.68) < 0.0308)
  }

  @Test func whatIsAnsweredAndTheLossStayAsTheyWere() {
    let (with, without) = (LoopedEncoderTests.progressive, LoopedEncoderTests.plain)
    let parameters = ReferenceModel.parameters(of: with)
    #expect(with.layout == without.layout)
    let predictors = [with, without].map { Predictor($0, parameters: parameters) }
    let answers = predictors.map { $0.predictions(for: 0..<5, of: LoopedEncoderTests.source) }
    #expect(answers[0] == answers[1])
    #expect(!Program(without, for: .learning).needsSeed && !Program(with, for: .answering).needsSeed)
    #expect(Program(with, for: .learning).needsSeed)
  }

  @Test func aProbabilityAboveOneIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = ProgressiveLoss(probability: 1.1) }
  }

  @Test func withoutASeedItIsNotTrained() async {
    await #expect(processExitsWith: .failure) {
      let model = LoopedEncoderTests.progressive
      let recipe = Recipe(steps: 1, batchSize: 2, shardCount: 1, optimizer: .adam(), schedule: .constant(1e-2))
      _ = Trainer(
        Program(model, for: .learning), recipe, on: LoopedEncoderTests.source,
        from: TrainingState(parameters: ReferenceModel.parameters(of: model)), maximumWorkers: 1)
    }
  }
}
