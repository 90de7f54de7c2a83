/// Least squares of some numbers on columns and a constant, in double precision and one order.
package enum LinearFit {
  /// The part of the numbers' variance that the columns explain. A column that the others already say adds nothing.
  ///
  /// - Parameter columns: each as long as the numbers.
  package static func explainedPart(of numbers: [Double], by columns: [[Double]]) -> Double {
    precondition(
      numbers.count > 1 && columns.allSatisfy { $0.count == numbers.count },
      "Numbers are explained by columns as long as they are, not \(numbers.count) by \(columns.map(\.count)).")
    let centred = centred(numbers)
    let total = product(centred, centred)
    guard total > 0 else { return 0 }
    // Gram and Schmidt's: what a direction explains is taken out before the next is asked.
    var directions: [[Double]] = []
    var explained = 0.0
    for column in columns.map({ Self.centred($0) }) {
      var rest = column
      for direction in directions + directions { subtract(direction, times: product(rest, direction), from: &rest) }
      let length = product(rest, rest).squareRoot()
      guard length > 1e-9 * product(column, column).squareRoot() else { continue }
      let direction = rest.map { $0 / length }
      directions.append(direction)
      let part = product(centred, direction)
      explained += part * part
    }
    return explained / total
  }

  /// Pearson's r; 0 where either does not vary.
  package static func correlation(_ one: [Double], _ other: [Double]) -> Double {
    precondition(
      one.count == other.count && one.count > 1, "\(one.count) and \(other.count) numbers have no correlation.")
    let (x, y) = (centred(one), centred(other))
    let size = (product(x, x) * product(y, y)).squareRoot()
    return size == 0 ? 0 : product(x, y) / size
  }

  private static func centred(_ numbers: [Double]) -> [Double] {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return numbers.map { $0 - mean }
  }

  private static func product(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func subtract(_ direction: [Double], times factor: Double, from numbers: inout [Double]) {
    for index in numbers.indices { numbers[index] -= factor * direction[index] }
  }
}
