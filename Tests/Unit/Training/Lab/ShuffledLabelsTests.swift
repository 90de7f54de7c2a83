import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ShuffledLabelsTests {
  static let examples = Examples.graphs(TinyExperiment.split(3...7, target: .onPath(atMost: nil)))
  static let seed = Seed(root: 11)

  static func batch(_ indices: Range<Int>, of source: any ExampleSource) -> Batch {
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(indices, to: &batch)
    return batch
  }

  static func stage(_ labels: Labels) -> Stage {
    Stage("train", on: examples, TinyExperiment.recipe(steps: 1), labels: labels)
  }

  @Test(arguments: [0..<8, 1..<8, 0..<7, 3..<4, 4..<5, 13..<30])
  func theInputsAreTheSameAndNeighboursSwapTheirLabels(indices: Range<Int>) {
    let own = Self.batch(0..<32, of: Self.stage(.asDrawn).source(seed: Self.seed))
    let drawn = Self.batch(indices, of: Self.stage(.asDrawn).source(seed: Self.seed))
    let shuffled = Self.batch(indices, of: Self.stage(.shuffled).source(seed: Self.seed))
    #expect(shuffled.ids == drawn.ids && shuffled.starts == drawn.starts && shuffled.prefixes == drawn.prefixes)
    #expect(shuffled.targets == indices.map { own.targets[$0 ^ 1] })
    #expect(drawn.targets == indices.map { own.targets[$0] })
  }

  @Test func everyLabelStaysAndSaysNothingOfItsInput() {
    let own = Self.batch(0..<2_000, of: Self.stage(.asDrawn).source(seed: Self.seed)).targets
    let dealt = Self.batch(0..<2_000, of: Self.stage(.shuffled).source(seed: Self.seed)).targets
    #expect(dealt.sorted() == own.sorted())
    let mean = own.reduce(0, +) / 2_000
    let variance = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let covariance = zip(own, dealt).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) }
    // Of 1,000 independent pairs the correlation strays from 0 by 0.032; four times that.
    #expect((covariance / variance).magnitude < 0.13)
  }

  /// Classes, a prefix, and two answers a sequence.
  struct Classes: ExampleSource {
    let idsPerToken = 1
    let longest = 3

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        let ids = Array(repeating: Int32(index), count: 2 + index % 2)
        batch.append(ids: ids, prefix: 1, classes: [Int32(10 * index), Int32(10 * index + 1)])
      }
    }
  }

  @Test func classesAreSwappedToo() {
    let batch = Self.batch(3..<6, of: ShuffledLabels(of: Classes()))
    #expect(batch.ids == [3, 3, 3, 4, 4, 5, 5, 5] && batch.prefixes == [1, 1, 1])
    #expect(batch.classes == [20, 21, 50, 51, 40, 41] && batch.targets.isEmpty)
  }

  @Test func theSameStageBeginsAlikeWhateverItsLabels() async throws {
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: RecordingListener())
    var experiment = TinyExperiment.make(steps: 5)
    let own = try await lab.run(experiment.plan, replicate: 0)
    experiment.stages[1].labels = .shuffled
    let shuffled = try await lab.run(experiment.plan, replicate: 0)
    #expect(shuffled.stages[0].parameters == own.stages[0].parameters)
    #expect(shuffled.stages[1].losses != own.stages[1].losses)
  }
}
