/// Which model an experiment trains: its declaration, as data.
package enum Architecture: Sendable, Hashable, Codable {
  case encoder(EncoderShape)
  case looped(LoopedEncoderShape)
  case answerer(AnswererShape)
  case tape(TapeEncoderShape)
  case attentionOnly(AttentionOnlyShape)
  case messagePassing(MessagePassingShape)

  package var model: any Model {
    switch self {
    case .encoder(let shape): Encoder(shape)
    case .looped(let shape): LoopedEncoder(shape)
    case .answerer(let shape): Answerer(shape)
    case .tape(let shape): TapeEncoder(shape)
    case .attentionOnly(let shape): AttentionOnly(shape)
    case .messagePassing(let shape): MessagePassing(shape)
    }
  }

  package var layout: ParameterLayout { model.layout }

  package func program(for purpose: Program.Purpose) -> Program { Program(model, for: purpose) }

  package func predictor(_ values: ModelValues) -> Predictor { Predictor(model, values) }

  /// How often its block is applied; nil where it has no loops.
  package var loops: Int? {
    switch self {
    case .encoder, .answerer, .attentionOnly: nil
    case .looped(let shape): shape.loops
    case .tape(let shape): shape.loops
    case .messagePassing(let shape): shape.loops
    }
  }

  /// The same parameters with the block applied so often; itself where nothing is asked for.
  package func looped(_ loops: Int?) -> Architecture {
    guard let loops else { return self }
    return switch self {
    case .encoder, .answerer, .attentionOnly: preconditionFailure("Only a looped model can be applied \(loops) times.")
    case .looped(let shape): .looped(shape.looped(loops))
    case .tape(let shape): .tape(shape.looped(loops))
    case .messagePassing(let shape): .messagePassing(shape.looped(loops))
    }
  }
}
