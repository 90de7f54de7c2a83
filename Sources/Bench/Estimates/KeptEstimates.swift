import CSIMD
import Foundation
import Judging
import Seeds
import Storage
import Training

/// How long replicates take on this machine, as it was measured once: kept beside runs, so that the next list is printed
/// at once.
struct KeptEstimates: Sendable {
  private let store: RunStore
  /// A store may be shared by machines of different speed.
  private let machine: String

  init(_ settings: LabSettings, machine: String = ProcessInfo.processInfo.hostName) {
    store = RunStore(folder: settings.storeFolder + "/estimates")
    self.machine = machine
  }

  /// Seconds of one core that a replicate takes; nil where nobody measured, or left no number.
  ///
  /// - Throws: `RunStoreProblem` for a file that is not what was kept, `FileProblem` for one that cannot be read.
  func coreSeconds(of experiment: Experiment) throws -> Double? {
    guard let bytes = try store.load(identity(of: experiment)) else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  func keep(_ coreSeconds: Double, of experiment: Experiment) throws(FileProblem) {
    try store.keep(Array("\(coreSeconds)".utf8), identity(of: experiment))
  }

  func path(of experiment: Experiment) -> String { store.path(of: identity(of: experiment)) }

  private func identity(of experiment: Experiment) -> String {
    var fingerprint = Fingerprint()
    fingerprint.absorb("genbench estimate 1")  // of what SpeedProbe measures
    fingerprint.absorb(RunIdentity(experiment.plan, replicate: 0, sources: .compiled).hexadecimal)
    // A run's identity leaves the instruction set out: it decides no number. It decides this one.
    fingerprint.absorb(Int(CSIMD_TILE_ROWS))
    fingerprint.absorb(machine)
    return fingerprint.hexadecimal
  }
}
