import Seeds
import Testing

@testable import Instruments

@Suite struct RunBootstrapTests {
  static let runs = ScalingSamples.runs(sizes: [3, 1, 2], data: [1, 2, 3, 4], replicates: 4) { size, data, replicate in
    size + data / 10 + Double(replicate) / 100
  }

  @Test func wholeRunsAreDrawnEachSizeAmongItself() {
    var generator = Seed(root: 1).generator()
    var drawn: Set<[Int]> = []
    for _ in 0..<50 {
      let sample = RunBootstrap.resampled(Self.runs, using: &generator)
      #expect(sample.map(\.size) == [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3])
      #expect(sample.allSatisfy(Self.runs.contains))
      drawn.insert(sample.map(\.replicate))
    }
    #expect(drawn.count == 50)
  }

  /// The mean of all readings of runs whose readings go up and down together: its spread is that of as many numbers as there are
  /// runs. Readings drawn one by one would make it half as wide.
  @Test func readingsOfARunAreNoEvidenceOfTheirOwn() throws {
    var generator = Seed(root: 2).generator()
    let runs = (0..<20).map { replicate in
      let level = 10 + Draw.normal(using: &generator)
      return ScalingSamples.runs(sizes: [1], data: Array(stride(from: 1, through: 16, by: 1))) { _, _, _ in level }[0]
    }
    let levels = runs.map { $0.readings[0].loss }
    let mean = levels.reduce(0, +) / 20
    let deviation = (levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20).squareRoot()
    let found = RunBootstrap(
      of: runs, rounds: 2000,
      reading: { sample in [sample.flatMap(\.readings).reduce(0) { $0 + $1.loss } / Double(16 * sample.count)] },
      using: &generator)
    let interval = try #require(found.intervals[0])
    #expect(found.missingCounts == [0] && interval.contains(mean))
    // 2 * 1.96 standard errors; 2,000 rounds tell each end to 4 %.
    #expect(abs((interval.upperBound - interval.lowerBound) / (3.92 * deviation / 20.0.squareRoot()) - 1) < 0.1)
  }

  @Test func theSameSeedDrawsTheSame() {
    func intervals() -> RunBootstrap {
      var generator = Seed(root: 3).generator()
      return RunBootstrap(
        of: Self.runs, rounds: 40, reading: { [$0[0].readings[0].loss, $0[5].readings[1].loss] }, using: &generator)
    }
    #expect(intervals() == intervals() && intervals().intervals[0] != nil)
  }

  @Test func roundsWithoutANumberAreCounted() {
    var (generator, asked) = (Seed(root: 4).generator(), 0)
    let found = RunBootstrap(
      of: Self.runs, rounds: 60,
      reading: { _ in
        asked += 1
        return [asked % 3 == 0 ? nil : 1, asked % 2 == 0 ? .nan : 1, 7]
      }, using: &generator)
    #expect(found.missingCounts == [20, 30, 0])
    #expect(found.intervals == [1...1, nil, 7...7])
  }

  @Test func tooFewRoundsAreTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      var generator = Seed(root: 1).generator()
      _ = RunBootstrap(of: [], rounds: 39, reading: { _ in [] }, using: &generator)
    }
  }
}
