/// Numbers about many numbers, in double precision and one order.
package enum Distribution {
  /// The fourth central moment by the square of the second, less the 3 of a normal distribution; 0 where all are the same.
  package static func excessKurtosis(_ values: [Double]) -> Double {
    let values = values.span
    guard values.count > 0 else { return 0 }
    var mean = 0.0
    for index in 0..<values.count { mean += values[index] }
    mean /= Double(values.count)
    var (second, fourth) = (0.0, 0.0)
    for index in 0..<values.count {
      let square = (values[index] - mean) * (values[index] - mean)
      second += square
      fourth += square * square
    }
    return second == 0 ? 0 : Double(values.count) * fourth / (second * second) - 3
  }

  /// How unequally a mass is shared: 0 where all have the same, near 1 where one has all; 0 of nothing. None is negative.
  package static func gini(_ masses: [Double]) -> Double {
    precondition(masses.allSatisfy { $0 >= 0 }, "Only what is not negative can be shared.")
    let sorted = masses.sorted()
    let sum = sorted.reduce(0, +)
    guard sum > 0 else { return 0 }
    let count = Double(sorted.count)
    let ranked = sorted.enumerated().reduce(0.0) { $0 + Double($1.offset + 1) * $1.element }
    return 2 * ranked / (count * sum) - (count + 1) / count
  }

  /// How many of the largest masses make up this part of all; 0 of nothing. None is negative.
  package static func countMakingUp(_ part: Double, of masses: [Double]) -> Int {
    precondition(
      (0...1).contains(part) && masses.allSatisfy { $0 >= 0 }, "A part of what is not negative, not \(part).")
    let sorted = masses.sorted(by: >)
    let goal = part * sorted.reduce(0, +)
    var sum = 0.0
    for (count, mass) in sorted.enumerated() {
      if sum >= goal { return count }
      sum += mass
    }
    return goal > 0 ? sorted.count : 0
  }
}
