import Learning

/// Which examples of a batch help and hurt the allocated sets. Plain gradient descent moves by the sum of the examples'
/// gradients, so what a step did to a set is a sum over them: the part of example j is what moving by its gradient alone
/// does along the set's mean gradient. Under any other optimizer there is no such split.
package final class ExampleSplit: StepWatcher {
  /// How far the parts may miss what was allocated, relative to their size: they are products of float gradients, and the
  /// weights that moved are stored as float.
  private static let allowed = 1e-5

  package let allocator: LossChangeAllocator
  private let source: RepeatedSource
  /// Each of another set of rows.
  private let classes: [[Int]]
  private var batch: LossSurface?
  private var gradient: [Double]
  /// `[classes][sets]`: what the batches' examples of a class did to a set, over all steps.
  package private(set) var matrix: [[Double]]
  /// Why it is none; nil as long as all is well.
  private var problem: AllocationProblem?

  /// - Parameters:
  ///   - classes: of each example of the repeated set, from 0 on; several such lists have rows one list after another.
  ///   - matrix: of the steps so far; empty to begin.
  package init(
    _ allocator: LossChangeAllocator, of source: RepeatedSource, classes: [[Int]], _ recipe: Recipe,
    matrix: [[Double]] = []
  ) {
    precondition(
      recipe.optimizer.rule == .descent(momentum: 0) && recipe.optimizer.weightDecay == 0 && recipe.groups.isEmpty
        && allocator.plan.chord == 1,
      "A step splits by example only under plain gradient descent, not under \(recipe.optimizer).")
    precondition(
      classes.allSatisfy { $0.count == source.count && $0.allSatisfy { $0 >= 0 } },
      "Each of \(source.count) examples needs a class from 0 on; there are \(classes.map(\.count)).")
    self.allocator = allocator
    self.source = source
    var offset = 0
    self.classes = classes.map { list in
      defer { offset += (list.max() ?? 0) + 1 }
      return list.map { $0 + offset }
    }
    gradient = Array(repeating: 0, count: allocator.path.delta.count)
    let none = Array(repeating: Array(repeating: 0.0, count: allocator.sets.count), count: offset)
    self.matrix = matrix.isEmpty ? none : matrix
    precondition(
      self.matrix.count == none.count && self.matrix.allSatisfy { $0.count == none[0].count },
      "The matrix so far has other classes or sets than the split.")
  }

  package func watch(_ step: WatchedStep) {
    allocator.watch(step)
    let batch = batch(of: step)
    let weights = step.weightsBefore
    let sets = allocator.sets.indices
    var sums = Array(repeating: 0.0, count: sets.count)
    var sizes = sums
    for (place, index) in step.examples.enumerated() {
      let loss = batch.loss(ofExample: place, at: weights, gradient: &gradient)
      let factor = -Double(Float(step.rate)) * Double(step.gradientScale) * loss.weight
      for set in sets {
        let part = factor * gradient.sumOfProducts(with: allocator.gradients[set].mean)
        for list in classes { matrix[list[source.example(at: index)]][set] += part }
        sums[set] += part
        sizes[set] += abs(part)
      }
    }
    for set in sets {
      let allocated = allocator.state.steps[allocator.state.steps.count - 1].allocated[set]
      if problem == nil, !(abs(sums[set] - allocated) <= Self.allowed * sizes[set]) {
        problem = .unevenSplit(step: step.number, sum: sums[set], allocated: allocated)
      }
    }
  }

  /// `[classes][sets]`
  package func reading() throws(AllocationProblem) -> [[Double]] {
    try requireEven()
    _ = try allocator.allocation.reading(of: allocator.plan.observers[0])
    return matrix
  }

  func requireEven() throws(AllocationProblem) {
    if let problem { throw problem }
  }

  private func batch(of step: WatchedStep) -> LossSurface {
    if let batch {
      batch.replace(with: step.examples)
      return batch
    }
    let made = LossSurface(
      like: allocator.sets[0], at: Array(step.examples), of: step.source, maximumWorkers: 1)
    batch = made
    return made
  }
}
