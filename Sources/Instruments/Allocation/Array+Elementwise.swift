/// Sums and products number by number, in double precision and in order.
extension [Double] {
  mutating func clear() {
    var own = mutableSpan
    for index in 0..<own.count { own[index] = 0 }
  }

  /// The mean over one of so many equal parts of a line, by its ends and its middle, as a share of the whole line's.
  mutating func addSimpson(_ from: [Double], _ middle: [Double], _ to: [Double], parts: Int) {
    let (from, middle, to) = (from.span, middle.span, to.span)
    var own = mutableSpan
    for index in 0..<own.count {
      own[index] += (from[index] + to[index] + 4 * middle[index]) / Double(6 * parts)
    }
  }

  /// As many of the numbers as there are here, from a place on.
  mutating func add(_ numbers: [Float], from start: Int) {
    let numbers = numbers.span
    var own = mutableSpan
    for index in 0..<own.count { own[index] += Double(numbers[start + index]) }
  }

  mutating func becomeProduct(of left: [Double], _ right: [Double]) {
    let left = left.span
    let right = right.span
    var own = mutableSpan
    for index in 0..<own.count { own[index] = left[index] * right[index] }
  }

  mutating func becomeMean(of left: [Double], _ right: [Double]) {
    let left = left.span
    let right = right.span
    var own = mutableSpan
    for index in 0..<own.count { own[index] = (left[index] + right[index]) / 2 }
  }

  /// What was stored as float, by a number.
  mutating func becomeQuotient(of numbers: [Float], by divisor: Double) {
    let numbers = numbers.span
    var own = mutableSpan
    for index in 0..<own.count { own[index] = Double(numbers[index]) / divisor }
  }

  /// Exact, unless one number is half a billion times the other.
  mutating func becomeDifference(of left: [Float], _ right: [Float]) {
    let left = left.span
    let right = right.span
    var own = mutableSpan
    for index in 0..<own.count { own[index] = Double(left[index]) - Double(right[index]) }
  }

  func sumOfProducts(with other: [Double]) -> Double {
    let own = span
    let other = other.span
    var sum = 0.0
    for index in 0..<own.count { sum += own[index] * other[index] }
    return sum
  }
}
