import Testing

@testable import Bench

@Suite struct DataReportTests {
  @Test func aRateIsToldWithItsInverse() {
    let report = DataReport(data: "graphs", examplesPerSecond: 3_560_503.7, peakMemory: 19.5)
    #expect(report.text == "graphs, 1 thread: 3560503 examples/s, 281 ns each\n")
  }
}
