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
    let noisy = batch(indices, .noisy(.normal(variance: variance)))
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

  /// Two answers a sequence, of five classes.
  struct Classes: ExampleSource {
    let idsPerToken = 1
    let longest = 3

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices { batch.append(ids: [1, 2, 3], prefix: 1, classes: [Int32(index % 5), 4]) }
    }
  }

  @Test func classesAreReplacedAsOften() {
    let noise = LabelNoise.replaced(Probability(1, of: 4), classes: 5)
    let source = NoisyLabels(of: Classes(), noise, stream: Self.seed)
    let (own, noisy) = (Self.batch(0..<5_000, of: Classes()), Self.batch(0..<5_000, of: source))
    #expect(noisy.ids == own.ids && noisy.prefixes == own.prefixes)
    let changed = zip(own.classes, noisy.classes).count { $0 != $1 }
    // A fourth is replaced, of which a fifth by itself: of 10,000 2,000, whose standard deviation is 40; four of them.
    #expect(abs(changed - 2_000) < 160)
    #expect(Set(noisy.classes) == [0, 1, 2, 3, 4])
    #expect(Self.batch(17..<19, of: source).classes == Array(noisy.classes[34..<38]))
  }

  /// - (1 - p + p / K) ln(1 - p + p / K) - (K - 1) (p / K) ln(p / K), with p = 1/4 and K = 5: .8 and four times .05.
  @Test func theLeastLossIsKnown() {
    #expect(LabelNoise.normal(variance: 0.49).irreducibleLoss == 0.49)
    let replaced = LabelNoise.replaced(Probability(1, of: 4), classes: 5).irreducibleLoss
    #expect(abs(replaced - 0.7776613) < 1e-6)
    #expect(LabelNoise.replaced(.never, classes: 5).irreducibleLoss == 0)
  }

  @Test func whatIsNoNumberGetsNone() async {
    await #expect(processExitsWith: .failure) {
      let source = NoisyLabels(of: Classes(), .normal(variance: 1), stream: Seed(root: 1))
      var batch = Batch(idsPerToken: 1)
      source.append(0..<1, to: &batch)
    }
    await #expect(processExitsWith: .failure) {
      var batch = Batch(idsPerToken: 1)
      NoisyLabels(
        of: VertexSource(split: .train, isNamed: false, seed: Seed(root: 1)), .normal(variance: 1),
        stream: Seed(root: 1)
      )
      .append(0..<1, to: &batch)
    }
  }
}
