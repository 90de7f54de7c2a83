import AllocationCounter
import Seeds
import Testing

@testable import Learning

@Suite(
  .enabled(
    if: allocation_counter_is_available(),
    "Allocations are counted only with glibc's malloc, and a sanitizer brings its own."))
struct AllocationTests {
  /// Every kind of instruction: both norm orders, both ways to combine ids, three losses, positions of both kinds, a causal mask, batch norm,
  /// and what moves columns.
  enum Case: CaseIterable {
    case post, pre, causal, rotary, batchNorm, attentionOnly

    var model: any Model {
      switch self {
      case .post: ReferenceModel.encoder(.post)
      case .pre: ReferenceModel.encoder(.pre)
      case .causal: CausalReference.encoder
      case .rotary: Self.rotaryEncoder
      case .batchNorm: BatchNormReference.encoder(.pyTorch)
      case .attentionOnly: AttentionOnlyTests.model
      }
    }

    /// One head of 14 features: those of the reference are odd.
    private static let rotaryEncoder: Encoder = {
      var shape = CausalReference.encoder.shape
      (shape.headCount, shape.positions) = (1, .rotary(longest: 13))
      return Encoder(shape)
    }()

    var source: StoredSource {
      switch self {
      case .post, .pre: StoredSource(ReferenceModel.Source(), count: 65)
      case .causal, .rotary: StoredSource(CausalReference.Source(), count: 65)
      case .batchNorm: StoredSource(BatchNormReference.Source(), count: 65)
      case .attentionOnly: StoredSource(AttentionOnlyTests.Source(), count: 65)
      }
    }
  }

  private static func trainer(_ example: Case, steps: Int) -> Trainer {
    let model = example.model
    return Trainer(
      Program(model, for: .learning),
      Recipe(
        steps: steps, batchSize: 13, shardCount: example == .batchNorm ? 1 : 3, optimizer: .adamW(weightDecay: 0.01),
        schedule: .warmupCosine(peak: 1e-3, warmup: 3, end: 0), gradientNormLimit: 1, averaging: .horizon(7)),
      on: example.source,
      from: TrainingState(
        parameters: model.layout.initialValues(seed: Seed(root: 3)), statistics: model.firstStatistics),
      maximumWorkers: 1)
  }

  /// How many blocks `body` asks for on this thread.
  private static func allocations(_ body: () throws -> Void) rethrows -> Int64 {
    let before = allocation_count()
    try body()
    return allocation_count() - before
  }

  /// With one worker, which works on this thread: more of them run the same code, each on its own memory, and only the
  /// system's fork and join between them.
  @Test(arguments: Case.allCases)
  func aStepAllocatesNothing(_ example: Case) throws {
    let trainer = Self.trainer(example, steps: 203)
    try trainer.advance(by: 3, workers: 1)  // batches grow to their size, and the runtime makes up its types
    let count = try Self.allocations { try trainer.advance(by: 200, workers: 1) }
    #expect(trainer.step == 203)
    #expect(count == 0)
  }

  @Test func aKeptStateMakesNoLaterStepAllocate() throws {
    let trainer = Self.trainer(.pre, steps: 40)
    try trainer.advance(by: 3, workers: 1)
    let state = trainer.state
    let count = try Self.allocations { try trainer.advance(by: 30, workers: 1) }
    #expect(count == 0)
    #expect(state.step == 3 && trainer.step == 33)
  }

  @Test func anAllocationIsCounted() {
    var buffer: FloatBuffer?
    let objects = Self.allocations { buffer = FloatBuffer(count: 1000) }
    #expect(objects == 2)  // the object, and its floats on a cache line
    #expect(buffer?.count == 1000)
    var array: [Float] = []
    let growths = Self.allocations { array.reserveCapacity(1000) }
    #expect(growths >= 1 && array.capacity >= 1000)
  }
}
