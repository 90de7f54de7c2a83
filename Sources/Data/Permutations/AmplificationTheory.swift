/// How often the targets of an overseer that fails at random are right: with probability p an answer is replaced by a
/// uniform one of N elements and "I don't know".
///
/// A question of depth d above 1 needs two answers of depth d - 1, the second about what the first says, and for odd k
/// a primitive one, which is never wrong. The paper assumed one answer, of the targets' accuracy.
package struct AmplificationTheory: Hashable, Sendable {
  /// N.
  package let elementCount: Int
  /// p.
  package let failureRate: Double

  package init(elementCount: Int, failureRate: Double) {
    precondition(elementCount > 1, "Answers differ only among two elements or more, not \(elementCount).")
    precondition(0...1 ~= failureRate, "A failure rate lies in 0...1, unlike \(failureRate).")
    (self.elementCount, self.failureRate) = (elementCount, failureRate)
  }

  /// The accuracy of targets whose sub-answers are right with probability q, independently, and else uniform among the
  /// N other answers: (1 - p) (q^2 + (1 - q)^2 (N - 1) / N^2) + p / (N + 1).
  ///
  /// The second term: the first sub-answer is a wrong element, and the second happens to be the truth all the same.
  /// At depth 2 the sub-answers are primitive: q is 1.
  package func targetAccuracy(subanswerAccuracy q: Double) -> Double {
    let n = Double(elementCount)
    return afterFailures(q * q + (1 - q) * (1 - q) * (n - 1) / (n * n))
  }

  /// The same where X is wrong consistently: asked the same question twice it gives the same answer twice.
  /// - Parameters:
  ///   - fixed: the share of questions whose half j has sigma^j(x) = x, so that both sub-questions are one.
  ///   - swapped: the share of those with sigma^j(x) other than x, and sigma^2j(x) = x. There a first answer x makes
  ///     the second question the first again.
  package func targetAccuracy(consistentSubanswerAccuracy q: Double, fixed: Double, swapped: Double) -> Double {
    let n = Double(elementCount)
    let wrong = (1 - q) / n  // The probability of each wrong answer.
    let alone = q + wrong * wrong * (n - 1)
    let moved = q * q + wrong * wrong * (n - 2)
    return afterFailures(fixed * alone + (1 - fixed) * moved + swapped * wrong)
  }

  /// The accuracy of targets of this depth if sub-answers are as accurate as targets: X is sampled from what it was
  /// trained on, without loss or gain.
  package func sampledAccuracy(depth: Int) -> Double {
    precondition(depth >= 1, "Depths count from 1, which is primitive; \(depth) is none.")
    return (1..<depth).reduce(1) { accuracy, _ in targetAccuracy(subanswerAccuracy: accuracy) }
  }

  /// What the paper expected at depth 3: (1 - p) a2 + p / (N + 1). Too high or too low, as it counts one
  /// sub-answer and takes it to be as accurate as the targets.
  package var reportedDepth3Accuracy: Double { afterFailures(targetAccuracy(subanswerAccuracy: 1)) }

  /// A replacement is right with probability 1 / (N + 1).
  private func afterFailures(_ accuracy: Double) -> Double {
    (1 - failureRate) * accuracy + failureRate / Double(elementCount + 1)
  }
}
