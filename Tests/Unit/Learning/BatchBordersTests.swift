import Seeds
import Testing

@testable import Learning

/// Whatever a batch carries that is used as a number of something, or as a length, is refused where it names nothing: beside
/// every table stands another parameter, and beside the scratch another worker's.
@Suite struct BatchBordersTests {
  /// What is wrong, and what the refusal says of it.
  enum Flaw: String, CaseIterable, Codable {
    case tooLong = "of up to 13 cannot take 14 in 1 of up to 14"
    case tooManyTokens = "for 40 tokens in 4 sequences of up to 13 cannot take 52"
    case tooManySequences = "cannot take 5 in 5 of up to 1"
    case tooManyFacts = "for 16 tokens in 4 sequences of up to 16 cannot take 16 in 1"
    case tooFewTokens = "the batch has sequences of 2...2"
    case otherTokens = "reads 2 ids a token, the batch has 3"
    case idBelow = "-1 is none of the 17 numbers that embedding knows"
    case idBeyond = "17 is none of the 17 numbers that embedding knows"
    case idFarBelow = "-2147483648 is none of the 17 numbers"
    case role = "3 is none of the 3 numbers that roles knows"
    case fact = "11 is none of the 11 numbers that facts.embedding knows"
    case question = "12 is none of the 11 numbers that questions.embedding knows"
    case tape = "4 is none of the 3 numbers that tape knows"
    case feature = "18 is none of the 17 numbers that the state knows"
    case word = "13 is none of the 11 numbers that the vocabulary of the pointers knows"
    case missingID = "more reads ids 2..<3 of a token that has 2"
    case classBelow = "-3 is none of the 5 numbers that the loss knows"
    case classBeyond = "5 is none of the 5 numbers that the loss knows"
    case linkKind = "3 is none of the 3 numbers that attention along links knows"
    case noLinks = "0 of 2 tokens were given any"
    case linkBehind = "No link of kind 0 leads to place 2 of 2"
    case learnedPlace = "knows 13 positions, and token 14 has none"
    case rotaryPlace = "knows 16 positions, and token 17 has none"
    case farPlace = "cannot begin at place 2147483647"
    case prefix = "A sequence of 4 tokens has no prefix of 5"
    case weight = "finite weight that is not negative: 3 have [1.0, nan, 1.0]"
    case infiniteWeight = "3 have [1.0, inf, 1.0]"
    case target = "unlike one of [-inf]"
    case worth = "none negative"
    case fullCache = "A cache of 4 tokens cannot keep 5"
    case cachedLengths = "not 2 of 1...2 tokens after 0"
    case cachedSequences = "not 17 of 1...1 tokens after 0"
    case prompt = "99 is none of the 17 numbers"
  }

  @Test(arguments: Flaw.allCases)
  func itIsRefusedWithItsValues(_ flaw: Flaw) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [flaw = flaw as Flaw] in BatchBordersTests.commit(flaw)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(flaw.rawValue), "\(message)")
  }

  /// What is not refused is run: a flaw that passes its check shows as a process that succeeds.
  private static func commit(_ flaw: Flaw) {
    switch flaw {
    case .tooLong: run(.post, tokens: 40, longest: 13, plain(14))
    case .tooManyTokens: run(.post, tokens: 40, longest: 13, plain(13, 13, 13, 13))
    case .tooManySequences: run(.post, tokens: 40, longest: 13, plain(1, 1, 1, 1, 1))
    case .tooManyFacts: run(.answerer, tokens: 16, longest: 16, ids(4, 16) { _ in 1 })
    case .tooFewTokens: run(.causal, classified(2))
    case .otherTokens: run(.post, ids(3, 1) { _ in 1 })
    case .idBelow: run(.post, ids(2, 3) { $0 == 5 ? -1 : 1 })
    case .idBeyond: run(.pre, ids(2, 3) { $0 == 1 ? 17 : 0 })
    case .idFarBelow: run(.post, ids(2, 3) { $0 == 0 ? .min : 0 })
    case .role: run(.asker, ids(2, 3) { $0 == 3 ? 3 : 0 })
    case .fact: run(.answerer, ids(4, 5) { $0 == 1 ? 11 : 0 })
    case .question: run(.answerer, ids(4, 5) { $0 == 19 ? 12 : 0 })
    case .tape: run(.tape, ids(5, 2) { $0 == 9 ? 4 : 0 })
    case .feature: run(.attentionOnly, ids(3, 2) { $0 == 4 ? 18 : 0 })
    case .word: run(Copying(reads: 0), ids(2, 3) { $0 == 2 ? 13 : 0 })
    case .missingID: run(Copying(reads: 2), ids(2, 3) { _ in 0 })
    case .classBelow: run(.causal, classified(4, -3))
    case .classBeyond: run(.causal, classified(4, 5))
    case .linkKind: run(.waiting, linked([(0, 0), (1, 3)]))
    case .noLinks: run(.waiting, linked(nil))
    case .linkBehind: _ = linked([(2, 0)])
    case .learnedPlace: run(.causal, classified(9, from: 5))
    case .rotaryPlace: run(.rotary, classified(9, from: 8))
    case .farPlace: _ = classified(4, from: Int(Int32.max))
    case .prefix: _ = classified(4, prefix: 5)
    case .weight: _ = classified(4, weight: .nan)
    case .infiniteWeight: _ = classified(4, weight: .infinity)
    case .target: _ = ids(2, 1, targets: [-.infinity]) { _ in 1 }
    case .worth: run(.soft, ids(2, 3, targets: [0, 1, 0, -1, 2]) { _ in 1 })
    case .fullCache: answer([read(2), read(1), read(1), read(1)])
    case .cachedLengths: answer([read(1, 2)])
    case .cachedSequences: readTooMany()
    case .prompt: _ = GreedyDecoder(continuing, parameters: zeros(continuing)).continuations(of: [[1, 99]], count: 2)
    }
  }

  private static func run(_ kind: FuzzedModel, tokens: Int = 40, longest: Int = 13, _ batch: Batch) {
    run(kind.model, tokens: tokens, longest: longest, batch)
  }

  private static func run(_ model: any Model, tokens: Int = 40, longest: Int = 13, _ batch: Batch) {
    let program = Program(model, for: .learning)
    let buffers = [program.layout.count, program.layout.count, program.statistics.count].map { FloatBuffer(count: $0) }
    let executor = Executor(
      workspace: Workspace(program, tokens: tokens, sequences: 4, longest: longest), parameters: buffers[0].pointer,
      packed: PackedWeights(program), statistics: buffers[2].pointer)
    withExtendedLifetime(buffers) { _ = executor.loss(batch, gradients: buffers[1].pointer) }
  }

  /// Seventeen sequences for a cache of sixteen.
  private static func readTooMany() {
    let program = Program(continuing, for: .answering)
    let parameters = FloatBuffer(count: program.layout.count)
    let executor = Executor(
      workspace: Workspace(program, tokens: 17, sequences: 17, longest: 4), parameters: parameters.pointer,
      packed: PackedWeights(program), cache: AttentionCache(program, capacity: 4))
    withExtendedLifetime(parameters) { executor.forward(read(Array(repeating: 1, count: 17))) }
  }

  /// Sequences of two ids a token and one number.
  private static func plain(_ lengths: Int...) -> Batch {
    var batch = Batch(idsPerToken: 2)
    for length in lengths { batch.append(ids: Array(repeating: 1, count: 2 * length), targets: [1]) }
    return batch
  }

  private static func ids(
    _ idsPerToken: Int, _ tokens: Int, targets: [Float] = [1], _ id: (Int) -> Int32
  ) -> Batch {
    var batch = Batch(idsPerToken: idsPerToken)
    batch.append(ids: (0..<idsPerToken * tokens).map(id), targets: targets)
    return batch
  }

  /// One of three classes is this one.
  private static func classified(
    _ length: Int, _ wrong: Int32 = 1, from place: Int = 0, prefix: Int = 0, weight: Float = 1
  ) -> Batch {
    var batch = Batch(idsPerToken: 1)
    batch.append(
      ids: Array(repeating: 1, count: length), prefix: prefix, classes: [0, wrong, 1], weights: [1, weight, 1])
    batch.begin(at: place)
    return batch
  }

  /// Two tokens with the same links, or without any.
  private static func linked(_ links: [(place: Int, kind: Int)]?) -> Batch {
    var batch = Batch(idsPerToken: 1)
    batch.append(ids: [1, 2], targets: [1])
    guard let links else { return batch }
    for _ in 0..<2 { batch.link(to: links) }
    return batch
  }

  private static func read(_ lengths: Int...) -> Batch { read(lengths) }

  private static func read(_ lengths: [Int]) -> Batch {
    var batch = Batch(idsPerToken: 1)
    for length in lengths { batch.append(ids: Array(repeating: 1, count: length), classes: EmptyCollection()) }
    return batch
  }

  private static var continuing: Encoder {
    var shape = CausalReference.encoder.shape
    (shape.outputs, shape.readout) = (17, .everyToken)
    return Encoder(shape)
  }

  private static func zeros(_ model: Encoder) -> [Float] { Array(repeating: 0, count: model.layout.count) }

  /// Reads four tokens of up to two sequences, the first two at once.
  private static func answer(_ batches: [Batch]) {
    let responder = Responder(continuing, sequences: 2, longest: 4, reading: 2)
    for batch in batches { _ = responder.answers(to: batch) }
  }

  /// Copies words of a vocabulary smaller than that of what it reads.
  private struct Copying: Model {
    let layout: ParameterLayout
    let words: Embedding
    let more: Embedding
    let answer: PointerMixture
    let idsPerToken = 2
    let statistics = ParameterLayout()
    let loss = Loss.crossEntropy

    init(reads place: Int) {
      var layout = ParameterLayout()
      words = Embedding("words", vocabulary: 20, width: 3, idsPerRow: 1, combination: .sum, in: &layout)
      more = Embedding(
        "more", vocabulary: 20, width: 3, idsPerRow: 1, combination: .sum, firstID: place, in: &layout)
      answer = PointerMixture(
        "answer", width: 3, pointerCount: 1, gateCount: 1, vocabulary: 11, isCausal: true, in: &layout)
      self.layout = layout
    }

    func callAsFunction(in recorder: Recorder) -> Value {
      let x = words(in: recorder) + more(in: recorder)
      return answer(x, at: x)
    }
  }
}
