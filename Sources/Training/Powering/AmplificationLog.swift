/// How accurate everybody was while a system trained: at every tick the targets, at some all others. Of the rows that are
/// appended, each has a fixed number of floats, so that a log is two arrays.
package struct AmplificationLog: Sendable, Hashable {
  package let depths: ClosedRange<Int>
  /// By tick and depth: how many targets were right, and how many there were.
  private(set) var targets: [Float]
  /// By look: a `Look`'s numbers.
  private(set) var looks: [Float]

  init(depths: ClosedRange<Int>, targets: [Float] = [], looks: [Float] = []) {
    (self.depths, self.targets, self.looks) = (depths, targets, looks)
  }

  /// Everybody's accuracy after a tick.
  package struct Look: Sendable, Hashable {
    package var tick: Int
    /// H', word by word where it was told what stood before: of what it asks and of what it answers.
    package var askedWords: Double
    package var answeredWords: Double
    /// By depth, the probability of the right answer, and how often it is the likeliest.
    package var learner: [Accuracy]
    /// X_PA.
    package var average: [Accuracy]

    package struct Accuracy: Sendable, Hashable {
      package var sampled: Double
      package var greedy: Double
    }

    var numbers: [Float] {
      [Float(tick), Float(askedWords), Float(answeredWords)]
        + (learner + average).flatMap { [Float($0.sampled), Float($0.greedy)] }
    }
  }

  mutating func append(rightTargets right: [Int], of asked: [Int]) {
    precondition(
      right.count == depths.count && asked.count == depths.count, "Targets are counted by depth, each of \(depths).")
    targets += zip(right, asked).flatMap { [Float($0), Float($1)] }
  }

  mutating func append(_ look: Look) { looks += look.numbers }

  package var tickCount: Int { targets.count / (2 * depths.count) }
  private var lookWidth: Int { 3 + 4 * depths.count }
  package var lookCount: Int { looks.count / lookWidth }

  package func look(_ place: Int) -> Look {
    let row = looks[place * lookWidth..<(place + 1) * lookWidth].map(Double.init)
    func accuracies(_ first: Int) -> [Look.Accuracy] {
      (0..<depths.count).map { depth in
        Look.Accuracy(sampled: row[first + 2 * depth], greedy: row[first + 2 * depth + 1])
      }
    }
    return Look(
      tick: Int(row[0]), askedWords: row[1], answeredWords: row[2], learner: accuracies(3),
      average: accuracies(3 + 2 * depths.count))
  }

  /// The share of right targets of a depth among those of some ticks; NaN where none was asked.
  package func targetAccuracy(depth: Int, ticks: Range<Int>) -> Double {
    let column = depth - depths.lowerBound
    let rows = ticks.map { 2 * ($0 * depths.count + column) }
    let asked = rows.reduce(0.0) { $0 + Double(targets[$1 + 1]) }
    return rows.reduce(0.0) { $0 + Double(targets[$1]) } / asked
  }

  /// The last quarter of all ticks: where a run that converged stands still.
  package var lastTicks: Range<Int> { tickCount - tickCount / 4..<tickCount }

  /// The mean accuracy of X_PA's sampled answers at a depth over the looks of the last quarter.
  func lastAverageAccuracy(depth: Int) -> Double {
    let place = depth - depths.lowerBound
    let last = (0..<lookCount).map(look).filter { $0.tick > lastTicks.lowerBound }
    return last.map { $0.average[place].sampled }.mean
  }

  /// All of it: the depths, how many numbers targets have, targets, looks.
  var numbers: [Float] {
    [Float(depths.lowerBound), Float(depths.upperBound), Float(targets.count)] + targets + looks
  }

  /// Of all its numbers.
  package init(numbers: [Float]) {
    precondition(numbers.count >= 3, "A log has three numbers at least, not \(numbers.count).")
    self.init(
      depths: Int(numbers[0])...Int(numbers[1]), targets: Array(numbers[3..<3 + Int(numbers[2])]),
      looks: Array(numbers[(3 + Int(numbers[2]))...]))
  }
}
