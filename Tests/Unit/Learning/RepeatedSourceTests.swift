import Seeds
import Testing

@testable import Learning

@Suite struct RepeatedSourceTests {
  private static let classes = (0..<24).map { $0 * 7 % 5 }

  private static func source(_ repetition: Repetition, count: Int = 24, seed: UInt64 = 1) -> RepeatedSource {
    RepeatedSource(
      WatchedNetwork.Source(), count: count, repetition, classes: Array(classes.prefix(count)), seed: Seed(root: seed))
  }

  private static func epochs(_ source: RepeatedSource, _ count: Int) -> [[Int]] {
    (0..<count).map { epoch in (0..<source.count).map { source.example(at: epoch * source.count + $0) } }
  }

  @Test(arguments: [Repetition.shuffled, .stratified(batchSize: 6), .whole], [1, 7])
  func anEpochHasEachExampleOnce(_ repetition: Repetition, seed: UInt64) {
    for epoch in Self.epochs(Self.source(repetition, seed: seed), 5) { #expect(epoch.sorted() == Array(0..<24)) }
  }

  @Test func epochsDiffer() {
    for repetition in [Repetition.shuffled, .stratified(batchSize: 6)] {
      #expect(Set(Self.epochs(Self.source(repetition), 8)).count == 8)
      #expect(Self.epochs(Self.source(repetition, seed: 2), 1) != Self.epochs(Self.source(repetition), 1))
    }
    #expect(Set(Self.epochs(Self.source(.whole), 8)) == [Array(0..<24)])
  }

  /// Whoever asks, in whatever order.
  @Test(arguments: [Repetition.shuffled, .stratified(batchSize: 6)])
  func anExampleDependsOnItsPlaceAlone(_ repetition: Repetition) {
    let source = Self.source(repetition)
    let forwards = Self.epochs(source, 4).joined()
    let backwards = (0..<96).reversed().map { source.example(at: $0) }
    #expect(Array(forwards) == backwards.reversed())
  }

  @Test func aStratifiedBatchHasOneExampleOfEachPartOfTheSortedSet() {
    let sorted = (0..<24).sorted { (Self.classes[$0], $0) < (Self.classes[$1], $1) }
    let stream = Array(Self.epochs(Self.source(.stratified(batchSize: 6)), 3).joined())
    for first in stride(from: 0, to: stream.count, by: 6) {
      let parts = stream[first..<first + 6].map { sorted.firstIndex(of: $0)! / 4 }
      #expect(parts == Array(0..<6))
    }
  }

  /// Each example comes first as often as any other: 2,400 epochs of 6, five standard deviations.
  @Test func everyPlaceIsEquallyLikely() {
    let source = Self.source(.shuffled, count: 6)
    var counts = Array(repeating: 0, count: 6)
    for epoch in 0..<2400 { counts[source.example(at: 6 * epoch)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 400) < 92 }, "\(counts)")
  }

  @Test func theExamplesAreThoseOfTheSource() {
    let source = Self.source(.shuffled)
    var (found, wanted) = (Batch(idsPerToken: 2), Batch(idsPerToken: 2))
    source.append(20..<30, to: &found)
    for index in 20..<30 {
      let example = source.example(at: index)
      WatchedNetwork.Source().append(example..<example + 1, to: &wanted)
    }
    #expect(found.ids == wanted.ids && found.targets == wanted.targets && found.sequenceCount == 10)
  }

  @Test(arguments: [1, 2, 3])
  func workersMayShareIt(workers: Int) throws {
    func state(_ workers: Int) throws -> TrainingState {
      let recipe = WatchedNetwork.recipe(.adam(), rate: 1e-3, steps: 12, batchSize: 10, shardCount: 5)
      let trainer = WatchedNetwork.trainer(recipe, on: Self.source(.shuffled))
      try trainer.advance(by: 12, workers: workers)
      return trainer.state
    }
    #expect(try state(workers) == state(1))
  }

  @Test func whatCannotBeCutIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = RepeatedSourceTests.source(.stratified(batchSize: 5)) }
    await #expect(processExitsWith: .failure) { _ = RepeatedSourceTests.source(.shuffled, count: 0) }
    await #expect(processExitsWith: .failure) {
      _ = RepeatedSource(
        WatchedNetwork.Source(), count: 24, .stratified(batchSize: 6), classes: [1], seed: Seed(root: 1))
    }
  }
}
