import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct AmplificationLogTests {
  /// Depth 2 is right from the fourth tick on, depth 3 from the eighth; X is later, X_PA latest.
  private var log: AmplificationLog {
    var log = AmplificationLog(depths: 2...3)
    for tick in 1...16 {
      log.append(rightTargets: [tick > 3 ? 5 : 1, tick > 7 ? 7 : 2], of: [5, 7])
      guard tick % 2 == 0 else { continue }
      func accuracies(since first: Int) -> [AmplificationLog.Look.Accuracy] {
        let reached = tick >= first ? 1 : 0.25
        return [.init(sampled: reached, greedy: 1), .init(sampled: reached, greedy: reached)]
      }
      log.append(
        AmplificationLog.Look(
          tick: tick, askedWords: 1, answeredWords: tick > 3 ? 0.96 : 0.5, learner: accuracies(since: 12),
          average: accuracies(since: 14)))
    }
    return log
  }

  @Test func targetsAreCountedByDepthAndTick() {
    #expect(log.tickCount == 16 && log.lookCount == 8 && log.lastTicks == 12..<16)
    #expect(log.targetAccuracy(depth: 2, ticks: 0..<4) == 8.0 / 20)
    #expect(log.targetAccuracy(depth: 3, ticks: 6..<8) == 9.0 / 14)
    #expect(log.targetAccuracy(depth: 3, ticks: 8..<16) == 1)
    #expect(log.lastAverageAccuracy(depth: 3) == 1)
  }

  @Test func looksAreReadBack() {
    let look = log.look(2)
    #expect(look.tick == 6 && look.askedWords == 1 && abs(look.answeredWords - 0.96) < 1e-6)
    #expect(look.learner == [.init(sampled: 0.25, greedy: 1), .init(sampled: 0.25, greedy: 0.25)])
  }

  @Test func eachLearnsAtTheFirstLookThatShowsIt() {
    #expect(AmplificationLog.Milestone.allCases.map { log.tick(of: $0) } == [4, 6, 10, 12, 14])
    #expect(AmplificationLog(depths: 2...3).tick(of: .average) == .infinity)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var writer = ByteWriter()
    log.write(to: &writer)
    var reader = ByteReader(writer.bytes)
    #expect(try AmplificationLog(&reader) == log && reader.isAtEnd)
    var cut = ByteReader(Array(writer.bytes.dropLast()))
    #expect(throws: ByteReader.Truncated.self) { try AmplificationLog(&cut) }
    #expect(AmplificationLog(numbers: log.numbers) == log)
  }
}

@Suite struct FadingMeanTests {
  @Test func whatWasAddedFades() {
    var mean = FadingMean()
    #expect(mean.value == nil)
    mean.add(3, horizon: 7)
    #expect(mean.value == 3)
    mean.add(5, horizon: 2)
    #expect(mean.value == (1.5 + 5) / 1.5)
    mean.add(11, horizon: 1)
    #expect(mean.value == 11)
  }
}
