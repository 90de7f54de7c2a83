import Training

/// What an error did while training went on: stood still, fell, was learned.
package struct Phases: Sendable, Hashable {
  /// A stretch of milestones in which the error stood still.
  package struct Plateau: Sendable, Hashable {
    package let steps: ClosedRange<Int>
    /// The mean error.
    package let level: Double

    package var length: Int { steps.upperBound - steps.lowerBound }
  }

  /// The first step from which on the error is learned; nil where it never is.
  package let learned: Int?
  /// The longest plateau before that; nil where the error never stood still over three milestones.
  package let plateau: Plateau?

  /// From the plateau's end to what is learned; nil where one of them is missing.
  package var fall: ClosedRange<Int>? {
    guard let learned, let plateau else { return nil }
    return plateau.steps.upperBound...learned
  }

  /// Learned at once, after a wait: the fall took no longer than the plateau before it. In a straight line, an exponential
  /// or a power law, it takes longer.
  package var isChangeOfPhase: Bool {
    guard let plateau, let fall else { return false }
    return fall.upperBound - fall.lowerBound <= plateau.length
  }

  /// Reads a curve of errors, which fall as a model learns. The curve is first replaced by its running median of three,
  /// so that a single milestone neither makes nor unmakes a phase.
  ///
  /// - Parameters:
  ///   - steps: done at each milestone, ascending.
  ///   - errors: at each milestone; what is not finite is not learned, and no part of a plateau.
  package init(steps: [Int], errors: [Double], rule: PhaseRule) {
    precondition(steps.count == errors.count, "\(steps.count) milestones and \(errors.count) errors make no curve.")
    precondition(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 }, "Milestones ascend.")
    let smooth = errors.runningMedianOfThree
    let end = smooth.lastIndex { !($0 <= rule.learned) }.map { $0 + 1 } ?? 0
    learned = end < steps.count ? steps[end] : nil
    plateau = Self.longestPlateau(steps, Array(smooth[..<end]), rule)
  }

  /// The longest stretch of at least three milestones, the first of several.
  private static func longestPlateau(_ steps: [Int], _ errors: [Double], _ rule: PhaseRule) -> Plateau? {
    var best: Range<Int>?
    for first in errors.indices {
      let stretch = stretch(from: first, errors, rule)
      guard stretch.count >= 3 else { continue }
      let length = steps[stretch.upperBound - 1] - steps[first]
      if best.map({ length > steps[$0.upperBound - 1] - steps[$0.lowerBound] }) ?? true { best = stretch }
    }
    return best.map { Plateau(steps: steps[$0.lowerBound]...steps[$0.upperBound - 1], level: Array(errors[$0]).mean) }
  }

  /// As far as the error stays within the band, high enough.
  private static func stretch(from first: Int, _ errors: [Double], _ rule: PhaseRule) -> Range<Int> {
    var (smallest, largest) = (Double.infinity, 0.0)
    var end = first
    while end < errors.count, errors[end].isFinite, errors[end] >= rule.height * rule.learned {
      smallest = min(smallest, errors[end])
      largest = max(largest, errors[end])
      guard largest <= rule.band * smallest else { break }
      end += 1
    }
    return first..<end
  }
}

extension [Double] {
  /// Each value's median with its two neighbours; the ends as they are. NaN counts as the largest.
  fileprivate var runningMedianOfThree: [Double] {
    indices.map { place in
      guard place > 0, place + 1 < count else { return self[place] }
      return self[place - 1...place + 1].map { $0.isNaN ? .infinity : $0 }.sorted()[1]
    }
  }
}
