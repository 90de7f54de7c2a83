import Foundation
import Storage

/// How a lab works: none of it reaches a number.
package struct LabSettings: Sendable, Hashable {
  /// How many cores it may use.
  package var threads: Int
  /// Where finished runs and checkpoints are kept.
  package var storeFolder: String
  /// Train again, whatever is kept.
  package var isFresh: Bool
  /// How much of a run a kill may cost.
  package var checkpointSeconds: Double

  package init(threads: Int, storeFolder: String, isFresh: Bool = false, checkpointSeconds: Double = 20) {
    precondition(threads > 0, "A lab needs at least one core, not \(threads).")
    self.threads = threads
    self.storeFolder = storeFolder
    self.isFresh = isFresh
    self.checkpointSeconds = checkpointSeconds
  }

  /// `GENBENCH_THREADS` (all cores where it is not set), `GENBENCH_STORE` (`.genbench` in the package), `GENBENCH_FRESH`
  /// and `GENBENCH_CHECKPOINT_SECONDS`.
  package init(environment: [String: String]) throws(SettingProblem) {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    var threads = cores
    if let text = environment["GENBENCH_THREADS"], !text.isEmpty {
      guard let number = Int(text), (1...1024).contains(number) else {
        throw SettingProblem(
          name: "GENBENCH_THREADS", value: text, mend: "Give a whole number from 1 to 1024, or leave it out.")
      }
      threads = number
    }
    let fresh = environment["GENBENCH_FRESH"] ?? ""
    guard ["", "0", "1"].contains(fresh) else {
      throw SettingProblem(name: "GENBENCH_FRESH", value: fresh, mend: "Give 1 to train again, 0 to use kept runs.")
    }
    var store = environment["GENBENCH_STORE"] ?? ""
    if store.isEmpty { store = PackageFolder.path + "/.genbench" }
    self.init(threads: threads, storeFolder: store, isFresh: fresh == "1")
    if let text = environment["GENBENCH_CHECKPOINT_SECONDS"], !text.isEmpty {
      guard let seconds = Double(text), (0...86_400).contains(seconds) else {
        throw SettingProblem(
          name: "GENBENCH_CHECKPOINT_SECONDS", value: text, mend: "Give seconds from 0 to 86400, or leave it out.")
      }
      checkpointSeconds = seconds
    }
  }
}
