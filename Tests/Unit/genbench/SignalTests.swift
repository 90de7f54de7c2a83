import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What a kill, a hang-up and Ctrl-C leave.
@Suite struct SignalTests {
  let tool: BuiltTool

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  /// Sends a signal when the condition holds, and exits as the tool does.
  private func line(_ signal: String, when condition: String, before: String = "") -> String {
    """
    \(before)"$@" & tool=$!
    for ((i = 0; i < 600; i++)); do if \(condition); then break; fi; sleep 0.05; done
    kill -\(signal) $tool; kill -\(signal) $tool 2>/dev/null; wait $tool
    """
  }

  private let endless = ["export", "graphs/train", "--count", "100000000", "--seed", "1", "--out", "big"]
  private let isWriting = "compgen -G '.genbench.*.partial' >/dev/null"

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)] as [(String, Int32)])
  func anExportThatIsStoppedLeavesNothing(signal: String, code: Int32) async throws {
    try AtomicFile.write([1], to: tool.scratch("big"))
    let outcome = try await tool.under(line(signal, when: isWriting), words: endless)
    #expect(outcome.status == code && outcome.errors.isEmpty, "\(outcome)")
    #expect(try tool.scratch.names() == ["big"] && AtomicFile.read(tool.scratch("big")) == [1])
  }

  @Test func nohupIgnoresAHangUp() async throws {
    let asking = """
      trap '' HUP; "$@" & tool=$!
      for ((i = 0; i < 600; i++)); do if \(isWriting); then break; fi; sleep 0.05; done
      kill -HUP $tool; sleep 0.3; kill -0 $tool && echo lives; kill -TERM $tool; wait $tool
      """
    let outcome = try await tool.under(asking, words: endless)
    #expect(outcome.output == "lives\n" && outcome.status == 143, "\(outcome)")
  }

  /// Without a checkpoint in time, and with the signal twice, as `timeout` sends it: to the program and to its group.
  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)] as [(String, Int32)])
  func aRunThatIsStoppedIsSaved(signal: String, code: Int32) async throws {
    let words = ["run", "graphs/on-path", "--seed", "0"]
    let environment = ["GENBENCH_PROFILE": "smoke", "GENBENCH_THREADS": "1", "GENBENCH_CHECKPOINT_SECONDS": "3600"]
    let outcome = try await tool.under(
      line(signal, when: "[ -s out ]", before: "exec >out; "),
      words: words, environment: environment)
    #expect(outcome.status == code, "\(outcome)")
    #expect(outcome.errors.contains("Saving.") && outcome.errors.contains("It is saved"), "\(outcome.errors)")
    let identity = RunIdentity(try Experiment.named(words[1], .smoke).plan, replicate: 0, sources: .compiled)
    #expect(try RunStore(folder: tool.scratch("store/checkpoints")).identities() == [identity.hexadecimal])
  }
}
