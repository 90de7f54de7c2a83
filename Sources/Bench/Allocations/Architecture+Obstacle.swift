import Learning

extension Architecture {
  /// What of these examples the network cannot read or answer; nil where there is nothing. An experiment asks only what its
  /// network knows; what somebody names on a command line may be anything.
  func obstacle(in batch: Batch) -> String? {
    if batch.idsPerToken != model.idsPerToken {
      return "a token has \(batch.idsPerToken) ids, and the network reads \(model.idsPerToken)"
    }
    if let id = batch.ids.max(), id >= vocabulary {
      return "it holds the id \(id), and the network knows those below \(vocabulary)"
    }
    if let places, batch.placeCount > places {
      return "a sequence has \(batch.placeCount) tokens, and the network knows \(places) places"
    }
    return nil
  }

  private var vocabulary: Int {
    switch self {
    case .encoder(let shape): shape.vocabulary
    case .looped(let shape): shape.vocabulary
    case .answerer(let shape): shape.vocabulary
    case .tape(let shape): shape.symbols
    case .attentionOnly(let shape): shape.width
    }
  }

  /// How many tokens of a sequence it can tell apart by their places; nil where any number.
  private var places: Int? {
    guard case .encoder(let shape) = self else { return nil }
    return switch shape.positions {
    case .none, .relative: nil
    case .learned(let longest), .rotary(let longest): longest
    }
  }
}
