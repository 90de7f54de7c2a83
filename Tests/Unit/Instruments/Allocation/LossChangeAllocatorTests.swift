import Testing

@testable import Instruments
@testable import Learning

@Suite struct LossChangeAllocatorTests {
  static let trained = 96
  static let everyObserver: [AllocationObserver] = [
    .whole(.integrated), .whole(.point), .whole(.trapezoid), .batch(.point), .batch(.integrated),
  ]

  static func surfaces(_ sets: [[Int]] = [Array(0..<trained)]) -> [LossSurface] {
    sets.map { LossSurface(WatchedNetwork.model, at: $0, of: WatchedNetwork.Source(), maximumWorkers: 4) }
  }

  static func end(of recipe: Recipe, _ repetition: Repetition = .shuffled) throws -> [Float] {
    let trainer = WatchedNetwork.trainer(recipe, on: WatchedNetwork.epochs(of: trained, repetition))
    try trainer.advance(by: recipe.steps, workers: 1)
    return trainer.state.parameters
  }

  /// A run, and the allocation of it that was watched to the end.
  static func allocation(
    _ recipe: Recipe, _ plan: AllocationPlan = AllocationPlan(everyObserver), _ repetition: Repetition = .shuffled,
    sets: [[Int]] = [Array(0..<trained)], workers: Int = 1
  ) throws -> LossChangeAllocator {
    let allocator = LossChangeAllocator(
      plan, of: surfaces(sets), from: WatchedNetwork.first, to: try end(of: recipe, repetition), steps: recipe.steps,
      workers: workers)
    let trainer = WatchedNetwork.trainer(recipe, on: WatchedNetwork.epochs(of: trained, repetition))
    try trainer.advance(by: recipe.steps, workers: workers, watchedBy: allocator)
    return allocator
  }

  static let descent = WatchedNetwork.recipe(.sgd(), rate: 3e-3, steps: 40)

  /// Steps against the gradient that the optimizer read: rounding cannot turn one of them around.
  @Test(arguments: [
    descent, WatchedNetwork.recipe(.sgd(), rate: 3e-3, normLimit: 0.5), WatchedNetwork.recipe(.rmsProp(), rate: 1e-3),
  ])
  func withoutMomentumNoEntryOfTheBatchIsPositive(_ recipe: Recipe) throws {
    let reading = try Self.allocation(recipe).allocation.reading(of: .batch(.point))
    #expect(reading.hurting == 0 && reading.hurt == 0)
    #expect(reading.helping > recipe.steps * 4000 && reading.helpingShare == 1)
    // The row of the table that no token has: always 0. 16 of them, and others that moved by less than their last bit.
    #expect(reading.sums.allSatisfy { $0.zeros >= 16 && $0.helping + $0.hurting + $0.zeros == 4737 })
  }

  @Test func norWithWholeBatches() throws {
    let recipe = WatchedNetwork.recipe(.sgd(), rate: 3e-3, batchSize: Self.trained)
    let reading = try Self.allocation(recipe, AllocationPlan([.batch(.point)]), .whole).allocation.reading(
      of: .batch(.point))
    #expect(reading.hurting == 0 && reading.helping > recipe.steps * 4000)
  }

  /// A control beside the sets that must be complete changes nothing of them, and is cut as finely as they are.
  @Test func whatNeedNotBeCompleteCutsNoStepFiner() throws {
    let recipe = WatchedNetwork.recipe(.sgd(), rate: 5e-2, steps: 40)
    let sets = [Array(0..<Self.trained), [3, 5]]
    let observers = [AllocationObserver.whole(.integrated)]
    let alone = try Self.allocation(recipe, AllocationPlan(observers)).allocation
    let beside = try Self.allocation(recipe, AllocationPlan(observers, completeSets: 1), sets: sets).allocation
    let demanded = try Self.allocation(recipe, AllocationPlan(observers), sets: sets).allocation
    func intervals(_ allocation: Allocation) -> Int { allocation.state.steps.reduce(0) { $0 + $1.intervals } }
    #expect(intervals(beside) == intervals(alone) && intervals(demanded) > intervals(alone))
    #expect(
      try beside.reading(of: .whole(.integrated)).parameters.totals
        == alone.reading(of: .whole(.integrated)).parameters.totals)
  }

  @Test(arguments: [Optimizer.sgd(momentum: 0.9), .adam()])
  func withMomentumManyAre(_ optimizer: Optimizer) throws {
    let reading = try Self.allocation(WatchedNetwork.recipe(optimizer, rate: 1e-3)).allocation.reading(
      of: .batch(.point))
    #expect(reading.hurting > reading.steps.count * 4737 / 10)
    #expect(reading.helpingShare! > 0.5)
  }

  @Test(arguments: [
    descent, WatchedNetwork.recipe(.rmsProp(), rate: 1e-3), WatchedNetwork.recipe(.sgd(momentum: 0.9), rate: 1e-3),
    WatchedNetwork.recipe(.adam(), rate: 2e-3),
    // Decay moves the weights, and is no part of the loss.
    WatchedNetwork.recipe(.sgd(momentum: 0.9, weightDecay: 0.3), rate: 1e-3),
    WatchedNetwork.recipe(.adamW(weightDecay: 3), rate: 2e-3),
  ])
  func whatIsIntegratedIsComplete(_ recipe: Recipe) throws {
    let allocator = try Self.allocation(recipe)
    let completeness = allocator.allocation.completeness(ofSet: 0)
    #expect(
      completeness.defect <= 0.005 && completeness.stepDefect <= 0.01 && allocator.allocation.unresolvedSteps == 0)
    #expect(completeness.change < -0.5)
    let reading = try allocator.allocation.reading(of: .whole(.integrated))
    #expect(abs(reading.change - completeness.change) <= 0.01 * abs(completeness.change))
    #expect(abs(reading.parameters.totals.reduce(0, +) - reading.change) < 1e-9)
  }

  /// The control: the same steps by their ends, or by where they begin, do not add up.
  @Test func whatIsNotIntegratedIsNot() throws {
    let allocator = try Self.allocation(WatchedNetwork.recipe(.sgd(), rate: 5e-2, steps: 40))
    #expect(allocator.allocation.completeness(ofSet: 0).holds)
    #expect(allocator.allocation.completeness(of: .whole(.point))!.holds == false)
    #expect(allocator.allocation.completeness(of: .whole(.trapezoid))!.holds == false)
    let found = allocator.allocation.completeness(of: .whole(.integrated))!
    #expect(abs(found.allocated - allocator.allocation.completeness(ofSet: 0).allocated) < 1e-9 && found.holds)
    #expect(allocator.allocation.completeness(of: .batch(.point)) == nil)
  }

  /// Full batches hurt only because a step is finite: along a hundredth of it hardly anything hurts.
  @Test func alongAHundredthOfAStepItIsAlmostAPoint() throws {
    let recipe = WatchedNetwork.recipe(.sgd(), rate: 5e-2, batchSize: Self.trained)
    let plan = AllocationPlan([.whole(.integrated), .whole(.hundredth)])
    let allocator = try Self.allocation(recipe, plan, .whole)
    let (whole, short) = (
      try allocator.allocation.reading(of: plan.observers[0]), try allocator.allocation.reading(of: plan.observers[1])
    )
    #expect(short.hurting < whole.hurting / 10 && short.hurting > 0)
    #expect(short.change < 0 && short.change > whole.change * 0.1)
  }

  @Test(arguments: [2, 3])
  func theNumberOfWorkersDoesNotReachANumber(workers: Int) throws {
    let recipe = WatchedNetwork.recipe(.adam(), rate: 2e-3, steps: 6)
    let sets = [Array(0..<Self.trained), Array(200..<330)]
    let (together, alone) = (
      try Self.allocation(recipe, sets: sets, workers: workers), try Self.allocation(recipe, sets: sets)
    )
    #expect(together.state == alone.state)
  }

  @Test func watchingItMovesNoBit() throws {
    let recipe = WatchedNetwork.recipe(.adam(), rate: 2e-3, steps: 6)
    let allocator = try Self.allocation(recipe)
    #expect(allocator.path.after == (try Self.end(of: recipe)))
  }

  /// Killed in the middle, and gone on with from bytes: with the same bits as if it had not been.
  @Test(arguments: [1, 4]) func itGoesOnWhereItStopped(chord: Int) throws {
    let recipe = WatchedNetwork.recipe(.adam(), rate: 2e-3, steps: 11)
    let plan = AllocationPlan(chord == 1 ? Self.everyObserver : [.whole(.integrated)], chord: chord)
    let whole = try Self.allocation(recipe, plan)
    let last = try Self.end(of: recipe)
    let source = WatchedNetwork.epochs(of: Self.trained)
    func allocator(_ state: AllocationState?) -> LossChangeAllocator {
      LossChangeAllocator(
        plan, of: Self.surfaces(), from: WatchedNetwork.first, to: last, steps: recipe.steps, state: state, workers: 1)
    }
    let (first, trainer) = (allocator(nil), WatchedNetwork.trainer(recipe, on: source))
    try trainer.advance(by: 6, workers: 1, watchedBy: first)
    let kept = try AllocationState(bytes: first.state.bytes(first.shape), first.shape)
    #expect(kept == first.state)
    let second = allocator(kept)
    let goesOn = Trainer(
      Program(WatchedNetwork.model, for: .learning), recipe, on: source, from: trainer.state, maximumWorkers: 1)
    try goesOn.advance(by: 100, workers: 1, watchedBy: second)
    #expect(second.state == whole.state)
    #expect(try second.allocation.reading(of: .whole(.integrated)) == whole.allocation.reading(of: .whole(.integrated)))
  }

  /// Another path with the same ends: complete, and not the same numbers.
  @Test func chordsAreCompleteToo() throws {
    let recipe = WatchedNetwork.recipe(.adam(), rate: 2e-3, steps: 23)
    let stepwise = try Self.allocation(recipe)
    let chords = try Self.allocation(recipe, AllocationPlan(chord: 5))
    #expect(chords.state.steps.count == 5 && chords.allocation.completeness(ofSet: 0).holds)
    let layers = WatchedNetwork.model.layout.layers
    let found = try chords.allocation.reading(of: .whole(.integrated)).sums(of: layers)
    let wanted = try stepwise.allocation.reading(of: .whole(.integrated)).sums(of: layers)
    #expect(found != wanted && abs(found.reduce(0, +) - wanted.reduce(0, +)) < 0.02 * abs(wanted.reduce(0, +)))
    #expect(zip(found, wanted).allSatisfy { abs($0 - $1) < 0.2 * wanted.map(abs).max()! })
  }

  /// The batch's own loss changes by what is allocated of it.
  @Test func anIntegratedBatchAddsUpToo() throws {
    let recipe = WatchedNetwork.recipe(.sgd(), rate: 3e-3, steps: 3)
    let allocator = try Self.allocation(recipe, AllocationPlan([.batch(.integrated)], intervals: 8...32))
    let source = WatchedNetwork.epochs(of: Self.trained)
    var weights = WatchedNetwork.first
    for step in 0..<3 {
      let examples = (16 * step..<16 * step + 16).map(source.example)
      let surface = Self.surfaces([examples])[0]
      let next = try Self.end(of: recipe, after: step + 1)
      let change = surface.loss(at: next) - surface.loss(at: weights)
      #expect(abs(allocator.state.steps[step].observers[0].total - change) < 2e-3 * abs(change))
      weights = next
    }
  }

  private static func end(of recipe: Recipe, after steps: Int) throws -> [Float] {
    let trainer = WatchedNetwork.trainer(recipe, on: WatchedNetwork.epochs(of: trained))
    try trainer.advance(by: steps, workers: 1)
    return trainer.state.parameters
  }

  /// Whatever does not move is neither help nor hurt.
  @Test func frozenParametersAreZeros() throws {
    let recipe = WatchedNetwork.recipe(.adam(), rate: 2e-3, groups: [ParameterGroup("blocks.0", rateFactor: 0)])
    let reading = try Self.allocation(recipe).allocation.reading(of: .whole(.integrated))
    #expect(reading.sums.allSatisfy { $0.zeros >= 2224 + 16 })
    let layers = WatchedNetwork.model.layout.layers
    for (layer, sum) in zip(layers, reading.sums(of: layers)) {
      #expect((sum == 0) == layer.name.hasPrefix("blocks.0."), "\(layer.name)")
    }
  }

  @Test func aSetThatIsTheFirstAgreesWithItAndOthersLess() throws {
    let recipe = WatchedNetwork.recipe(.adam(), rate: 2e-3)
    let plan = AllocationPlan((0..<3).map { AllocationObserver(.set($0), .integrated) })
    let same = Array(0..<Self.trained)
    let allocator = try Self.allocation(recipe, plan, sets: [same, same, Array(500..<600)])
    let readings = try plan.observers.map { try allocator.allocation.reading(of: $0) }
    #expect(readings[0].agreement == readings[1].agreement && readings[1].agreement.agreement == 1)
    #expect((0.5..<0.999).contains(readings[2].agreement.agreement!))
    #expect(readings[0].parameters.totals == readings[1].parameters.totals)
  }

  /// A step is cut wherever a set needs it, and for all sets alike.
  @Test func everySetIsRefinedForAny() throws {
    let recipe = WatchedNetwork.recipe(.sgd(), rate: 5e-2, steps: 40)
    let (many, few) = (Array(0..<Self.trained), [3, 5])
    func intervals(_ sets: [[Int]]) throws -> [Int] {
      try Self.allocation(recipe, AllocationPlan(), sets: sets).state.steps.map(\.intervals)
    }
    let (first, second) = (try intervals([many]), try intervals([few]))
    for (both, alone) in zip(try intervals([many, few]), zip(first, second)) {
      #expect(max(alone.0, alone.1) <= both && both <= alone.0 + alone.1 - 2)
    }
    #expect(zip(first, second).contains { $0 < $1 })
  }

  /// Where a loss is rough along a part of a step only, that part is cut: cut alike everywhere, there would be a power of two of
  /// intervals, and were the half beside it cut with it, a multiple of four.
  @Test func onlyTheRoughPartOfAStepIsCutFiner() throws {
    let recipe = WatchedNetwork.recipe(.sgd(), rate: 5e-2, steps: 40)
    let allocator = try Self.allocation(recipe, AllocationPlan(intervals: 2...256, tolerance: 1e-5))
    let steps = allocator.state.steps
    let intervals = steps.map(\.intervals)
    #expect(intervals.count { $0 & ($0 - 1) != 0 } > 2 && intervals.contains { $0 > 2 && $0 % 4 == 2 })
    let losses = [allocator.ends[0].first] + steps.map { $0.losses[0] }
    for (step, change) in zip(steps, zip(losses.dropFirst(), losses).map { $0 - $1 }) {
      #expect(step.isResolved)
      #expect(abs(step.allocated[0] - change) <= 1e-5 / 40 * abs(losses[40] - losses[0]) + 0x1p-20 * losses[0])
    }
    #expect(allocator.allocation.completeness(ofSet: 0).holds)
  }

  @Test func withoutCompletenessThereIsNoReading() throws {
    // Two intervals throughout, for steps far too long.
    let recipe = WatchedNetwork.recipe(.sgd(), rate: 5e-2, steps: 40)
    let strict = try Self.allocation(recipe, AllocationPlan(intervals: 2...2))
    #expect(strict.allocation.unresolvedSteps > 0 && !strict.allocation.completeness(ofSet: 0).holds)
    #expect(throws: AllocationProblem.unresolved(steps: strict.allocation.unresolvedSteps, of: 40)) {
      try strict.allocation.reading(of: .whole(.integrated))
    }
    let careless = try Self.allocation(recipe, AllocationPlan(intervals: 2...2, tolerance: 10))
    #expect(careless.allocation.unresolvedSteps == 0 && careless.state.parameters == strict.state.parameters)
    #expect(throws: AllocationProblem.incomplete(set: 0, careless.allocation.completeness(ofSet: 0))) {
      try careless.allocation.reading(of: .whole(.integrated))
    }
  }

  @Test func norOfARunThatIsNotTheKnownOneOrNotAtItsEnd() throws {
    let recipe = WatchedNetwork.recipe(.adam(), rate: 2e-3, steps: 5)
    let allocator = LossChangeAllocator(
      AllocationPlan(tolerance: 1), of: Self.surfaces(), from: WatchedNetwork.first, to: WatchedNetwork.first, steps: 5,
      workers: 1)
    let trainer = WatchedNetwork.trainer(recipe, on: WatchedNetwork.epochs(of: Self.trained))
    try trainer.advance(by: 4, workers: 1, watchedBy: allocator)
    #expect(throws: AllocationProblem.unfinished(step: 4, of: 5)) {
      try allocator.allocation.reading(of: .whole(.integrated))
    }
    try trainer.advance(by: 1, workers: 1, watchedBy: allocator)
    do {
      _ = try allocator.allocation.reading(of: .whole(.integrated))
      Issue.record("A run with another end was read.")
    } catch {
      guard case .anotherRun(set: 0, _, _) = error else { throw error }
    }
  }

  @Test func aRunWithoutStepsIsReadAsNothing() throws {
    let allocator = LossChangeAllocator(
      AllocationPlan(), of: Self.surfaces(), from: WatchedNetwork.first, to: WatchedNetwork.first, steps: 0, workers: 1)
    let reading = try allocator.allocation.reading(of: .whole(.integrated))
    #expect(reading.helpingShare == nil && reading.change == 0 && reading.giniOfHelp == 0)
  }

  @Test func aSkippedStepIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      let recipe = WatchedNetwork.recipe(.adam(), rate: 2e-3)
      let allocator = LossChangeAllocator(
        AllocationPlan(), of: LossChangeAllocatorTests.surfaces(), from: WatchedNetwork.first, to: WatchedNetwork.first,
        steps: 20, workers: 1)
      let trainer = WatchedNetwork.trainer(recipe, on: WatchedNetwork.epochs(of: LossChangeAllocatorTests.trained))
      try trainer.advance(by: 1, workers: 1)
      try trainer.advance(by: 1, workers: 1, watchedBy: allocator)
    }
  }

  /// Its number is right, and its weights are not.
  @Test func soIsAStepThatBeginsElsewhere() async {
    await #expect(processExitsWith: .failure) {
      let recipe = WatchedNetwork.recipe(.adam(), rate: 2e-3)
      let allocator = LossChangeAllocator(
        AllocationPlan(), of: LossChangeAllocatorTests.surfaces(), from: WatchedNetwork.first.map { $0 + 1 },
        to: WatchedNetwork.first, steps: 20, workers: 1)
      let trainer = WatchedNetwork.trainer(recipe, on: WatchedNetwork.epochs(of: LossChangeAllocatorTests.trained))
      try trainer.advance(by: 1, workers: 1, watchedBy: allocator)
    }
  }

  @Test func aPlanThatCannotBeIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = AllocationPlan([]) }
    await #expect(processExitsWith: .failure) { _ = AllocationPlan(intervals: 3...32) }
    await #expect(processExitsWith: .failure) { _ = AllocationPlan([.batch(.point)], chord: 2) }
    await #expect(processExitsWith: .failure) { _ = AllocationPlan([.batch(.point), .batch(.point)]) }
  }
}
