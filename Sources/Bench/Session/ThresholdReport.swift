import Judging
import Reports
import Results
import Storage

/// What a person reads at the end of a run: how the examples of each claim were answered, then the table.
package struct ThresholdReport: Sendable {
  private let judged: [JudgedClaim]
  private let seconds: Double
  private let saysWhy: Bool

  /// In the order the experiments declare their claims, whatever order they were judged in.
  ///
  /// - Parameter saysWhy: whether a line under each row says where its threshold comes from.
  package init(_ judged: [JudgedClaim], seconds: Double, saysWhy: Bool = false) {
    self.judged = judged.inDeclaredOrder
    self.seconds = seconds
    self.saysWhy = saysWhy
  }

  package func write(to terminal: Terminal) throws(FileProblem) {
    for claim in judged where !claim.claim.isControl {
      for picture in claim.pictures(width: min(100, terminal.width), style: terminal.style) {
        try terminal.write("\n\(picture.title)\n\(picture.text)")
      }
    }
    let table = ThresholdTable(rows: judged.map(row), seconds: seconds)
    try terminal.write("\n" + table.text(width: terminal.width, style: terminal.style))
  }

  private func row(_ judged: JudgedClaim) -> ThresholdRow {
    var row = judged.row
    if saysWhy { row.reasons += judged.explanations }
    return row
  }
}
