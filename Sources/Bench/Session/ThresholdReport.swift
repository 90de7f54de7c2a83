import Judging
import Reports
import Results
import Storage

/// What a person reads at the end of a run: how the examples of each claim were answered, then the table.
package struct ThresholdReport: Sendable {
  private let judged: [JudgedClaim]
  private let seconds: Double

  /// In the order the experiments declare their claims, whatever order they were judged in.
  package init(_ judged: [JudgedClaim], seconds: Double) {
    self.judged = judged.inDeclaredOrder
    self.seconds = seconds
  }

  package func write(to terminal: Terminal) throws(FileProblem) {
    for claim in judged where !claim.claim.isControl {
      for picture in claim.pictures(width: min(100, terminal.width), style: terminal.style) {
        try terminal.write("\n\(picture.title)\n\(picture.text)")
      }
    }
    let table = ThresholdTable(rows: judged.map(\.row), seconds: seconds)
    try terminal.write("\n" + table.text(width: terminal.width, style: terminal.style))
  }
}
