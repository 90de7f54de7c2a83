/// An array of numbers with its axes, as files hold it: row-major.
package struct Tensor: Sendable, Hashable {
  package enum Values: Sendable, Hashable {
    case floats([Float])
    case integers([Int32])

    var count: Int {
      switch self {
      case .floats(let values): values.count
      case .integers(let values): values.count
      }
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
