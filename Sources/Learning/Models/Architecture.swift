/// Which model an experiment trains: its declaration, as data.
package enum Architecture: Sendable, Hashable, Codable {
  case encoder(EncoderShape)
  case looped(LoopedEncoderShape)

  package var model: any Model {
    switch self {
    case .encoder(let shape): Encoder(shape)
    case .looped(let shape): LoopedEncoder(shape)
    }
  }
}
