import Testing

@testable import Bench
@testable import Instruments
@testable import Judging
@testable import Training

@Suite struct AllocationStudiesTests {
  /// Lines over steps of powers cross too rough a loss: those are watched step by step, on fewer examples, and whole.
  @Test func onlyStagesThatWouldTakeHoursAreWatchedAlongLines() {
    let studies = [Experiment.allocationOnPath(.standard)] + Experiment.allocationOfPowers(.standard)
    let watches = studies.map { $0.instrumentation!.instrument.watches }
    #expect(watches.map { $0.map(\.allocation.chord) } == [[5, 1, 1, 1, 1], [1], [1]])
    for ((study, watched), count) in zip(zip(studies, watches), [32, 8, 8]) {
      #expect(watched.map(\.stage) == study.stages.map(\.name))
      #expect(watched.allSatisfy { $0.sets[0].origin == .learnedFrom && $0.sets.allSatisfy { $0.count == count } })
    }
    #expect(watches[1...].joined().allSatisfy { $0.allocation.demanded(of: $0.sets.count) == $0.sets.indices })
  }
}
