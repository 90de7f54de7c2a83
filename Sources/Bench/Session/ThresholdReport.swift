import Judging
import Reports
import Results
import Storage

/// What a person reads at the end of a run.
package struct ThresholdReport: Sendable {
  private let judged: [JudgedClaim]
  private let table: ThresholdTable

  /// In the order the experiments declare their claims, whatever order they were judged in.
  ///
  /// - Parameters:
  ///   - isTrained: whether something was trained in these seconds, or kept runs were judged; nil for neither.
  ///   - pointers: where there is more to read.
  package init(_ judged: [JudgedClaim], seconds: Double, isTrained: Bool?, pointers: [String]) {
    self.judged = judged.inDeclaredOrder
    table = ThresholdTable(
      rows: self.judged.map(\.row), profile: judged.first?.experiment.profile.rawValue, seconds: seconds,
      isTrained: isTrained, changes: judged.lazy.compactMap(\.experiment.variation).first.map { "\($0)" },
      remarks: self.judged.remarks, pointers: judged.isEmpty ? [] : pointers)
  }

  package func write(to terminal: Terminal) throws(FileProblem) {
    try terminal.write("\n" + table.text(width: terminal.width, style: terminal.style))
  }

  /// How the examples of each claim were answered, and everything that is known of it.
  package func writeDetails(to terminal: Terminal) throws(FileProblem) {
    let width = min(100, terminal.width)
    for claim in judged {
      for picture in claim.claim.isControl ? [] : claim.pictures(width: width, style: terminal.style) {
        try terminal.write("\n\(picture.title)\n\(picture.text)")
      }
      try terminal.write("\n" + claim.row.text(width: width, style: terminal.style))
    }
  }

  /// Where each threshold comes from, and what so few replicates cannot show.
  package func writeOrigins(to terminal: Terminal) throws(FileProblem) {
    for claim in judged {
      let lines = claim.explanations.map { "  \($0)\n" }.joined()
      try terminal.write("\n\(claim.experiment.id)  \(claim.claim.subject)\n\(lines)")
    }
  }
}

extension [JudgedClaim] {
  /// Of one experiment: where its claims are worst, and what training forgot on the way. Of several it would be a list.
  fileprivate var remarks: [String] {
    let claims = filter { !$0.claim.isControl }
    guard Set(map(\.experiment.id)).count == 1, let nearest = claims.min(by: { $0.row.margin < $1.row.margin }) else {
      return []
    }
    let scale = nearest.claim.metric.scale
    let hardest = nearest.row.worstSlice.map { "hardest    \($0.text(as: scale))" }
    let forgotten = nearest.forgetting.map {
      "forgotten   \($0.split) \(scale.text($0.before)) -> \(scale.text($0.after))"
    }
    return [hardest, forgotten].compactMap { $0 }
  }
}
