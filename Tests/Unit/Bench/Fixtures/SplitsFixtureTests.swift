import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Storage
@testable import Training

/// What the generators draw: on this machine and on every other.
@Suite struct SplitsFixtureTests {
  @Test(arguments: SplitsFixture.allCases)
  func theDatasetsAreThoseThatAreKept(family: SplitsFixture) async throws {
    let fixture = Fixture.splits(family)
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: RecordingListener())
    let mode = try RecordMode(environment: ProcessInfo.processInfo.environment)
    _ = try await FixtureKeeper(lab).record(fixture, mode, reason: nil)
    let kept = try #require(try AtomicFile.read(fixture.path), "\(fixture.path) is missing: \(fixture.mend)")
    #expect(family.render() == String(decoding: kept, as: UTF8.self), "meant to change? \(fixture.mend)")
  }
}
