/// What a sample of a split looks like, and what the predictors that learn nothing score on it. Sums of integers, so
/// exact.
package struct GraphStatistics: Hashable, Sendable {
  package private(set) var count = 0
  /// How often each label occurs: label y at place y.
  package private(set) var labelCounts: [Int] = []
  /// How many examples ask for vertex 2.
  package private(set) var targetTwoCount = 0
  private var squaredDistanceToTwoErrors = 0

  package init(_ examples: some Sequence<GraphExample>) {
    for example in examples { count(example) }
  }

  package init() {}

  package mutating func count(_ example: GraphExample) {
    while labelCounts.count <= example.label { labelCounts.append(0) }
    count += 1
    labelCounts[example.label] += 1
    targetTwoCount += example.target == 2 ? 1 : 0
    squaredDistanceToTwoErrors += (example.label - example.distanceToTwo) * (example.label - example.distanceToTwo)
  }

  /// The share of examples whose target is 2.
  package var targetTwoShare: Double { share(of: targetTwoCount) }

  /// The share of examples with this label.
  package func share(label: Int) -> Double {
    share(of: labelCounts.indices.contains(label) ? labelCounts[label] : 0)
  }

  /// The mean squared error of the best constant: the variance of the labels.
  package var constantMeanError: Double {
    let sum = labelCounts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    let squares = labelCounts.enumerated().reduce(0) { $0 + $1.offset * $1.offset * $1.element }
    return share(of: count * squares - sum * sum) / Double(max(count, 1))
  }

  /// The mean squared error of a model that always answers d(1, 2), whatever the target.
  package var distanceToTwoError: Double { share(of: squaredDistanceToTwoErrors) }

  private func share(of part: Int) -> Double {
    precondition(count > 0, "Statistics of no examples have no shares.")
    return Double(part) / Double(count)
  }
}
