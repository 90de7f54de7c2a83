import Data
import Testing

@Suite struct GraphStatisticsTests {
  private func example(target: Int, label: Int, distanceToTwo: Int) -> GraphExample {
    GraphExample(
      index: 0, graph: GraphTests.workedExample, target: target, label: label, distanceToTwo: distanceToTwo)
  }

  @Test func theSumsAreThoseOfTheExamples() {
    let statistics = GraphStatistics([
      example(target: 2, label: 1, distanceToTwo: 1), example(target: 3, label: 15, distanceToTwo: 1),
      example(target: 2, label: 3, distanceToTwo: 3), example(target: 4, label: 1, distanceToTwo: 3),
    ])
    #expect(statistics.count == 4)
    #expect(statistics.labelCounts[1] == 2 && statistics.labelCounts[3] == 1 && statistics.labelCounts[15] == 1)
    #expect(statistics.targetTwoShare == 0.5)
    #expect(statistics.share(label: 15) == 0.25 && statistics.share(label: 99) == 0)
    #expect(statistics.constantMeanError == 34)  // Mean 5: (16 + 100 + 4 + 16) / 4.
    #expect(statistics.distanceToTwoError == 50)  // (0 + 196 + 0 + 4) / 4.
  }
}
