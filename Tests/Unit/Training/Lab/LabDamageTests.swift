import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Kept files that are not what was kept.
@Suite struct LabDamageTests {
  enum Damage: CaseIterable {
    case truncated, flipped, foreign, empty, otherFormat

    func callAsFunction(_ bytes: [UInt8]) -> [UInt8] {
      switch self {
      case .truncated: return Array(bytes[..<(bytes.count * 2 / 3)])
      case .flipped:
        var flipped = bytes
        flipped[bytes.count * 2 / 3] ^= 0x10
        return flipped
      case .foreign: return Array("{ \"weights\": [] }".utf8)
      case .empty: return []
      case .otherFormat: return Array("run 0".utf8)
      }
    }
  }

  let scratch: ScratchFolder
  let listener = RecordingListener()
  let experiment = TinyExperiment.make()

  init() throws { scratch = try ScratchFolder() }

  var identity: String {
    get throws { RunIdentity(experiment.plan, replicate: 0, sources: .compiled).hexadecimal }
  }

  func lab(hearing listener: RecordingListener) -> Lab {
    Lab(LabSettings(threads: 1, storeFolder: scratch("store"), checkpointSeconds: 0), listener: listener)
  }

  /// Damages the file itself, or, with its header in order, what it holds.
  func apply(_ damage: Damage, to store: RunStore) throws {
    if damage == .otherFormat { return try store.keep(damage([]), try identity) }
    let path = store.path(of: try identity)
    try AtomicFile.write(damage(try #require(try AtomicFile.read(path))), to: path)
  }

  @Test(arguments: Damage.allCases)
  func aDamagedRunIsReportedAndTrainedAgain(damage: Damage) async throws {
    let run = try await lab(hearing: RecordingListener()).run(experiment.plan, replicate: 0)
    try apply(damage, to: RunStore(folder: scratch("store/runs")))

    #expect(try await lab(hearing: listener).run(experiment.plan, replicate: 0).fingerprint == run.fingerprint)
    #expect(listener.warnings.count == 1)
    #expect(listener.warnings.first?.contains("Training test/tiny, replicate 0, again") == true)
    #expect(listener.progress.last?.step == 40)

    let third = RecordingListener()
    #expect(try await lab(hearing: third).run(experiment.plan, replicate: 0).fingerprint == run.fingerprint)
    #expect(third.warnings.isEmpty && third.progress.isEmpty)
  }

  @Test(arguments: Damage.allCases)
  func aDamagedCheckpointIsReportedAndBegunAgain(damage: Damage) async throws {
    let whole = try await lab(hearing: RecordingListener()).run(experiment.plan, replicate: 0)
    try RunStore(folder: scratch("store/runs")).remove(try identity)
    let stopped = RecordingListener()
    let first = lab(hearing: stopped)
    stopped.raise(first.stop, atStep: 5)
    await #expect(throws: Stopped.self) { try await first.run(experiment.plan, replicate: 0) }
    try apply(damage, to: RunStore(folder: scratch("store/checkpoints")))

    #expect(try await lab(hearing: listener).run(experiment.plan, replicate: 0).fingerprint == whole.fingerprint)
    #expect(listener.warnings.count == 1)
    #expect(listener.progress.first?.step == 1)
  }

  @Test func aRunUnderAnothersNameIsNotTaken() async throws {
    let run = try await lab(hearing: RecordingListener()).run(experiment.plan, replicate: 0)
    let store = RunStore(folder: scratch("store/runs"))
    let other = RunIdentity(experiment.plan, replicate: 1, sources: .compiled).hexadecimal
    try FileManager.default.copyItem(atPath: store.path(of: try identity), toPath: store.path(of: other))
    let second = try await lab(hearing: listener).run(experiment.plan, replicate: 1)
    #expect(second.replicate == 1 && second.fingerprint != run.fingerprint)
    #expect(listener.warnings.count == 1 && listener.warnings[0].contains("another identity"))
  }
}
