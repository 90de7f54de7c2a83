import Learning
import Testing

@testable import Bench
@testable import Judging
@testable import Training

/// What docs/adding-an-experiment.md shows is trained and judged, so that its claim is true.
@Suite struct SmallGraphsTests {
  @Test func itsClaimHoldsAndItsControlMisses() async throws {
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: RecordingListener())
    for claim in try await lab.trained(.smallGraphs(.smoke)).judgeAll(baseline: nil) {
      #expect(claim.isPassed, "\(claim.text)")
    }
  }

  @Test func aTestFindsItsClaimByItsName() async {
    let experiment = Experiment.smallGraphs(.smoke)
    #expect(experiment.claim(testedBy: "untrainedFails").subject == "untrained: n=8...15 unseen")
    await #expect(processExitsWith: .failure) { _ = Experiment.smallGraphs(.smoke).claim(testedBy: "another") }
  }
}
