import Seeds

@testable import Learning

/// Every architecture, small, and random examples of all that its batches may hold.
enum FuzzedModel: String, CaseIterable {
  case post, pre, masked, soft, causal, rotary, relative, batchNorm, waiting, looped, answerer, asker, tape
  case attentionOnly, messagePassing

  var model: any Model {
    switch self {
    case .post, .masked: ReferenceModel.encoder(.post)
    case .pre: ReferenceModel.encoder(.pre)
    case .soft: Self.encoder { ($0.loss, $0.outputs, $0.activation) = (.softCrossEntropy, 5, .geluTanh) }
    case .causal: CausalReference.encoder
    case .rotary: Self.causal { ($0.positions, $0.headCount) = (.rotary(longest: 16), 1) }
    case .relative: Self.causal { $0.positions = .relative(farthest: 3) }
    case .batchNorm: BatchNormReference.encoder(.pyTorch)
    case .waiting: LoopedEncoderTests.plain
    case .looped: Self.classifyingLoop
    case .answerer: AmplificationNetworkTests.answerer
    case .asker: AmplificationNetworkTests.asker
    case .tape: TapeEncoderTests.encoder(.symbol)
    case .attentionOnly: AttentionOnlyTests.model
    case .messagePassing: MessagePassingTests.model
    }
  }

  private static func encoder(_ change: (inout EncoderShape) -> Void) -> Encoder {
    var shape = ReferenceModel.encoder(.pre).shape
    change(&shape)
    return Encoder(shape)
  }

  private static func causal(_ change: (inout EncoderShape) -> Void) -> Encoder {
    var shape = CausalReference.encoder.shape
    change(&shape)
    return Encoder(shape)
  }

  private static var classifyingLoop: LoopedEncoder {
    var shape = LoopedEncoderTests.plain.shape
    (shape.normOrder, shape.answer, shape.loss) = (.post, .lastState, .crossEntropy)
    (shape.outputs, shape.readout, shape.idsPerToken) = (5, .everyToken, 2)
    return LoopedEncoder(shape)
  }

  /// What a batch may hold does not depend on a sequence's company, but for batch norm.
  var readsSequencesAlone: Bool { ![.batchNorm, .answerer, .asker].contains(self) }

  var lengths: ClosedRange<Int> {
    switch self {
    case .causal, .rotary, .relative: 3...11
    case .answerer: 5...9  // two facts: of one row there is no variance
    case .asker: 2...9
    case .batchNorm: 2...11
    default: 1...11
    }
  }

  /// Example `index` is the same whatever it is asked with.
  struct Source: ExampleSource {
    let kind: FuzzedModel
    let seed: Seed

    var idsPerToken: Int { kind.model.idsPerToken }
    var longest: Int { kind.lengths.upperBound }

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        var generator = seed.generator(at: index)
        kind.append(to: &batch, using: &generator)
      }
    }
  }

  private func append(to batch: inout Batch, using generator: inout Generator) {
    let length = Draw.integer(in: lengths, using: &generator)
    let ids = self.ids(length, using: &generator)
    func integers(_ count: Int, below limit: Int) -> [Int32] {
      (0..<count).map { _ in Int32(Draw.integer(in: 0...limit - 1, using: &generator)) }
    }
    func numbers(_ count: Int, from least: Double) -> [Float] {
      (0..<count).map { _ in Float(least + Draw.unit(using: &generator)) }
    }
    // Some answers count for nothing, but never all.
    func weights(_ count: Int) -> [Float] { [1] + integers(count - 1, below: 3).map { Float($0) / 2 } }
    switch self {
    case .post, .pre, .waiting, .attentionOnly: batch.append(ids: ids, targets: numbers(1, from: -9))
    case .masked:
      batch.append(ids: ids, keyMask: integers(length, below: 2).map { UInt8($0) }, targets: numbers(1, from: 3))
    case .batchNorm: batch.append(ids: ids, targets: numbers(length, from: 0))
    case .soft: batch.append(ids: ids, targets: numbers(5, from: 0))
    case .causal, .rotary, .relative:
      let prefix = Draw.integer(in: 0...length, using: &generator)
      batch.append(ids: ids, prefix: prefix, classes: integers(3, below: 5), weights: weights(3))
      if self != .relative { batch.begin(at: Draw.integer(in: 0...13 - length, using: &generator)) }
    case .looped, .tape, .messagePassing:
      batch.append(ids: ids, classes: integers(length, below: self == .tape ? 11 : 5), weights: weights(length))
    case .answerer: batch.append(ids: ids, classes: integers(3, below: 11), weights: weights(3))
    case .asker: batch.append(ids: ids, classes: integers(length, below: 11), weights: weights(length))
    }
    guard [.waiting, .looped, .messagePassing].contains(self) else { return }
    for _ in 0..<length {
      let count = Draw.integer(in: 0...length, using: &generator)
      batch.link(to: zip(integers(count, below: length), integers(count, below: 3)).map { (Int($0), Int($1)) })
    }
  }

  /// Any id that its table knows, at each place of a token.
  private func ids(_ length: Int, using generator: inout Generator) -> [Int32] {
    let limits: [Int] =
      switch self {
      case .waiting, .messagePassing: [11]
      case .looped: [11, 11]
      case .causal, .rotary, .relative: [17]
      case .answerer: [11, 11, 11, 11]
      case .asker: [11, 3]
      case .tape: [11, 11, 3, 3, 3]
      case .attentionOnly: [17, 17, 17]
      default: [17, 17]
      }
    return (0..<length).flatMap { _ in
      limits.map { Int32(Draw.integer(in: 0...$0 - 1, using: &generator)) }
    }
  }
}
