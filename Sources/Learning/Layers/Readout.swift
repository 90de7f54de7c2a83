/// Which tokens' outputs of a layer anybody reads. What nobody reads is not computed: the numbers that remain keep their
/// bits, because every operation after the attention treats rows one by one.
package enum Readout: Sendable {
  case everyToken
  case lastToken

  func callAsFunction(_ x: Value) -> Value {
    switch self {
    case .everyToken: x
    case .lastToken: x.lastRows
    }
  }
}
