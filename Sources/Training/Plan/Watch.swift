import Learning

/// What a model is asked while a stage trains it, to see when it learns what. Asking changes nothing of the training.
package struct Watch: Sendable, Hashable {
  package enum Rhythm: Sendable, Hashable {
    /// After so many steps, again and again.
    case every(Int)
    /// After each of these, ascending.
    case after([Int])
  }

  /// After which steps; after the stage's last too.
  package var rhythm: Rhythm
  /// The first so many examples of each asked split, or all where it has fewer.
  package var count: Int
  /// The names of the asked splits; nil for all.
  package var splits: [String]?

  package init(everySteps: Int, count: Int, splits: [String]? = nil) {
    precondition(
      everySteps > 0 && count > 0, "Nothing is watched every \(everySteps) steps by \(count) examples.")
    rhythm = .every(everySteps)
    self.count = count
    self.splits = splits
  }

  package init(after steps: [Int], count: Int, splits: [String]? = nil) {
    precondition(
      steps.first ?? 0 > 0 && zip(steps, steps.dropFirst()).allSatisfy(<) && count > 0,
      "A watch looks after ascending steps, by some examples, not after \(steps) by \(count).")
    rhythm = .after(steps)
    self.count = count
    self.splits = splits
  }

  /// The next step after `step` that is followed by questions.
  func milestone(after step: Int, of recipe: Recipe) -> Int {
    switch rhythm {
    case .every(let steps): min((step / steps + 1) * steps, recipe.steps)
    case .after(let steps): min(steps.first { $0 > step } ?? recipe.steps, recipe.steps)
    }
  }
}

extension TrainingPlan {
  /// What is asked while the stage trains, in the order of the plan.
  package func watched(in stage: Stage) -> [AskedSplit] {
    guard let watch = stage.watch else { return [] }
    let watched = asked.filter { watch.splits?.contains($0.examples.name) ?? true }
    return watched.map { AskedSplit($0.examples, count: min($0.count, watch.count), loops: $0.loops) }
  }
}
