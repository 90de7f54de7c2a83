import Seeds

@testable import Learning

/// The network whose loss change is allocated in the specification, and a task of the same kind for it: pairs of numbers,
/// answered by how many different ones are among the first, 1 to 6.
enum WatchedNetwork {
  static let model = Encoder(
    EncoderShape(
      vocabulary: 17, idsPerToken: 2, combination: .sum, width: 16, layerCount: 2, headCount: 2, hiddenWidth: 32,
      activation: .gelu, normOrder: .post, outputs: 1))

  static let layers = [
    "embedding", "blocks.0.attention", "blocks.0.norm1", "blocks.0.feedForward", "blocks.0.norm2", "blocks.1.attention",
    "blocks.1.norm1", "blocks.1.feedForward", "blocks.1.norm2", "head",
  ]

  struct Source: ExampleSource {
    let idsPerToken = 2
    let longest = 8

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        let ids = Self.ids(of: index)
        batch.append(ids: ids, targets: [Float(Self.answer(ids))])
      }
    }

    private static func ids(of index: Int) -> [Int32] {
      var generator = Seed(root: 23).child(index).generator()
      return (0..<2 * Draw.integer(in: 2...8, using: &generator)).map { _ in
        Int32(Draw.integer(in: 1...6, using: &generator))
      }
    }

    private static func answer(_ ids: [Int32]) -> Int {
      Set(stride(from: 0, to: ids.count, by: 2).map { ids[$0] }).count
    }

    /// The answers of the first examples.
    static func classes(_ count: Int) -> [Int] { (0..<count).map { answer(ids(of: $0)) } }
  }

  static let first = model.layout.initialValues(seed: Seed(root: 29))

  /// In epochs of the first `count` examples, drawn beforehand.
  static func epochs(of count: Int, _ repetition: Repetition = .shuffled) -> RepeatedSource {
    RepeatedSource(
      StoredSource(Source(), count: count), count: count, repetition, classes: Source.classes(count),
      seed: Seed(root: 31))
  }

  static func recipe(
    _ optimizer: Optimizer, rate: Double, steps: Int = 20, batchSize: Int = 16, shardCount: Int = 2,
    normLimit: Double? = nil, groups: [ParameterGroup] = []
  ) -> Recipe {
    Recipe(
      steps: steps, batchSize: batchSize, shardCount: shardCount, optimizer: optimizer, schedule: .constant(rate),
      gradientNormLimit: normLimit, groups: groups)
  }

  static func trainer(_ recipe: Recipe, on source: any ExampleSource) -> Trainer {
    Trainer(
      Program(model, for: .learning), recipe, on: source, from: TrainingState(parameters: first), maximumWorkers: 4)
  }
}
