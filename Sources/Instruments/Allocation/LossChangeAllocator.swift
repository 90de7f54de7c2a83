import Learning

/// Shares the change of a loss out among the parameters while a run is trained once more (Lan, Liu, Zhou and Yosinski,
/// 2019): entry i of a step is what parameter i moved by, times the loss's mean gradient along the way.
///
/// It reads what the trainer lends and touches nothing of it.
package final class LossChangeAllocator: StepWatcher {
  package let plan: AllocationPlan
  package private(set) var state: AllocationState
  let sets: [LossSurface]
  /// Of the trainer.
  let steps: Int
  /// By set: its loss before the first step and after the last one.
  let ends: [LossEnds]
  /// How many cores the gradients may take. They decide how long it takes, and nothing else.
  package var workers: Int
  private let tensors: [NamedRange]
  private(set) var path: StepPath
  /// By set, and of the batch.
  var gradients: [PathGradient]
  private var batchGradient: PathGradient
  private var batch: LossSurface?
  private var entries: [Double]
  private var trapezoid: [Double]
  private var hasBegun = false

  /// - Parameters:
  ///   - sets: whose losses are allocated; the first is the one that the run is trained on.
  ///   - first: the weights before the first step.
  ///   - last: those that the run is known to end at; what a step may miss depends on how far they are.
  ///   - steps: how many the run has.
  ///   - state: where an allocation of the same plan stopped; nil to begin.
  package init(
    _ plan: AllocationPlan, of sets: [LossSurface], from first: [Float], to last: [Float], steps: Int,
    state: AllocationState? = nil, workers: Int
  ) {
    precondition(
      !sets.isEmpty && sets.allSatisfy { $0.layout == sets[0].layout },
      "What is allocated is the loss of one model on one set or more; there are \(sets.count).")
    for case .set(let number) in plan.observers.map(\.loss) {
      precondition(sets.indices.contains(number), "There is no set \(number) among \(sets.count).")
    }
    let state = state ?? AllocationState(at: first, observers: plan.observers.count)
    let count = sets[0].layout.count
    precondition(
      first.count == count && last.count == count && state.weights.count == count
        && state.parameters.count == plan.observers.count,
      "The model has \(count) parameters and the plan \(plan.observers.count) observers; the state has "
        + "\(state.weights.count) and \(state.parameters.count).")
    self.plan = plan
    self.state = state
    self.sets = sets
    self.steps = steps
    self.workers = workers
    ends = sets.map {
      LossEnds(first: $0.loss(at: first, workers: workers), last: $0.loss(at: last, workers: workers))
    }
    tensors = sets[0].layout.tensors
    path = StepPath(at: state.weights)
    gradients = Array(repeating: PathGradient(count: count), count: sets.count)
    batchGradient = PathGradient(count: count)
    entries = Array(repeating: 0, count: count)
    trapezoid = entries
  }

  /// What has come of it so far.
  package var allocation: Allocation {
    Allocation(plan: plan, state: state, stepCount: steps, ends: ends, tensors: tensors)
  }

  package var shape: AllocationShape { AllocationShape(plan, sets: sets.count, sets[0].layout) }

  /// The mean gradient of a set along the last step.
  package func meanGradient(ofSet set: Int) -> [Double] { gradients[set].mean }

  package func watch(_ step: WatchedStep) {
    precondition(
      step.number == state.step && step.number < steps,
      "Step \(step.number) was lent where step \(state.step) of \(steps) is next.")
    precondition(
      state.step % plan.chord != 0 || path.ends(at: step.weightsBefore),
      "Step \(step.number) does not begin where the last one ended.")
    state.step += 1
    if state.step % plan.chord == 0 || state.step == steps { allocate(step) }
  }

  private func allocate(_ step: WatchedStep) {
    if !hasBegun {
      for set in sets.indices { gradients[set].begin(at: path.after, sets[set], workers) }
      hasBegun = true
    }
    path.go(on: step.weightsAfter)
    let panels = integrate()
    let allocated = gradients.map { path.delta.sumOfProducts(with: $0.mean) }
    let isResolved = plan.demanded(of: sets.count).allSatisfy { set in
      let change = gradients[set].endLoss - gradients[set].startLoss
      return abs(allocated[set] - change) <= tolerance(ofSet: set)
    }
    if plan.watchesBatches { integrateBatch(step, panels) }
    var observers: [StepSums] = []
    for (number, observer) in plan.observers.enumerated() { observers.append(observe(observer, number)) }
    state.steps.append(
      AllocatedStep(
        intervals: 2 * panels.count, isResolved: isResolved, losses: gradients.map(\.endLoss), allocated: allocated,
        observers: observers, gradient: motion(gradients[0].start, &state.gradient),
        movement: motion(path.delta, &state.movement)))
    state.weights = path.after
    for set in sets.indices { gradients[set].goOn() }
  }

  /// What a set's sum over the whole line may miss.
  func tolerance(ofSet set: Int) -> Double {
    let chords = (steps + plan.chord - 1) / plan.chord
    let rounding = 16 * 0x1p-24 * abs(gradients[set].startLoss)  // of a float32 loss
    return max(plan.tolerance * abs(ends[set].first - ends[set].last) / Double(chords), rounding)
  }

  private func integrateBatch(_ step: WatchedStep, _ panels: [LinePanel]) {
    batchGradient.begin(with: step.batchGradient, weight: step.weight)
    guard plan.integratesBatches else { return }
    if let batch {
      batch.replace(with: step.examples)
    } else {
      batch = LossSurface(like: sets[0], at: Array(step.examples), of: step.source, maximumWorkers: workers)
    }
    batchGradient.measure(path, over: panels, batch!, workers)
  }

  private func observe(_ observer: AllocationObserver, _ number: Int) -> StepSums {
    switch observer.loss {
    case .set(let set): multiply(observer.bracket, &gradients[set], sets[set])
    case .batch: multiply(observer.bracket, &batchGradient, batch)
    }
    var sums = state.parameters[number].add(entries, tensors)
    sums.agreement = state.parameters[number].track.compared(with: state.parameters[0].track)
    return sums
  }

  private func multiply(
    _ bracket: AllocationObserver.Bracket, _ gradient: inout PathGradient, _ surface: LossSurface?
  ) {
    switch bracket {
    case .point: entries.becomeProduct(of: path.delta, gradient.start)
    case .integrated: entries.becomeProduct(of: path.delta, gradient.mean)
    case .trapezoid:
      trapezoid.becomeMean(of: gradient.start, gradient.end)
      entries.becomeProduct(of: path.delta, trapezoid)
    case .hundredth:
      entries.becomeProduct(of: path.delta, gradient.alongFirstHundredth(path, surface!, workers))
      for index in entries.indices { entries[index] /= 100 }
    }
  }

  private func motion(_ values: [Double], _ track: inout SignTrack) -> MotionSums {
    var sums = MotionSums()
    sums.persistence = track.follow(values)
    sums.squares = tensors.map { tensor in tensor.range.reduce(0.0) { $0 + values[$1] * values[$1] } }
    return sums
  }
}
