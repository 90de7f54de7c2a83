import Dispatch
import Seeds
import Testing

@testable import Learning

/// Whole networks of every kind, trained for some steps: the same bits on any number of workers, beside others or alone,
/// and on any machine.
@Suite struct GoldenNetworkTests {
  enum Kind: CaseIterable {
    /// Looks both ways, with dropout, coupled decay and a limit on the gradient's norm.
    case dropout
    /// Looks back, with prefixes, biases by distance, and cross-entropy at the last tokens.
    case relative
    /// Learned positions, RMSprop.
    case positions
    /// With averages of the weights.
    case batchNorm
    /// Loops over a tape, with a symbol kept between them.
    case tape
    /// Loops over links, with a progressive loss.
    case looped

    var model: any Model {
      switch self {
      case .dropout:
        var shape = ReferenceModel.encoder(.pre).shape
        shape.dropout = Dropout(probability: 0.2)
        return Encoder(shape)
      case .relative: return RelativeTests.encoder
      case .positions: return CausalReference.encoder
      case .batchNorm:
        return BatchNormReference.encoder(.amplification, Dropout(probability: 0.1, isSharedOverTokens: true))
      case .tape: return TapeEncoderTests.encoder(.symbol)
      case .looped: return LoopedEncoderTests.progressive
      }
    }

    var source: any ExampleSource {
      switch self {
      case .dropout: ReferenceModel.Source()
      case .relative: RelativeTests.Source()
      case .positions: CausalReference.Source()
      case .batchNorm: BatchNormReference.Source()
      case .tape: TapeEncoderTests.Source(loops: 3)
      case .looped: LoopedEncoderTests.source
      }
    }

    var recipe: Recipe {
      func recipe(_ shards: Int, _ optimizer: Optimizer, limit: Double? = nil, horizon: Int? = nil) -> Recipe {
        Recipe(
          steps: 7, batchSize: 13, shardCount: shards, optimizer: optimizer,
          schedule: .warmupCosine(peak: 3e-3, warmup: 3, end: 0), gradientNormLimit: limit,
          averaging: horizon.map(Averaging.horizon))
      }
      return switch self {
      case .dropout: recipe(5, .adam(weightDecay: 0.01), limit: 0.5)
      case .relative: recipe(5, .adamW(weightDecay: 0.01), horizon: 3)
      case .positions: recipe(4, .rmsProp(momentum: 0.9))
      case .batchNorm: recipe(1, .sgd(momentum: 0.9), horizon: 3)
      case .tape: recipe(3, .adam(), limit: 1)
      case .looped: recipe(4, .adam())
      }
    }

    var golden: UInt64 {
      switch self {
      case .dropout: 0x2314_7dc6_4bba_df03
      case .relative: 0xef5e_f317_9986_a00e
      case .positions: 0xb991_1efa_2381_0185
      case .batchNorm: 0xdc26_ec06_ad41_4cf5
      case .tape: 0x0d3c_696f_b6e0_6286
      case .looped: 0x36ba_79e4_ffca_55f0
      }
    }

    func trained(replicate: Int = 0, workers: Int) throws -> TrainingState {
      let seed = Seed(root: 17).child(replicate)
      let first = TrainingState(
        parameters: model.layout.initialValues(seed: seed.child("weights")), statistics: model.firstStatistics)
      let trainer = Trainer(
        Program(model, for: .learning), recipe, on: source, from: first, maximumWorkers: workers,
        dropoutSeed: seed.child("dropout"))
      try trainer.advance(by: recipe.steps, workers: workers)
      return trainer.state
    }
  }

  @Test(arguments: Kind.allCases)
  func aNetworkKeepsItsBits(_ kind: Kind) throws {
    let state = try kind.trained(workers: 1)
    let answers = Predictor(kind.model, state.outcome).predictions(for: 0..<13, of: kind.source)
    let outcome = state.parameters + state.statistics + state.outcome.parameters + state.losses + answers
    #expect(outcome.allSatisfy { $0.isFinite })
    let hash = fingerprint(outcome)
    #expect(hash == kind.golden, "the bits are 0x\(String(hash, radix: 16))")
  }

  @Test(arguments: Kind.allCases, [2, 3, 5])
  func theNumberOfWorkersDoesNotReachANumber(_ kind: Kind, workers: Int) throws {
    let (together, alone) = (try kind.trained(workers: workers), try kind.trained(workers: 1))
    #expect(together == alone)
  }

  /// Replicates beside each other, as a machine with many cores runs them, against one after another on all cores.
  @Test(arguments: Kind.allCases)
  func replicatesSideBySideAreThoseTrainedOneByOne(_ kind: Kind) throws {
    let replicates = 4
    let alone = try (0..<replicates).map { try kind.trained(replicate: $0, workers: 3) }
    var together: [TrainingState?] = Array(repeating: nil, count: replicates)
    together.withUnsafeMutableBufferPointer { places in
      let places = Places(base: places.baseAddress!)
      DispatchQueue.concurrentPerform(iterations: replicates) { replicate in
        places.base[replicate] = try? kind.trained(replicate: replicate, workers: 1)
      }
    }
    #expect(together == alone)
    #expect(Set(alone).count == replicates)
  }

  /// Each replicate writes to its own.
  private struct Places: @unchecked Sendable {
    let base: UnsafeMutablePointer<TrainingState?>
  }
}
