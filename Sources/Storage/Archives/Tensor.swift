/// An array of numbers with its axes, as files hold it: row-major.
package struct Tensor: Sendable, Hashable {
  package enum Values: Sendable, Hashable {
    case floats([Float])
    case integers([Int32])

    package var count: Int {
      switch self {
      case .floats(let values): values.count
      case .integers(let values): values.count
      }
    }

    package var isFloat: Bool {
      switch self {
      case .floats: true
      case .integers: false
      }
    }

    package mutating func append(_ other: Values) {
      switch (self, other) {
      case (.floats(let values), .floats(let more)): self = .floats(values + more)
      case (.integers(let values), .integers(let more)): self = .integers(values + more)
      default: preconditionFailure("Floats and whole numbers do not stand in one array.")
      }
    }

    /// Four bytes a number, the lowest first.
    var littleEndianBytes: [UInt8] {
      let words =
        switch self {
        case .floats(let values): values.map(\.bitPattern.littleEndian)
        case .integers(let values): values.map { UInt32(bitPattern: $0).littleEndian }
        }
      return words.withUnsafeBytes(Array.init)
    }
  }

  package let shape: [Int]
  package let values: Values

  package init(_ values: Values, shape: [Int]) {
    precondition(
      shape.allSatisfy { $0 >= 0 } && shape.reduce(1, *) == values.count,
      "\(values.count) numbers cannot have the shape \(shape).")
    self.shape = shape
    self.values = values
  }
}
