extension AmplificationLog {
  /// Who learns, in the order of the paper.
  package enum Milestone: String, CaseIterable, Sendable {
    case asker = "H'"
    case shallowTargets = "targets of depth 2"
    case deepTargets = "targets of depth 3"
    case learner = "X"
    case average = "X_PA"
  }

  /// An accuracy that counts as learned: on the slope, where the curves lie apart. At the top X_PA is ahead of X, whose
  /// last steps it averages.
  static let learned = 0.75

  /// The tick of the first look at which each had learned its part; infinity where none did. Targets are counted since
  /// the look before.
  package func tick(of milestone: Milestone) -> Double {
    var before = 0
    for place in 0..<lookCount {
      let look = look(place)
      defer { before = look.tick }
      if isLearned(milestone, look, since: before) { return Double(look.tick) }
    }
    return .infinity
  }

  private func isLearned(_ milestone: Milestone, _ look: Look, since before: Int) -> Bool {
    func targets(_ depth: Int) -> Double { targetAccuracy(depth: depth, ticks: before..<look.tick) }
    return switch milestone {
    case .asker: min(look.askedWords, look.answeredWords) >= Self.learned
    case .shallowTargets: targets(depths.lowerBound) >= Self.learned
    case .deepTargets: targets(depths.upperBound) >= Self.learned
    case .learner: look.learner.map(\.sampled).mean >= Self.learned
    case .average: look.average.map(\.sampled).mean >= Self.learned
    }
  }
}
