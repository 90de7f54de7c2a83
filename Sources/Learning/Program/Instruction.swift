/// What the executor does next. Whole numbers name buffers of the arena.
protocol Instruction: Sendable {
  /// Every buffer it reads or writes: what the planner keeps apart.
  var buffers: [Int] { get }
  /// What it does and how wide, for a table of where the time goes.
  var kind: String { get }

  func run(by executor: Executor, on batch: Batch)

  // What must be known before a program runs, where there is anything to know.

  /// How many tokens a sequence may have.
  var lengths: ClosedRange<Int> { get }
  /// Whether it needs a seed besides the parameters and the batch.
  var needsSeed: Bool { get }
  /// Whether no token attends to a later one.
  var isCausal: Bool { get }
  /// How many kinds of links it tells apart; nil where it reads none.
  var linkKindCount: Int? { get }
  /// The floats of scratch that a worker needs where no sequence has more tokens than this.
  func scratchCount(longest: Int) -> Int
  /// Whether it can go on from keys that were kept.
  var keepsKeys: Bool { get }
  /// What it keeps of so many tokens; nil for nothing.
  func keptKeys(capacity: Int) -> KeptKeys?
}

extension Instruction {
  var lengths: ClosedRange<Int> { 1...Int.max }
  var needsSeed: Bool { false }
  var isCausal: Bool { true }
  var linkKindCount: Int? { nil }
  func scratchCount(longest: Int) -> Int { 0 }
  var keepsKeys: Bool { true }
  func keptKeys(capacity: Int) -> KeptKeys? { nil }
}
