import Data
import Learning
import Seeds
import Testing

@testable import Training

@Suite struct NoisyLabelsTests {
  private static let seed = Seed(root: 11)
  private static let examples = Examples.graphs(.train)

  private static func batch(_ indices: Range<Int>, _ labels: Labels) -> Batch {
    let stage = Stage(
      "train", on: examples,
      Recipe(steps: 1, batchSize: 2, shardCount: 1, optimizer: .adam(), schedule: .constant(0.1)), labels: labels)
    return batch(indices, of: stage.source(seed: seed))
  }

  private static func batch(_ indices: Range<Int>, of source: some ExampleSource) -> Batch {
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(indices, to: &batch)
    return batch
  }

  private static func noise(_ indices: Range<Int>, variance: Double) -> [Float] {
    let own = batch(indices, .asDrawn)
    let noisy = batch(indices, .noisy(variance: variance))
    #expect(noisy.ids == own.ids && noisy.starts == own.starts && noisy.prefixes == own.prefixes)
    return zip(noisy.targets, own.targets).map { $0 - $1 }
  }

  /// Its mean is within four standard errors of 0, and its variance, whose relative standard error is sqrt(2 / n), of what
  /// was asked for.
  @Test(arguments: [0.49, 2]) func numbersGetNoiseOfThisVariance(variance: Double) {
    let noise = Self.noise(0..<4_000, variance: variance).map(Double.init)
    let mean = noise.reduce(0, +) / 4_000
    #expect(abs(mean) < 4 * (variance / 4_000).squareRoot())
    let square = noise.reduce(0) { $0 + $1 * $1 } / 4_000
    #expect(abs(square / variance - 1) < 4 * (2.0 / 4_000).squareRoot())
  }

  @Test func noiseDependsOnTheIndexAlone() {
    let all = Self.noise(0..<20, variance: 2)
    #expect(Self.noise(7..<13, variance: 2) == Array(all[7..<13]))
    #expect(Set(all).count == 20)
    // The same draws at every variance, so that two of them are compared on the same noise. Labels up to 15 round it to 2^-20.
    for (one, other) in zip(all, Self.noise(0..<20, variance: 0.5)) { #expect(abs(one - 2 * other) < 4e-6) }
    #expect(Self.noise(0..<20, variance: 0).allSatisfy { $0 == 0 })
  }

  struct Classes: ExampleSource {
    let idsPerToken = 1
    let longest = 2

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for _ in indices { batch.append(ids: [1, 2], classes: [3]) }
    }
  }

  private static func append(_ source: some ExampleSource, variance: Double = 1) {
    _ = batch(0..<1, of: NoisyLabels(of: source, variance: variance, stream: Seed(root: 1)))
  }

  @Test func whatIsNoNumberGetsNone() async {
    await #expect(processExitsWith: .failure) { NoisyLabelsTests.append(Classes()) }
    // What has links would lose them.
    await #expect(processExitsWith: .failure) {
      NoisyLabelsTests.append(VertexSource(split: .train, isNamed: false, seed: Seed(root: 1)))
    }
    let graphs = GraphSource(split: .train, seed: Seed(root: 1))
    #expect(Self.batch(0..<1, of: graphs).targets.count == 1)
    await #expect(processExitsWith: .failure) {
      NoisyLabelsTests.append(GraphSource(split: .train, seed: Seed(root: 1)), variance: -1)
    }
  }
}
