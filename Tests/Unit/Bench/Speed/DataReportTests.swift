import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct DataReportTests {
  @Test func aRateIsToldWithItsInverse() {
    let report = DataReport(data: "graphs", examplesPerSecond: 3_560_503.7, peakMemory: 19.5)
    #expect(report.text == "graphs, 1 thread: 3560503 examples/s, 281 ns each\n")
  }
}
